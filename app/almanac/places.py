"""Places by their names, of Open-Meteo, which has them of GeoNames (https://open-meteo.com/en/docs/geocoding-api)."""

from urllib.parse import urlencode

from app.almanac.answers import NO_SENSE, number_in, object_in
from app.errors import OriginFailed
from app.fetch.decode import text_of
from app.models import FetchedPage, Place, Places
from app.net.urls import canonical
from app.text.normalize import letters, line

NAME = "Open-Meteo"
MOST = 10
LONGEST_NAME = 100
HIGHEST_NUMBER = 2**40


def address(base: str, words: str, language: str) -> str:
    """Return where places are asked for whose name begins with `words`, which may go on behind a comma (`parts_of`)."""
    asked = {"name": parts_of(words)[0], "count": MOST, "language": language, "format": "json"}
    return canonical(f"{base}/v1/search?{urlencode(asked)}")


def address_of(base: str, number: int, language: str) -> str:
    """Return where the place with this number at GeoNames is asked for."""
    return canonical(f"{base}/v1/get?{urlencode({'id': number, 'language': language, 'format': 'json'})}")


def parts_of(words: str) -> tuple[str, tuple[str, ...]]:
    """Return the name of a place, and the parts behind commas that say where it is: `Paris, Texas`."""
    name, *around = (line(part) for part in words[:LONGEST_NAME].split(","))
    return name, tuple(filter(None, around))


def places(url: str, page: FetchedPage) -> Places:
    """Read an answer. Raises `OriginFailed`. Without `results` there is no such place."""
    answer = object_in(text_of(page), NAME)
    # Asked for one by its number, it answers with that alone.
    rows = [answer] if "id" in answer else answer.get("results", [])
    if not isinstance(rows, list) or not answer.keys() & {"id", "results", "generationtime_ms"}:
        raise OriginFailed(NO_SENSE.of(name=NAME))
    found = [place for row in rows if isinstance(row, dict) and (place := _place(row)) is not None]
    if rows and not found:
        raise OriginFailed(NO_SENSE.of(name=NAME))
    return Places(url, tuple(found[:MOST]))


def meant(found: tuple[Place, ...], around: tuple[str, ...]) -> tuple[Place, ...]:
    """Return those of the places that lie in what was typed behind their name; all, where none does."""
    wanted = [letters(part) for part in around]
    inside = tuple(each for each in found if all(_lies_in(each, part) for part in wanted))
    return inside or found


def _lies_in(place: Place, part: str) -> bool:
    return any(letters(name).startswith(part) for name in place.around)


def _place(row: dict[str, object]) -> Place | None:
    number = number_in(row.get("id"), 1, HIGHEST_NUMBER)
    north, east = number_in(row.get("latitude"), -90, 90), number_in(row.get("longitude"), -180, 180)
    name = _name(row, "name")
    if number is None or north is None or east is None or not name:
        return None
    parts = dict.fromkeys(_name(row, key) for key in ("admin1", "country"))
    return Place(int(number), name, tuple(part for part in parts if part), north, east)


def _name(row: dict[str, object], key: str) -> str:
    text = row.get(key)
    return line(text)[:LONGEST_NAME] if isinstance(text, str) else ""
