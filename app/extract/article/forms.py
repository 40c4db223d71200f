"""Forms of a page that a reader may want to fill in: searches, and whatever a page is there for.

Each gets a mark at its place, as pictures do (`media.images`). Forms to subscribe, sign in, comment and share go with
the rest of the page, and so does the search in its head, unless the page is hardly anything else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.article.blocks import replace_figures
from app.extract.scoring.sign_ups import takes_address
from app.models import Blocks, Figure, Form, FormField, FormOption, ItemList, Quote, text_of
from app.net.urls import resolve
from app.text.normalize import cut, letters, line

MOST = 5  # forms of a page
MOST_FIELDS, MOST_OPTIONS = 20, 60
LONGEST_LABEL, LONGEST_VALUE = 60, 200  # characters; of a question that several fields answer, as of a value
LONGEST = 2_500  # characters of names, labels, values and options; a larger form is a link to its page
_LITTLE_TEXT = 600  # letters; a page with less text outside of its forms is there for them
_MOST_INSIDE = 1_500  # letters in a form; one with more is around a page

_OTHERS = re.compile(
    r"comment|consent|cookie|donat|log-?in|mailing|member|newsletter|optin|password|register|reply|share|sign-?(?:in|up)|"
    r"subscri|\bsort|\bvote|rating",
    re.IGNORECASE,
)
_BESIDE = ("aside", "dialog", "footer", "header", "nav")
_BESIDE_ROLES = frozenset({"banner", "complementary", "contentinfo", "dialog", "navigation"})
_TYPED = frozenset({"", "email", "number", "search", "tel", "text", "url", "date", "month", "time", "week"})
_CHOSEN = frozenset({"checkbox", "radio"})
_REFUSED = frozenset({"file", "password"})
_NO_TEXT = frozenset({"a", "footer", "form", "head", "nav", "noscript", "script", "style", "template"})
_CONTROLS = ("button", "input", "legend", "select", "textarea")


@dataclass(frozen=True, slots=True)
class MarkedForm:
    """A form whose mark stands in the tree under its number."""

    number: int
    form: Form


def mark_forms(root: HtmlElement, base: str, first: int) -> list[MarkedForm]:
    """Put a mark in place of each form of the tree that is worth it, and return them, numbered from `first`.

    `base` is the address that links are relative to.
    """
    forms = list(root.iter("form"))
    is_mostly_form = bool(forms) and _letters_outside(root) < _LITTLE_TEXT
    marked: list[MarkedForm] = []
    for element in forms:
        if len(marked) == MOST or not _is_wanted(element, is_mostly_form):
            continue
        form = _form(element, base)
        if form is None or (form.method == "post" and not is_mostly_form):
            continue
        if not is_mostly_form and _signs_up(element):
            _leave_field(element)
            continue
        marked.append(MarkedForm(first + len(marked), form))
        element.addprevious(element.makeelement("figure", {"data-n": str(marked[-1].number)}))
        element.drop_tree()
    return marked


def place_forms(blocks: Blocks, marked: Sequence[MarkedForm]) -> Blocks:
    """Return the blocks with the forms in place of their marks; on a page that is there for them, all of them."""
    if not marked:
        return blocks
    forms = {each.number: each.form for each in marked}
    placed = replace_figures(blocks, lambda number: (forms.pop(number),) if number in forms else (Figure(number),))
    if sum(len(letters(text_of(block))) for block in placed) >= _LITTLE_TEXT or any(_forms_in(placed)):
        return placed
    return (*placed, *forms.values())


def _forms_in(blocks: Blocks) -> Iterator[Form]:
    for block in blocks:
        match block:
            case Form():
                yield block
            case Quote(inner):
                yield from _forms_in(inner)
            case ItemList(_, items):
                yield from (form for item in items for form in _forms_in(item))


def _letters_outside(root: HtmlElement) -> int:
    """Return how many letters a page has outside of forms, links and what is never its text, up to what decides."""
    count = len(letters(root.text or ""))
    for child in root:
        if count >= _LITTLE_TEXT:
            break
        count += (0 if child.tag in _NO_TEXT else _letters_outside(child)) + len(letters(child.tail or ""))
    return count


def _is_wanted(form: HtmlElement, is_mostly_form: bool) -> bool:
    names = " ".join(form.get(name) or "" for name in ("action", "class", "id", "name", "aria-label"))
    if _OTHERS.search(names) or _length_inside(form) > _MOST_INSIDE or form.getparent() is None:
        return False
    if is_mostly_form:
        return next(form.iterancestors("footer", "dialog"), None) is None
    return not any(box.tag in _BESIDE or box.get("role") in _BESIDE_ROLES for box in form.iterancestors())


def _length_inside(form: HtmlElement) -> int:
    """Return how much text stands in a form, without the options of its fields."""
    return len(form.text_content()) - sum(len(each.text_content()) for each in form.iter("select", "textarea"))


def _signs_up(form: HtmlElement) -> bool:
    """Say whether a form takes an address, which a script or a site sends letters to."""
    return any(map(takes_address, form.iter("input")))


def _leave_field(form: HtmlElement) -> None:
    """Take all but its field out of a form, by which the box around it is known (`scoring.sign_ups`)."""
    field = next(filter(takes_address, form.iter("input")))
    field.tail = form.text = None
    form[:] = [field]


def _form(element: HtmlElement, base: str) -> Form | None:
    """Return a form that a reader can fill in, or None."""
    method = (element.get("method") or "get").strip().lower()
    if method not in ("get", "post") or "multipart" in (element.get("enctype") or ""):
        return None
    try:
        url = resolve(base, element.get("action") or base)
    except BadAddress:
        return None
    controls = list(islice(element.iter(*_CONTROLS), MOST_FIELDS + 1))
    fields = [field for each in controls for field in _field(each)]
    if any(field.kind in _REFUSED for field in fields):
        return None
    if not any(field.kind not in ("hidden", "submit", "words") for field in fields) or _asks_nobody(element, fields):
        return None
    small = len(controls) <= MOST_FIELDS and sum(map(_length, fields)) <= LONGEST
    return Form(url, tuple(fields) if small else (), method)


def _asks_nobody(form: HtmlElement, fields: Sequence[FormField]) -> bool:
    """Say whether a form leads nowhere and has nothing to be typed or sent: a script asks, and its words are text."""
    is_asking = any(field.kind not in _CHOSEN and field.kind != "words" for field in fields)
    return form.get("action") is None and not is_asking


def _length(field: FormField) -> int:
    options = sum(len(each.value) + len(each.words) for each in field.options)
    return len(field.name) + len(field.value) + len(field.label) + options


def _field(element: HtmlElement) -> Iterator[FormField]:
    name, value = element.get("name") or "", element.get("value") or ""
    kind = (element.get("type") or "").lower()
    is_hidden = kind == "hidden"
    if element.get("disabled") is not None or "\n" in value or (len(value) > LONGEST_VALUE and not is_hidden):
        return
    if element.tag == "select" and name:
        options = tuple(_options(element))
        if options:
            yield FormField("select", name, label=_label(element), options=options)
    elif element.tag == "legend" and (words := line(element.text_content())):
        yield FormField("words", "", label=cut(words, LONGEST_VALUE))
    elif element.tag == "textarea" and name:
        yield FormField("textarea", name, label=_label(element))
    elif element.tag == "button" or kind in ("submit", "image"):
        words = line(element.text_content()) if element.tag == "button" else value or element.get("alt") or ""
        if kind not in ("button", "reset"):
            yield FormField("submit", name, value if element.tag == "button" else "", line(words)[:LONGEST_LABEL])
    elif name and kind in _TYPED:
        yield FormField("text", name, value, _label(element))
    elif name and (is_hidden or kind in _CHOSEN or kind in _REFUSED):
        label = "" if is_hidden else _label(element)
        yield FormField(kind, name, value, label, chosen=element.get("checked") is not None)


def _options(select: HtmlElement) -> Iterator[FormOption]:
    for option in list(select.iter("option"))[:MOST_OPTIONS]:
        words = line(option.text_content())
        value = option.get("value")
        yield FormOption(
            words if value is None else value, cut(words, LONGEST_LABEL), option.get("selected") is not None
        )


def _label(element: HtmlElement) -> str:
    """Return what a field is called: in its label, in the text before it or behind it, or in itself."""
    name = element.get("id")
    form = next(element.iterancestors("form"), None)
    if name and form is not None:
        for label in form.iter("label"):
            if label.get("for") == name:
                return cut(line(label.text_content()), LONGEST_LABEL)
    around = next(element.iterancestors("label"), None)
    if around is not None:
        return cut(line(around.text_content()), LONGEST_LABEL)
    before, after = _text_before(element), line(element.tail or "")
    is_chosen = (element.get("type") or "").lower() in _CHOSEN
    own = element.get("placeholder") or element.get("aria-label") or element.get("title") or ""
    found = (after or before) if is_chosen else (before or line(own))
    return cut(found, LONGEST_LABEL)


def _text_before(element: HtmlElement) -> str:
    before, parent = element.getprevious(), element.getparent()
    if before is not None and (before.get("type") or "").lower() in _CHOSEN:
        return ""  # that is its own label
    text = parent.text if before is None and parent is not None else before.tail if before is not None else ""
    return line(text or "")
