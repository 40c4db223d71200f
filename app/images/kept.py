"""The picture that this process decoded last, for whoever wants another part or size of it.

It is for processes that end soon after their work: nothing else takes it out of memory but the next picture.
"""

from collections.abc import Callable

from app.images.decode import Pixels, Size

_last: tuple[str, Pixels] | None = None


def decoded_once(key: str, room: Size | None, grey: bool, decode: Callable[[], Pixels]) -> Pixels:
    """Return the pixels of the picture `key` for what fits into `room`, or for parts where that is None.

    They are those that are kept, if these are enough, else those that `decode` makes.

    `grey` says that they may be without colours. With an empty key nothing is kept, and what was is let go.
    """
    pixels = find(key, room, grey)
    if pixels is None:
        _keep(None)  # before the next one takes its memory
        pixels = decode()
        _keep((key, pixels) if key else None)
    return pixels


def find(key: str, room: Size | None, grey: bool) -> Pixels | None:
    """Return what is kept of the picture `key`, if it is enough."""
    if not key or _last is None or _last[0] != key:
        return None
    pixels = _last[1]
    return pixels if pixels.is_enough_for(room) and (grey or not pixels.is_grey) else None


def _keep(last: tuple[str, Pixels] | None) -> None:
    global _last  # noqa: PLW0603  # one a process is what this is about
    _last = last
