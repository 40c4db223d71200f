"""What of many stories has room in a file: as many as possible at least in short, the first of them in full."""

from collections.abc import Sequence

LEFT_OUT, SHORT, FULL = 0, 1, 2


def fitted(sizes: Sequence[tuple[int, int]], room: int) -> list[int]:
    """Return how each story stands in a file of `room` bytes: left out, in short, or in full.

    `sizes` are the bytes of each in short and in full, the most important first; one whose full text has no room
    leaves it to those behind it.
    """
    chosen, taken = [], 0
    for short, _ in sizes:
        is_in = taken + short <= room and LEFT_OUT not in chosen
        chosen.append(SHORT if is_in else LEFT_OUT)
        taken += short if is_in else 0
    for place, (short, full) in enumerate(sizes):
        if chosen[place] == SHORT and full and taken - short + full <= room:
            chosen[place] = FULL
            taken += full - short
    return chosen
