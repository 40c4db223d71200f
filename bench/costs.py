"""What do pages and pictures cost that were made to cost much? `python -m bench.costs`, without any limit.

Each is worked on in a process of its own: seconds of CPU, and the memory that it adds at its peak.
"""

import os
import sys
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
# Marked is what takes more.
MOST_SECONDS, MOST_MEBIBYTES = 2, 300
SHADOW = "<template shadowrootmode=open>"
LINKED = '{"@type":"NewsArticle","author":{"name":"A B"},"datePublished":"2026-11-01","headline":"x"}'
SIZE = (6000, 4000)
MOST_BYTES = 4_000_000  # of a page that is fetched
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
    """Print a row for each page, and two for each format of a picture; `pages` as argument leaves out the pictures."""
    for name, page in pages().items():
        in_a_process(f"{name:30} {len(page) / 1e6:4.1f} MB", partial(extract_page, page, URL))
    if "pages" in sys.argv[1:]:
        return
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
        "short boxes": "<div>x y</div>" * 20_000 + "<h2>x y</h2>" * 20_000,
        "lists with a link": "<ul><li><a href=/a>x</a></ul>" * 20_000,
        "boxes of 20 lines, 240": f"<div>{WORDS * 20}" * 240,
        "bold, never closed": "<b>x" * 300_000,
        "bold in headings": "<h1>x" * 200 + "<b>x</b>" * 300_000,
        "boxes, 200,000 deep": "<div>x" * 200_000 + "</div>" * 200_000,
        "shadow roots in others": (f"<div>{SHADOW}" + "<p>x</p>" * 400) * 900,
        "slots in shadow roots": f"<div>{SHADOW}" * 95 + "<slot>x</slot>" * 200_000,
        "streamed parts": "".join(
            f"<div hidden id=S:{n}><template id=B:{n - 1}></template>{'<p>x</p>' * 400}</div>" for n in range(1000)
        )
        + "<template id=B:999></template>"
        + "".join(f'<script>$RC("B:{n}","S:{n}")</script>' for n in range(1000)),
        "only <": "<" * 500_000,
        "tags without an end": "<meta " * 200_000,
        "attributes": f"<p {'a=b ' * 1_000_000}>x",
        "ampersands": "&" * 2_000_000,
        "references": "&amp;" * 800_000,
        "one text": "The pilot said on Friday. " * 150_000,
        "one word": "x" * 4_000_000,
        "digits of a density": f'<img width=600 height=400 src="/a.jpg" srcset="/a.jpg {"0" * 100_000}">',
        "long paths": "".join(f'<a href="/{"a" * 3900}{n}">x</a>' for n in range(900)),
        "words in a class": f"<div class='{'share nav ' * 200_000}'>{WORDS}</div>",
        "a long title": f"<title>{' - x | y' * 200_000}</title>",
        "a long byline": f"<p class=byline>By {'A and B, ' * 200_000}</p>",
        "JSON-LD, nested": f"<script type=application/ld+json>{'[' * 900_000}</script>",
        "JSON-LD, many": f"<script type=application/ld+json>[{','.join([LINKED] * 20_000)}]</script>",
        "superscripts": "x<sup>2</sup> " * 150_000,
        "quotations, one after another": "<blockquote><p>x y z</p></blockquote>" * 80_000,
        "line breaks": "x<br>" * 600_000,
        "preformatted": f"<pre>{'x  y  ' * 600_000}</pre>",
        "tables, one after another": "<table><tr><td>x</table>" * 60_000,
    }
    head = "<html><head><title>Costs</title></head><body><article><h1>Costs</h1>"
    pages = {name: f"{head}{WORDS * 5}{body}{WORDS * 5}</article></body></html>" for name, body in bodies.items()}
    return {name: page[:MOST_BYTES] for name, page in pages.items()}


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
        seconds = time.process_time() - start
        mark = " !" if seconds > MOST_SECONDS or mebibytes > MOST_MEBIBYTES else ""
        print(f"{row} {seconds:6.2f} s {mebibytes:5.0f} MiB {a_pixel}  {made}{mark}", flush=True)

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
