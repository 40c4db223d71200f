"""What stands around a block: its containers, the others of its template, the article and the hidden part it is in."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.extract.scoring.attributes import BIT, FLAGS, HIDDEN
from app.extract.scoring.text_blocks import Container, PageText, TextBlock

AROUND = 4  # how many containers around a block are described
_FRAMED = BIT["article"] | HIDDEN


@dataclass(slots=True)
class Around:
    """What is the same for all blocks of a container: numbers, and the extent of the innermost with several blocks."""

    row: list[float]
    first: int
    blocks: int


class Surroundings:
    """What stands around blocks, worked out once for each container."""

    def __init__(self, page: PageText) -> None:
        """Look at a whole page."""
        self._body = page.body
        self._scores = _scores(page.blocks)
        self._best = max(self._scores, key=lambda each: self._scores[each], default=page.body)
        self._kin = _Kin(page.blocks, page.body.length or 1.0)
        self._frames = _Frames(page.body)
        self._flags: dict[int, list[float]] = {}
        self._outer: dict[Container, Around] = {}
        self._known: dict[Container, Around] = {}

    def of(self, container: Container) -> Around:
        """Return what stands around the blocks whose innermost container this is."""
        known = self._known.get(container)
        if known is None:
            flags = self._flags.get(container.flags)
            if flags is None:
                flags = [float(container.flags >> bit & 1) for bit in range(len(FLAGS))]
                self._flags[container.flags] = flags
            several: Container = container
            while several.blocks < 2 and several.parent is not None:
                several = several.parent
            outer = self._outer.get(several)
            if outer is None:
                outer = self._outer[several] = self._around(several)
            own = self._kin.of(container) + self._frames.of(container)
            known = self._known[container] = Around(own + outer.row + flags, outer.first, outer.blocks)
        return known

    def _around(self, container: Container) -> Around:
        """Return what is said of a container with several blocks and of those around it that hold more."""
        found: list[Container] = []
        in_best, most = False, 0
        each: Container | None = container
        while each is not None:
            in_best = in_best or each is self._best
            if len(found) < AROUND and each.blocks > most:
                found.append(each)
                most = each.blocks
            each = each.parent
        found += [self._body] * (AROUND - len(found))
        row = [
            float(in_best),
            self._scores.get(container, 0.0) / (self._scores.get(self._best, 0.0) or 1.0),
            float(container.blocks),
        ]
        prose = self._body.prose or 1.0
        for one in found:
            length = one.length or 1.0
            row += [one.prose / prose, one.prose / length, one.links / length, math.log1p(one.blocks)]
        return Around(row, container.first, container.blocks or 1)


def _scores(blocks: Sequence[TextBlock]) -> dict[Container, float]:
    """Return a score for containers as Readability gives them: commas and length, halved on each level up."""
    scores: dict[Container, float] = {}
    for block in blocks:
        if block.length < 25:
            continue
        score = (1 + block.text.count(",") + min(block.length / 100, 3)) * (1 - block.links / len(block.text))
        inner = block.container
        holds_text = inner.tag in ("p", "h1", "h2", "h3", "h4", "pre", "td", "li", "blockquote")
        container: Container | None = inner.parent if holds_text and inner.parent else inner
        for weight in (1, 0.5, 0.25):
            if container is None:
                break
            scores[container] = scores.get(container, 0) + score * weight
            container = container.parent
    return scores


class _Kin:
    """Blocks made by the same template: the same tags and names of the two innermost containers."""

    def __init__(self, blocks: Sequence[TextBlock], total: float) -> None:
        sums: dict[tuple[str, ...], list[float]] = {}
        for block in blocks:
            template = block.container.template
            known = sums.get(template)
            if known is None:
                known = sums[template] = [0.0, 0.0, 0.0]
            known[0] += 1
            known[1] += block.length
            known[2] += block.links
        self._rows = {
            template: [count, length / total, links / length, math.log1p(length / count)]
            for template, (count, length, links) in sums.items()
        }

    def of(self, container: Container) -> list[float]:
        """Return how many they are, their share of the page's text, of links in it, and their mean length."""
        return self._rows[container.template]


class _Frames:
    """What is known of the articles and hidden parts that a block lies in."""

    def __init__(self, body: Container) -> None:
        self._body = body
        self._unframed = [0.0, -1.0, 0.0]
        self._known: dict[Container, list[float]] = {body: self._unframed}
        self._articles = 0

    def of(self, container: Container) -> list[float]:
        """Return the number of the innermost article and its share of the page's prose, -1 for none; and the share
        of the innermost hidden part.
        """
        if not container.flags & _FRAMED:
            return self._unframed
        known = self._known.get(container)
        if known is None:
            above = container.parent or self._body
            known = self.of(above)
            is_hidden = container.flags & HIDDEN and not above.flags & HIDDEN
            if container.tag == "article" or is_hidden:
                known = list(known)
                share = container.prose / (self._body.prose or 1.0)
                if container.tag == "article":
                    self._articles += 1
                    known[:2] = [float(self._articles), share]
                if is_hidden:
                    known[2] = share
            self._known[container] = known
        return known
