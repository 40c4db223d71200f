"""The data that elements hold in attributes for the scripts of the page: Inertia, Vue, Livewire, islands of Astro.

Such an attribute is JSON (RFC 8259); what is called it, each library has its own way.
"""

import re

from lxml.html import HtmlElement

from app.extract.article.page_state import SHORTEST

_MOST = 50  # attributes
_MOST_OF_ALL = 3_000_000  # characters
_DATA = re.compile(r"\s{0,9}(?:\{\s{0,9}[\"\}]|\[\s{0,9}[\[{\"\d])")


def data_in_attributes(root: HtmlElement) -> list[str]:
    """Return the attributes of a page that are data, in its order."""
    found: list[str] = []
    left = _MOST_OF_ALL
    for element in root.iter():
        for value in element.values():
            if len(value) >= SHORTEST and _DATA.match(value):
                left -= len(value)
                if left < 0 or len(found) == _MOST:
                    return found
                found.append(value)
    return found
