"""What is on a record: titles in rows that are named as tracks, and how long each takes, most of them links.

Shops and archives of music list them so; a list of links that are not named so leads elsewhere, whatever it says of
their length.
"""

import re
from collections.abc import Iterable, Sequence

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.text_blocks import Container, TextBlock
from app.text.normalize import letters

_TRACKS = re.compile(r"(?:^|[\s_-])(?:album|songs?|tracks?|tracklist(?:ing)?)(?:$|[\s_-])", re.IGNORECASE)
_PLAYED = re.compile(r"episode|player|podcast|video", re.IGNORECASE)  # what is offered to be played is another's
_LENGTH = re.compile(r"(?:^|[\s(])\d{1,2}(?::\d\d){1,2}\)?$")
_LONGEST = 9  # characters of a length: (1:02:03)
_ROWS = frozenset({"div", "li", "tr"})
_FEWEST = 2  # rows
_HOPE = 0.15  # the score of a text without links in the box that the tracks stand in


def keep_tracks(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, the rows of each list of tracks, and what the box around it says of the record.

    What is the same in several rows, and a link, is a button.
    """
    for group, rows in _lists_of_tracks(blocks).items():
        linked = [letters(blocks[place].text) for row in rows for place in _within(row) if blocks[place].links]
        for place in (place for row in rows for place in _within(row)):
            kept[place] = not blocks[place].links or linked.count(letters(blocks[place].text)) == 1
        around = group.parent
        for place in _within(around) if around is not None and around.tag != "body" else ():
            block = blocks[place]
            if scores[place] >= _HOPE and not block.links and not block.container.level and not is_furniture(block):
                kept[place] = True


def _within(box: Container) -> Iterable[int]:
    return range(box.first, box.end)


def _lists_of_tracks(blocks: Sequence[TextBlock]) -> dict[Container, list[Container]]:
    """Return the rows that say how long something takes, by the list or table that they stand in, named for tracks."""
    found: dict[Container, dict[Container, None]] = {}
    for block in blocks:
        if block.text[-1:].isdigit() and block.text[-3:-2] == ":" and _LENGTH.search(block.text[-_LONGEST:]):
            row = next((each for each in block.container.outward() if _is_track(each)), None)
            if row is not None and row.parent is not None:
                found.setdefault(row.parent, {})[row] = None
    return {group: list(rows) for group, rows in found.items() if len(rows) >= _FEWEST}


def _is_track(row: Container) -> bool:
    """Say whether a box is a row that is named as a track, or stands in what is."""
    if row.tag not in _ROWS or row.parent is None or row.parent.end - row.parent.first == row.blocks:
        return False
    names = f"{row.names} {row.parent.names}"
    return _TRACKS.search(names) is not None and _PLAYED.search(names) is None
