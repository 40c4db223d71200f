"""The pixels of an opened picture: opaque, in the colours of sRGB, scaled down."""

import math
from contextlib import suppress
from io import BytesIO

from PIL import Image, ImageCms
from PIL.ImageFile import ImageFile

Size = tuple[int, int]
Box = tuple[int, int, int, int]

# Pillow reduces by whole numbers until this many times the final size is left, and resamples the rest.
GAP = 2.0
# libjpeg does so as well, and it scales better than Pillow's first step: less may be left to do.
DRAFT_GAP = 1.5


def scaled(source: ImageFile, size: Size, grey: bool) -> Image.Image:
    """Return the whole picture scaled down to `size`, as L or RGB; of a JPEG `grey` decodes the greys alone."""
    profile = source.info.get("icc_profile")
    # libjpeg leaves out what will not be seen: colours, and all detail finer than an eighth, a quarter, a half.
    drafted = source.draft("L" if grey else None, (math.ceil(size[0] * DRAFT_GAP), math.ceil(size[1] * DRAFT_GAP)))
    source.load()
    small = _plain(source).resize(size, Image.Resampling.LANCZOS, drafted and drafted[1], reducing_gap=GAP)
    return _srgb(small, profile)


def part(source: ImageFile, box: Box, grey: bool) -> Image.Image:
    """Return a part of the picture at its full size, as L or RGB."""
    profile = source.info.get("icc_profile")
    source.draft("L" if grey else None, source.size)
    source.load()
    return _srgb(_plain(source.crop(box)), profile)


def plain(image: Image.Image) -> Image.Image:
    """Return a decoded image without a profile as L or RGB; what is transparent becomes white."""
    return _srgb(_plain(image), None)


def _plain(image: Image.Image) -> Image.Image:
    """Return the picture as L, RGB or CMYK, eight bits deep; what is transparent becomes white."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    grey = image.mode in ("1", "L", "LA")
    opaque, clear = ("L", "LA") if grey else ("RGB", "RGBA")
    if image.has_transparency_data:
        image = image if image.mode == clear else image.convert(clear)
        paper = Image.new(opaque, image.size, "white")
        paper.paste(image, mask=image)
        return paper
    return image if image.mode in ("CMYK", opaque) else image.convert(opaque)


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in the colours of sRGB, or as L if it is L; a profile that is wrong is ignored."""
    mode = "L" if image.mode == "L" else "RGB"
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, TypeError, ValueError):
            source, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, source, srgb, outputMode="RGB") or image
    return image.convert(mode)
