"""What do pages and pictures cost that were made to cost much? `python -m bench.costs`, without any limit.

Each is worked on in a process of its own: seconds of CPU, and the memory that it adds at its peak.
"""

import os
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from app.errors import ReaderError
from app.extract.page import extract_page
from app.images import convert
from app.models import Screen
from bench.pictures import most_memory

URL = "http://costly.example/story.html"
WORDS = "<p>The pilot said on Friday that the boat would leave the harbour at noon.</p>"
SIZE = (6000, 4000)
MAX_PIXELS = 25_000_000
SCREEN, PART = Screen(480, 640, "GIF", "colour256"), Screen(512, 342, "GIF", "mono", column=3, row=3)
FORMATS: dict[str, tuple[str, str, dict[str, object]]] = {
    "JPEG": ("RGB", "JPEG", {}),
    "JPEG, progressive": ("RGB", "JPEG", {"progressive": True}),
    "PNG": ("RGB", "PNG", {"compress_level": 1}),
    "PNG, transparent": ("RGBA", "PNG", {"compress_level": 1}),
    "GIF": ("P", "GIF", {}),
    "AVIF": ("RGB", "AVIF", {"speed": 10}),
    "WebP": ("RGB", "WEBP", {"method": 0}),
    "WebP, transparent": ("RGBA", "WEBP", {"method": 0}),
    "WebP, lossless": ("RGB", "WEBP", {"method": 0, "lossless": True}),
}


def main() -> None:
    """Print a row for each page, and two for each format of a picture."""
    for name, page in pages().items():
        in_a_process(f"{name:22} {len(page) / 1e6:4.1f} MB", partial(extract_page, page, URL))
    with TemporaryDirectory() as folder:
        for name, (mode, kind, options) in FORMATS.items():
            # As large as each may be: some formats may have fewer pixels, since they take more memory.
            for size in (SIZE, (SIZE[0] * 7 // 10, SIZE[1] * 7 // 10)):
                path = Path(folder) / "picture"
                forked(partial(write_picture, path, mode, kind, options, size))
                for what, screen in (("whole", SCREEN), ("part", PART)):
                    row = f"{name:18} {size[0] * size[1] / 1e6:2.0f} megapixels, {what:5}"
                    in_a_process(row, partial(convert, path.read_bytes(), screen, MAX_PIXELS), size)


def pages() -> Mapping[str, str]:
    """Return pages of kinds that cost much, by what they are made of."""
    bodies = {
        "lists, 180 deep": ("<ul><li>" * 180 + "x" + "</ul>" * 180) * 300,
        "a table, 600 by 600": f"<table>{('<tr>' + '<td>1' * 600) * 600}</table>",
        "tables in tables": ("<table><tr><td>" * 60 + "x" + "</table>" * 60) * 300,
        "links": "".join(f"<a href=/{number}>Link {number}</a> " for number in range(100_000)),
        "boxes": "<div>x</div>" * 150_000,
        "boxes, 180 deep": ("<span>" * 180 + "x" + "</span>" * 180) * 1500,
        "quotations, 50 deep": ("<blockquote>" * 50 + "<p>x y z</p>" + "</blockquote>" * 50) * 800,
        "pictures": "<img src=/a.jpg width=600 height=400>" * 60_000,
        "paragraphs": WORDS * 30_000,
        "menus": "".join(f'<div class="n{number} share">{WORDS}</div>' for number in range(20_000)),
        "blanks": f"<p>one{' ' * 1_000_000}two</p>",
    }
    head = "<html><head><title>Costs</title></head><body><article><h1>Costs</h1>"
    return {name: f"{head}{WORDS * 5}{body}{WORDS * 5}</article></body></html>" for name, body in bodies.items()}


def write_picture(path: Path, mode: str, kind: str, options: dict[str, object], size: tuple[int, int]) -> None:
    """Write a picture of soft shades."""
    shades = [Image.linear_gradient("L").rotate(turn).resize(size) for turn in (0, 90, 180, 270)]
    image = Image.merge("RGBA", shades)
    made = image if mode == "RGBA" else image.convert("RGB")
    (made.quantize(256, Image.Quantize.FASTOCTREE) if mode == "P" else made).save(path, kind, **options)


def in_a_process(row: str, work: Callable[[], object], size: tuple[int, int] = (0, 0)) -> None:
    """Do `work` in a child, and print `row` with what it cost."""

    def measured() -> None:
        before, start = most_memory(), time.process_time()
        try:
            made = type(work()).__name__
        except ReaderError as error:
            made = error.sentence
        mebibytes = (most_memory() - before) / 1024
        a_pixel = f"{mebibytes * 1024 * 1024 / (size[0] * size[1]):5.1f} bytes a pixel" if size[0] else ""
        print(f"{row} {time.process_time() - start:6.2f} s {mebibytes:5.0f} MiB {a_pixel}  {made}", flush=True)

    forked(measured)


def forked(work: Callable[[], None]) -> None:
    """Do `work` in a child, and wait for its end."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        work()
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
