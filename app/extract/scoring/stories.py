"""What stands before the story that a page is about, whole stories that follow it, and teasers of others.

The page's title says which of several is meant: posts of a thread or of a live blog, of which none has it for its
headline, are all kept.
"""

from collections.abc import Sequence

from app.extract.scoring.attributes import BIT
from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.hints import Hints
from app.extract.scoring.labels import may_head_teasers, says_others
from app.extract.scoring.text_blocks import Container, PageText, TextBlock
from app.text.normalize import letters

_MOST_BEFORE = 3  # likely blocks before a headline; with more, it is they that are the story
_STORY = 100  # characters of prose that a story has at least
_SURE = 0.8  # the score from which a text is no teaser
_LONGEST_TEASER = 300  # characters
_LONGEST_EXCERPT = 450  # the same where a line announces it
_MOST_OTHERS = 30  # links under a line that announces them
# Where scripts that load one story below the other keep what the address becomes.
_OWN_ADDRESS = ("data-article-url", "data-canonical-url", "data-href", "data-permalink", "data-story-url", "data-url")
_IN_ASIDE = BIT["aside"]
_SHORTEST_HEADLINE = 12  # characters
_MOST_IN_CARD = 5  # blocks of the box of a teaser


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

    Their boxes are like that of the page's own story and stand beside it, each with its own headline; each is an
    `<article>` or has an address or a type of its own, for parts of one text may have headlines, too.
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
        _is_story(one)
        and _is_story(another)
        and one.parent is another.parent
        and one.template == another.template
        and min(one.prose, another.prose) >= _STORY
    )


def _is_story(box: Container) -> bool:
    """Say whether an element is said to be a whole: by its tag, its type, or an address of its own."""
    if box.tag == "article" or "article" in (box.element.get("itemtype") or "").lower():
        return True
    return any(box.element.get(name) for name in _OWN_ADDRESS)


def teasers_at_end(page: PageText, scores: Sequence[float], kept: Sequence[bool]) -> list[int]:
    """Return the numbers of the kept blocks at the end that are teasers of other stories.

    Each stands in a small box with a headline that is nothing but a link, beside other boxes of the kind.
    """
    found: list[int] = []
    for number in range(len(kept) - 1, -1, -1):
        if kept[number]:
            if not _is_teaser(page, scores[number], number):
                break
            found.append(number)
    return found


def _is_teaser(page: PageText, score: float, number: int) -> bool:
    block = page.blocks[number]
    if block.length > _LONGEST_TEASER or (block.container.level and not leads_away(block)):
        return False
    card = block.container
    while card.blocks == 1 and card.parent is not None:
        card = card.parent
    if card.blocks > _MOST_IN_CARD or card.parent is None or (score >= _SURE and card.tag != "article"):
        return False
    inside = page.blocks[card.first : card.end]
    leads = any(leads_away(each) and not is_furniture(each) for each in inside)
    return len(inside) > 1 and leads and _kin(page, card, card.parent) > 1


def leads_away(block: TextBlock) -> bool:
    """Say whether a line is a headline, which a day and an hour are not, and nothing but a link to another page."""
    is_link = block.links >= len(block.text) > _SHORTEST_HEADLINE and not block.hrefs[0].startswith("#")
    return is_link and any(map(str.isalpha, block.text))


def _kin(page: PageText, card: Container, around: Container) -> int:
    """Return how many boxes in the one around a box are of the same template, with itself."""
    boxes = {block.container.child_of(around) for block in page.blocks[around.first : around.end]}
    return sum(box is not None and box.template == card.template for box in boxes)


def insets_of_others(page: PageText) -> list[int]:
    """Return the numbers of the blocks of small boxes aside that tell of one other story.

    Its headline is a link, the first words of its text follow, and all links of the box lead to it.
    """
    blocks = page.blocks
    found: list[int] = []
    for block in blocks:
        if not block.container.flags & _IN_ASIDE or not leads_away(block):
            continue
        aside = next(each for each in block.container.outward() if each.tag == "aside")
        if not _MOST_IN_CARD >= aside.blocks > 1:
            continue
        inside = blocks[aside.first : aside.end]
        addresses = {href for each in inside for href in each.hrefs}
        if len(addresses) == 1 and max(each.length for each in inside) <= _LONGEST_TEASER:
            found += range(aside.first, aside.end)
    return found


def lists_of_others(page: PageText) -> list[int]:
    """Return the numbers of the lines that announce other stories, of the links under them, and of teasers.

    A teaser is a headline that is a link, with no more than a few short texts about it; all that the line's own box
    holds must be such, or all that the next one does, and a text must stand before them.
    """
    blocks = page.blocks
    found: list[int] = []
    end, prose = 0, 0.0
    for number, block in enumerate(blocks):
        prose += block.length if block.is_prose else 0
        if number < end:
            continue
        if says_others(block):
            first = number + 1 + (number + 1 < len(blocks) and is_furniture(blocks[number + 1]))
            end = _end_of_links(blocks, number, first)
            found += range(number, end) if end > first else ()
        if prose >= _STORY and may_head_teasers(block):
            end = max(end, _end_of_teasers(blocks, number))
            found += range(number, end) if end > number + 1 else ()
    return found


def _end_of_links(blocks: Sequence[TextBlock], number: int, first: int) -> int:
    """Return the number behind the last of the links from `first` on, under the line `number`."""
    end = first
    while end < len(blocks) and end < first + _MOST_OTHERS and _is_listed(blocks[end], blocks[number]):
        end += 1
    return end


def _end_of_teasers(blocks: Sequence[TextBlock], number: int) -> int:
    """Return the number behind the last teaser under the line `number`: those of its own box, or of boxes behind it."""
    own = next((each for each in blocks[number].container.outward() if each.end > number + 1), None)
    if own is not None and own.first == number and _are_teasers(blocks[number + 1 : own.end]):
        return own.end
    end = number + 1
    while end < len(blocks):
        box = _apart(blocks[end].container, number)
        if not _are_teasers(blocks[end : box.end]):
            break
        end = box.end
    return end


def _are_teasers(blocks: Sequence[TextBlock]) -> bool:
    """Say whether these are headlines that lead away, each with no more than a few short texts about it."""
    leading = sum(map(leads_away, blocks))
    if not leading or len(blocks) > min(leading * _MOST_IN_CARD, _MOST_OTHERS * 2):
        return False
    return all(block.length <= _LONGEST_EXCERPT for block in blocks)


def _is_listed(block: TextBlock, label: TextBlock) -> bool:
    """Say whether a block is a short link under a label; a heading is the next of the text, but in a box of theirs."""
    if block.is_prose or not block.is_linked:
        return False
    above = block.container.outward()
    box = next(each for each in above if each.first <= label.container.first and label.container.end <= each.end)
    return not block.container.level or box.blocks <= _MOST_OTHERS
