"""What a page tells machines of itself in elements that nobody sees (HTML standard, chapter 5; https://schema.org).

A browser does not show them, and a reader is not to read them: sizes of a logo, names of the publisher, the whole
text once more. What is hidden for the reader to open, as the answers of questions are, has other properties.
"""

import re

from lxml.html import HtmlElement

from app.extract.meaning.looks import has_properties
from app.text.normalize import letters

# Properties of an article whose values are no text of it.
_DATA = frozenset(
    """@id alternativeHeadline articleSection author caption contentUrl copyrightHolder copyrightYear creator
    dateCreated dateModified datePublished editor genre headline height image inLanguage isAccessibleForFree
    isPartOf keywords logo mainEntityOfPage name publisher sourceOrganization thumbnailUrl url value width
    wordCount""".split()
)
_BODY = "articleBody"
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_HIDING = frozenset({"hidden", "style"})
_MOST_TEXTS = 20  # hidden texts of a page; more of them are no copies of its text
_PROBE = 60  # letters of a text by which it is known again


def drop_hidden_data(root: HtmlElement) -> None:
    """Take out elements that are not shown and hold data for machines, or the text that is shown once more."""
    texts = []
    for element in _outermost_hidden(root) if has_properties(root) else ():
        properties = _properties(element)
        if _BODY in properties:
            texts.append(element)
        elif properties and properties <= _DATA and not _says_more(element):
            element.drop_tree()
    if 0 < len(texts) <= _MOST_TEXTS:
        _drop_second_texts(root, texts)


def _drop_second_texts(root: HtmlElement, texts: list[HtmlElement]) -> None:
    """Take hidden texts out of the page; one that stands nowhere else comes back, without what is beside it."""
    places = [_placeholder(text) for text in texts]
    seen = letters(root.text_content())
    for place, text in zip(places, texts, strict=True):
        bodies = text.xpath(f".//*[@itemprop='{_BODY}']") or [text]
        said = letters(bodies[0].text_content())
        if said[:_PROBE] in seen:
            place.drop_tree()
        else:
            place.append(bodies[0])
            seen += said


def _placeholder(element: HtmlElement) -> HtmlElement:
    """Put an empty box in place of an element, whose tail it takes."""
    place = element.makeelement("div")
    element.getparent().replace(element, place)
    place.tail, element.tail = element.tail, None
    return place


def _outermost_hidden(root: HtmlElement) -> list[HtmlElement]:
    """Return the hidden elements that lie in no other one, so that each word is looked at once."""
    hidden = {each: None for each in root.iter() if not _HIDING.isdisjoint(each.keys()) and _is_hidden(each)}
    return [each for each in hidden if not any(around in hidden for around in each.iterancestors())]


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in ("html", "body") or element.getparent() is None:
        return False
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _properties(element: HtmlElement) -> frozenset[str]:
    """Return the names of what an element and those in it say to machines."""
    names = (each.get("itemprop", "") for each in element.iter() if isinstance(each.tag, str))
    return frozenset(" ".join(names).split())


def _says_more(element: HtmlElement) -> bool:
    """Say whether an element has words beside the values of its properties."""
    if element.get("itemprop"):
        return False
    if (element.text or "").strip():
        return True
    return any(_says_more(child) or (child.tail or "").strip() for child in element)
