import pytest

from app.extract.media.background_sets import best_for_screens, best_of_set


@pytest.mark.parametrize(
    ("sets", "address"),
    [
        ("/c.jpg [(max-width: 400px)] | /a.jpg", "/a.jpg"),
        ("/c.jpg [(max-width: 400px)] | /b.jpg 320w, /a.jpg 1200w", "/a.jpg"),
        ("/a.jpg", "/a.jpg"),
        ("", ""),
    ],
)
def test_the_set_for_all_screens_is_taken_and_of_it_the_file_that_is_wide_enough(sets: str, address: str) -> None:
    assert best_for_screens(sets) == address


@pytest.mark.parametrize(
    ("candidates", "address"),
    [
        ("url(/b.jpg) 1x, url('/a.jpg') 2x)", "/a.jpg"),
        ("url(/b.jxl) type('image/jxl'), url(/a.jpg) type('image/jpeg'))", "/a.jpg"),
    ],
)
def test_of_an_image_set_the_densest_file_that_can_be_read_is_taken(candidates: str, address: str) -> None:
    assert best_of_set(candidates) == address
