"""The lines of a card: what stands in the box of a headline, each thing that is said in it by itself."""

from collections.abc import Callable, Container, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from app.extract.listing.beside import TIMES
from app.extract.listing.days import counted, day_of_parts
from app.extract.listing.headlines import Link
from app.extract.listing.titles import INLINE, text_in
from app.text.normalize import line

MOST_LOOKED_AT = 120  # elements and texts of one box
PARTING = " \t\r\n-–—:|•·,[]"  # what stands between the things that are said
_SIGNS = PARTING.strip("[]")
_MOST_WITHIN = 12  # elements of one line
_WITHIN_A_LINE = INLINE | {"span", *TIMES}
# What says nothing, or what no longer holds: what can be pressed or filled in, scripts, words that are struck out.
SILENT = frozenset("button del input noscript option s script select strike style svg template textarea".split())
_NOWHERE = ("#", "javascript:")


def lines_beside(link: Link, box: HtmlElement, is_silent: Callable[[HtmlElement], bool] | None = None) -> Iterator[str]:
    """Yield what stands in the `box` of a link besides its title, in its order, each line once.

    A term and what is said of it are one line, and words with signs between them are, and the parts of a day; what can
    only be pressed says nothing, and nothing does in what `is_silent`.
    """
    said_before: set[str] = set()
    for text in _texts(link.element, box, is_silent):
        said = _bare(line(text))
        if any(map(str.isalnum, said)) and said not in link.title and said not in said_before:
            said_before.add(said)
            yield said


def lines_around(link: Link) -> Iterator[str]:
    """Yield what stands before and behind a link in its own line, on pages whose lines are parted by breaks.

    What stands between two links is of neither.
    """
    runs = [_run(link.element, is_before) for is_before in (True, False)]
    if any(ends_with_break for _, ends_with_break in runs):
        for texts, _ in runs:
            said = _bare(line("".join(texts)))
            if any(map(str.isalnum, said)) and said not in link.title:
                yield said


def _run(link: HtmlElement, is_before: bool) -> tuple[Sequence[str], bool]:
    """Return the texts between a link and the end of its line on one side, and whether that is a break."""
    texts = [] if is_before else [link.tail or ""]
    for number, element in enumerate(link.itersiblings(preceding=is_before)):
        texts += [element.tail or ""] if is_before else []
        if element.tag == "br":
            return (texts[::-1] if is_before else texts), True
        if number == _MOST_WITHIN or element.tag == "a" or element.tag not in _WITHIN_A_LINE:
            return (), False
        texts += [text_in(element)] if is_before else [text_in(element), element.tail or ""]
    above = link.getparent()
    return (above.text or "", *texts[::-1]) if is_before else texts, False


def _texts(link: HtmlElement, box: HtmlElement, is_silent: Callable[[HtmlElement], bool] | None) -> Iterator[str]:
    within = {link, *islice(link.iterancestors(), MOST_LOOKED_AT)}
    waiting: list[HtmlElement | str] = [box]
    for _ in range(MOST_LOOKED_AT):
        if not waiting:
            return
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif is_silent is not None and each not in within and is_silent(each):
            continue
        elif each not in within and _is_one_line(each):
            yield _with_its_term(each, within)
        elif each not in within and (said := day_of_parts(each) or counted(each)):
            yield said
        elif not _is_control(each):
            waiting += reversed(list(_runs(each, within)))


def _runs(element: HtmlElement, within: Container[HtmlElement]) -> Iterator[HtmlElement | str]:
    """Yield what an element holds; loose words are one line with what stands beside them as far as a break."""
    run: list[HtmlElement | str] = [element.text or ""]
    for child in islice(element, MOST_LOOKED_AT):
        if child in within or child.tag not in _WITHIN_A_LINE or _is_control(child) or len(child) > _MOST_WITHIN:
            yield from _joined(run)
            yield child
            run = []
        else:
            run.append(child)
        run.append(child.tail or "")
    yield from _joined(run)


def _joined(run: Sequence[HtmlElement | str]) -> Iterator[HtmlElement | str]:
    is_loose = any(isinstance(each, str) and any(map(str.isalnum, each)) for each in run)
    if is_loose:
        yield "".join(each if isinstance(each, str) else text_in(each) for each in run)
    else:
        yield from (each for each in run if not isinstance(each, str))


def _is_control(element: HtmlElement) -> bool:
    """Say whether an element says nothing, or only what can be done with a script, or the number of a page."""
    if element.tag in SILENT or not isinstance(element.tag, str):
        return True
    if element.tag != "a":
        return False
    is_nowhere = (element.get("href") or "").strip().lower().startswith(_NOWHERE)
    return is_nowhere or (not len(element) and (element.text or "").strip().isdigit())


def _is_one_line(element: HtmlElement) -> bool:
    """Say whether an element has words of its own, and nothing in it but parts of their line."""
    own = (element.text, *(child.tail for child in islice(element, _MOST_WITHIN)))
    if _is_control(element) or not any(text and any(map(str.isalnum, text)) for text in own):
        return False
    inside = list(islice(element.iterdescendants(), _MOST_WITHIN + 1))
    return len(inside) <= _MOST_WITHIN and all(each.tag in _WITHIN_A_LINE and not _is_control(each) for each in inside)


def _with_its_term(element: HtmlElement, within: Container[HtmlElement]) -> str:
    """Return the line of an element; a term is said with its definition, and not by itself."""
    before, behind = element.getprevious(), element.getnext()
    if element.tag == "dt" and behind is not None and behind.tag == "dd" and _is_one_line(behind):
        return ""
    is_told = element.tag == "dd" and before is not None and before.tag == "dt" and before not in within
    said = text_in(element)
    return f"{text_in(before).rstrip(': ')}: {said}" if is_told else said


def _bare(said: str) -> str:
    """Return what is said without the signs around it, and without brackets that hold all of it, or nothing."""
    said = said.lstrip(f"{_SIGNS}.").rstrip(_SIGNS)
    for opening, closing in ("()", "[]"):
        opened, closed = said.count(opening), said.count(closing)
        if opened != closed or (opened == 1 and said[0] == opening and said[-1] == closing):
            said = said.strip(opening + closing)
    return said.strip(_SIGNS)
