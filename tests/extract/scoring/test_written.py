"""What somebody wrote in the boxes of wikis, boards, forges and manuals stays, however short it is."""

import pytest

from app.extract.scoring.written import BOXES
from tests.extract.scoring.pages import text, whole
from tests.extract.scoring.test_choice import LINE, chosen

NAMES = sorted(name for names in BOXES.values() for name in names.split())


@pytest.mark.parametrize("name", NAMES)
def test_what_is_short_stays_in_the_box_that_the_text_stands_in(name: str) -> None:
    body = (
        f"<div class='{name.replace('.', ' ')}'><p>{LINE}</p><dl><dt>-v</dt><dd>Tell more.</dd></dl></div><p>{LINE}</p>"
    )
    assert chosen(body, 0.9, 0.02, 0.02, 0.02) == [LINE, "-v", "Tell more."]


def test_every_box_of_one_program_counts_though_another_one_holds_the_text() -> None:
    body = f"<div class=docblock><p>{LINE}</p></div><p>{LINE}</p><div class=docblock><p>Lifts it.</p></div>"
    assert chosen(body, 0.9, 0.02, 0.02) == [LINE, "Lifts it."]


def test_an_id_names_a_box_as_a_class_does_and_boxes_in_one_another_are_one() -> None:
    body = f"<div id=mw-content-text><div class=mw-parser-output><p>{LINE}</p><p>Ten.</p></div></div>"
    assert chosen(body, 0.9, 0.02) == [LINE, "Ten."]


def test_where_the_text_stands_elsewhere_such_a_box_says_nothing() -> None:
    body = f"<p>{LINE} {LINE}</p><div class=markdown-body><p>{LINE}</p><p>Ten.</p></div>"
    assert chosen(body, 0.9, 0.6, 0.02) == [f"{LINE} {LINE}", LINE]


@pytest.mark.parametrize(
    "within",
    [
        "<nav><p>Next: Piers</p></nav>",
        "<div class=toc><p>Contents</p></div>",
        "<table class=navbox><tr><td>Keepers of it</td></tr></table>",
        "<div role=navigation><p>Piers</p></div>",
        "<footer><p>Made by a program</p></footer>",
        "<ul><li><a href=/a>Ropes</a></li></ul>",
        "<div><a href=/edit>Edit the page</a></div>",
        "<p>Subscribe to our newsletter</p>",
    ],
)
def test_what_the_program_itself_puts_there_does_not_stay(within: str) -> None:
    assert chosen(f"<div class=mw-parser-output><p>{LINE}</p>{within}</div>", 0.9, 0.04) == [LINE]


def test_what_is_linked_stays_as_a_paragraph_and_in_a_list_of_which_little_is() -> None:
    terms = "<dl><dt><a href=/v>-v</a></dt><dd>Tell more of what is done.</dd></dl>"
    body = f"<div class=manual-text><p>{LINE}</p>{terms}<p><a href=/row>row(1)</a></p></div>"
    assert chosen(body, 0.9, 0.02, 0.02, 0.02)[1:] == ["-v", "Tell more of what is done.", "row(1)"]


@pytest.mark.parametrize("name", ["tab", "sd-tab", "tabbed"])
def test_what_stands_in_any_pane_of_tabs_stays(name: str) -> None:
    panes = f"<div class={name}-set><div class={name}-content><p>High.</p></div></div>"
    assert chosen(f"<div class=md-content__inner><p>{LINE}</p>{panes}</div>", 0.9, 0.04) == [LINE, "High."]


def test_what_tabs_open_stays_and_the_tabs_do_not() -> None:
    panes = "<div class=tab-content><div><p>High.</p></div></div><div class=tabs><p>Spring</p></div>"
    assert chosen(f"<div class=markdown-body><p>{LINE}</p>{panes}</div>", 0.9, 0.04, 0.04) == [LINE, "High."]


def test_each_message_may_stand_in_a_form() -> None:
    message = "<form><div class=usertext-body><p>{}</p></div></form>"
    assert chosen(message.format(LINE) + message.format("Mast."), 0.9, 0.04) == [LINE, "Mast."]


def test_where_nothing_else_is_believed_what_stands_in_such_a_box_is_the_text() -> None:
    body = "<p>Sign in</p><div class=project-description><p>Prints tides.</p><pre>tides --port Marlow</pre></div>"
    assert chosen(body, 0.005, 0.03, 0.03) == ["Prints tides.", "tides --port Marlow"]


def test_a_menu_whose_levels_have_the_names_is_no_box() -> None:
    body = f"<div class=level1><p>{LINE}</p></div><ul><li class=level1><p>Ropes</p></li></ul>"
    assert chosen(body, 0.9, 0.02) == [LINE]


MANUAL = """<main><h1>Winch</h1><section class=class-description><div class=type-signature>public class Winch</div>
<div class=block>A winch winds ropes of any length, as long as they are dry.</div></section>
<section class=method-details><h2>Methods</h2><section><h3>wind</h3><div class=member-signature>int wind(int turns)</div>
<div class=block>Winds the rope.</div><dl class=notes><dt>Returns:</dt><dd>what is left</dd></dl></section></section></main>"""


def test_a_page_of_a_manual_has_its_functions_and_what_they_return() -> None:
    found = text(whole(MANUAL))
    assert [each for each in ("int wind(int turns)", "Winds the rope.", "what is left") if each not in found] == []


THREAD = "<div id=post_{0}><a class=authi>user{0}</a><table><tr><td class=t_f>{1}</td></tr></table></div>"


def test_a_thread_has_answers_of_one_word() -> None:
    posts = (
        "My outboard dies after ten minutes, and runs again when it has cooled down. Any idea?",
        "Coil.",
        "It was!",
    )
    found = text(whole("".join(THREAD.format(number, said) for number, said in enumerate(posts))))
    assert "Coil." in found
    assert "It was!" in found


def test_a_box_of_two_names_has_both_and_one_aside_is_none() -> None:
    body = f"<div class=markup><p>{LINE}</p><p>Ten.</p></div>"
    assert chosen(body, 0.9, 0.02) == [LINE]
    assert chosen(f"<aside class=md-div><p>{LINE}</p><p>Ten.</p></aside>", 0.9, 0.02) == [LINE]


def test_boxes_with_more_than_the_little_that_is_kept_are_what_the_page_is_there_for() -> None:
    body = f"<p>Home › Forums › Lamps</p><div class=bbp-reply-content><p>{LINE}</p></div>"
    assert chosen(body, 0.6, 0.02) == ["Home › Forums › Lamps", LINE]


def test_comments_under_a_short_text_are_not() -> None:
    body = f"<p>The pier is closed.</p><div class=comment_body><p>{LINE}</p></div>"
    assert chosen(body, 0.9, 0.02) == ["The pier is closed."]
