"""The recipe or instruction that a page holds for search engines alone, behind what the page shows of it."""

from collections.abc import Callable, Iterator, Sequence

from app.extract.metadata.guides import Guide, Part
from app.models import Block, Blocks, Heading, ItemList, Paragraph, Run, text_of
from app.text.normalize import letters

_MISSING = 0.5  # of what is shown; where less of it is, the page does not show it
_PROBE = 40  # letters of a step by which it is known again
_HARDLY_A_TEXT = 200  # letters
_SHORTEST_WORD = 4  # letters


def with_guide(blocks: Blocks, guide: Guide, title: str) -> Blocks:
    """Return the blocks of a page, and behind them what they lack of its guide: ingredients, steps, or both.

    Questions and answers are so only on a page that shows hardly a text: elsewhere they are written for machines.
    """
    if not guide:
        return blocks
    shown = _bare("".join(map(text_of, blocks)))
    if guide.is_answers and len(shown) >= _HARDLY_A_TEXT:
        return blocks
    steps = [step for part in guide.parts for step in part.steps]
    has_steps = _share(steps, lambda step: _bare(step)[:_PROBE] in shown) >= _MISSING
    has_all = _share(guide.ingredients, lambda each: _bare(each) in shown) >= _MISSING
    if has_steps and steps and not has_all:  # written in another way
        has_all = _share(guide.ingredients, lambda each: _longest_word(each) in shown) >= _MISSING
    lacking = Guide(
        "" if has_all or has_steps else guide.name,
        guide.amount,
        guide.time,
        () if has_all else guide.ingredients,
        () if has_steps else guide.parts,
    )
    return (*blocks, *_blocks(lacking, title)) if lacking else blocks


def _bare(text: str) -> str:
    """Return the letters of a text without figures, of which one half is often written in two ways."""
    return "".join(each for each in letters(text) if each.isalpha())


def _longest_word(text: str) -> str:
    word = max(map(_bare, text.split()), key=len, default="")
    return word if len(word) >= _SHORTEST_WORD else _bare(text)


def _share(texts: Sequence[str], is_shown: Callable[[str], bool]) -> float:
    """Return how much of some texts is shown; where there are none, all of them are."""
    return sum(map(is_shown, texts)) / len(texts) if texts else 1


def _blocks(guide: Guide, title: str) -> Iterator[Block]:
    if guide.name and letters(guide.name) != letters(title):
        yield Heading(2, (Run(guide.name),))
    facts = ", ".join(filter(None, (guide.amount, guide.time))) if guide.ingredients else ""
    if facts:
        yield Paragraph((Run(facts),))
    if guide.ingredients:
        yield ItemList(False, tuple((_paragraph(each),) for each in guide.ingredients))
    for part in guide.parts:
        yield from _steps(part)


def _steps(part: Part) -> Iterator[Block]:
    if part.heading:
        yield Heading(3, (Run(part.heading),))
    if part.heading and len(part.steps) == 1:
        yield _paragraph(part.steps[0])
        return
    yield ItemList(True, tuple((_paragraph(step),) for step in part.steps))


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))
