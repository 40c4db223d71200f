"""Markdown that a script would show stands in the page as what it means."""

import pytest

from app.extract.meaning.markdown_sources import show_markdown
from tests.extract.meaning.spelled import spelled, tree
from tests.extract.reading import extract_article

TEXT = "\n    # Ropes\n\n    - hemp\n    - **wire**\n\n    See [more](/more).\n"


@pytest.mark.parametrize(
    "markup",
    [
        f"<section data-markdown><textarea data-template>{TEXT}</textarea></section>",
        f'<section data-markdown><script type="text/template">{TEXT}</script></section>',
        f'<textarea id="source">{TEXT}</textarea>',
        f'<zero-md><script type="text/markdown">{TEXT}</script></zero-md>',
        f'<script type="text/plain" id="text">{TEXT}</script>',
        f'<div class="editormd-html-preview"><textarea style="display:none">{TEXT}</textarea></div>',
        f'<pre theme="united" style="display:none">{TEXT}</pre>',
    ],
)
def test_it_is_shown(markup: str) -> None:
    body = tree(f"{markup}after", show_markdown)
    assert [each.text for each in body.iter("h1")] == ["Ropes"]
    assert len(list(body.iter("li"))) == 2
    assert body.find(".//a").get("href") == "/more"
    assert body.text_content().endswith("after")


def test_slides_are_parted_and_what_is_for_the_speaker_is_left_out() -> None:
    slides = "class: center\nname: one\n\n# Ropes\n\n???\nthe joke\n---\n.big[Hemp] rots\n\nNote: say why\n---\nEnd"
    assert spelled(f'<textarea id="source">{slides}</textarea>', show_markdown) == "Ropes Hemp rots End"


@pytest.mark.parametrize(
    "markup",
    [
        "<textarea name=comment># Ropes\n\n- hemp</textarea>",
        '<script type="text/template"><li>{{ name }}</li></script>',
        '<script type="text/plain" data-category="ads" id="x"># Ropes\n\n- hemp\n- **wire**\n</script>',
        "<pre># Ropes\n\n- hemp</pre>",
    ],
)
def test_fields_templates_and_code_stay(markup: str) -> None:
    assert next(tree(markup, show_markdown).iter("textarea", "script", "pre"), None) is not None


def test_a_page_of_it_is_an_article() -> None:
    page = f'<title>Ropes</title><xmp theme="united" style="display:none;">{TEXT}</xmp><script src="strapdown.js"></script>'
    assert len(extract_article(page, "http://gazette.example/ropes").blocks) >= 2
