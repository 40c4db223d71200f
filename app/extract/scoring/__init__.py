"""The text of an article, told from the rest of its page block by block over the whole page.

    tree --walk--> blocks --features, tokens--> rows --model--> scores --choice--> kept --pruning--> tree

No container is chosen: each block is judged by itself, by what is around it and by its neighbours (`model`, trained
by `bench.extraction.train`). The tree that remains holds the kept text in its own elements.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.extract.scoring.choice import choose
from app.extract.scoring.hints import Hints, hints_of
from app.extract.scoring.model import Model, trained_model
from app.extract.scoring.pruning import prune
from app.extract.scoring.text_blocks import PageText
from app.extract.scoring.walk import page_text

__all__ = ["Chosen", "Hints", "article_tree", "hints_of"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: the tree that holds nothing else, and how much of it can be trusted.

    `confidence` is the F1 of the text that the model itself expects, 0 to 1.
    """

    tree: HtmlElement
    confidence: float


def article_tree(root: HtmlElement, hints: Hints, lead: int, judge: Model | None = None) -> Chosen:
    """Reduce the parsed page `root`, in which pictures and embeds are marks, to its article.

    `hints` were read before the marks were put; `lead` is the number of the picture that the page's head names.
    """
    judge = judge or trained_model()
    page = page_text(root)
    scores = judge.scores(page, hints)
    kept = choose(page, scores, judge.threshold, judge.tables.names, hints)
    return Chosen(prune(page, kept, lead), expected_f1(page, scores, kept))


def expected_f1(page: PageText, scores: Sequence[float], kept: Sequence[bool]) -> float:
    """Return the F1 that the kept text has if each block belongs as likely as its score says."""
    lengths = [block.length for block in page.blocks]
    hit = sum(score * length for score, length, own in zip(scores, lengths, kept, strict=True) if own)
    said = sum(length for length, own in zip(lengths, kept, strict=True) if own)
    there = sum(score * length for score, length in zip(scores, lengths, strict=True))
    return 2 * hit / (said + there) if said + there else 0.0
