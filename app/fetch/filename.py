"""The name that a file is saved under (RFC 6266)."""

import re
from urllib.parse import unquote, urlsplit

MOST_CHARACTERS = 60
MOST_HEADER = 1000

_EXTENDED = re.compile(r"filename\*\s*=\s*\"?(utf-8|iso-8859-1)'[^']*'([^;\"\s]+)", re.I)
_QUOTED = re.compile(r'filename\s*=\s*"((?:[^"\\]|\\.)*)"', re.I)
_BARE = re.compile(r"filename\s*=\s*([^;\"\s]+)", re.I)
# Separators of paths, and what Windows or a shell would take for something else.
_UNSAFE = re.compile(r'[\\/:*?"<>|]+')


def file_name(disposition: str, url: str) -> str:
    """Return the name that a Content-Disposition header proposes, else the last part of the path of `url`.

    It has no slashes, control characters or leading dots, at most 60 characters, and may be empty.
    """
    return _safe(_proposed(disposition[:MOST_HEADER])) or _safe(unquote(urlsplit(url).path.rpartition("/")[2]))


def _proposed(disposition: str) -> str:
    if found := _EXTENDED.search(disposition):
        return unquote(found[2], encoding=found[1])
    if found := _QUOTED.search(disposition):
        return re.sub(r"\\(.)", r"\1", found[1])
    if found := _BARE.search(disposition):
        return unquote(found[1])
    return ""


def _safe(name: str) -> str:
    """Return `name` without what could lead elsewhere, and no longer than allowed; its extension stays."""
    name = _UNSAFE.sub("_", name.replace("\ufffd", "_"))
    name = "".join(character for character in name if character.isprintable()).strip(" .")
    if len(name) <= MOST_CHARACTERS:
        return name
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > 10:
        return name[:MOST_CHARACTERS]
    return stem[: MOST_CHARACTERS - len(extension) - 1] + dot + extension
