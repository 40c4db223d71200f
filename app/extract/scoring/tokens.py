"""What class names, words and addresses around a block have meant on other sites, as numbers for the model."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.extract.scoring.names import href_tokens, tokens_of
from app.extract.scoring.text_blocks import LONG_TEXT, PROSE_LENGTH, Container, PageText, TextBlock

STRANGE = -1.5  # log-odds of a name that by itself speaks against what is doubtful
_STRONG = 1.0  # log-odds; beyond it a name says something by itself
_INNER = 3  # how many of the innermost containers with names are described one by one
_MOST_HREFS = 3
_MOST_WORDS = 20  # of a short text ("Read more", "Advertisement")

_EXTREMES = ["least", "most", "sum", "levels", "against", "for"]
COLUMNS = (
    *(f"names_{name}" for name in _EXTREMES),
    *(f"names{number}_{name}" for number in range(_INNER) for name in ("least", "most")),
    *("words_least", "words_most", "words_mean", "words_known"),
    *("above_least", "above_most", "above_mean"),
    *("hrefs_least", "hrefs_most"),
    *("prose_least", "prose_mean"),
)


@dataclass(frozen=True, slots=True)
class Tables:
    """Log-odds, against the average of pages, that text belongs to the article: by the names around it, by the
    words of short texts, by what its links lead to, and by the words of longer texts."""

    names: Mapping[str, float]
    words: Mapping[str, float]
    hrefs: Mapping[str, float]
    prose: Mapping[str, float]


def container_tokens(container: Container) -> tuple[str, ...]:
    """Return the tokens of the names of one container."""
    return (*tokens_of(container.names), *container.extra) if container.names or container.extra else ()


def block_hrefs(block: TextBlock) -> list[str]:
    """Return what the links of a block say that is mostly links."""
    if block.links * 2 < len(block.text):
        return []
    return [token for href in block.hrefs[:_MOST_HREFS] for token in href_tokens(href)]


def short_words(block: TextBlock) -> list[str]:
    """Return the words of a short text, none of a longer one."""
    words = block.words
    return words if len(words) <= _MOST_WORDS else []


def prose_words(block: TextBlock) -> list[str]:
    """Return the words of a text of one to five lines, none of a shorter or longer one."""
    return block.words if PROSE_LENGTH <= len(block.text) <= LONG_TEXT else []


def token_rows(page: PageText, tables: Tables) -> list[list[float]]:
    """Return a row of numbers for each block, as `COLUMNS` names them; one for all that are judged as one."""
    chains: dict[Container, list[float]] = {}
    meanings: dict[tuple[str, tuple[str, ...]], list[float]] = {}

    def chain_of(container: Container) -> list[float]:
        known = chains.get(container)
        if known is None:
            known = chain_of(container.parent) if container.parent else _NO_CHAIN
            if container.names or container.extra:
                called = (container.names, container.extra)
                found = meanings.get(called)
                if found is None:
                    found = meanings[called] = _known(container_tokens(container), tables.names)
                if found:
                    known = _longer(known, found)
            chains[container] = known
        return known

    above = _NO_HEADING

    def row_of(block: TextBlock) -> list[float]:
        nonlocal above
        words = _words_row(block, tables.words)
        row = chain_of(block.container) + words + above
        if block.container.level:
            above = words[:3]
        return row + _hrefs_row(block, tables.hrefs) + _prose_row(block, tables.prose)

    rows = [
        row_of(block) if judge == number else []
        for number, (block, judge) in enumerate(zip(page.blocks, page.judged_as, strict=True))
    ]
    return [rows[judge] for judge in page.judged_as]


def _known(tokens: Iterable[str], odds: Mapping[str, float]) -> list[float]:
    """Return what those of the tokens mean that have a meaning; one that is 0 stands in no table."""
    return list(filter(None, map(odds.get, tokens)))


_NO_CHAIN = [0.0] * (len(_EXTREMES) + 2 * _INNER)


def _longer(above: list[float], found: list[float]) -> list[float]:
    """Return what the names of a container and of those around it say together: `names_least` to `names2_most`."""
    least, most = min(found), max(found)
    against = speaks_for = 0
    for value in found:
        if value < -_STRONG:
            against += 1
        elif value > _STRONG:
            speaks_for += 1
    return [
        least if least < above[0] else above[0],
        most if most > above[1] else above[1],
        above[2] + sum(found),
        above[3] + least + most,
        above[4] + against,
        above[5] + speaks_for,
        least,
        most,
        *above[6:-2],
    ]


_NO_HEADING = [0.0, 0.0, 0.0]
_NO_WORDS, _UNKNOWN_WORDS = [0.0, 0.0, 0.0, -1.0], [0.0, 0.0, 0.0, 0.0]
_NOTHING = [0.0, 0.0]


def _words_row(block: TextBlock, odds: Mapping[str, float]) -> list[float]:
    words = short_words(block)
    if not words:
        return _NO_WORDS
    found = _known(words, odds)
    if not found:
        return _UNKNOWN_WORDS
    count = len(words)
    return [min(found), max(found), sum(found) / count, len(found) / count]


def _hrefs_row(block: TextBlock, odds: Mapping[str, float]) -> list[float]:
    found = _known(block_hrefs(block), odds) if block.hrefs else None
    return [min(found), max(found)] if found else _NOTHING


def _prose_row(block: TextBlock, odds: Mapping[str, float]) -> list[float]:
    """Return the mean of the three words that speak most against a text, and of all that say anything."""
    found = _known(prose_words(block), odds)
    if not found:
        return _NOTHING
    found.sort()
    return [sum(found[:3]) / 3, sum(found) / len(found)]
