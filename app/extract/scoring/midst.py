"""Boxes in the midst of the text that are kept whole, with the line that is their title."""

import re
from collections.abc import Sequence

from app.extract.scoring.attributes import IN_H1, IN_LIST
from app.extract.scoring.discussion import announces_discussion
from app.extract.scoring.documents import MOST_BLOCKS, offers_document
from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.labels import says_others
from app.extract.scoring.names import tokens_of
from app.extract.scoring.sections import SURE_HEADING
from app.extract.scoring.text_blocks import Container, PageText, TextBlock
from app.extract.scoring.textbox import TextBox
from app.text.normalize import letters

_MOST_IN_BOX = 60  # blocks
_CALLOUT_HOPE, _SERIES_HOPE = 0.2, 0.08  # the mean score from which such a box is kept
_SHORT_SERIES_HOPE = 0.25  # the same of a series of short lines that ends the text
_SERIES, _PAIR = 3, 2  # like boxes
_CALLOUTS = frozenset(
    """admonition alert callout caution factbox facts-box fact hint highlight-box important infobox info-box key-points
    message-box note notice-box tip warning""".split()
)
_LABELLED = frozenset({"admonition", "callout"})
_ASIDES = frozenset({"note", "notice", "tip", "warning"})  # an `aside` of these is labelled, too
_WHOLLY_STRANGE = 2.9  # log-odds: what is strange by its tag or role is none of the text
_SMALL_PART = 0.3  # of the text that is kept
_LONGEST_TITLE = 60  # characters
_MOST_UNDER_TITLE = 12  # blocks
_LINES = 4  # lines of a verse, blocks of a template
_LINE_HOPE = 0.7  # of the threshold
_NEARLY_ALL = 0.75
_NOTES = frozenset({"footnote", "footnotes", "endnote", "endnotes", "fn-note"})
_NOTE_ROLES = frozenset({"role=doc-endnote", "role=doc-endnotes", "role=doc-footnote"})
_NOTE_HOPE = 0.1
# What a note at the foot of a text begins with: [1], (2), *, two daggers.
_NOTE_MARK = re.compile(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\*{1,3}|[†‡§¹²³]{1,3})\s*\w")


def keep_boxes(page: PageText, scores: Sequence[float], kept: list[bool], box: TextBox) -> None:
    """Keep, in place, each callout or series without links that stands between two kept blocks, if it may belong there.

    So is one that offers a document.

    `scores` are those of the model, before any doubt: a callout is strange by its name, and of the text by its place.
    """
    pictured = [mark.behind for mark in page.marks]
    for each in page.containers:
        inside = range(each.first, each.end)
        if each.blocks > _MOST_IN_BOX or all(kept[each.first : each.end]):
            continue
        if (each.links and each.blocks > MOST_BLOCKS) or not _is_between(page.blocks, kept, each, box):
            continue
        is_document = bool(each.links) and offers_document(page.blocks[each.first : each.end])
        if each.links and not is_document:
            continue
        hope = _CALLOUT_HOPE if is_document else _hope(page.blocks, scores, kept, each)
        if hope is None or box.doubt(each) >= _WHOLLY_STRANGE or any(place in inside for place in pictured):
            continue
        if sum(scores[place] for place in inside) >= hope * len(inside):
            for place in inside:
                is_fact = _is_fact(page.blocks, each, place)
                kept[place] = kept[place] or is_document or _says_something(page.blocks[place], is_fact)


def _hope(blocks: Sequence[TextBlock], scores: Sequence[float], kept: Sequence[bool], each: Container) -> float | None:
    """Return the mean score from which a box without links is kept, or None where it is no such box."""
    if _is_callout(each):
        return _CALLOUT_HOPE
    if not _is_series(blocks, each):
        return None
    above = each.first - 1
    is_headed = blocks[above].container.level > 0 and scores[above] >= SURE_HEADING
    return _SERIES_HOPE if is_headed or each.prose or any(kept[each.end : each.end + 1]) else _SHORT_SERIES_HOPE


def _is_fact(blocks: Sequence[TextBlock], each: Container, place: int) -> bool:
    """Say whether a figure in a box is what a word beside it is about: `Berths`, `16`, or `12`, `berths left`.

    The word before it stands in the same element, the one behind it in the same one of the like boxes.
    """
    own = blocks[place].container
    if place > each.first and own.parent is blocks[place - 1].container.parent and _has_letters(blocks[place - 1]):
        return True
    if place + 1 == each.end or not _has_letters(blocks[place + 1]):
        return False
    entry = own.child_of(each)
    return entry is not None and place + 1 < entry.end


def _has_letters(block: TextBlock) -> bool:
    return any(map(str.isalpha, block.text))


def _says_something(block: TextBlock, is_fact: bool) -> bool:
    return (is_fact or _has_letters(block)) and not is_furniture(block)


def _is_between(blocks: Sequence[TextBlock], kept: Sequence[bool], each: Container, box: TextBox) -> bool:
    before, behind = each.first - 1, each.end
    if behind < len(kept) - 1 and blocks[behind].container.level and not kept[behind]:
        behind += 1  # a heading follows its text later
    if before > 0 and blocks[before].container.level and not kept[before] and not _is_headline(blocks[before]):
        before -= 1  # so does that over the box
    if before < 0 or not (_is_headline(blocks[before]) or (kept[before] and box.contains(blocks[before].container))):
        return False
    if behind < len(kept) and kept[behind] and box.contains(blocks[behind].container):
        return True
    return _ends_text(blocks, each)


