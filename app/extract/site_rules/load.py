"""Site rules out of files: the packaged ones, and those of a host in their place.

A folder holds a file for each site, `example.com.txt`, as FiveFilters' collection does; one file holds several, each
under its name in brackets, `[example.com]`. The rules of `example.com` are for `www.example.com` too, and those of
`.example.com` for every host below it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from app.extract.site_rules.rules import NO_RULES, SiteRules
from app.extract.site_rules.syntax import BadRule, parse_rules

PACKAGED = Path(__file__).with_name("packaged")
MOST_BYTES = 2_000_000
_HOST = re.compile(r"\.?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}")
_SECTION = re.compile(r"\[([^\]]{1,300})\]")


class SiteRulesError(Exception):
    """A file of rules is wrong; the message is one line that names the file, the line and the reason."""


@dataclass(frozen=True, slots=True)
class Sites:
    """The rules of sites by their names: `example.com`, or `.example.com` for all below it."""

    rules: Mapping[str, SiteRules]

    def of(self, url: str) -> SiteRules:
        """Return the rules for the canonical address `url`: those of the nearest name."""
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        labels = host.split(".")
        above = (f".{'.'.join(labels[place:])}" for place in range(len(labels)))
        return next((self.rules[name] for name in (host, *above) if name in self.rules), NO_RULES)

    def headers(self, url: str) -> Mapping[str, str]:
        """Return the header fields that are sent with a request for `url`, and only with that."""
        return dict(self.of(url).headers)


def load_sites(path: Path | None) -> Sites:
    """Return the packaged rules, with those of the folder or file at `path` in place of theirs for the same names.

    Raises `SiteRulesError`.
    """
    return Sites({**_packaged(), **(dict(_read(path)) if path else {})})


@cache
def _packaged() -> Mapping[str, SiteRules]:
    return dict(_read(PACKAGED))


def _read(path: Path) -> Iterator[tuple[str, SiteRules]]:
    if path.is_dir():
        for file in sorted(path.glob("*.txt")):
            yield _named(file, 0, file.name.removesuffix(".txt")), _rules(file, enumerate(_lines(file), 1))
        return
    sections: dict[str, list[tuple[int, str]]] = {}
    name = ""
    for number, line in enumerate(_lines(path), 1):
        if section := _SECTION.fullmatch(line.strip()):
            name = _named(path, number, section[1])
            sections.setdefault(name, [])
        elif name:
            sections[name].append((number, line))
        elif line.strip() and not line.lstrip().startswith("#"):
            raise _wrong(path, number, "no site is named before it, as in [example.com]")
    for name, lines in sections.items():
        yield name, _rules(path, lines)


def _lines(file: Path) -> list[str]:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise SiteRulesError(f"{file}: it is larger than {MOST_BYTES} bytes.")
        return file.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SiteRulesError(f"{file}: it cannot be read ({reason}).") from error


def _named(file: Path, line: int, name: str) -> str:
    """Return the name of a site. Raises `SiteRulesError`."""
    host = name.strip().lower()
    if not _HOST.fullmatch(host):
        raise _wrong(file, line, f"{name.strip()!r} is not the name of a site, such as example.com")
    return host.removeprefix("www.")


def _rules(file: Path, lines: Iterable[tuple[int, str]]) -> SiteRules:
    try:
        return parse_rules(iter(lines))
    except BadRule as error:
        raise _wrong(file, error.line, str(error)) from error


def _wrong(file: Path, line: int, reason: str) -> SiteRulesError:
    return SiteRulesError(f"{file}, line {line}: {reason}." if line else f"{file}: {reason}.")
