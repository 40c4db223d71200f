"""How long a text takes to read is none of the text; how long other things take is."""

import pytest

from app.extract.scoring.reading_times import says_reading_time


@pytest.mark.parametrize(
    "line",
    [
        "3 minute read",
        "4 min read",
        "Estimated reading time: 6 minutes",
        "Lesezeit: ca. 3 Minuten",
        "Temps de lecture : 4 min.",
        "2 min di lettura",
        "Время чтения: 3 минуты",
        "Время на прочтение 6 мин",
        "5 dk okuma süresi",
    ],
)
def test_a_line_that_says_it_is_known(line: str) -> None:
    assert says_reading_time(line.lower())


@pytest.mark.parametrize(
    "line", ["10 min", "Prep time: 10 min", "It took 3 minutes to read the will", "3 minutes of silence", ""]
)
def test_other_times_are_text(line: str) -> None:
    assert not says_reading_time(line.lower())
