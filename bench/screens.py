"""How much news is on the first screen? `python -m bench.screens [FOLDER]`.

The front page and an article of the stand-in newspaper, for each profile, as w3m and Lynx lay them out on a terminal of
about the size of that machine's screen: what stands above the first headline and the first line of the text, and how
many headlines are begun. The screens themselves go into the folder, to be looked at.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import product
from pathlib import Path

from bench.front import town_settings
from bench.server import get, gunicorn
from tests.modern_site import LIGHTHOUSE
from tests.news.town import town


@dataclass(frozen=True, slots=True)
class Terminal:
    """A profile, and the columns and lines that stand for its screen: a window of 640 x 350 pixels has 20 lines."""

    profile: str
    columns: int
    lines: int


TERMINALS = (
    Terminal("c64", 40, 25),
    Terminal("dos", 80, 24),
    Terminal("linemode", 80, 24),
    Terminal("lynx", 80, 24),
    Terminal("macplus", 62, 18),
    Terminal("mosaic", 80, 20),
    Terminal("netscape", 80, 20),
    Terminal("newton", 40, 25),
    Terminal("palm", 27, 12),
)
BROWSERS = {
    "lynx": ("lynx", "-dump", "-nolist", "-width={columns}"),
    "w3m": ("w3m", "-dump", "-cols", "{columns}"),
}
# So many letters at the beginning of a line tell where a headline or a text stands, even on the narrowest screen.
_TOLD = 7
PATIENCE = 30  # seconds
# A story is a heading, or an item where there are no headings.
_STORIES = (r'<h3><a href="([^"]*/a/[^"]*)">([^<]*)', r'<li><a href="([^"]*/a/[^"]*)">([^<]*)')


def main() -> None:
    """Measure, and print a table."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else None
    print("| profile | screen | browser | lines above the first headline | headlines | lines above the text |")
    print("|---|---|---|---|---|---|")
    with town() as papers, tempfile.TemporaryDirectory() as temporary:
        settings = town_settings(papers, Path(temporary))
        with gunicorn("wsgi:app", settings, log=subprocess.DEVNULL) as (port, _):
            wait_for_news(port)
            for terminal, browser in product(TERMINALS, filter(shutil.which, BROWSERS)):
                print(row(port, terminal, browser, folder))


def wait_for_news(port: int) -> None:
    """Wait until the front page has stories, which takes long on a busy machine. Raises `LookupError`."""
    for _ in range(PATIENCE):
        if b"<h3>" in get(port, "/in/")[1]:
            return
        time.sleep(1)
    raise LookupError(f"no story within {PATIENCE} s")


def row(port: int, terminal: Terminal, browser: str, folder: Path | None) -> str:
    """Return what the first screens of a profile hold, as a row of the table."""
    path = f"/~{terminal.profile}/in/"
    front, shown = seen(port, path, terminal, browser)
    stories = next(filter(None, (re.findall(pattern, front) for pattern in _STORIES)))
    headlines = [place for place in places([title for _, title in stories], shown) if place < terminal.lines]
    _, article = seen(port, stories[0][0], terminal, browser)
    text = next(places([LIGHTHOUSE.paragraphs[0]], article), len(article))
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for name, lines in (("front", shown), ("article", article)):
            screen = "\n".join(lines[: terminal.lines])
            (folder / f"{terminal.profile}-{browser}-{name}.txt").write_text(f"{screen}\n")
    size = f"{terminal.columns} x {terminal.lines}"
    above = headlines[0] if headlines else terminal.lines
    return f"| `{terminal.profile}` | {size} | {browser} | {above} | {len(headlines)} | {text} |"


def seen(port: int, path: str, terminal: Terminal, browser: str) -> tuple[str, list[str]]:
    """Return a page as it came, and the lines that a browser makes of it."""
    page = get(port, path)[1].decode("latin-1")
    command = [part.format(columns=terminal.columns) for part in BROWSERS[browser]]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "vt100"}
    url = f"http://127.0.0.1:{port}{path}"
    done = subprocess.run([*command, url], env=environment, capture_output=True, text=True, check=True, timeout=30)
    return page, done.stdout.split("\n")


def places(texts: list[str], lines: list[str]) -> Iterator[int]:
    """Yield the lines on which texts begin, each after the one before."""
    line = 0
    for text in texts:
        begin = " ".join(unescape(text).split())[:_TOLD]
        found = next((place for place in range(line, len(lines)) if lines[place].lstrip(" *•").startswith(begin)), None)
        if found is not None:
            yield found
            line = found + 1


if __name__ == "__main__":
    main()
