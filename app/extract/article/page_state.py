"""The text of an article in the data that a page carries for its scripts, as `__NEXT_DATA__` and its like hold it.

The data has the form that each site gave it. What many share: the text is a string of markup under a telling name, or
a list of paragraphs as objects (ProseMirror, Slate, Contentful, Portable Text); and its headline stands beside it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.extract.article.cached_entries import put_entries_in_place
from app.extract.article.data_paragraphs import PROPERTIES, TAG, as_markup, headline, is_element, joined
from app.extract.article.editor_forms import delta_markup, value_in
from app.extract.article.script_values import streamed_values, values_in
from app.extract.scoring.text_blocks import UNPARTED
from app.text.normalize import letters

SHORTEST = 200  # letters of a text that is worth a look
_MOST_NODES = 100_000

_STRUCTURE = frozenset({"children", "root"})  # within a text of Lexical
_OPERATIONS = "ops"  # of Quill
_CONTENT = "content"  # what the children of such an element are
_WHOLES = frozenset({"article", "main"})  # tags
_BODIES = frozenset(
    "article articlebody articlecontent articletext blocks body bodyhtml bodytext components content contentelements "
    "contenthtml contents elements fulltext html lexical maincontent markup paragraphs richtext rendered story "
    "storybody text".split()
)


@dataclass(frozen=True, slots=True)
class Body:
    """A text that may be that of the article: its markup, not yet cleaned, and whether the page's title is its own."""

    markup: str
    is_titled: bool


def bodies(scripts: Sequence[str], in_title: Callable[[str], bool]) -> Iterator[Body]:
    """Yield the texts in the data of scripts; `in_title` says whether letters are of the page's title."""
    for script in scripts:
        for value in values_in(script):
            put_entries_in_place(value)
            yield from _walk(value, in_title)
    for value in streamed_values(scripts):
        yield from _walk(value, in_title)


def _walk(value: object, in_title: Callable[[str], bool]) -> Iterator[Body]:
    todo: list[tuple[object, str, bool]] = [(value, "", False)]
    for _ in range(_MOST_NODES):
        if not todo:
            return
        node, key, titled = todo.pop()
        if isinstance(node, dict) and (own := letters(headline(node))):
            titled = in_title(own)
        yield from _worth(_own_markup(node, key, titled), titled)
        todo.extend((inner, name, titled) for inner, name in _within(node, key) if _may_hold_text(inner))


def _own_markup(node: object, key: str, titled: bool) -> str:
    """Return the markup that a value under `key` is as a whole; nothing where it is none, or holds several."""
    if isinstance(node, dict):
        operations = node.get(_OPERATIONS)
        return delta_markup(operations) if isinstance(operations, list) else ""
    if isinstance(node, list):
        return joined(node) if (titled or _is_body(key)) and not is_element(node) else ""
    if isinstance(node, str) and _is_body(key) and _has_words(node) and value_in(node) is None:
        return as_markup(node)
    return ""


def _within(node: object, key: str) -> Iterator[tuple[object, str]]:
    """Yield what a value holds, with the keys that it stands under."""
    if isinstance(node, dict):
        yield from ((inner, _key(str(name), key)) for name, inner in node.items())
    elif isinstance(node, list) and is_element(node):
        yield node[PROPERTIES], ""
        if node[1] in _WHOLES:
            yield node[PROPERTIES].get("children"), _CONTENT
    elif isinstance(node, list):
        yield from ((inner, key) for inner in node)
    elif isinstance(node, str):
        yield value_in(node), key


def _key(name: str, around: str) -> str:
    """Return under which key a value stands; the root of a text and its children stand under that of the text."""
    return around if name in _STRUCTURE else name


def _may_hold_text(node: object) -> bool:
    """Say whether a value is worth a look: most are numbers, and names of a word."""
    return isinstance(node, (dict, list)) or (isinstance(node, str) and len(node) > SHORTEST)


def _has_words(text: str) -> bool:
    """Say whether a long text is of words, and no code: it has spaces, or signs that are written without."""
    return " " in text or UNPARTED.search(text) is not None


def _is_body(key: str) -> bool:
    return key.lower().replace("_", "") in _BODIES


def _worth(markup: str, titled: bool) -> Iterator[Body]:
    if len(letters(TAG.sub(" ", markup))) >= SHORTEST:
        yield Body(markup, titled)
