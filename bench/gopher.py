"""What Lynx shows of the door for Gopher: `python -m bench.gopher FILE` draws the menu of an edition, and a story.

Lynx runs on a terminal of 80 by 25 characters (tmux) and asks the door over the loopback; what stands on that terminal
is drawn as it is, in the colours of a VGA, with a typeface of this machine in place of the letters in its ROM.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from app.doors.gopher import Gopher
from app.web.app_factory import create_app
from app.web.context import EXTENSION
from config import Settings
from tests.doors.house import opened
from tests.news.town import newspaper_of, town
from tests.serving import free_port

COLUMNS, ROWS, WIDE, HIGH, GAP = 80, 25, 8, 16, 16
PATIENCE = 30.0  # seconds
FACE = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"
# Those of a VGA by the numbers of ECMA-48, dark ones first.
_DARK = ("#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa")
_BRIGHT = ("#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff")
INK, GROUND = _DARK[7], _DARK[0]
_INKS = {30 + number: colour for number, colour in enumerate(_DARK)} | {
    90 + number: colour for number, colour in enumerate(_BRIGHT)
}
_PIECE = re.compile(r"\x1b\[([0-9;]*)m|(.)", re.DOTALL)
# So many links stand before it in the first menu: nine sections, two searches, the editions.
FIRST_STORY = 12


def main() -> None:
    """Draw the two screens, one below the other."""
    with _door() as port, _lynx(f"gopher://127.0.0.1:{port}/") as (seen, hit):
        screens = [_settled(seen, "Lighthouse")]
        hit(*["Down"] * FIRST_STORY, "Right")
        screens.append(_settled(seen, "Engineers"))
    image = Image.new("RGB", (COLUMNS * WIDE, (ROWS * HIGH + GAP) * len(screens) - GAP), "#ffffff")
    for place, screen in enumerate(screens):
        _draw(image, place * (ROWS * HIGH + GAP), screen)
    image.quantize(32).save(sys.argv[1], optimize=True)


@contextmanager
def _door() -> Iterator[int]:
    """Yield the port of a door into the stand-in newspaper."""
    with town() as papers, tempfile.TemporaryDirectory() as folder:
        usual = Settings(
            STORE_URL=f"sqlite:///{folder}/store", FETCH_ALLOWED_NETWORKS=("127.0.0.0/8",), TASK_PROCESSES=0
        )
        settings = replace(newspaper_of(papers, usual, Path(folder)), WAYBACK="off", SEARCH_ENGINES=())
        services = create_app(settings).extensions[EXTENSION]
        port = free_port()
        with opened(Gopher(services, "", port).converse, at=("127.0.0.1", port)):
            yield port
        services.tasks.close()


@contextmanager
def _lynx(address: str) -> Iterator[tuple[Callable[[], str], Callable[..., object]]]:
    """Yield what returns what Lynx shows, and what hits keys of it by their names in tmux."""
    with tempfile.TemporaryDirectory() as home:
        tmux = ("tmux", "-S", f"{home}/tmux", "-f", "/dev/null")

        def run(*words: str) -> str:
            return subprocess.run([*tmux, *words], capture_output=True, check=True, text=True, timeout=PATIENCE).stdout

        run("new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS), "-e", f"HOME={home}", f"lynx {address}")
        try:
            # tmux keeps its last line for itself.
            run("set", "status", "off")
            yield lambda: run("capture-pane", "-e", "-p"), lambda *keys: run("send-keys", *keys)
        finally:
            run("kill-server")


def _settled(seen: Callable[[], str], words: str) -> str:
    """Return what is seen once `words` are there and nothing moves. Raises `LookupError`."""
    end, last = time.monotonic() + PATIENCE, ""
    while time.monotonic() < end:
        time.sleep(0.5)
        now = seen()
        if words in now and now == last:
            return now
        last = now
    raise LookupError(f"{words!r} does not come within {PATIENCE} s:\n{last}")


def _characters(screen: str) -> Iterator[tuple[int, int, str, str, str]]:
    """Yield where each character stands, in which colour, and on which."""
    column = row = 0
    ink, ground = INK, GROUND
    for codes, character in _PIECE.findall(screen):
        if character == "\n":
            column, row = 0, row + 1
        elif character:
            yield column, row, character, ink, ground
            column += 1
        else:
            ink, ground = _coloured(ink, ground, [int(code or 0) for code in codes.split(";")])


def _coloured(ink: str, ground: str, codes: list[int]) -> tuple[str, str]:
    """Return the colours after a sequence of ECMA-48; of what it may say, those are all that Lynx uses."""
    for code in codes:
        if code in (0, 39):
            ink = INK
        if code in (0, 49):
            ground = GROUND
        ink, ground = _INKS.get(code, ink), _INKS.get(code - 10, ground)
    return ink, ground


def _draw(image: Image.Image, top: int, screen: str) -> None:
    draw, face = ImageDraw.Draw(image), ImageFont.truetype(FACE, HIGH - 3)
    draw.rectangle((0, top, image.width, top + ROWS * HIGH - 1), GROUND)
    for column, row, character, ink, ground in _characters(screen):
        x, y = column * WIDE, top + row * HIGH
        draw.rectangle((x, y, x + WIDE - 1, y + HIGH - 1), ground)
        draw.text((x, y), character, ink, font=face)


if __name__ == "__main__":
    main()
