"""The sentence under a headline is kept, though much stands between it and the text."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.hints import Hints
from app.extract.scoring.leads import keep_lead
from app.extract.scoring.text_blocks import PageText
from app.extract.scoring.textbox import TextBox
from app.extract.scoring.walk import page_text
from tests.extract.scoring.pages import SENTENCES, TITLE, prose, text, whole
from tests.extract.scoring.test_choice import LINE, chosen

LEAD = "A village has put its old mill to work again, and found that it had forgotten how."
DESCRIBED = "A village has put its old mill to work again, and found it had forgotten how"
SHARE = "".join(f"<li><a href='/share/{name}'>{name}</a></li>" for name in "Facebook X WhatsApp E-Mail Pocket".split())
BETWEEN = f"<p>By Nell Harbour</p><p>27 March 2024</p><div>Share</div><ul>{SHARE}</ul><div>Listen</div>"


def kept(lead: str, score: float, between: str = BETWEEN, hints: Hints = Hints()) -> bool:  # noqa: B008 - is frozen
    """Say whether `lead` is kept that the model gives this score, above a text that is kept."""
    page = page_text(parse(f"<body><h1>{TITLE}</h1>{lead}{between}{prose(0, 1)}</body>"))
    place = next(number for number, block in enumerate(page.blocks) if block.text == LEAD)
    scores = [score if number == place else 0.0 for number in range(len(page.blocks))]
    found = [number >= len(page.blocks) - 2 for number in range(len(page.blocks))]
    keep_lead(page.blocks, scores, found, hints, _box(page, found))
    return found[place]


def _box(page: PageText, found: list[bool]) -> TextBox:
    return TextBox(page, found, {})


def test_a_likely_sentence_under_the_headline_is_kept() -> None:
    assert kept(f"<p>{LEAD}</p>", 0.3)
    assert not kept(f"<p>{LEAD}</p>", 0.2)


def test_one_that_says_what_the_page_is_described_with_needs_less() -> None:
    described = Hints(descriptions=("".join(filter(str.isalnum, DESCRIBED)).lower(),))
    assert kept(f"<p>{LEAD}</p>", 0.15, hints=described)
    assert not kept(f"<p>{LEAD}</p>", 0.05, hints=described)


@pytest.mark.parametrize(
    ("lead", "between"),
    [
        (f"<figure><figcaption>{LEAD}</figcaption></figure>", BETWEEN),
        (f'<p><a href="/other">{LEAD}</a></p>', BETWEEN),
        (f"<p>{SENTENCES[5]}</p><p>{LEAD}</p>", BETWEEN),
        (f"<p>{LEAD}</p>", f"<ul>{SHARE * 5}</ul>"),
    ],
)
def test_captions_links_second_sentences_and_what_is_far_from_the_text_are_no_leads(lead: str, between: str) -> None:
    assert not kept(lead, 0.3, between)


def test_a_lead_over_buttons_and_contents_is_part_of_the_text() -> None:
    said = text(whole(f"<article><h1>{TITLE}</h1><p class=einleitung>{LEAD}</p>{BETWEEN}{prose(0, 1, 2, 3)}</article>"))
    assert LEAD in said
    assert "WhatsApp" not in said


@pytest.mark.parametrize(
    ("before", "score", "stays"),
    [
        ("The ropewalk has closed.", 0.3, True),
        ("The ropewalk has closed.", 0.1, False),
        ("Ropewalk News", 0.3, False),
        ("<a href=/>The ropewalk has closed.</a>", 0.3, False),
        ("<div>The ropewalk has closed.</div>", 0.3, False),
    ],
)
def test_a_sentence_before_the_first_paragraph_needs_no_element_of_its_own(
    before: str, score: float, stays: bool
) -> None:
    body = f"{before}<p>{LINE}<p>{LINE}"
    assert (len(chosen(body, score, 0.9, 0.9)) == 3) is stays
