import pytest

from app.errors import BadAddress
from app.net.moments import is_far, moment, stamp_of


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1999", "1999"),
        (" 199904 ", "199904"),
        ("19990412", "19990412"),
        ("19990412120000", "19990412"),
        ("19990412120000id_", "19990412"),
        ("1999*", "1999"),
        ("1999-04", "199904"),
        ("1999-4-2", "19990402"),
        ("1999/04/12", "19990412"),
        ("1999.4.12", "19990412"),
        ("12.4.1999", "19990412"),
        ("12. 04. 1999", "19990412"),
        ("04/1999", "199904"),
        ("4.1999", "199904"),
        ("\uff11\uff19\uff19\uff19", "1999"),
        ("\u0661\u0669\u0669\u0669-\u0660\u0664", "199904"),
    ],
)
def test_a_moment_is_written_in_many_ways(text: str, digits: str) -> None:
    assert moment(text) == digits


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "99",
        "1899",
        "19991301",
        "1999-02-30",
        "1999-13",
        "3000",
        "04/12/1999",
        "12-04-1999",
        "31.2.1999",
        "12 April 1997",
        "1999" * 9,
    ],
)
def test_what_is_no_moment_is_said_to_be_none(text: str) -> None:
    with pytest.raises(BadAddress, match="Please write a day as 1999, 1999-04 or 1999-04-12"):
        moment(text)


@pytest.mark.parametrize(
    ("when", "stamp"), [("1999", "19990701120000"), ("199904", "19990415120000"), ("19990412", "19990412120000")]
)
def test_its_middle_is_what_an_archive_is_asked_for(when: str, stamp: str) -> None:
    assert stamp_of(when) == stamp


@pytest.mark.parametrize(
    ("when", "stamp", "far"),
    [
        ("1999", "19990101000000", False),
        ("1999", "19991231235959", False),
        ("1999", "20010101000000", True),
        ("199904", "19990530000000", False),
        ("199904", "19990701000000", True),
        ("19990412", "19990501000000", False),
        ("19990412", "19990601000000", True),
        ("19990412", "1999", True),
        ("19990412", "19999999", False),
    ],
)
def test_a_copy_is_far_off_by_how_exactly_it_was_asked_for(when: str, stamp: str, far: bool) -> None:
    assert is_far(when, stamp) is far
