"""The main page of a wiki."""

import pytest

from app.extract.article.main_pages import main_page_of_wiki
from app.extract.page import extract_page
from app.extract.parse import parse
from app.models import Article, text_of

LEFT = (
    "<h2>Article of the day</h2><p>The <a href=/wiki/Ferry>old ferry</a> carried mail, goods and people over the bay "
    "for sixty years, in all weathers, until the bridge was opened and the boat was sold for scrap.</p>"
)
RIGHT = (
    "<h2>In the news</h2><ul>"
    + "".join(f"<li>The town of <a href=/wiki/T{n}>Town {n}</a> votes on its ferry.</li>" for n in range(5))
    + "</ul>"
)


@pytest.mark.parametrize(
    "page",
    [
        f"<div id=mw-content-text><div id=mp-left>{LEFT}</div><div id=mp-right>{RIGHT}</div></div>",
        f'<script>RLCONF={{"wgIsMainPage":true}}</script><div class=mw-parser-output><div>{LEFT}</div><div>{RIGHT}</div></div>',
        f"<div id=bodyContent><table><tr><td id=mp-tfa>{LEFT}<td id=mp-itn>{RIGHT}</table></div>",
    ],
)
def test_all_columns_are_read(page: str) -> None:
    found = extract_page(f"<html><body>{page}</body></html>", "https://wiki.example/wiki/Main_Page")
    assert isinstance(found, Article)
    said = "\n".join(map(text_of, found.blocks))
    assert "sixty years" in said
    assert "Town 3" in said


@pytest.mark.parametrize(
    "page",
    [f"<div id=mw-content-text><div id=mp-left>{LEFT}</div></div>", f"<div id=mp-a>{LEFT}</div><div id=mp-b></div>"],
)
def test_other_pages_are_not_main_pages(page: str) -> None:
    text = f"<html><body>{page}</body></html>"
    assert main_page_of_wiki(parse(text), text) is None
