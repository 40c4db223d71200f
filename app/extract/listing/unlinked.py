"""Entries of a list that lead nowhere, between those that do: what is on television, minutes that are no file yet."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lxml.html import HtmlElement

from app.extract.listing.days import is_day
from app.extract.listing.headlines import Link
from app.extract.listing.titles import INLINE, MOST_PARTS, CardTitles, breadth, text_in
from app.extract.metadata.dates import iso_day
from app.text.normalize import line

#: Stands for the address of such an entry, with its number behind; no link is one.
NOWHERE = "unlinked:"
_FEWEST = 2  # entries that lead on and look alike
_MOST = 150  # entries that lead nowhere
_MOST_AROUND = 12  # elements from a link up
_TAGS = frozenset({"article", "dd", "div", "li", "p", "section", "tr"})
_CLASSLESS = frozenset({"article", "dd", "li", "tr"})  # that are entries without a class that says so
_SHORTEST, _LONGEST = 3, 150  # characters of a title
_HEAD_CELLS = "th"
_HOUR = r"\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?"
_CLOCK = re.compile(rf"\W{{0,3}}{_HOUR}(?:\W{{1,4}}{_HOUR})?\W{{0,3}}", re.IGNORECASE)


Shape = tuple[str, str | None]


def with_unlinked(chosen: Sequence[Link], owners: Mapping[HtmlElement, str]) -> list[Link]:
    """Return the headlines `chosen` in page order, and what stands between them in elements of the same look.

    `owners` are the elements that hold headlines; a table's row of heads, and what has a link of any kind, is no entry.
    """
    boxes = _boxes(chosen, owners)
    shapes = Counter((above, _shape(box)) for box, above in boxes.values())
    looks = {look for look, number in shapes.items() if number >= _FEWEST and _may_be_entry(look[1])}
    lists = dict.fromkeys(above for above, _ in looks)
    free = (each for above in lists for each in above if each not in owners and isinstance(each.tag, str))
    like = (each for each in free if (each.getparent(), _shape(each)) in looks)
    entries = ((each, _unlinked(each, number)) for number, each in enumerate(islice(like, _MOST)))
    found = {each: link for each, link in entries if link is not None}
    return _in_order(chosen, boxes, found) if found else list(chosen)


def _boxes(chosen: Sequence[Link], owners: Mapping[HtmlElement, str]) -> dict[str, tuple[HtmlElement, HtmlElement]]:
    """Return the largest element that is of one headline alone, and what that stands in, by address."""
    found = {}
    for link in chosen:
        box = link.element
        for above in islice(link.element.iterancestors(), _MOST_AROUND):
            if owners.get(above) != link.url:
                found[link.url] = (box, above)
                break
            box = above
    return found


def _shape(box: HtmlElement) -> Shape:
    return box.tag, box.get("class")


def _may_be_entry(shape: Shape) -> bool:
    tag, name = shape
    return tag in _TAGS and (name is not None or tag in _CLASSLESS)


def _unlinked(entry: HtmlElement, number: int) -> Link | None:
    """Return an entry that leads nowhere as a link of its own, or None where it has no title, or a link."""
    if next(entry.iterdescendants("a", "button", "form", "iframe", _HEAD_CELLS), None) is not None:
        return None
    named = CardTitles()[entry]
    parts = named[:1] or [part for part in islice(entry.iter(), MOST_PARTS) if _says(part)][:1]
    title = _title(parts[0]) if parts else ""
    is_alone = not named and title == text_in(entry) and " " not in title and breadth(title) == len(title)
    is_title = _SHORTEST <= len(title) <= _LONGEST and not is_alone  # `Advertisement`
    return Link(parts[0], f"{NOWHERE}{number}", title, 1) if is_title else None


def _title(part: HtmlElement) -> str:
    """Return what an element says, or what stands in it before another line."""
    if all(child.tag in INLINE or child.tag == "span" for child in islice(part, MOST_PARTS)):
        return text_in(part)
    return line(part.text or "") or text_in(part)


def _says(part: HtmlElement) -> bool:
    """Say whether an element has words of its own that are no hour and no day."""
    said = line(part.text or "") if isinstance(part.tag, str) and part.tag not in ("script", "style", "time") else ""
    is_word = len(said) >= _SHORTEST and any(map(str.isalpha, said))
    return is_word and not (_CLOCK.fullmatch(said) or is_day(said) or iso_day(said))


def _in_order(
    chosen: Sequence[Link],
    boxes: Mapping[str, tuple[HtmlElement, HtmlElement]],
    found: Mapping[HtmlElement, Link],
) -> list[Link]:
    """Return the headlines, and each that was found behind the one that stands before it in its list."""
    after: dict[HtmlElement, list[Link]] = {}
    before: dict[HtmlElement, list[Link]] = {}
    held = {box: url for url, (box, _) in boxes.items()}
    for entry, link in found.items():
        last = next((each for each in entry.itersiblings(preceding=True) if each in held), None)
        if last is not None:
            after.setdefault(last, []).append(link)
        else:
            first = next(each for each in entry.itersiblings() if each in held)
            before.setdefault(first, []).append(link)
    return list(_woven(chosen, boxes, before, after))


def _woven(
    chosen: Sequence[Link],
    boxes: Mapping[str, tuple[HtmlElement, HtmlElement]],
    before: Mapping[HtmlElement, Sequence[Link]],
    after: Mapping[HtmlElement, Sequence[Link]],
) -> Iterator[Link]:
    for link in chosen:
        box, _ = boxes.get(link.url, (link.element, None))
        yield from before.get(box, ())
        yield link
        yield from after.get(box, ())
