"""The box of the text: the smallest container with nearly all that was kept, and what is strange within it."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from app.extract.scoring.attributes import ASIDE_ROLE
from app.extract.scoring.names import tokens_of
from app.extract.scoring.text_blocks import Container, PageText
from app.extract.scoring.walk import BLOCK_TAGS

_DOUBT = 1.0  # how much of the log-odds of a strange name counts besides what the model makes of it
_SMALL_PART = 0.1  # of the box of the text; a larger part of it is no stranger
_FOOT_PART = 0.3  # the same of what is so by its tag: an article may be short
_GOOD_PART = 0.3  # of the box of the text
_FEET = frozenset({"footer", "nav"})
_SERIES, _SERIES_LINKS = 3, 0.05  # like boxes at least, and the share of them in links at most
_TELLING, _STRANGE_TAG = -0.8, -3.0  # log-odds: from which a box is strange; of one that is so by its tag
_STRANGE_TAGS = frozenset({"footer", "form", "nav"})
_NEARLY_ALL = 0.9


class TextBox:
    """The box of the text of a page; `container` is None where as much in it is not kept.

    A small box within it is strange by its tag, its role, or names that on other sites hold no text of articles
    (`odds`, see `Tables.names`). That is evidence beside the model's, which had to learn from pages that name all.
    """

    def __init__(self, page: PageText, kept: Sequence[bool], odds: Mapping[str, float]) -> None:
        """Find the box of the blocks that are `kept`."""
        self._odds, self._blocks = odds, page.blocks
        self._strangest: dict[Container | None, float] = {None: 0.0}
        self._kin: Counter[str] | None = None
        self.container = _smallest_around(page, kept)

    def holds(self, container: Container) -> bool:
        """Say whether a container lies in the box, and in none that is strange."""
        return self.contains(container) and not self.doubt(container)

    def doubted(self, score: float, container: Container) -> float:
        """Return the score of a block in `container`, lower where that is strange."""
        doubt = self.doubt(container)
        return score / (score + (1 - score) * math.exp(doubt)) if doubt else score

    def doubt(self, container: Container) -> float:
        """Return what speaks against text in `container`, as log-odds: 0 or more."""
        box = self.container
        if box is None or not self.contains(container):
            return 0.0
        strangest = self._strangest_around(container, box)
        return -_DOUBT * strangest if strangest <= _TELLING else 0.0

    def _strangest_around(self, container: Container | None, box: Container) -> float:
        """Return how strange the strangest is of a container and those small ones around it that the box holds."""
        known = self._strangest.get(container)
        if known is None and container is not None:
            known = 0.0
            if container is not box and container.length < _FOOT_PART * box.length:
                known = self._strangest_around(container.parent, box)
                if container.tag in _FEET or container.length < _SMALL_PART * box.length:
                    known = min(known, self._strangeness(container, box))
            self._strangest[container] = known
        return known or 0.0

    def contains(self, container: Container) -> bool:
        """Say whether a container lies in the box, be it strange or not."""
        box = self.container
        return box is not None and box.first <= container.first and container.end <= box.end

    def _strangeness(self, container: Container, box: Container) -> float:
        """Return how strange one container is, as log-odds: the mean of its names, of which unknown ones count as 0.

        One strange word among others says little ("social-housing").
        """
        if container.element.tag not in BLOCK_TAGS:
            return 0.0  # a word of the line, not a box
        if container.tag == "pre":
            return 0.0  # whose name says what is written in it
        if container.tag in _STRANGE_TAGS or (container.flags & ~box.flags) & ASIDE_ROLE:
            return _STRANGE_TAG
        tokens = tokens_of(container.names)
        said = sum(self._odds.get(token, 0.0) for token in tokens) / len(tokens) if tokens else 0.0
        is_usual = said <= _TELLING and (self._is_usual(container, box) or self._is_one_of_many(container, box))
        return 0.0 if is_usual else said

    def _is_usual(self, container: Container, box: Container) -> bool:
        """Say whether boxes of the same name hold a good part of the text: what much of it is in, is not strange."""
        if self._kin is None:
            inside = {each for each in self._boxes_in(box) if each is not box}
            self._kin = Counter()
            for each in inside:
                self._kin[each.stem] += int(each.length)
        return self._kin[container.stem] >= _GOOD_PART * box.length

    def _is_one_of_many(self, container: Container, box: Container) -> bool:
        """Say whether a box is one of a series without links that is, as a whole, no small part of the text."""
        series = container.parent
        while series is not None and series.blocks == container.blocks:
            series = series.parent
        if series is None or series is box or not self.contains(series) or series.links > _SERIES_LINKS * series.length:
            return False
        own = container.template
        kin = {id(each) for each in self._boxes_in(series) if each.template == own}
        return len(kin) >= _SERIES and series.length >= _SMALL_PART * box.length

    def _boxes_in(self, series: Container) -> Iterator[Container]:
        """Yield the boxes that the blocks of a series lie in, each as often as it has blocks."""
        for block in self._blocks[series.first : series.end]:
            each: Container | None = block.container
            while each is not None and each is not series:
                yield each
                each = each.parent


def _smallest_around(page: PageText, kept: Sequence[bool]) -> Container | None:
    lengths = [0.0, *accumulate(block.length * own for block, own in zip(page.blocks, kept, strict=True))]
    total = lengths[-1]
    if not total:
        return None
    each: Container | None = page.blocks[list(kept).index(True)].container
    while each is not None and lengths[each.end] - lengths[each.first] < _NEARLY_ALL * total:
        each = each.parent
    return each if each is not None and total >= each.length / 2 else None
