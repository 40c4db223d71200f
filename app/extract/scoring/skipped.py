"""What a page offers to skip in the midst of its text: a promotion, the most read stories, a form for a letter.

Papers that many hear rather than see put a link before such a box, which leads to a place behind it (WCAG 2.4.1,
technique G123), with names as their programmers write them whatever the language of the page: `#end-of-podcasts`.
"""

import re
from collections.abc import Sequence

from app.extract.scoring.text_blocks import PageText, TextBlock

_WORD = r"(?<![a-z])(?:end[-_]of|after|skip)(?![a-z])|skip[-_]?link"
_PLACE = re.compile(rf"#[\w-]{{0,60}}(?:{_WORD})[\w-]{{0,60}}", re.IGNORECASE)
_MOST_SKIPPED = 30  # blocks between the link and the place
_MOST_LINKS = 40  # such links of a page that are followed
_LINKED = 0.5  # the share of the letters of what is skipped that stands in links, from which it leads elsewhere


def skipped(page: PageText) -> list[int]:
    """Return the numbers of the blocks between a link that skips something and its place, with both.

    That is where most of it is links. Elsewhere only the link and the words at its place are none: what is skipped may
    be a post that the text quotes.
    """
    blocks = page.blocks
    begun = [
        number for number, block in enumerate(blocks) if len(block.hrefs) == 1 and _PLACE.fullmatch(block.hrefs[0])
    ]
    found: list[int] = []
    for number in begun[:_MOST_LINKS]:
        end = _behind(blocks, number)
        if end > number:
            inside = range(number + 1, end)
            is_elsewhere = _is_linked([blocks[each] for each in inside])
            found += [
                number,
                *(inside if is_elsewhere else ()),
                *([end] if _is_at(blocks[end], blocks[number]) else ()),
            ]
    return found


def _behind(blocks: Sequence[TextBlock], number: int) -> int:
    """Return the number of the block at the place that a link leads to; that of the link where it is not near."""
    near = range(number + 1, min(number + 2 + _MOST_SKIPPED, len(blocks)))
    return next((each for each in near if _is_at(blocks[each], blocks[number])), number)


def _is_at(block: TextBlock, link: TextBlock) -> bool:
    return f"#{block.container.element.get('id')}" == link.hrefs[0]


def _is_linked(blocks: Sequence[TextBlock]) -> bool:
    letters = sum(len(block.text) for block in blocks)
    return sum(block.links for block in blocks) > letters * _LINKED
