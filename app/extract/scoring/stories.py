"""What stands before the story that a page is about, and whole stories that follow it.

The page's title says which of several is meant: posts of a thread or of a live blog, of which none has it for its
headline, are all kept.
"""

from collections.abc import Sequence

from app.extract.scoring.hints import Hints
from app.extract.scoring.walk import Container, PageText
from app.text.normalize import letters

_MOST_BEFORE = 3  # likely blocks before a headline; with more, it is they that are the story
_STORY = 100  # characters of prose that a story has at least


def before_headline(page: PageText, hints: Hints, scores: Sequence[float], threshold: float) -> list[int]:
    """Return the numbers of the blocks of prose before the headline that says the page's title, if its text follows.

    Nine of ten such blocks are about the site, or another story's (`docs/extraction.md`).
    """
    blocks = page.blocks
    headings = (number for number, block in enumerate(blocks) if block.container.level and not block.links)
    own = next((number for number in headings if hints.is_title(letters(blocks[number].text))), -1)
    text = [
        block.length for block, score in zip(blocks[own + 1 :], scores[own + 1 :], strict=True) if score >= threshold
    ]
    if own < 0 or sum(text) < _STORY:
        return []
    found = [number for number in range(own) if scores[number] >= threshold]
    return [number for number in found if blocks[number].is_prose] if len(found) <= _MOST_BEFORE else []


def other_stories(page: PageText, hints: Hints) -> list[int]:
    """Return the numbers of the blocks of further stories.

    Their boxes are like that of the page's own story and stand beside it, each with its own headline.
    """
    headlines = [number for number, block in enumerate(page.blocks) if block.container.level == 1]
    own = next((number for number in headlines if hints.is_title(letters(page.blocks[number].text))), -1)
    found: list[int] = []
    for other in headlines:
        if other > own >= 0 and not hints.in_title(letters(page.blocks[other].text)):
            another = _apart(page.blocks[other].container, own)
            if _are_alike(_apart(page.blocks[own].container, other), another):
                found += range(another.first, another.end)
    return found


def _apart(container: Container, other: int) -> Container:
    """Return the largest box around a container that does not hold the block `other`."""
    each = container
    while each.parent is not None and not each.parent.first <= other < each.parent.end:
        each = each.parent
    return each


def _are_alike(one: Container, another: Container) -> bool:
    return (
        one.tag == another.tag == "article"
        and one.parent is another.parent
        and one.template == another.template
        and min(one.prose, another.prose) >= _STORY
    )
