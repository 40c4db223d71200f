"""What a Commodore 64 shows of the door for Telnet: `python -m bench.c64 FILE` draws the first screen and an article.

The bytes are those that the door really sends; the screen is drawn as a C64 has it, 40 by 25 characters in its colours,
with a typeface of this machine in place of the letters in its ROM.
"""

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from app.doors.doorway import DoorLimits, Doorway
from app.doors.telnet import Telnet
from app.doors.telnet_input import from_petscii
from app.web.app_factory import create_app
from app.web.context import EXTENSION
from config import Settings
from tests.news.town import newspaper_of, town

COLUMNS, ROWS, CELL = 40, 25, 16
BORDER, GROUND, INK = (134, 122, 222), (72, 58, 170), (134, 122, 222)
CLEAR, REVERSE, PLAIN, RETURN = 0x93, 0x12, 0x92, 0x0D
FACE = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf"


def main() -> None:
    """Draw the screens side by side."""
    screens = asyncio.run(_screens())
    image = Image.new("RGB", ((COLUMNS + 4) * CELL * len(screens), (ROWS + 4) * CELL), BORDER)
    for place, sent in enumerate(screens):
        _draw(image, ((COLUMNS + 4) * place + 2) * CELL, sent)
    image.quantize(8).save(sys.argv[1])


async def _screens() -> list[bytes]:
    """Return the bytes of the first screen, and of the first article."""
    with town() as papers, tempfile.TemporaryDirectory() as folder:
        usual = Settings(
            STORE_URL=f"sqlite:///{folder}/store", FETCH_ALLOWED_NETWORKS=("127.0.0.0/8",), TASK_PROCESSES=0
        )
        settings = replace(newspaper_of(papers, usual, Path(folder)), WAYBACK="off", SEARCH_ENGINES=())
        services = create_app(settings).extensions[EXTENSION]
        doorway = Doorway("telnet", Telnet(services).converse, DoorLimits())
        server = await doorway.open("127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
        await reader.readuntil(b"BACKSPACE): ")
        screens = []
        for typed in (b"\x14", b"1\r"):
            writer.write(typed)
            screens.append(await reader.readuntil(b"> "))
        writer.write(b"Q\r")
        await reader.read()
        writer.close()
        server.close()
        await doorway.close()
        services.tasks.close()
        return screens


def _characters(sent: bytes) -> Iterator[tuple[int, int, str, bool]]:
    """Yield where each character stands, and whether it is reversed; what was before a screen is cleared is gone."""
    column = row = 0
    is_reversed = False
    for byte in sent[sent.rfind(bytes((CLEAR,))) + 1 :]:
        if byte in (REVERSE, PLAIN):
            is_reversed = byte == REVERSE
        elif byte == RETURN or column == COLUMNS:
            column, row, is_reversed = 0, row + 1, False
        if byte not in (REVERSE, PLAIN, RETURN):
            yield column, row, from_petscii(byte), is_reversed
            column += 1


def _draw(image: Image.Image, left: int, sent: bytes) -> None:
    draw, face = ImageDraw.Draw(image), ImageFont.truetype(FACE, CELL - 2)
    draw.rectangle((left, 2 * CELL, left + COLUMNS * CELL, (ROWS + 2) * CELL), GROUND)
    for column, row, character, is_reversed in _characters(sent):
        x, y = left + column * CELL, (row + 2) * CELL
        if is_reversed:
            draw.rectangle((x, y, x + CELL, y + CELL), INK)
        draw.text((x + 3, y), character, GROUND if is_reversed else INK, font=face)


if __name__ == "__main__":
    main()
