import pytest

from app.doors.places import Place
from app.errors import UnknownPlace


@pytest.mark.parametrize(
    ("path", "place", "begin"),
    [
        ("", Place("", "", "/"), ""),
        ("/", Place("", "", "/"), ""),
        ("/world/", Place("", "", "/world"), ""),
        ("/in", Place("", "in", "/"), "/in"),
        ("/IN/World", Place("", "in", "/world"), "/in"),
        ("/ch-fr/world", Place("", "ch-fr", "/world"), "/ch-fr"),
        ("/~macplus-de/in/a/abcdefgh", Place("macplus-de", "in", "/a/abcdefgh"), "/~macplus-de/in"),
    ],
)
def test_a_path_is_a_machine_an_edition_and_the_rest(path: str, place: Place, begin: str) -> None:
    assert Place.of(path) == place
    assert place.begin == begin


@pytest.mark.parametrize("path", ["../../etc/passwd", "GET / HTTP/1.0", "world", "/a\n/b", "\x00"])
def test_what_is_no_path_is_no_place(path: str) -> None:
    with pytest.raises(UnknownPlace):
        Place.of(path)


def test_a_short_id_stands_behind_a_letter_that_is_asked_for() -> None:
    assert Place.of("/in/g/abcdefgh.jpg").key("ag") == ("g", "abcdefgh")
    for path in ("/g/abc", "/x/abcdefgh", "/g/abcdefgh/2"):
        with pytest.raises(UnknownPlace):
            Place.of(path).key("ag")
