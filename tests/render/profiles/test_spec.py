from dataclasses import fields, replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.errors import UnknownPlace
from app.render.charsets.charsets import CHARSETS
from app.render.profiles.profile import KIB, Profile
from app.render.profiles.profiles import PROFILES
from app.render.profiles.spec import KINDS, LONGEST, NARROWEST, WIDEST, read_spec, with_piece

PIECES = [piece for pieces in KINDS.values() for piece in pieces]


@pytest.mark.parametrize("name", PROFILES)
def test_a_name_alone_is_the_row_of_the_table(name: str) -> None:
    assert read_spec(name) == PROFILES[name]
    assert read_spec(name.upper()) == PROFILES[name]


def test_a_piece_changes_what_it_is_about_and_nothing_else() -> None:
    changed = replace(PROFILES["macplus"], name="macplus-jpeg-640", image="JPEG", width=640, height=480)
    assert read_spec("macplus-jpeg-640") == changed


@pytest.mark.parametrize("order", list(permutations(("utf8", "8k", "jpeg", "640"))))
def test_pieces_in_any_order_are_one_profile_with_one_address(order: tuple[str, ...]) -> None:
    assert read_spec("-".join(["dos", *order])) == read_spec("dos-utf8-8k-jpeg-640")
    assert read_spec("-".join(["dos", *order])).name == "dos-utf8-8k-jpeg-640"


@pytest.mark.parametrize("piece", PIECES)
def test_each_piece_sets_fields_of_a_profile_to_what_they_may_be(piece: str) -> None:
    (changes,) = (pieces[piece] for pieces in KINDS.values() if piece in pieces)
    assert set(changes) <= {field.name for field in fields(Profile)}
    found = read_spec(f"universal-{piece}")
    assert all(getattr(found, name) == value for name, value in changes.items())
    assert found.name == f"universal-{piece}"
    assert found.charset("western").name in CHARSETS


@pytest.mark.parametrize("piece", ["koi8r", "mac", "pt", "utf8", "windows4"])
def test_a_set_or_a_language_without_a_name_is_that_of_any_machine(piece: str) -> None:
    assert read_spec(piece) == read_spec(f"universal-{piece}")
    assert read_spec(f"{piece}-8k") == read_spec(f"universal-{piece}-8k")


def test_no_piece_is_of_two_kinds() -> None:
    assert len(PIECES) == len(set(PIECES))


def test_a_set_that_is_asked_for_is_said_to_be_that_and_a_kind_of_machine_is_not() -> None:
    assert read_spec("universal-koi8r").declares
    assert not read_spec("universal-koi8r-bare").declares
    assert not read_spec("universal-unix").declares
    assert read_spec("universal-koi8r").charset("japanese").name == "koi8r"


def test_of_two_pieces_of_a_kind_the_last_one_counts() -> None:
    assert read_spec("dos-gif-jpeg").name == "dos-jpeg"
    assert read_spec("dos-320-640x400").name == "dos-640x400"


@pytest.mark.parametrize(
    ("piece", "box"),
    [("640", (640, 480)), ("640x400", (640, 400)), (str(NARROWEST), (100, 75)), (str(WIDEST), (1600, 1200))],
)
def test_a_number_is_a_width_and_two_are_a_box(piece: str, box: tuple[int, int]) -> None:
    found = read_spec(f"universal-{piece}")
    assert (found.width, found.height) == box


@pytest.mark.parametrize(
    "spec",
    [
        "",
        "-jpeg",
        "jpeg",
        "mac plus",
        "macplus-",
        "macplus--jpeg",
        "macplus-0640",
        "macplus-1601",
        "macplus-640x",
        "macplus-640x1601",
        "macplus-640x99",
        "macplus-99",
        "macplus-nonsense",
        "macplus-é",
        "macplus-٦٤٠",
        "nonsense",
        "universal" + "-jpeg" * 7,
        "é",
        "~macplus",
    ],
)
def test_what_is_no_profile_is_refused_with_a_sentence(spec: str) -> None:
    with pytest.raises(UnknownPlace, match=r'^(There is no profile ".*" here|A profile cannot be ".*"); /setup lists'):
        read_spec(spec)


def test_a_piece_takes_the_place_of_the_one_of_its_kind() -> None:
    assert with_piece("macplus", "jpeg") == "macplus-jpeg"
    assert with_piece("macplus-jpeg-640", "png") == "macplus-png-640"
    assert with_piece("macplus-jpeg-640", "320") == "macplus-jpeg-320"


def test_where_another_piece_has_no_room_the_others_are_given_up() -> None:
    full = read_spec("universal-html32-macreferences-bare-16k").name
    assert len(full) == LONGEST
    assert with_piece(full, "8k") == "universal-html32-macreferences-bare-8k"
    assert with_piece(full, "utf8") == "universal-html32-utf8-bare-16k"
    assert with_piece("universal-html32-macreferences-nobr-16k", "jpeg") == "universal-jpeg"
    # HTML 2.0 and 24 KB are what the profile has without being asked.
    assert with_piece("universal-html2-macreferences-bare-24k", "jpeg") == "universal-macreferences-jpeg"


@given(name=some.sampled_from(sorted(PROFILES)), pieces=some.lists(some.sampled_from([*PIECES, "640", "320x200"])))
@settings(derandomize=True, deadline=None)
def test_choices_add_up_to_a_profile_that_there_is(name: str, pieces: list[str]) -> None:
    spec = name
    for piece in pieces:
        spec = with_piece(spec, piece)
        assert piece in spec.split("-") or replace(read_spec(spec), name="") == replace(
            read_spec(f"{spec}-{piece}"), name=""
        )
        assert len(spec) <= LONGEST
        assert read_spec(spec).name == spec


def test_budgets_are_in_kibibytes() -> None:
    assert read_spec("universal-16k").budget == 16 * KIB


def test_browsers_from_1997_on_have_superscripts() -> None:
    assert read_spec("netscape-windows4").raises
    assert read_spec("ie-mac4").raises
    assert not read_spec("netscape-mac").raises
