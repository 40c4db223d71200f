"""The small pictures in a text, whose size a page promises before anybody has seen them."""

from dataclasses import dataclass

# What an inline picture may take, and what one is promised whose shape is not known yet; pixels.
WIDTH, HEIGHT = 160, 120
MOST_A_PAGE = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a picture as this browser would get it: `width` and `height` in pixels, `size` in bytes, 0
    where that is not known yet. `since` is when it became known, in seconds since the epoch."""

    width: int
    height: int
    size: int = 0
    since: float = 0

    @property
    def words(self) -> str:
        """The size as it stands beside the picture's number: `9K 480x320`, without what is not known yet."""
        pixels = f"{self.width}x{self.height}"
        return f"{max(1, round(self.size / 1024))}K {pixels}" if self.size else pixels


def inline_box(known: Known | None) -> tuple[int, int]:
    """Return width and height of the small picture; one that was never seen is fitted into the whole box."""
    if known is None:
        return WIDTH, HEIGHT
    scale = min(1, WIDTH / known.width, HEIGHT / known.height)
    return max(1, round(known.width * scale)), max(1, round(known.height * scale))
