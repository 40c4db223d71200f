"""A time that only an attribute tells stands in its sentence."""

import pytest

from app.extract.meaning.times import spell_times
from tests.extract.meaning.spelled import spelled


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ('<time datetime="2026-12-24"></time>', "2026-12-24"),
        ('<time datetime="2026-12-24T18:05:30+01:00"></time>', "2026-12-24 18:05 UTC+01:00"),
        ('<relative-time datetime="2027-01-07T08:00:00Z"></relative-time>', "2027-01-07 08:00 UTC"),
        ('<time-until datetime="2027-01-07T00:00:00Z"> </time-until>', "2027-01-07"),
        ('<time datetime="2026-12-24">Christmas Eve</time>', "Christmas Eve"),
        ('<time datetime="PT5M"></time>', ""),
        ("<time></time>", ""),
    ],
)
def test_a_time_without_words_is_what_its_attribute_says(time: str, said: str) -> None:
    assert spelled(f"<p>The lock ({time}) closes.</p>", spell_times) == f"The lock ({said}) closes."


def test_a_sentence_may_end_with_a_time() -> None:
    assert spelled('<p>It opens on <time datetime="2026-12-24"></time>.</p>', spell_times) == "It opens on 2026-12-24."


@pytest.mark.parametrize(
    "markup",
    [
        '<p>Ann Keeper <time datetime="2026-12-24"></time></p>',
        '<div><time datetime="2026-12-24"></time></div>',
        '<p><span>Closed</span><time datetime="2026-12-24"></time> for all</p>',
    ],
)
def test_a_time_beside_a_name_or_alone_is_left_to_those_who_look_for_dates(markup: str) -> None:
    assert "2026" not in spelled(markup, spell_times)
