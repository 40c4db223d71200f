"""Links that only scripts follow."""

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement, tostring

from app.extract.listing.headlines import headlines
from app.extract.meaning.scripted_links import MOST, open_scripted_links
from app.extract.parse import parse
from tests.extract.meaning.spelled import tree


def opened(markup: str, step: Callable[[HtmlElement], None] = open_scripted_links) -> str:
    made: str = tostring(tree(markup, step), encoding="unicode")
    return made.removeprefix("<body>").removesuffix("</body>")


@pytest.mark.parametrize(
    "script",
    [
        "location.href='/story/7'",
        "location.href = &quot;/story/7&quot;;",
        "window.location='/story/7'",
        "document.location.href='/story/7'; return false",
        "window.location.assign('/story/7')",
        "event.preventDefault();location.replace('/story/7')",
        "window.open('/story/7', '_blank')",
    ],
)
def test_a_card_that_is_clicked_is_a_link_by_its_heading(script: str) -> None:
    assert opened(f'<div onclick="{script}"><h3>Fog</h3><p>It stayed.</p></div>').endswith(
        '<h3><a href="/story/7">Fog</a></h3><p>It stayed.</p></div>'
    )


def test_a_short_box_without_a_heading_is_a_link_as_a_whole() -> None:
    made = opened("""<li onclick="location.href='/a'"><b>Fog</b> over the bay</li>""")
    assert '<a href="/a"><b>Fog</b> over the bay</a></li>' in made


def test_a_row_with_an_address_is_a_link_by_its_first_cell_with_words() -> None:
    made = opened("<table><tr class=clickable-row data-href=/boat/3><td></td><td>Boat 3</td><td>9 m</td></tr></table>")
    assert '<td><a href="/boat/3">Boat 3</a></td><td>9 m</td>' in made


def test_a_row_is_no_link_by_its_number_unless_it_has_nothing_else() -> None:
    row = "<table><tr onclick=\"location.href='/boat/3'\"><td>2026-41</td>{}<td>9</td></tr></table>"
    assert '<td>2026-41</td><td><a href="/boat/3">Repair of the quay</a></td>' in opened(
        row.format("<td>Repair of the quay</td>")
    )
    assert '<td><a href="/boat/3">2026-41</a></td>' in opened(row.format(""))


@pytest.mark.parametrize(
    "link",
    [
        "<a href=\"javascript:openWin('map.html',400,300)\">Map</a>",
        "<a href=\"javascript:window.open('map.html')\">Map</a>",
        "<a href=\"javascript:popup('map.html')\">Map</a>",
        "<a href=\"#\" onclick=\"window.open('map.html','m');return false\">Map</a>",
        '<a href="javascript:void(0)" onclick="location.href=\'map.html\'">Map</a>',
    ],
)
def test_a_link_that_opens_a_window_leads_to_what_is_in_it(link: str) -> None:
    assert 'href="map.html"' in opened(link)


@pytest.mark.parametrize(
    "markup",
    [
        """<div onclick="location.href='/a'"><h3><a href="/b">Fog</a></h3></div>""",
        """<a href="/b"><span onclick="location.href='/a'">Fog</span></a>""",
        """<a href="/b" onclick="location.href='/a'">Fog</a>""",
        """<div onclick="if (location.href == '/a') go()">Fog</div>""",
        """<div onclick="location.href='/a' + number">Fog</div>""",
        """<div onclick="location.href='#top'">Up</div>""",
        """<div onclick="toggle()">More</div>""",
        """<a href="javascript:void(0)">More</a>""",
        """<a href="javascript:window.open('/share?u=x')">Share</a>""",
        """<a href="#" onclick="window.open('https://www.facebook.com/sharer.php')">Share</a>""",
        """<div data-href="/a">Fog</div>""",
        f"""<div onclick="location.href='/a'">{"Fog and more of it. " * 20}</div>""",
    ],
)
def test_what_leads_elsewhere_already_or_nowhere_stays(markup: str) -> None:
    assert opened(markup) == opened(markup, lambda root: None)


def test_a_page_of_clicked_cards_is_a_list_of_links() -> None:
    cards = "".join(
        f"<div onclick=\"location.href='/story/{n}'\"><h3>Fog over the bay, day {n}</h3></div>" for n in range(6)
    )
    assert len(headlines(parse(f"<body>{cards}"), "http://x.example/", "http://x.example/")) == 6


def test_very_many_are_bounded() -> None:
    assert opened("<div onclick=\"location.href='/a'\">Fog</div>" * 2 * MOST).count("<a ") == MOST
