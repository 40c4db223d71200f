"""The part of a page that is the article, in whatever way the page is built."""

import pytest

from app.errors import NoText
from app.models import text_of
from tests.extract.reading import extract_article
from tests.modern_site import LIGHTHOUSE, MENU

URL = "http://gazette.example/tower"
TEXTS = [paragraph for paragraph in LIGHTHOUSE.paragraphs if not paragraph.startswith("##")]
LINKS = "".join(
    f'<li><a href="/other/{number}">Another story, of which this is only the title</a></li>' for number in range(20)
)


def texts(body: str) -> list[str]:
    page = f"<html><head><title>Tower</title></head><body>{body}</body></html>"
    return [text_of(block) for block in extract_article(page, URL).blocks]


@pytest.mark.parametrize(
    "page",
    [
        "<ul>{menu}</ul><article>{text}</article><ul>{links}</ul>",
        "<ul>{menu}</ul><div id='content'><div><div class='story'>{text}</div></div></div><div><ul>{links}</ul></div>",
        "<table><tr><td><ul>{menu}</ul></td><td>{text}</td><td><ul>{links}</ul></td></tr></table>",
        "<center><font>{text}</font></center><hr><ul>{links}</ul>",
        "{text}",
        "<main>{text}</main><div>{links}{links}{links}</div>",
    ],
    ids=["article", "divs", "table", "font", "bare", "more links than text"],
)
def test_the_text_is_found_and_lists_of_links_are_not_of_it(page: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXTS)
    found = texts(page.format(menu=MENU, text=paragraphs, links=LINKS))
    assert [text for text in found if text in TEXTS] == TEXTS
    assert not any("only the title" in text for text in found)


def test_paragraphs_that_are_divided_by_breaks_are_found() -> None:
    found = texts(f"<div>{'<br><br>'.join(TEXTS)}</div><ul>{LINKS}</ul>")
    assert [text for text in found if text in TEXTS] == TEXTS


def test_a_text_that_is_parted_by_a_box_is_one() -> None:
    half = len(TEXTS) // 2
    first, second = ("".join(f"<p>{text}</p>" for text in part) for part in (TEXTS[:half], TEXTS[half:]))
    found = texts(f"<article><div>{first}</div><aside><ul>{LINKS}</ul></aside><div>{second}</div></article>")
    assert [text for text in found if text in TEXTS] == TEXTS


def test_where_there_is_nothing_to_choose_from_there_is_no_text() -> None:
    with pytest.raises(NoText):
        texts(f"<ul>{MENU}</ul><p> </p>")
