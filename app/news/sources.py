"""The sources: which publishers' feeds each edition is made of, and what Google calls it. One file, one reader.

The packaged file is `sources.toml` beside this module. An operator's own file replaces it as a whole and may have
editions that are not in `editions.py`, which then need a name and a language. What is wrong in a file stops the
start with one line that names the file, the line and the reason.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from app.errors import BadAddress
from app.net.urls import canonical
from app.news.editions import EDITIONS
from app.sentences import Sentence

PACKAGED = Path(__file__).with_name("sources.toml")

# The sections and their titles, in the order in which they are shown.
SECTIONS: tuple[tuple[str, str], ...] = (
    ("top", Sentence("TOP")),
    ("world", Sentence("WORLD")),
    ("nation", Sentence("NATION")),
    ("business", Sentence("BUSINESS")),
    ("technology", Sentence("TECHNOLOGY")),
    ("entertainment", Sentence("ENTERTAINMENT")),
    ("sports", Sentence("SPORTS")),
    ("science", Sentence("SCIENCE")),
    ("health", Sentence("HEALTH")),
)

# What the texts of an edition must look like, sorted by key.
TEXTS: dict[str, tuple[str, str]] = {
    "google": (r"[A-Z]{2}:[a-z]{2}(-[A-Za-z0-9]{3,4})?", "a country and a language such as IN:en"),
    "language": (r"[a-z]{2}", "a code of two letters such as en"),
    "name": (r"[^\x00-\x1f\x7f<>&\"]{1,60}", "1 to 60 characters, none of < > & and quotation marks"),
}
_CODE = re.compile(r"[a-z]{2}(-[a-z]{2})?")
_TITLES = dict(SECTIONS)
_EDITIONS = {edition.code: edition for edition in EDITIONS}
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)


class SourcesError(Exception):
    """A file of sources is wrong; the message is one line that names the file, the line and the reason."""


@dataclass(frozen=True, slots=True)
class EditionSources:
    """What an edition is made of.

    `google` is the edition as Google names it in `ceid`, such as `IN:en`, empty where Google has none; `feeds`
    holds, by section, the canonical addresses of publishers' feeds, the best known publisher first; `names`
    what the file calls the publishers of some of them.
    """

    code: str
    name: str
    language: str
    google: str
    feeds: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def country(self) -> str:
        """Its country in small letters (ISO 3166-1), with which its code begins."""
        return self.code[:2]

    @property
    def language_code(self) -> str:
        """Its language without a country or a script, in small letters (ISO 639-1); English where none is told."""
        return self.language.partition("-")[0].lower() or "en"


def load_sources(path: Path | None) -> Mapping[str, EditionSources]:
    """Return the sources in the file at `path`, or the packaged ones, by the editions' codes. Raises `SourcesError`."""
    file = _SourcesFile.read(path or PACKAGED)
    tables = file.tables()
    if not tables:
        raise file.wrong("There is no edition in it.")
    return MappingProxyType({code: _edition(file, code, table) for code, table in tables.items()})


def without_sources(code: str) -> EditionSources | None:
    """Return the edition of the table with this code as one without any source, or None; it can still be read in."""
    edition = _EDITIONS.get(code)
    return EditionSources(code, edition.name, edition.language, "", {}) if edition else None


