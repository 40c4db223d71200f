"""The small pictures in a text, whose size a page promises before anybody has seen them."""

from app.models import Known

# What an inline picture may take, and what one is promised whose shape is not known yet; pixels.
WIDTH, HEIGHT = 160, 120
MOST_A_PAGE = 3


def inline_box(known: Known | None) -> tuple[int, int]:
    """Return width and height of the small picture; one that was never seen is fitted into the whole box."""
    if known is None:
        return WIDTH, HEIGHT
    scale = min(1, WIDTH / known.width, HEIGHT / known.height)
    return max(1, round(known.width * scale)), max(1, round(known.height * scale))
