import pytest

from app.extract.meaning.openers import open_parts as open_parts_of
from tests.extract.meaning.spelled import spelled, tree, with_words

open_parts = with_words(open_parts_of)


@pytest.mark.parametrize(
    "markup",
    [
        '<button aria-controls="a" aria-expanded="false">How old?</button><div id="a" hidden><p>Very.</p></div>',
        '<h3><button aria-expanded="false">How old?</button></h3><div class="panel" style="display:none">Very.</div>',
        '<a data-bs-toggle="collapse" href="#a">How old?</a><div id="a" class="collapse">Very.</div>',
        '<div class="h"><div role="button" aria-controls="a"><a>How old?</a></div></div><div id="a" hidden>Very.</div>',
        '<button data-target="#a" data-toggle="collapse">How old?</button><div id="a" class="collapse">Very.</div>',
        '<section class="ce_accordion"><div class="toggler">How old?</div><div class="panel"><p>Very.</p></div></section>',
        '<h3 class="ui-accordion-header">How old?</h3><div style="display:none">Very.</div>',
        '<button class="collapsible">How old?</button><div class="panel">Very.</div>',
    ],
)
def test_what_opens_a_part_is_a_heading_over_it(markup: str) -> None:
    body = tree(markup, open_parts)
    assert [each.text_content() for each in body.iter("h3", "h4")] == ["How old?"]
    assert not body.xpath(".//*[@hidden or @style or @class='panel' or @class='collapse']")
    assert not body.xpath(".//button")


def test_each_tab_stands_over_its_part() -> None:
    markup = (
        '<ul role="tablist"><li><a role="tab" href="#a">By train</a></li><li><a role="tab" href="#b">By boat</a></li></ul>'
        '<div id="a" role="tabpanel">Walk.</div><div id="b" role="tabpanel" hidden>Row.</div>'
    )
    body = tree(markup, open_parts)
    assert [each.text for each in body.iter("h4")] == ["By train", "By boat"]
    assert body.text_content() == "By trainWalk.By boatRow."


def test_a_part_that_says_its_tab_itself_has_it_once() -> None:
    markup = '<a role="tab" href="#a">By train</a><div id="a"><h3>By train</h3><p>Walk.</p></div>'
    assert spelled(markup, open_parts) == "By trainWalk."


def test_what_opens_the_rest_of_a_text_is_no_heading() -> None:
    for label in ("Read more", "Weiterlesen", "Leer más"):
        markup = f'<p>One.</p><div id="a" hidden>Two.</div><button aria-controls="a">{label}</button>'
        assert spelled(markup, open_parts) == "One.Two."


@pytest.mark.parametrize(
    "markup",
    [
        '<button aria-controls="a">Menu</button><div id="a" class="m"><a href=/x>News</a> <a href=/y>Sport</a></div>',
        '<nav><button aria-controls="a">More</button><div id="a" class="m">Words.</div></nav>',
        '<button aria-controls="a">Search</button><div id="a" class="m">For: <input name=q></div>',
        '<div role="dialog"><button aria-controls="a">Cookies</button><div id="a" class="m">They count.</div></div>',
        '<div id="a" class="m">Words. <button aria-controls="a">Close</button></div>',
        '<button data-bs-toggle="modal" data-bs-target="#a">Share</button><div id="a" class="m">Words.</div>',
        '<button aria-controls="nothing">Words.</button>',
    ],
)
def test_menus_searches_and_notices_stay_as_they_are(markup: str) -> None:
    body = tree(markup, open_parts)
    assert not body.xpath(".//h4")
    assert len(body.xpath(".//button")) == 1
    assert len(body.xpath(".//*[@id]")) == len(body.xpath(".//*[@class='m']"))


TABS = '<ul role="tablist"><li role="tab">macOS</li><li role="tab">Linux</li></ul>'


def test_tabs_that_name_no_parts_stand_over_those_at_their_places() -> None:
    panels = '<div role="tabpanel"><pre>brew</pre></div><div role="tabpanel" hidden><pre>apt</pre></div>'
    body = tree(f"<div>{TABS}<div>{panels}</div></div>", open_parts)
    assert body.text_content() == "macOSbrewLinuxapt"
    assert not body.xpath(".//*[@hidden]")


def test_tabs_of_other_parts_than_there_are_stay() -> None:
    panel = '<div role="tabpanel"><pre>brew</pre></div>'
    assert tree(f"<div>{TABS}{panel}</div>", open_parts).text_content() == "macOSLinuxbrew"


def test_parts_of_an_accordion_that_says_it_is_of_tabs_have_one_heading() -> None:
    opener = '<div role="tab"><a aria-controls="a" aria-expanded="false"><h4>By train</h4></a></div>'
    markup = f'<div role="tablist">{opener}<div id="a" role="tabpanel">Walk.</div></div>'
    assert tree(markup, open_parts).text_content() == "By trainWalk."


def test_what_is_named_for_opening_what_is_no_part_of_its_own_stays() -> None:
    for markup in (
        '<div class="accordion-title">Our rules</div><p>One.</p><p>Two.</p>',
        '<div class="accordion-title">Our rules</div><table><tr><td>One.</td></tr></table>',
        '<div class="accordion-titles">Our rules</div><div>One.</div>',
    ):
        assert tree(markup, open_parts).find(".//h4") is None


def test_parts_that_follow_each_other_have_their_headings() -> None:
    item = '<div class="accordion-header">How {0}?</div><div class="accordion-content">Very {0}.</div>'
    body = tree(f"<div>{item.format('old')}{item.format('wet')}</div>", open_parts)
    assert [each.text for each in body.iter("h4")] == ["How old?", "How wet?"]
