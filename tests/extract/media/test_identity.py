"""One picture in two sizes, and two pictures with one name."""

import pytest

from app.extract.media.identity import identity, told_width

X = "http://x.example"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{X}/a/picture-800x600.jpg", "http://cdn.example/b/picture-1200x900.jpg"),
        (f"{X}/w_800/long-name.jpg", f"{X}/w_400/long-name.webp"),
        (f"{X}/long-name.avif", f"{X}/long-name.png"),
        (f"{X}/long-name.jpeg", f"{X}/long-name.JPG"),
        (f"{X}/1.jpg?w=100", f"{X}/1.jpg?w=200"),
    ],
)
def test_one_picture_in_two_sizes_or_formats_is_one(one: str, other: str) -> None:
    assert identity(one).is_same(identity(other))
    assert identity(other).is_same(identity(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{X}/a/photograph.jpg", f"{X}/a/photograph.png"),
        (f"{X}/a/photograph.svg", f"{X}/a/photograph.gif"),
        (f"{X}/a/1.jpg", f"{X}/b/1.jpg"),
        (f"{X}/500x0/https%3A%2F%2Fy.example%2Fone", f"{X}/500x0/https%3A%2F%2Fy.example%2Fother"),
        (f"{X}/image?id=1.5", f"{X}/image?id=2.5"),
    ],
)
def test_different_files_are_different_pictures(one: str, other: str) -> None:
    assert not identity(one).is_same(identity(other))


@pytest.mark.parametrize(
    ("url", "width"),
    [
        (f"{X}/tower-640x480.jpg", 640),
        (f"{X}/320x200/tower.jpg", 320),
        (f"{X}/tower.jpg?h=10&w=900", 900),
        (f"{X}/w_800,c_fit/tower.jpg", 800),
        (f"{X}/width=1200/tower.jpg", 1200),
        (f"{X}/tower.jpg", 0),
        (f"{X}/2026/11/26/1234567x1.jpg", 0),
    ],
)
def test_many_addresses_tell_how_wide_a_picture_is(url: str, width: int) -> None:
    assert told_width(url) == width
