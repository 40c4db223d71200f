"""Addresses of the pages of a wiki that has one site for each language, as Wikipedia has. No I/O."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from app.errors import BadAddress
from app.net.urls import canonical
from app.sentences import Sentence

#: What stands in a base for the language.
LANGUAGE = "{language}"
LONGEST_TITLE = 255  # bytes, of MediaWiki
UNNAMED = Sentence("Please type a word, or the title of a page.")
TOO_LONG = Sentence("That is too long for the title of a page.")

_CODE = r"[a-z]{2,3}(?:-[a-z]{2,12}){0,2}|simple"
# What no title holds (https://www.mediawiki.org/wiki/Manual:Page_title), and what is a page about pages.
_NOT_IN_TITLES = re.compile(r"[\x00-\x1f\x7f#<>\[\]{}|]+")
_NAMESPACE = re.compile(r"\w[\w -]*:(?=\S)")


@dataclass(frozen=True, slots=True)
class Wiki:
    """A wiki by the `base` of its addresses, in which `LANGUAGE` stands for the language, and its `name` on pages.

    `defines` says that it is a dictionary.
    """

    name: str
    base: str
    defines: bool = False

    def home(self, language: str) -> str:
        """Return the base of the wiki in a language, without a slash at its end."""
        return self.base.replace(LANGUAGE, language).rstrip("/")

    def address(self, language: str, title: str) -> str:
        """Return the canonical address of the page with this title. Raises `BadAddress` where nothing has it."""
        name = "_".join(_NOT_IN_TITLES.sub(" ", title).replace("_", " ").split())
        if not name:
            raise BadAddress(UNNAMED)
        if len(name.encode("utf-8", "replace")) > LONGEST_TITLE:
            raise BadAddress(TOO_LONG)
        return canonical(f"{self.home(language)}/wiki/{quote(name, safe=_IN_PATHS)}")

    def language_of(self, url: str) -> str | None:
        """Return the language of the wiki that a canonical address belongs to, empty where its base has none.

        None is returned for an address of another site.
        """
        before, has_language, after = self.base.partition(LANGUAGE)
        code = f"({_CODE})" if has_language else "()"
        found = re.match(f"{re.escape(before)}{code}{re.escape(after.rstrip('/'))}/", url) if self.base else None
        return found[1] if found else None

    def title_at(self, url: str) -> str:
        """Return the title of the page at a canonical address, or nothing where it is no page of this wiki."""
        language, parts = self.language_of(url), urlsplit(url)
        if language is None or parts.query:
            return ""
        _, is_page, name = url.removeprefix(self.home(language)).partition("/wiki/")
        return unquote(name).replace("_", " ") if is_page and name else ""

    def has_entry(self, url: str) -> bool:
        """Say whether a canonical address is that of an entry: no file, discussion, or page about pages."""
        title = self.title_at(url)
        return bool(title) and not _NAMESPACE.match(title)


# Characters that stand as themselves in a path (RFC 3986, section 3.3) and in the titles of pages.
_IN_PATHS = "!$'()*,/:@"
