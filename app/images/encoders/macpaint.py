"""MacPaint documents: one bit, 576 pixels by 720, which is what the first Macintosh printed on a page.

The layout is that of Apple's "MacPaint File Format" (Technical Note PT 24): 512 bytes of header and 720 rows
of 72 bytes, each packed.
"""

from PIL import Image

from app.images.encoders.packbits import packed
from app.images.formats import MACPAINT_SIZE

HEADER = bytes(512)  # version 0: the document brings no fill patterns of its own
ROW = MACPAINT_SIZE[0] // 8


def macpaint(image: Image.Image) -> bytes:
    """Return an image of mode 1 and of the size of the page as a document; a set bit is black."""
    rows = image.tobytes("raw", "1;I")
    return HEADER + b"".join(packed(rows[start : start + ROW]) for start in range(0, len(rows), ROW))
