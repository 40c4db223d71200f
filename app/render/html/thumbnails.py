"""The small pictures in a text, whose size a page promises before anybody has seen them."""

from app.models import ImageSize

# What an inline picture may take, and what one is promised whose shape is not known yet; pixels.
WIDTH, HEIGHT = 160, 120
MOST_A_PAGE = 3


def inline_box(sizes: ImageSize | None) -> tuple[int, int]:
    """Return width and height of the small picture; one that was never seen is fitted into the whole box."""
    if sizes is None:
        return WIDTH, HEIGHT
    scale = min(1, WIDTH / sizes.width, HEIGHT / sizes.height)
    return max(1, round(sizes.width * scale)), max(1, round(sizes.height * scale))
