"""Pictures for tests, drawn on the spot."""

from io import BytesIO

from PIL import Image, ImageDraw


def drawing(width: int = 900, height: int = 600, file_format: str = "PNG") -> bytes:
    """Return a picture of a tower before a sky, in many colours."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    pen = ImageDraw.Draw(image)
    pen.rectangle((width // 3, height // 4, width // 2, height), fill=(200, 40, 40))
    pen.ellipse((width // 2, height // 8, width * 3 // 4, height // 2), fill=(240, 220, 60))
    body = BytesIO()
    image.save(body, file_format)
    return body.getvalue()
