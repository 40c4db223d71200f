"""A claim that a page checks, and what it is rated, belong to its text, in whatever boxes they stand."""

import json

import pytest

from tests.extract.scoring.pages import TITLE, prose, text, whole

CLAIM = "The wheel of the tide mill turns by itself."


def _page(boxes: str, claim: str = CLAIM, kind: str = "ClaimReview", behind: str = "") -> str:
    rating = {"@type": "Rating", "ratingValue": 1, "alternateName": "Mostly false"}
    review = {"@type": kind, "claimReviewed": claim, "reviewRating": rating}
    head = f'<script type="application/ld+json">{json.dumps(review)}</script>'
    return whole(f"<div><h1>{TITLE}</h1>{boxes}<article>{prose(0, 1, 2, 3, 4)}</article>{behind}</div>", head)


BOXES = {
    "cards": (
        f'<div class="card share"><h3 class="card-header">Claim</h3><div><p>{CLAIM}</p></div></div>'
        '<div class="card rating"><h3 class="card-header">Rating</h3><div><h5>Mostly false</h5><a href="/r">About</a></div></div>'
    ),
    "a list": f'<ul class="meta-sidebar"><li><h4>Claim</h4><span>{CLAIM}</span></li><li><h4>Rating</h4>Mostly false</li></ul>',
    "links": (
        f'<div class="claim"><h3>Claim</h3><div>{CLAIM}</div></div><div class="rating"><h3>Rating</h3>'
        '<a href="/ratings"><div>Mostly false</div></a></div>'
    ),
    "lines aside": f"<aside><h2>Claim</h2><div>{CLAIM}</div><h2>Rating</h2><div>Mostly false!</div></aside>",
}


@pytest.mark.parametrize("name", BOXES)
def test_claim_and_rating_stand_over_the_text_with_their_headings(name: str) -> None:
    said = text(_page(BOXES[name]))
    assert f"Claim {CLAIM} Rating Mostly false" in said
    assert "About" not in said


def test_a_word_for_the_rating_may_stand_before_it() -> None:
    box = '<div class="rating"><a href="/ratings"><div>Rating: Mostly false<div>About this rating</div></div></a></div>'
    said = text(_page(box))
    assert "Rating: Mostly false" in said
    assert "About" not in said


def test_words_that_only_resemble_the_claim_are_nothing() -> None:
    box = f'<div class="share sidebar-related"><a href="/next">{CLAIM} Read what came of it</a></div>'
    assert CLAIM not in text(_page(box))


def test_what_stands_behind_the_text_is_no_verdict() -> None:
    behind = f'<div class="related"><ul><li><a href="/x">{CLAIM}</a></li></ul></div>'
    assert CLAIM not in text(_page("", behind=behind))


def test_other_reviews_are_no_claims() -> None:
    assert "Mostly false" not in text(_page('<div class="share"><a href="/r">Mostly false</a></div>', kind="Review"))
