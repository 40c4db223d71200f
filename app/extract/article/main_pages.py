"""The main page of a wiki: boxes in columns that are all of its text, of which no one is more so than another."""

from lxml.html import HtmlElement

# What holds the text of a page of MediaWiki, the innermost first, by a word that stands in its markup.
_CONTENT = {
    "mw-parser-output": "//div[contains(@class, 'mw-parser-output')]",
    "mw-content-text": "//*[@id='mw-content-text']",
    "bodyContent": "//*[@id='bodyContent']",
}
_MAIN = "//*[starts-with(@id, 'mp-') or starts-with(@id, 'mf-')]"  # its boxes, on most wikis; `mf` for small screens
_FEWEST_BOXES = 2
_SAID = '"wgIsMainPage":true'


def main_page_of_wiki(root: HtmlElement, text: str) -> HtmlElement | None:
    """Return the element with all boxes of a wiki's main page, or None where the page `text` is another one."""
    paths = [path for word, path in _CONTENT.items() if word in text]
    content = next((found[0] for path in paths if (found := root.xpath(path))), None)
    if content is None:
        return None
    return content if _SAID in text or len(content.xpath(f".{_MAIN}")) >= _FEWEST_BOXES else None
