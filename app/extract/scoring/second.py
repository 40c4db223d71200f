"""What the second stage of the model sees besides what the first saw: what the first said of the neighbourhood."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from app.extract.scoring.text_blocks import Container, PageText

_NEAR = (-3, -2, -1, 1, 2, 3)
_REACHES = (5, 12)  # blocks to either side
_LEVELS = 3  # containers around a block, each with more blocks than the one before
_OUTSIDE = -0.1
_SEVERAL = 2

COLUMNS = (
    "said",
    *(f"said{offset:+d}" for offset in _NEAR),
    *(f"said_within{reach}" for reach in _REACHES),
    "mass_before",
    "mass",
    *(f"said_in{level}" for level in range(_LEVELS)),
    "said_of_kin",
    "said_of_page",
    "most_said",
    "lesser_repeat",
    "heading_said",
    "said_to_heading",
)


def second_rows(page: PageText, said: Sequence[float], places: Sequence[int]) -> list[list[float]]:
    """Return a row for each block at `places`, as `COLUMNS` names them; `said` is what the first stage gave each."""
    masses = _Masses(page, said)
    kin = _kin(page, masses)
    lesser = _lesser_repeats(page, said)
    sections = _sections(page)
    padded = [_OUTSIDE, _OUTSIDE, _OUTSIDE, *said, _OUTSIDE, _OUTSIDE, _OUTSIDE]
    of_page = [masses.mean(0, len(said)), max(said, default=0.0)]

    def row_of(number: int) -> list[float]:
        container = page.blocks[number].container
        heading, end = sections[number]
        return [
            said[number],
            *padded[number : number + 3],
            *padded[number + 4 : number + 7],
            *[masses.mean(max(0, number - reach), min(len(said), number + reach + 1)) for reach in _REACHES],
            masses.share(0, number),
            masses.share(number, number + 1),
            *masses.levels(container),
            kin[container.template],
            *of_page,
            lesser[number],
            said[heading] if heading >= 0 else _OUTSIDE,
            masses.mean(number + 1, end) if end > number + 1 else _OUTSIDE,
        ]

    return [row_of(page.judged_as[place]) for place in places]


class _Masses:
    """Characters of blocks, each weighed with what was said of it, summed up for any stretch of the page."""

    def __init__(self, page: PageText, said: Sequence[float]) -> None:
        self.lengths = [float(len(block.text)) for block in page.blocks]
        self.masses = [share * length for share, length in zip(said, self.lengths, strict=True)]
        self._length_to = [0.0, *accumulate(self.lengths)]
        self._mass_to = [0.0, *accumulate(self.masses)]
        self._body = page.body
        self._levels: dict[Container, list[float]] = {}

    def mean(self, first: int, end: int) -> float:
        """Return what was said, on average over characters, of the blocks from `first` to before `end`."""
        length = self._length_to[end] - self._length_to[first]
        return (self._mass_to[end] - self._mass_to[first]) / max(1.0, length)

    def share(self, first: int, end: int) -> float:
        """Return which share of the page's whole mass lies from `first` to before `end`."""
        return (self._mass_to[end] - self._mass_to[first]) / max(1.0, self._mass_to[-1])

    def levels(self, container: Container) -> list[float]:
        """Return the means of the containers around a block, each with more blocks than the one before."""
        several: Container = container
        while several.blocks < _SEVERAL and several.parent is not None:
            several = several.parent
        known = self._levels.get(several)
        if known is None:
            known = self._levels[several] = self._means_around(several)
        return known

    def _means_around(self, container: Container) -> list[float]:
        found: list[float] = []
        most = 0
        each: Container | None = container
        while each is not None and len(found) < _LEVELS:
            if each.blocks > most:
                found.append(self.mean(each.first, each.end))
                most = each.blocks
            each = each.parent
        return found + [self.mean(self._body.first, self._body.end)] * (_LEVELS - len(found))


def _kin(page: PageText, masses: _Masses) -> dict[tuple[str, ...], float]:
    """Return what was said, on average, of the blocks of each template."""
    sums: dict[tuple[str, ...], list[float]] = {}
    for block, mass, length in zip(page.blocks, masses.masses, masses.lengths, strict=True):
        entry = sums.setdefault(block.container.template, [0.0, 0.0])
        entry[0] += mass
        entry[1] += length
    return {template: mass / max(1.0, length) for template, (mass, length) in sums.items()}


def _lesser_repeats(page: PageText, said: Sequence[float]) -> list[float]:
    """Return 1 for each block whose text stands on the page again where the first stage likes it better."""
    best: dict[str, int] = {}
    for number, block in enumerate(page.blocks):
        other = best.setdefault(block.text, number)
        if said[number] > said[other]:
            best[block.text] = number
    return [float(best[block.text] != number) for number, block in enumerate(page.blocks)]


def _sections(page: PageText) -> list[tuple[int, int]]:
    """Return, for each block, the number of the heading above it, itself or -1 for none, and that of the next."""
    headings = [number for number, block in enumerate(page.blocks) if block.container.level]
    bounds = pairwise([0, *headings, len(page.blocks)])
    return [
        section
        for heading, (start, end) in zip([-1, *headings], bounds, strict=True)
        for section in [(heading, end)] * (end - start)
    ]
