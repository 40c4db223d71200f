"""Which typefaces are there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import features

from app.images.text import typefaces
from app.images.text.typefaces import FACES, SCRIPTS, can_set, file_of


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setattr(typefaces, "FOLDERS", (tmp_path,))
    typefaces._files.cache_clear()
    yield tmp_path
    typefaces._files.cache_clear()


def test_a_family_is_set_only_where_its_typeface_is_installed(nothing_installed: Path) -> None:
    assert not any(can_set(family) for family in FACES)
    (nothing_installed / "noto").mkdir()
    (nothing_installed / "noto" / "NotoSansCJK-Regular.ttc").write_bytes(b"")
    typefaces._files.cache_clear()
    assert [family for family in FACES if can_set(family)] == [
        "chinese-simplified",
        "chinese-traditional",
        "japanese",
        "korean",
    ]
    assert file_of("NotoSansCJK-Regular.ttc") == nothing_installed / "noto" / "NotoSansCJK-Regular.ttc"


def test_what_needs_shaping_is_not_set_without_what_shapes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_set("arabic")
    monkeypatch.setattr(features, "check", lambda feature: False)
    assert not can_set("arabic")
    assert can_set("georgian")


def test_the_tables_are_sorted_and_scripts_do_not_overlap() -> None:
    assert list(FACES) == sorted(FACES)
    ends = [end for first, last, _ in SCRIPTS for end in (first, last)]
    assert ends == sorted(ends)
