"""A sentence of the text that is set once more between its paragraphs is said once."""

import pytest

from tests.extract.scoring.pages import SENTENCES, TITLE, inside, prose, text, whole

SAID = "the carpenters worked from the marks that the old shaft had left in the stone"  # in the third paragraph


@pytest.mark.parametrize(
    "quote",
    [
        f"<aside><p>{SAID}</p></aside>",
        f"<blockquote><p>“{SAID.capitalize()}.”</p></blockquote>",
        f"<div class=pull-quote>{SAID}</div>",
        f"<figure class=wp-block-pullquote><blockquote><p>{SAID}</p><cite>A carpenter</cite></blockquote></figure>",
    ],
)
def test_a_pull_quote_goes_with_whoever_says_it(quote: str) -> None:
    found = text(inside(quote))
    assert found.lower().count(SAID) == 1
    assert "A carpenter" not in found


@pytest.mark.parametrize(
    "quote",
    [
        "<blockquote><p>I have never eaten a better crust in all of my life.</p></blockquote>",
        "<blockquote><p>in the stone</p></blockquote>",
        f"<blockquote><p>{SAID}</p><p>It took them a year, and none of them would have missed a single day of it, they say.</p></blockquote>",
    ],
)
def test_a_quotation_that_says_more_stays(quote: str) -> None:
    words = quote.split("<p>")[1].partition("</p>")[0]
    assert text(inside(quote)).count(words) >= 1 + (words in SENTENCES[2])


def test_posts_that_quote_each_other_keep_what_they_quote() -> None:
    posts = (
        f"<div class=post><div class=body>{prose(0, 1, 2)}</div></div>"
        f"<div class=post><div class=body><blockquote><p>{SAID}</p></blockquote>{prose(5, 6)}</div></div>"
    )
    assert text(whole(f"<article><h1>{TITLE}</h1><div class=thread>{posts}</div></article>")).count(SAID) == 2
