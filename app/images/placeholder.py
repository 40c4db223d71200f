"""Sentences as pictures, for where a picture was promised and cannot be had."""

import textwrap

from PIL import Image, ImageDraw, ImageFont

from app.images.encoders.save import saved
from app.models import ConvertedImage

LETTER, MARGIN = (6, 11), 4  # the cell of Pillow's built-in font, and the room around it, in pixels


def notice(sentence: str, width: int, height: int = 0) -> ConvertedImage:
    """Return a GIF, black on white, with `sentence` (ASCII) in a frame.

    It is up to `width` pixels wide and as large as the sentence, or with `height` exactly `width` by `height`;
    what has no room there is left out.
    """
    columns = max(1, (width - 2 * MARGIN) // LETTER[0])
    lines = textwrap.wrap(sentence.encode("ascii", "replace").decode("ascii"), columns) or [""]
    size = (max(map(len, lines)) * LETTER[0] + 2 * MARGIN, len(lines) * LETTER[1] + 2 * MARGIN)
    if height:
        size, lines = (width, height), lines[: max(0, height - 2 * MARGIN) // LETTER[1]]
    image = Image.new("1", size, 1)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default_imagefont()
    draw.rectangle((0, 0, size[0] - 1, size[1] - 1), outline=0)
    for number, line in enumerate(lines):
        draw.text((MARGIN, MARGIN + number * LETTER[1]), line, fill=0, font=font)
    return saved(image, "GIF")
