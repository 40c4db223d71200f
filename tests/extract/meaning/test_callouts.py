import pytest

from app.extract.meaning.callouts import label_callouts
from tests.extract.meaning.spelled import spelled, with_words

TEXT = "<p>Do not stand on the ramp.</p>"


@pytest.mark.parametrize(
    "markup",
    [
        f'<div class="admonition"><p class="admonition-title">Warning</p>{TEXT}</div>',
        f'<div class="markdown-alert"><p class="markdown-alert-title"><svg></svg>Warning</p>{TEXT}</div>',
        f'<div class="callout"><div class="callout-title">Warning:</div><div class="x">{TEXT}</div></div>',
        f'<div class="alert"><h4 class="alert-heading">Warning</h4>{TEXT}</div>',
    ],
)
def test_the_label_of_a_box_begins_its_text(markup: str) -> None:
    assert spelled(markup, with_words(label_callouts)) == "Warning: Do not stand on the ramp."


@pytest.mark.parametrize("title", ["article-title", "title", "page-heading"])
def test_other_titles_stay_where_they_are(title: str) -> None:
    assert (
        spelled(f'<p class="{title}">Warning</p> {TEXT}', with_words(label_callouts))
        == "Warning Do not stand on the ramp."
    )
