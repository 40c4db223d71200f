"""The test card: a picture by which a person sees what a screen shows."""

from io import BytesIO

from PIL import Image, ImageDraw

from app.images.convert import convert
from app.models import ConvertedImage, Screen

BARS = ("white", "yellow", "cyan", "lime", "magenta", "red", "blue", "black")
RATIO = 3 / 4  # of a screen without a height
LARGEST = 2_000_000  # pixels


def card(screen: Screen) -> ConvertedImage:
    """Return a test card as large as `screen`: a frame at its edges, a circle, bars of colour, a wedge of grey."""
    size = (screen.width, screen.height or round(screen.width * RATIO))
    out = BytesIO()
    _drawn(*size).save(out, "PNG")
    return convert(out.getvalue(), screen, LARGEST)


def _drawn(width: int, height: int) -> Image.Image:
    image = Image.new("RGB", (width, height), "white")
    third = height // 3
    wedge = Image.linear_gradient("L").rotate(90, expand=True).resize((width, third))
    image.paste(wedge, (0, 2 * third))
    pen = ImageDraw.Draw(image)
    for place, colour in enumerate(BARS):
        pen.rectangle((place * width // len(BARS), third, (place + 1) * width // len(BARS), 2 * third), fill=colour)
    x, y, radius = width // 2, height // 2, min(width, height) * 2 // 5
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline="black", width=2)
    pen.rectangle((0, 0, width - 1, height - 1), outline="black", width=2)
    return image
