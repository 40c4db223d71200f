"""The pixels of an opened picture: opaque, in the colours of sRGB, scaled down.

A decoded picture is the largest thing in memory here. So nothing makes another one of its size: it is looked at
in strips, each made opaque and smaller before the next one is.
"""

import math
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms
from PIL.ImageFile import ImageFile

from app.images.geometry import stored_size
from app.images.open import turn_of

Size = tuple[int, int]
Box = tuple[int, int, int, int]

# Pixels are averaged by whole numbers until this many times the final size is left, and the rest is resampled.
GAP = 2.0
# libjpeg does so as well, and it scales better than the average of pixels: less may be left to do.
DRAFT_GAP = 1.5
STRIP_PIXELS = 1_000_000
# Of a picture with transparent parts so many pixels are looked at each way. It is drawn for dark pages if all of them
# are as light as this on white paper.
SAMPLED, LIGHT = 256, 224
LEAST_PART = 0.25  # of the height of a picture that breaks off


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded picture: `size` is that of the original, `turn` its orientation, `profile` its colours.

    `image` may be smaller than the original, and that stands in its `extent`, which ends within a pixel; it may
    have been decoded without colours (`is_grey`). What is transparent becomes `paper`.
    """

    image: Image.Image
    size: Size
    turn: int
    profile: bytes | None
    extent: tuple[float, float, float, float]
    is_grey: bool
    paper: str = "white"

    def is_enough_for(self, room: Size | None) -> bool:
        """Return whether the picture can be scaled down into `room` from it, or be had in parts where that is None."""
        if self.image.size == self.size or room is None:
            return self.image.size == self.size
        width, height = stored_size(self.size, self.turn, room)
        return self.image.width >= width * DRAFT_GAP and self.image.height >= height * DRAFT_GAP


def decoded(source: ImageFile, size: Size | None, grey: bool) -> Pixels:
    """Return the pixels for a picture of `size`, or for its parts where that is None; `grey` may leave out colours."""
    original, mode, turn, profile = source.size, source.mode, turn_of(source), source.info.get("icc_profile")
    wanted = (math.ceil(size[0] * DRAFT_GAP), math.ceil(size[1] * DRAFT_GAP)) if size else original
    # libjpeg leaves out what will not be seen: colours, and all detail finer than an eighth, a quarter, a half.
    drafted = source.draft("L" if grey else None, wanted)
    without_colours = source.mode != mode
    _load(source)
    extent = drafted[1] if drafted else (0, 0, *source.size)
    return Pixels(source, original, turn, profile, extent, without_colours, paper_for(source))


def _load(source: ImageFile) -> None:
    """Have the pixels of a picture decoded; of one that breaks off, those that came, where it is a good part of it."""
    try:
        source.load()
    except OSError:
        # What could not be decoded is zero everywhere, and `tile` says that there is more to decode.
        source.tile = []
        came = source.getbbox()
        if came is None or came[3] < source.height * LEAST_PART:
            raise


def paper_for(image: Image.Image) -> str:
    """Return what a picture is put on: white, but for one of which nothing could be seen there."""
    if not image.has_transparency_data:
        return "white"
    sample = image.resize((min(SAMPLED, image.width), min(SAMPLED, image.height)), Image.Resampling.NEAREST)
    is_cut_out = len(sample.convert("RGBA").getchannel("A").getcolors() or ()) > 1
    is_light = not any(_plain(sample).convert("L").histogram()[:LIGHT])
    return "black" if is_cut_out and is_light else "white"


def scaled(pixels: Pixels, size: Size) -> Image.Image:
    """Return the whole picture scaled down to `size`, as L or RGB."""
    _, _, width, height = pixels.extent
    factors = max(1, int(width / size[0] / GAP)), max(1, int(height / size[1] / GAP))
    small = _reduced(pixels.image, *factors, pixels.paper)
    box = (0, 0, min(width / factors[0], small.width), min(height / factors[1], small.height))
    return _srgb(small.resize(size, Image.Resampling.LANCZOS, box), pixels.profile)


def part(pixels: Pixels, box: Box) -> Image.Image:
    """Return a part of the picture at its full size, as L or RGB."""
    return _srgb(_plain(pixels.image.crop(box), pixels.paper), pixels.profile)


def plain(image: Image.Image) -> Image.Image:
    """Return a decoded image without a profile as L or RGB; what is transparent becomes white."""
    return _srgb(_plain(image), None)


def _reduced(image: Image.Image, across: int, down: int, paper: str) -> Image.Image:
    """Return the average of each `across` by `down` pixels as one, on `paper`; strip by strip."""
    width, height = image.size
    rows = down * max(1, STRIP_PIXELS // (width * down))
    strips = (_plain(image.crop((0, top, width, min(top + rows, height))), paper) for top in range(0, height, rows))
    small: Image.Image | None = None
    for number, strip in enumerate(strips):
        if small is None:
            small = Image.new(strip.mode, (math.ceil(width / across), math.ceil(height / down)))
        small.paste(strip.reduce((across, down)), (0, number * rows // down))
    assert small is not None  # noqa: S101  # a picture has a row
    return small


def _plain(image: Image.Image, paper: str = "white") -> Image.Image:
    """Return the picture as L, RGB or CMYK, eight bits deep; what is transparent becomes `paper`."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    grey = image.mode in ("1", "L", "LA")
    opaque, clear = ("L", "LA") if grey else ("RGB", "RGBA")
    if image.has_transparency_data:
        image = image if image.mode == clear else image.convert(clear)
        sheet = Image.new(opaque, image.size, paper)
        sheet.paste(image, mask=image)
        return sheet
    return image if image.mode in ("CMYK", opaque) else image.convert(opaque)


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in the colours of sRGB, or as L if it is L; a profile that is wrong is ignored."""
    mode = "L" if image.mode == "L" else "RGB"
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, TypeError, ValueError):
            source, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, source, srgb, outputMode="RGB") or image
    return image.convert(mode)
