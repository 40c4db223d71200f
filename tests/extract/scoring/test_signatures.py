"""What stands under the posts of a forum."""

import pytest

from app.extract.scoring.signatures import signatures
from app.extract.scoring.walk import page_text
from tests.extract.reading import with_marks
from tests.extract.scoring.test_choice import LINE


def found(body: str) -> list[str]:
    page = page_text(with_marks(f"<html><body>{body}</body></html>"))
    return [page.blocks[number].text for number in signatures(page)]


@pytest.mark.parametrize("name", ["signature", "message-signature", "post_sig", "signaturecontainer restore"])
def test_the_signatures_of_posts_are_none_of_them(name: str) -> None:
    post = f"<div class=post><p>{LINE}</p><div class='{name}'><p>Sailing</p><p>since {{}}</p></div></div>"
    assert found(post.format(1980) + post.format(1999)) == ["Sailing", "since 1980", "Sailing", "since 1999"]


def test_boxes_in_one_another_are_one_signature() -> None:
    assert found(f"<p>{LINE}</p><div class=signature><div class=sig>Ann Keeper, mayor</div></div>") == []


def test_that_of_a_letter_and_what_is_named_otherwise_stay() -> None:
    assert found(f"<p>{LINE}</p><div class=signature>Ann Keeper, mayor</div>") == []
    assert found(2 * f"<p>{LINE}</p><div class=design>signed</div>") == []


def test_letters_to_a_paper_keep_who_signed_them() -> None:
    linked = "<p class=signature><a href=/ann>Ann Keeper</a></p>"
    assert found(f"<p>{LINE}</p>{linked}<p>{LINE}</p>{linked}") == ["Ann Keeper", "Ann Keeper"]
    assert found("<ul class=signatures><li class=signature>Ann Keeper<li class=signature>Olaf Reed</ul>") == []
    letter = f"<div class=letter><p>{LINE}</p><p class=letter-sig>{{}}</p></div>"
    assert found(letter.format("Ann Keeper, Quay") + letter.format("Olaf Reed, Mill")) == []


def test_what_boards_draw_a_rule_before_is_a_signature_too() -> None:
    post = f"<div><div id=post_message_1>{LINE}</div><div>{'_' * 18}<br>{{}}</div></div>"
    assert found(post.format("Sailing") + post.format("Rowing")) == ["Sailing", "Rowing"]


@pytest.mark.parametrize(
    "signature",
    [
        "<div class=member-signature>int wind(int turns)</div>",
        "<dl><dt class='sig sig-object py'>wind(turns)</dt><dd>Winds it.</dd></dl>",
        "<h3 class=signature>wind(turns)</h3>",
        "<div class=tsd-signature>wind(turns): number</div>",
        "<ul class=tsd-signatures><li class=tsd-kind-call-signature>wind(turns)</li></ul>",
    ],
)
def test_what_a_function_is_called_with_is_no_signature_of_somebody(signature: str) -> None:
    assert found(2 * f"<div>{signature}<p>{LINE}</p></div>") == []
