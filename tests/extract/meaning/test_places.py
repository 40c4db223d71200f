import pytest
from lxml.html import HtmlElement

from app.extract.meaning.places import LEADS_TO, PLACE, mark_places
from tests.extract.meaning.spelled import tree

BASE = "http://x.example/a?b=c"


def marked(markup: str) -> HtmlElement:
    return tree(markup, lambda root: mark_places(root, BASE))


def places(body: HtmlElement) -> dict[str, str]:
    return {each.get(PLACE): (each.text or "").strip() for each in body.iter() if each.get(PLACE)}


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<h2 id="z">Zoo</h2>', "Zoo"),
        ('<h2 id="z"><b>Zoo</b></h2>', "Zoo"),
        ('<a name="z"></a><h2>Zoo</h2>', "Zoo"),
        ('<p>Word<a name="z"></a> Zoo</p>', "Zoo"),
        ('<p id="z"> <br>Zoo</p>', "Zoo"),
        ('<script id="z">x</script><p>Zoo</p>', "Zoo"),
        ('<p id="z">Zoo</p><p id="z">Other</p>', "Zoo"),
    ],
)
def test_a_place_stands_at_the_first_text_from_there_on(markup: str, text: str) -> None:
    assert places(marked(f'<p><a href="#z">to it</a></p>{markup}')) == {"1": text}


@pytest.mark.parametrize("href", ["#z", "?b=c#z", "http://x.example/a?b=c#z", "#%7A", " #z "])
def test_links_into_the_page_lead_there(href: str) -> None:
    assert marked(f'<a href="{href}">to it</a><p id="z">Zoo</p>').xpath(f"//a/@{LEADS_TO}") == ["1"]


@pytest.mark.parametrize("href", ["#y", "#", "http://x.example/other#z", "/a#z", "http://[#z", ""])
def test_others_do_not(href: str) -> None:
    assert marked(f'<a href="{href}">to it</a><p id="z">Zoo</p>').xpath(f"//a/@{LEADS_TO}") == []


def test_places_are_numbered_as_they_stand_and_share_a_number_where_they_are_one() -> None:
    body = marked(
        '<a href="#b">b</a><a href="#a">a</a><a href="#c">c</a><div id="a"><p>A</p></div><div id="b"><p id="c">B</p></div>'
    )
    assert body.xpath(f"//a/@{LEADS_TO}") == ["2", "1", "2"]
    assert places(body) == {"1": "A", "2": "B"}
