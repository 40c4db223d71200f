"""Cards of other stories whose link is none of their words are none of the text."""

import pytest

from tests.extract.scoring.pages import SENTENCES, inside, prose, text

HEADLINE = "Ferry runs aground at low tide"
TEASER = "<p>Forty passengers waited for the flood, and the captain for his coffee.</p>"


@pytest.mark.parametrize(
    "card",
    [
        f'<aside><h2>{HEADLINE}</h2><div>Read more</div><a class=overlay href="/ferry" aria-label="{HEADLINE}"></a></aside>',
        f'<div class=x1><a href="http://gazette.example/ferry"></a><h3>{HEADLINE}</h3>{TEASER}</div>',
        f'<article><div><a href="/ferry"><span></span></a><h3><span>Harbour</span> {HEADLINE}</h3>{TEASER}</div></article>',
        f'<div class=inset><h3><a href="/harbour">Harbour</a></h3><h3><a href="/ferry">{HEADLINE}</a></h3></div>',
    ],
)
def test_a_card_that_leads_to_another_story_is_none_of_this_one(card: str) -> None:
    said = text(inside(card))
    assert HEADLINE not in said
    assert "Forty passengers" not in said
    assert "Read more" not in said
    assert SENTENCES[3] in said


@pytest.mark.parametrize(
    "part",
    [
        f'<div><a href="#ferry"></a><h3>{HEADLINE}</h3>{prose(6)}</div>',
        f"<section><a name=ferry></a><h3>{HEADLINE}</h3>{prose(6)}</section>",
        f'<section><a href="http://shop.example/ferry"></a><h3>{HEADLINE}</h3>{TEASER}</section>',
        f'<section><a href="/ferry"></a><h3>{HEADLINE}</h3>{prose(6, 7)}{prose(0, 1)}{prose(2, 3)}</section>',
        f'<h3><a href="/ferry">{HEADLINE}</a></h3>{prose(6)}<h3><a href="/mill">The miller of the tide mill</a></h3>{prose(7)}',
    ],
)
def test_a_part_of_the_text_with_a_link_stays(part: str) -> None:
    assert HEADLINE in text(inside(part))


def test_cards_side_by_side_are_a_list_of_the_text() -> None:
    cards = "".join(
        f'<div class=item><a href="/walk-{number}"></a><h3>Walk {number} along the creek</h3>{TEASER}</div>'
        for number in range(1, 5)
    )
    assert "Walk 3 along the creek" in text(inside(f"<div class=items>{cards}</div>"))
