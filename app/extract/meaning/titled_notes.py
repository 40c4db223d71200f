"""Notes that stand in an attribute of their number alone, which a script or the browser shows over it."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.extract.meaning.replacing import replace_by_text
from app.text.normalize import line

# The last are those of Tippy and of Littlefoot.
_ATTRIBUTES = ("title", "data-tippy-content", "data-footnote-content")
_NOWHERE = re.compile(r"#?\Z|javascript:", re.IGNORECASE)
_MOST = 2_000
_FEWEST_WORDS, _LONGEST = 3, 600  # words and characters of a note
_LONGEST_NUMBER, _MOST_LINKS = 8, 3  # characters; links of one


def tell_titled_notes(root: HtmlElement) -> None:
    """Put each such note in brackets in place of its number, where that leads to no place with more, in place."""
    for number in list(islice(root.iter("sup"), _MOST)):
        links = list(islice(number.iter("a"), _MOST_LINKS))
        said = next(filter(None, map(_note_of, (number, *links))), "")
        is_number = len(line(number.text_content())) <= _LONGEST_NUMBER
        if said and is_number and all(_NOWHERE.match((each.get("href") or "").strip()) for each in links):
            replace_by_text(number, f" [{said}]")


def _note_of(element: HtmlElement) -> str:
    said = line(next(filter(None, map(element.get, _ATTRIBUTES)), ""))
    return said if len(said.split()) >= _FEWEST_WORDS and len(said) <= _LONGEST else ""