def _is_headline(block: TextBlock) -> bool:
    return bool(block.container.flags & IN_H1)


def _ends_text(blocks: Sequence[TextBlock], each: Container) -> bool:
    """Say whether a warning is the last of the element that has the headline, or a series that has text before it."""
    around = each.parent
    if around is None or around.tag == "body" or around.end != each.end:
        return False
    before = blocks[around.first : each.first]
    is_of_text = _is_labelled(each) or _is_series(blocks, each)
    return is_of_text and any(block.container.flags & IN_H1 for block in before)


def _is_labelled(each: Container) -> bool:
    """Say whether a box is one of those of a manual, which are labelled as a note or a warning."""
    names = _LABELLED | _ASIDES if each.tag == "aside" else _LABELLED
    return "role=note" in each.extra or not names.isdisjoint(tokens_of(each.names))


def _is_callout(each: Container) -> bool:
    return each.tag == "aside" or "role=note" in each.extra or not _CALLOUTS.isdisjoint(tokens_of(each.names))


def _is_series(blocks: Sequence[TextBlock], each: Container) -> bool:
    """Say whether a box holds so many like boxes and nothing else.

    Two do behind some text, if each has a name and several blocks; buttons are in pairs under a headline.
    """
    children: dict[Container, None] = {}
    for block in blocks[each.first : each.end]:
        child = block.container
        while child.parent is not None and child.parent is not each:
            child = child.parent
        children[child] = None
    if len({child.template for child in children}) != 1:
        return False
    if len(children) != _PAIR or _is_headline(blocks[each.first - 1]):
        return len(children) >= _SERIES
    return all(child.blocks > 1 and child.stem for child in children)


def settle_lines(page: PageText, scores: Sequence[float], kept: list[bool], threshold: float, box: TextBox) -> None:
    """Keep, in place, all lines of an element that breaks part and that has no links, if half of them are kept: a verse
    is whole.
    """
    lines: dict[Container, list[int]] = {}
    for number, block in enumerate(page.blocks):
        if block.container.blocks >= _LINES and not block.container.links:
            lines.setdefault(block.container, []).append(number)
    for around, numbers in lines.items():
        own = sum(kept[number] for number in numbers)
        if len(numbers) < _LINES or own == len(numbers) or not box.contains(around):
            continue
        if 2 * own >= len(numbers):
            for number in numbers:
                kept[number] = kept[number] or scores[number] >= threshold * _LINE_HOPE


def keep_kin(page: PageText, scores: Sequence[float], kept: list[bool], threshold: float, box: TextBox) -> None:
    """Keep, in place, what falls short by little where nearly all others of its template are kept."""
    kin: dict[tuple[str, ...], list[int]] = {}
    for number, block in enumerate(page.blocks):
        kin.setdefault(block.container.template, []).append(number)
    for numbers in kin.values():
        own = sum(kept[number] for number in numbers)
        if len(numbers) < _LINES or own == len(numbers) or own < _NEARLY_ALL * len(numbers):
            continue
        for number in numbers:
            if scores[number] >= threshold * _LINE_HOPE and box.holds(page.blocks[number].container):
                kept[number] = kept[number] or page.blocks[number].links == 0


def keep_titles(blocks: Sequence[TextBlock], kept: list[bool], box: TextBox) -> None:
    """Keep, in place, each short line that begins a small box of the text of which all else is kept.

    That is a callout, or holds a list or table.
    """
    most = _SMALL_PART * sum(block.length for block, own in zip(blocks, kept, strict=True) if own)
    for number, block in enumerate(blocks):
        if kept[number] or block.links or block.length > _LONGEST_TITLE:
            continue
        around = _begun_by(block, number)
        if around is None or around.blocks > _MOST_UNDER_TITLE or around.length > most or not box.holds(around):
            continue
        others = blocks[number + 1 : around.end]
        is_over = _is_callout(around) or any(other.container.flags & IN_LIST for other in others)
        if is_over and all(kept[number + 1 : around.end]) and _is_title(block):
            kept[number] = True


def _begun_by(block: TextBlock, number: int) -> Container | None:
    """Return the smallest container that a block begins and others stand in."""
    each = next((each for each in block.container.outward() if each.blocks != 1), None)
    return each if each is not None and each.first == number else None


def _is_title(block: TextBlock) -> bool:
    said = letters(block.text)
    return said.isalpha() and not (is_furniture(block) or says_others(block) or announces_discussion(said))


def keep_notes_at_foot(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool], box: TextBox) -> None:
    """Keep, in place, each note of the text's box that is named so (DPUB-ARIA 1.1: `doc-footnote`, `doc-endnotes`), or
    begins as one at once behind kept text.
    """
    for number, block in enumerate(blocks):
        if not kept[number] and scores[number] >= _NOTE_HOPE and box.holds(block.container):
            follows = number > 0 and kept[number - 1] and bool(_NOTE_MARK.match(block.text))
            kept[number] = follows or _is_in_notes(block.container, box)


def _is_in_notes(container: Container, box: TextBox) -> bool:
    return any(
        not (_NOTES.isdisjoint(tokens_of(each.names)) and _NOTE_ROLES.isdisjoint(each.extra))
        for each in container.outward(box.container)
    )
