"""Which edition lends its feeds for a section to one that has none of its own. Data, and the way to look it up."""

from collections.abc import Mapping

from app.news.editions import find_edition
from app.news.sources import EditionSources

# By language, the editions with the most sections, in the order in which they are asked; sorted.
LENDERS: dict[str, tuple[str, ...]] = {
    "ar": ("ae", "eg"),
    "bn": ("bd",),
    "de": ("de", "at"),
    "en": ("gb", "us"),
    "es": ("es", "mx"),
    "fr": ("fr", "ca-fr"),
    "nl": ("nl", "be"),
    "pt": ("br", "pt"),
    "ru": ("ru",),
    "zh": ("tw", "hk"),
}
# What is news of one country alone.
OWN = frozenset({"top", "nation"})


def sister_of(editions: Mapping[str, EditionSources], borrower: EditionSources, section: str) -> EditionSources | None:
    """Return the edition of `editions` that lends its feeds to a section of `borrower`, or None.

    It is in the same language and script; nobody lends to a section that has feeds of its own.
    """
    if section in OWN or borrower.feeds.get(section):
        return None
    for code in LENDERS.get(borrower.language, ()):
        lender = editions.get(code)
        if lender and lender.code != borrower.code and lender.feeds.get(section) and _is_alike(lender, borrower):
            return lender
    return None


def _is_alike(one: EditionSources, other: EditionSources) -> bool:
    """Tell whether two editions are in one language and written alike, as far as the table of editions knows them."""
    mine, yours = find_edition(one.code), find_edition(other.code)
    return one.language == other.language and (not mine or not yours or mine.family == yours.family)
