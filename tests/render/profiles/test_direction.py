import pytest

from app.render.profiles.direction import Direction, direction_of
from app.render.profiles.spec import read_spec


@pytest.mark.parametrize(
    ("spec", "family", "expected"),
    [
        ("ie-windows4", "arabic", Direction.AS_READ_WITH_DIR),
        ("modern", "hebrew", Direction.AS_READ_WITH_DIR),
        ("modern-html2", "hebrew", Direction.AS_READ),
        ("lynx-utf8", "hebrew", Direction.AS_READ),
        ("netscape", "hebrew", Direction.AS_SEEN),
        ("netscape-windows4", "arabic", Direction.AS_SEEN),  # in UTF-8, with joined forms
        ("netscape", "arabic", Direction.AS_READ),  # in windows-1256, whose letters the machine joins and orders
        ("netscape-logical", "hebrew", Direction.AS_READ_WITH_DIR),
        ("ie-unix", "hebrew", Direction.AS_SEEN),  # ISO 8859-8
        ("universal-cp864", "arabic", Direction.AS_SEEN),
        ("universal", "hebrew", Direction.FROM_LEFT),  # spelled
        ("modern", "western", Direction.FROM_LEFT),
        ("netscape", "thai", Direction.FROM_LEFT),
    ],
)
def test_whoever_does_not_order_lines_gets_them_as_they_are_seen(spec: str, family: str, expected: Direction) -> None:
    assert direction_of(read_spec(spec), family) is expected
