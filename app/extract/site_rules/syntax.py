"""The format of FiveFilters' site configs, as its community writes them: `key: value`, a line each.

https://help.fivefilters.org/full-text-rss/site-patterns.html describes it; wallabag and FreshRSS read it, too.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

import lxml.html
from lxml import etree

from app.extract.site_rules.rules import SiteRules

MOST_RULES, LONGEST_VALUE = 200, 2000
_KEY = re.compile(r"[a-z_]{1,40}")
_SENDABLE = re.compile(r"[\x20-\x7e]{1,1000}")
#: The header fields that a rule may send, by their names in small letters; sorted.
HEADERS = {
    "accept": "Accept",
    "accept-language": "Accept-Language",
    "cookie": "Cookie",
    "referer": "Referer",
    "user-agent": "User-Agent",
}
# Keys of the format that mean nothing here: other ways to parse, signing in, tests, looks; sorted.
IGNORED = frozenset(
    """autodetect_next_page autodetect_on_failure convert_double_br_tags dissolve footnotes if_page_contains
    insert_detected_image login_extra_fields login_password_field login_uri login_username_field move_into
    native_ad_clue not_logged_in_xpath parser post_strip_attr requires_login skip_id_or_class_stripping skip_json_ld
    src_lazy_load_attr strip_attr strip_comments test_contains test_title test_url tidy wrap_in""".split()
)
_XPATHS = frozenset({"author", "body", "date", "next_page_link", "single_page_link", "strip", "title"})
_TEXTS = frozenset({"strip_id_or_class", "strip_image_src"})
# XPath is tried on this once, which finds functions and prefixes that there are not.
_SAMPLE = lxml.html.document_fromstring("<html><head><title>T</title></head><body><p class='a'>P</p></body></html>")


class BadRule(ValueError):
    """A line is wrong; the message is the reason, `line` its number from 1."""

    def __init__(self, line: int, reason: str) -> None:
        """Take the number of the line, and the reason."""
        super().__init__(reason)
        self.line = line


def parse_rules(lines: Iterator[tuple[int, str]]) -> SiteRules:
    """Return the rules in numbered `lines`. Raises `BadRule`."""
    reader = _Reader()
    for number, text in lines:
        line = text.strip()
        if line and not line.startswith("#"):
            reader.read(number, line)
    return reader.rules()


class _Reader:
    """Collects the rules of one site."""

    def __init__(self) -> None:
        self._found: dict[str, list[Any]] = {field.name: [] for field in fields(SiteRules) if field.name != "prune"}
        self._prune = True
        self._sought: list[tuple[int, str]] = []
        self._count = 0
        self._readers: Mapping[str, Callable[[int, str, str], None]] = {
            "find_string": self._find_string,
            "http_header": self._header,
            "prune": self._set_prune,
            "replace_string": self._replace_string,
        }

    def read(self, number: int, line: str) -> None:
        """Take one line. Raises `BadRule`."""
        key, argument, value = _parts(number, line)
        if key in IGNORED:
            return
        self._count += 1
        if self._count > MOST_RULES or len(value) > LONGEST_VALUE:
            raise BadRule(number, f"a site has at most {MOST_RULES} rules, each of at most {LONGEST_VALUE} characters")
        if key in _XPATHS:
            self._found[key].append(_xpath(number, value))
        elif key in _TEXTS:
            self._found[key].append(_text(number, value.strip("\"'")))
        elif key in self._readers:
            self._readers[key](number, argument, value)
        else:
            raise BadRule(number, f"there is no key {key!r}")

    def rules(self) -> SiteRules:
        """Return what was collected. Raises `BadRule`."""
        if self._sought:
            raise BadRule(self._sought[0][0], "a find_string has no replace_string")
        return SiteRules(prune=self._prune, **{key: tuple(values) for key, values in self._found.items()})

    def _find_string(self, number: int, argument: str, value: str) -> None:
        self._sought.append((number, _text(number, value)))

    def _replace_string(self, number: int, argument: str, value: str) -> None:
        """Take `replace_string(this): that`, or what belongs to the first `find_string` that has none yet."""
        if argument:
            self._found["replacements"].append((argument, value))
        elif self._sought:
            self._found["replacements"].append((self._sought.pop(0)[1], value))
        else:
            raise BadRule(number, "there is no find_string before this replace_string")

    def _header(self, number: int, argument: str, value: str) -> None:
        name = HEADERS.get(argument.strip().lower())
        if name is None:
            raise BadRule(number, f"http_header may set {', '.join(HEADERS)} only")
        if not _SENDABLE.fullmatch(value):
            raise BadRule(number, "a header has 1 to 1000 ASCII characters")
        self._found["headers"].append((name, value))

    def _set_prune(self, number: int, argument: str, value: str) -> None:
        if value not in ("yes", "no"):
            raise BadRule(number, "prune is yes or no")
        self._prune = value == "yes"


def _parts(number: int, line: str) -> tuple[str, str, str]:
    """Return the key of a line, what stands behind it in brackets, and the value. Raises `BadRule`."""
    found = _KEY.match(line)
    key = found[0] if found else ""
    rest, argument = line[len(key) :].lstrip(), ""
    if rest.startswith("("):
        argument, _, rest = rest[1:].partition("):")
        rest = ":" + rest
    if not key or not rest.startswith(":"):
        raise BadRule(number, "it is not 'key: value'")
    return key, argument, rest[1:].strip()


def _text(number: int, value: str) -> str:
    if not value:
        raise BadRule(number, "there is nothing behind the colon")
    return value


def _xpath(number: int, value: str) -> str:
    """Return an XPath expression that can be evaluated. Raises `BadRule`."""
    try:
        found = etree.XPath(_text(number, value))(_SAMPLE)
    except etree.XPathError as error:
        raise BadRule(number, f"this is no XPath ({str(error).lower()})") from error
    if not isinstance(found, list | str):
        raise BadRule(number, "this XPath finds neither elements nor text")
    return value
