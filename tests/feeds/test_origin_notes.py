"""Where a text appeared first is no part of it."""

import pytest

from app.feeds.origin_notes import LONGEST, without_origin_note


@pytest.mark.parametrize(
    "note",
    [
        "The post The quay is open appeared first on Quay Blog.",
        "Der Beitrag Die Mole ist auf erschien zuerst auf Hafenblog.",
        "L’article Le quai est ouvert est apparu en premier sur Le Quai.",
        "Запись Причал открыт впервые появилась Порт.",
        "投稿 桟橋が開く は 港ブログ に最初に表示されました。",
    ],
)
def test_the_note_at_the_end_goes(note: str) -> None:
    assert without_origin_note(f"The quay is open again. […] {note}") == "The quay is open again. […]"
    assert without_origin_note(note) == ""


@pytest.mark.parametrize(
    "text",
    [
        "A band that appeared first on the radio, and then in the harbour.",
        f"The post office appeared first on maps of the town. {'It was painted blue and white. ' * (LONGEST // 20)}",
        "",
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert without_origin_note(text) == text
