"""Which file of a background that has several is the best: of `image-set()`, and of sets for a lazy loader."""

import re

from app.extract.media.srcset import WANTED_WIDTH, nearest, srcset_candidates

_MOST_IN_SET = 20
_AROUND = " \t\n\"'"
_SCREENS = re.compile(r"\s\[[^\[\]]{0,200}\]")
_READ = frozenset({"avif", "gif", "jpeg", "jpg", "png", "webp"})
_TYPE = re.compile(r"type\(\s*[\"']?image/([\w.+-]{1,20})[\"']?\s*\)", re.IGNORECASE)


def best_for_screens(sets: str) -> str:
    """Return the address that fits best of several sets, `a.jpg [(max-width: 400px)] | b.jpg`: the last is for all."""
    found = srcset_candidates(_SCREENS.sub(" ", sets).replace("|", ","))
    return nearest([*found][::-1], WANTED_WIDTH)


def best_of_set(candidates: str) -> str:
    """Return the address that fits best of an `image-set()` (CSS Images 4, section 2.4)."""
    found = []
    for candidate in candidates.split(",")[:_MOST_IN_SET]:
        address, _, behind = candidate.partition("url(")[2].partition(")")
        if (kind := _TYPE.search(behind)) and kind[1].lower() not in _READ:
            continue
        density = "".join(_TYPE.sub("", behind).split()[:1]).rstrip(")")
        found.append(f"{address.strip(_AROUND)} {density if density.endswith('x') else ''}")
    return nearest([*srcset_candidates(", ".join(found))], 2 * WANTED_WIDTH)
