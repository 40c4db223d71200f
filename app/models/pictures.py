"""What a picture is converted for, and what comes of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """What a picture is converted for.

    It must fit into `width` by `height` pixels, 0 being any height, and is never enlarged. `format` is a name
    in `images.FORMATS`; `palette` is `mono`, `grey4`, `colour16`, `colour256` or `true`, and what the format
    cannot hold becomes the nearest that it can; `dither` is `atkinson`, `floyd` or `ordered`. A small GIF may
    stay `animated`. With `exact` the picture stands in the middle of white of exactly that size; where it is also
    `filled`, it is as large as has no white beside it, and what stands out is cut off. `column` and
    `row`, counted from 1, ask for one tile of that size out of the picture at its full size, 0 for all of it.
    """

    width: int
    height: int
    format: str
    palette: str = "true"
    dither: str = "floyd"
    animated: bool = False
    exact: bool = False
    filled: bool = False
    column: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class ConvertedImage:
    """A converted picture: `format` is a name in `images.FORMATS`, the sizes are pixels.

    `fetched_at` is when its original was last asked, in seconds since the epoch, 0 where it has none.
    """

    format: str
    width: int
    height: int
    body: bytes
    fetched_at: float = 0


@dataclass(frozen=True, slots=True)
class ImageSize:
    """What is known of a picture as this browser would get it: `width` and `height` in pixels, `size` in bytes, 0
    where that is not known yet. `since` is when it became known, in seconds since the epoch."""

    width: int
    height: int
    size: int = 0
    since: float = 0

    @property
    def words(self) -> str:
        """The size as it stands beside the picture's number: `9K`, or nothing where it is not known yet."""
        return f"{max(1, round(self.size / 1024))}K" if self.size else ""
