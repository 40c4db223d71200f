"""Headings that are sentences one after the other are the text of their page."""

import pytest

from app.extract.meaning.sentence_headings import open_sentence_headings
from tests.extract.meaning.spelled import tree
from tests.extract.scoring.pages import text, whole

SENTENCES = ("We bought her in Kiel.", "My brother pumped for three days.", "The neighbours laughed at us.")


def headings(markup: str) -> int:
    """Return how many headings are left of `markup`."""
    return len(tree(markup, open_sentence_headings).xpath(".//h2 | .//h3 | .//h4"))


@pytest.mark.parametrize("tags", [("h3", "h3", "h3"), ("h2", "h4", "h3")], ids=["of one size", "of several sizes"])
def test_three_sentences_one_after_the_other_are_paragraphs(tags: tuple[str, ...]) -> None:
    markup = "\n".join(f"<{tag}>{said}</{tag}>" for tag, said in zip(tags, SENTENCES, strict=True))
    assert headings(markup) == 0


@pytest.mark.parametrize(
    "markup",
    [
        "<p>It rained.</p>".join(f"<h3>{said}</h3>" for said in SENTENCES),
        "It rained. ".join(f"<h3>{said}</h3>" for said in SENTENCES),
        "".join(f"<h3>{said.rstrip('.')}</h3>" for said in SENTENCES),
        "".join(f"<h3><a href=/story>{said}</a></h3>" for said in SENTENCES),
        "".join(f"<h3>{said}</h3>" for said in SENTENCES[:2]),
        "<h3>Go.</h3><h3>Run.</h3><h3>Rest.</h3>",
    ],
    ids=["over paragraphs", "over words", "titles", "links", "two", "words"],
)
def test_headings_that_stand_over_something_or_are_titles_stay(markup: str) -> None:
    assert headings(markup) == markup.count("<h3>")


def test_a_page_of_nothing_else_is_read() -> None:
    found = text(whole("<h1>Our boat</h1>" + "".join(f"<h3>{said}</h3>" for said in SENTENCES)))
    assert [said for said in SENTENCES if said not in found] == []
