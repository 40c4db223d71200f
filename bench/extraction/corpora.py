"""Saved pages with known text: `NAME.dev.zip` holds `pages.jsonl`, a page a line, and the files that it names."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page, and what is known of its article: its text, or what must (`must`) and must not be in it."""

    corpus: str
    id: str
    url: str
    html: bytes
    text: str | None = None
    title: str | None = None
    author: str | None = None
    date: str | None = None
    images: tuple[tuple[str, ...], ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    site: str = ""

    @property
    def group(self) -> str:
        """What must not be in two folds at once: the site, or the page where that is unknown."""
        return self.site or self.id


def corpora_in(folder: Path) -> list[str]:
    """Return the names of the corpora that a folder holds."""
    return sorted({path.name.split(".")[0] for path in folder.glob("*.zip")})


def load(folder: Path, corpus: str) -> list[SavedPage]:
    """Return the pages of a corpus that have something known of them, each once."""
    pages = [page for path in sorted(folder.glob(f"{corpus}.*.zip")) for page in _pages(path)]
    known = [page for page in pages if page.text is None or page.text.strip() or page.must]
    return list({(page.url or page.id, page.html): page for page in reversed(known)}.values())[::-1]


def _pages(path: Path) -> Iterator[SavedPage]:
    names = SavedPage.__dataclass_fields__
    with zipfile.ZipFile(path) as archive:
        for line in io.TextIOWrapper(archive.open("pages.jsonl"), encoding="utf-8"):
            record = json.loads(line)
            record["html"] = archive.read(record.pop("file"))
            for name in ("images", "must", "must_not"):
                record[name] = tuple(tuple(each) if isinstance(each, list) else each for each in record.get(name) or ())
            yield SavedPage(**{name: value for name, value in record.items() if name in names})


def fold_of(group: str, folds: int, salt: str) -> int:
    """Return the fold that a site falls into: always the same one."""
    return int(sha256(f"{salt}:{group}".encode()).hexdigest()[:8], 16) % folds


_SPACE = re.compile(r"\s+")


def squashed(text: str) -> str:
    """Return a text with single spaces."""
    return _SPACE.sub(" ", text).strip()
