"""What may be the name of somebody."""

import pytest

from app.extract.metadata.person_names import is_degree, is_full_name, is_name, is_role


@pytest.mark.parametrize(
    "text",
    ["Ada Brightwater", "ADA BRIGHTWATER", "Ada", "gnaddrig", "Jean-Luc d’Arc", "Ludwig van der Berg", "T. V. Raman", "余聪",
     "Ада Светлова", "آدا النور", "Emma F.", "The Lavazza Team"],
)  # fmt: skip
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    ["", "x", "12", "admin", "Admin", "WordPressAdmin", "web-master", "guest", "Posted by", "Monday", "Dimanche", "Twitter",
     "2 Kommentare", "Read more", "Latest Posts", "what they did next year", "He moved the old tower inland", "A: B", "a@b",
     "Ada Brightwater, Jo Carr, Max Stone, Ann Keeper, Bob Stone", "x" * 61, "gazette.com", "Tower 1871", "→ Ada",
     "この記事を書いた人は東京の社会部の記者です", "편집 토론 역사", "Edit History"],
)  # fmt: skip
def test_no_names(text: str) -> None:
    assert not is_name(text)


def test_a_role_is_no_name_unless_it_is_said_to_be_one() -> None:
    assert not is_name("Senior Science Writer")
    assert is_name("Senior Science Writer", roles=True)
    assert is_role("science reporter for the north")
    assert not is_role("Ada Brightwater")


def test_what_is_trusted_may_be_written_in_any_way_but_is_no_label() -> None:
    assert is_name("Ada brightwater", trusted=True)
    assert not is_name("Ada brightwater")
    assert not is_name("your wedding bloggers", trusted=True)
    assert not is_name("admin", trusted=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Brightwater", True),
        ("Ada M. Brightwater", True),
        ("Ada", False),
        ("Ada brightwater", False),
        ("Skip To Comments", False),
    ],
)
def test_whole_names(text: str, expected: bool) -> None:
    assert is_full_name(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PhD", True),
        ("Ph.D.", True),
        ("M.D.", True),
        ("M.D. FACLM", True),
        ("Jr.", True),
        ("CPP", True),
        ("Ada", False),
        ("Lille", False),
    ],
)
def test_degrees(text: str, expected: bool) -> None:
    assert is_degree(text) is expected
