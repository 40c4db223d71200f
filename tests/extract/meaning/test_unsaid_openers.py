"""What a style sheet shows behind a button that is on stands open under the label of that button."""

import pytest

from app.extract.meaning.openers import open_parts as open_parts_of
from tests.extract.meaning.spelled import tree, with_words

open_parts = with_words(open_parts_of)


def button(name: str, label: str, kind: str = "radio") -> str:
    return f'<input type="{kind}" name="tabs" id="{name}"> <label for="{name}">{label}</label>'


BOXES = "<section><p>brew</p></section><section><p>apt</p></section>"


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="tabbed-labels"><label for="a">macOS</label><label for="b">Linux</label></div>'
        '<div class="tabbed-content"><div class="tabbed-block"><p>brew</p></div><div class="tabbed-block"><p>apt</p></div></div>',
        '<label class="sd-tab-label" for="a">macOS</label><div class="sd-tab-content"><p>brew</p></div>'
        '<label class="sd-tab-label" for="b">Linux</label><div class="sd-tab-content"><p>apt</p></div>',
        f"{button('a', 'macOS')}<div><p>brew</p></div>{button('b', 'Linux')}<div><p>apt</p></div>",
        f"{button('a', 'macOS', 'checkbox')}<p>brew</p>{button('b', 'Linux', 'checkbox')}<p>apt</p>",
        f"{button('a', 'macOS')}{button('b', 'Linux')}{BOXES}",
        f"{button('a', 'macOS')}{button('b', 'Linux')}<div>{BOXES}</div>",
        f'{button("a", "macOS")}{button("b", "Linux")}<hr><div id="one">brew</div><div id="two">apt</div>',
    ],
)
def test_labels_that_a_style_sheet_makes_tabs_of_stand_over_their_parts(markup: str) -> None:
    body = tree(f"<div>{markup}</div>", open_parts)
    assert [each.text for each in body.iter("h4")] == ["macOS", "Linux"]
    assert body.text_content().replace(" ", "") == "macOSbrewLinuxapt"


@pytest.mark.parametrize(
    "markup",
    [
        f"{button('a', '5')}{button('b', '4')}",
        f"{button('a', 'macOS')}{button('b', 'Linux')}<div>brew</div><div>apt</div><div>dnf</div>",
        '<input type="text" id="a"><label for="a">Name</label><div>brew</div>',
        '<input type="checkbox" id="a"><label for="b">Name</label><div>brew</div>',
        f"{button('a', 'Menu', 'checkbox')}<nav><a href='/x'>macOS</a></nav>",
        f"{button('a', 'Menu', 'checkbox')}<div><a href='/x'>macOS</a> <a href='/y'>Linux</a></div>",
    ],
)
def test_buttons_of_fields_and_of_menus_open_nothing(markup: str) -> None:
    body = tree(f"<div>{markup}</div>", open_parts)
    assert not list(body.iter("h4"))


@pytest.mark.parametrize(
    "markup",
    [
        '<ul><li><a class="uk-accordion-title" href="#">macOS</a><div>brew</div></li><li><a class="uk-accordion-title" href="#">Linux</a><div>apt</div></li></ul>',
        '<div><div class="fl-accordion-button">macOS</div><div class="fl-accordion-content" style="display:none">brew</div></div>'
        '<div><div class="fl-accordion-button">Linux</div><div class="fl-accordion-content" style="display:none">apt</div></div>',
        '<div><div class="w-dropdown-toggle"><div>macOS</div></div><nav class="w-dropdown-list">brew</nav></div>'
        '<div><div class="w-dropdown-toggle"><div>Linux</div></div><nav class="w-dropdown-list">apt</nav></div>',
        '<div class="w-tabs"><div class="w-tab-menu"><a data-w-tab="1" class="w-tab-link">macOS</a><a data-w-tab="2" class="w-tab-link">Linux</a></div>'
        '<div><div data-w-tab="1" class="w-tab-pane">brew</div><div data-w-tab="2" class="w-tab-pane">apt</div></div></div>',
        '<div><div class="collapsible-block-folded"><a href="javascript:;">macOS</a></div><div style="display:none">brew</div></div>'
        '<div><div class="collapsible-block-folded"><a href="javascript:;">Linux</a></div><div style="display:none">apt</div></div>',
        '<div><button class="bbCodeSpoiler-button">macOS</button><div>brew</div></div>'
        '<div><button class="bbCodeSpoiler-button">Linux</button><div>apt</div></div>',
        '<div class="kt-accordion-header-wrap"><button>macOS</button></div><div class="kt-accordion-panel-hidden">brew</div>'
        '<div class="kt-accordion-header-wrap"><button>Linux</button></div><div class="kt-accordion-panel-hidden">apt</div>',
        '<div class="sp-head">macOS</div><div class="sp-body">brew</div><div class="sp-head">Linux</div><div class="sp-body">apt</div>',
    ],
)
def test_what_site_builders_open_stands_under_what_opens_it(markup: str) -> None:
    body = tree(f"<div>{markup}</div>", open_parts)
    assert [each.text_content() for each in body.iter("h4")] == ["macOS", "Linux"]
    assert body.text_content().replace(" ", "") == "macOSbrewLinuxapt"


def test_a_menu_of_links_stays_one() -> None:
    menu = '<div><div class="w-dropdown-toggle">More</div><nav class="w-dropdown-list"><a href="/a">About us</a></nav></div>'
    assert next(tree(menu, open_parts).iter("h4"), None) is None
