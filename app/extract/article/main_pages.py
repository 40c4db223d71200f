"""The main page of a wiki: boxes in columns that are all of its text, of which no one is more so than another."""

from itertools import islice

from lxml.html import HtmlElement

# What holds the text of a page of MediaWiki, the innermost first.
_CONTENT = (
    "//div[contains(@class, 'mw-parser-output')]",
    "//*[@id='mw-content-text']",
    "//*[@id='bodyContent']",
)
_MAIN = "//*[starts-with(@id, 'mp-') or starts-with(@id, 'mf-')]"  # its boxes, on most wikis; `mf` for small screens
_FEWEST_BOXES = 2
_SAID = '"wgIsMainPage":true'
_MOST_SCRIPTS = 20


def main_page_of_wiki(root: HtmlElement) -> HtmlElement | None:
    """Return the element with all boxes of a wiki's main page, or None where the page is another one."""
    content = next((found[0] for path in _CONTENT if (found := root.xpath(path))), None)
    if content is None:
        return None
    is_said = any(_SAID in (script.text or "") for script in islice(root.iter("script"), _MOST_SCRIPTS))
    return content if is_said or len(content.xpath(f".{_MAIN}")) >= _FEWEST_BOXES else None
