"""What short forms stand for, which a browser shows under the pointer: in brackets behind the first of each."""

from lxml.html import HtmlElement

from app.text.normalize import letters, line

LONGEST_SHORT, LONGEST = 12, 80  # characters
MOST = 200
_NOT_IN = ("a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "nav", "time")


def expand_abbreviations(root: HtmlElement) -> None:
    """Put what `abbr` and `acronym` say in their titles behind the first of each, unless the text says it anyway."""
    said: set[str] = set()
    for element in list(root.iter("abbr", "acronym"))[:MOST]:
        short, title = line(element.text_content()), line(element.get("title") or "")
        if short in said or not _is_expansion(short, title) or next(element.iterancestors(*_NOT_IN), None) is not None:
            continue
        said.add(short)
        parent = element.getparent()
        if parent is None or letters(title) not in letters(parent.text_content()):
            element.tail = f" ({title}){element.tail or ''}"


def _is_expansion(short: str, title: str) -> bool:
    """Say whether a title has the words of which the text is the short form; times and dates are none."""
    return (
        0 < len(short) <= LONGEST_SHORT
        and len(short) < len(title) <= LONGEST
        and any(map(str.isalpha, short))
        and not any(map(str.isdigit, title))
        and letters(title)[:1] == letters(short)[:1]
    )
