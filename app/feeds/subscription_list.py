"""Lists of feeds as programs exchange them: OPML 2.0 (opml.org/spec2.opml). No I/O."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from lxml import etree

from app.errors import BadAddress, NoText
from app.net.urls import canonical
from app.sentences import Sentence
from app.text.normalize import line, tidy

# Of a document, so many outlines are looked at.
MOST_OUTLINES = 2000


def is_opml(text: str) -> bool:
    """Tell whether `text` says in its first words that it is a list of feeds."""
    return "<opml" in text[:1000].lower()


def read_opml(text: str) -> list[tuple[str, str]]:
    """Return title and canonical address of each feed that a list names, each address once. Raises `NoText`."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(tidy(text).strip().encode(), parser)
    except etree.XMLSyntaxError as error:
        raise NoText(Sentence("This list of feeds cannot be read.")) from error
    found = {url: title for title, url in _outlines(root)} if root is not None else {}
    if not found:
        raise NoText(Sentence("This list of feeds names none."))
    return [(title, url) for url, title in found.items()]


def _outlines(root: etree._Element) -> Iterator[tuple[str, str]]:
    for _, outline in zip(range(MOST_OUTLINES), root.iter("outline"), strict=False):
        names = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        with suppress(BadAddress):
            if address := names.get("xmlurl", "").strip():
                yield line(names.get("title") or names.get("text") or ""), canonical(address)


def write_opml(title: str, feeds: Iterable[tuple[str, str]]) -> bytes:
    """Return a list of feeds, each given as its title and address."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for name, url in feeds:
        etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=url)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))