@dataclass(frozen=True, slots=True)
class _SourcesFile:
    """A file of sources as text, so that what is wrong in it can be found again."""

    path: Path
    text: str

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the file at `path`. Raises `SourcesError`."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise SourcesError(f"{path} cannot be read: {error.strerror}.") from error
        try:
            return cls(path, data.decode("utf-8-sig").replace("\r\n", "\n"))
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise SourcesError(f"{path}, line {line}: The file is not UTF-8.") from error

    def tables(self) -> dict[str, Any]:
        """Return what the file holds. Raises `SourcesError`."""
        try:
            return tomllib.loads(self.text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            # Where the text ends too early, the message has no line.
            found = _AT_LINE.search(str(error))
            line = int(found[1]) if found else self.text.rstrip().count("\n") + 1
            reason = str(error).removesuffix(found[0] if found else " (at end of document)")
            raise SourcesError(f"{self.path}, line {line}: {reason}.") from error

    def wrong(self, reason: str, *steps: str) -> SourcesError:
        """Return the error with the line that is reached by looking for one of `steps` after the other.

        The steps are regular expressions; one that is not found is passed over, since TOML can say the same thing
        in more than one way. Lines that are comments do not count.
        """
        text, position, line = _COMMENT.sub("", self.text), 0, 1
        for step in steps:
            if found := re.compile(step, re.MULTILINE).search(text, position):
                line = text.count("\n", 0, found.start()) + 1
                position = found.end()
        return SourcesError(f"{self.path}, line {line}: {reason}")


def _edition(file: _SourcesFile, code: str, table: Any) -> EditionSources:
    """Return the edition that `table` describes."""
    if not _CODE.fullmatch(code):
        raise file.wrong(f"{_shown(code)} is no code of an edition such as in or ch-fr.", _header(code))
    if not isinstance(table, dict):
        raise file.wrong(f"{code} must be a table that begins with [{code}].", _key(code))
    for key in table:
        if key not in TEXTS and key != "feeds":
            raise file.wrong(f"{_shown(key)} is none of feeds, google, language, name.", _header(code), _key(key))
    known = _EDITIONS.get(code)
    name = _text(file, code, table, "name", known.name if known else None)
    language = _text(file, code, table, "language", known.language if known else None)
    google = _text(file, code, table, "google", "")
    names: dict[str, str] = {}
    feeds = _feeds(file, code, table.get("feeds", {}), names)
    if not google and not any(feeds.values()):
        raise file.wrong(f"The edition {code} has neither google nor feeds.", _header(code))
    return EditionSources(code, name, language, google, feeds, MappingProxyType(names))


def _text(file: _SourcesFile, code: str, table: dict[str, Any], key: str, default: str | None) -> str:
    """Return a text of an edition, or its default; None as default says that it cannot be left out."""
    pattern, wanted = TEXTS[key]
    value = table.get(key, default)
    if value is None:
        raise file.wrong(f"The edition {code} needs a {key}, since it is not one of ours.", _header(code))
    if key in table and not (isinstance(value, str) and re.fullmatch(pattern, value)):
        raise file.wrong(f"{key} must be {wanted}, not {_shown(value)}.", _header(code), _key(key))
    return str(value)


def _feeds(file: _SourcesFile, code: str, table: Any, names: dict[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Return the feeds of an edition by section; what the file calls their publishers is put into `names`."""
    steps = (_header(code), _header(f"{code}.feeds"))
    if not isinstance(table, dict):
        raise file.wrong(f"feeds must be a table that begins with [{code}.feeds].", _header(code), _key("feeds"))
    for section in table:
        if section not in _TITLES:
            raise file.wrong(f"{_shown(section)} is none of {', '.join(_TITLES)}.", *steps, _key(section))
    found = {section: _addresses(file, table[section], (*steps, _key(section)), names) for section in table}
    return MappingProxyType(found)


def _addresses(file: _SourcesFile, values: Any, steps: tuple[str, ...], names: dict[str, str]) -> tuple[str, ...]:
    """Return the canonical addresses of a section, each once: of texts, and of tables with `url` and `name`."""
    if not isinstance(values, list):
        raise file.wrong(f"A section must be a list of addresses, not {_shown(values)}.", *steps)
    found: dict[str, str] = {}
    for each in values:
        value, name = _named(file, each, steps)
        try:
            url = canonical(value if isinstance(value, str) else "")
        except BadAddress as error:
            raise file.wrong(f"{_shown(value)} is no http or https address.", *steps, _quoted(value)) from error
        if url in found:
            raise file.wrong(f"{_shown(value)} is there twice.", *steps, _quoted(found[url]), _quoted(value))
        found[url] = value
        if name:
            names[url] = name
    return tuple(found)


def _named(file: _SourcesFile, value: Any, steps: tuple[str, ...]) -> tuple[Any, str]:
    """Return the address of a feed, and what the file calls its publisher, or nothing."""
    if not isinstance(value, dict):
        return value, ""
    name, (pattern, wanted) = value.get("name", ""), TEXTS["name"]
    if set(value) != {"url", "name"} or not isinstance(name, str) or not re.fullmatch(pattern, name):
        raise file.wrong(f"A feed is an address, or {{url, name}} with a name of {wanted}.", *steps)
    return value["url"], name


def _header(name: str) -> str:
    """Return the pattern of the line that begins a table, or a table within it."""
    parts = r"[ \t]*\.[ \t]*".join(f"[\"']?{re.escape(part)}[\"']?" for part in name.split("."))
    return rf"^[ \t]*\[[ \t]*{parts}[ \t]*[].]"


def _key(key: str) -> str:
    """Return the pattern of what stands before a value."""
    return rf"(?:^|[{{,. \t])[\"']?{re.escape(key)}[\"']?[ \t]*="


def _quoted(value: Any) -> str:
    """Return the pattern of a value in its place."""
    return f"[\"']{re.escape(value)}[\"']" if isinstance(value, str) else re.escape(_shown(value))


def _shown(value: Any) -> str:
    """Return what a file says, shortened, on one line."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else text[:77] + "..."
