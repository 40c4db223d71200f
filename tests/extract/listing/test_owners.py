"""Which elements are of one headline alone."""

from lxml.html import HtmlElement

from app.extract.listing.headlines import Link
from app.extract.listing.owners import SEVERAL, box_of, owners_of
from app.extract.parse import parse

PAGE = "<html><body><ul>{}</ul></body></html>"


def links_in(body: str) -> list[Link]:
    root: HtmlElement = parse(PAGE.format(body))
    return [Link(each, each.get("href"), each.text, 0) for each in root.iter("a")]


def test_the_box_of_a_headline_is_the_largest_that_holds_no_other() -> None:
    found = links_in("<li><div><a href=/1>One</a></div><p>It rains.</p></li><li><a href=/2>Two</a></li>")
    owners = owners_of(found)
    boxes = [box_of(link, owners) for link in found]
    assert [box.tag for box in boxes] == ["li", "li"]
    assert owners[boxes[0].getparent()] == SEVERAL


def test_two_links_to_one_place_have_one_box() -> None:
    found = links_in("<li><a href=/1>One</a><a href=/1>More</a></li><li><a href=/2>Two</a></li>")
    assert box_of(found[0], owners_of(found)) is box_of(found[1], owners_of(found))
