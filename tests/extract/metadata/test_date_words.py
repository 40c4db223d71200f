"""What a date dates, by the words before it and by the names of its element."""

import pytest

from app.extract.metadata.date_words import kind_of_names, kind_of_words


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("Published ", "published"),
        ("First posted on ", "published"),
        ("Veröffentlicht am ", "published"),
        ("Publié le ", "published"),
        ("発行：", "published"),
        ("Last updated: ", "updated"),
        ("As of ", "updated"),
        ("Zuletzt geändert am ", "updated"),
        ("Stand: ", "updated"),
        ("Mis à jour le ", "updated"),
        ("최종수정 ", "updated"),
        ("ปรับปรุง: ", "updated"),
        ("আপডেট: ", "updated"),
        ("Измењено: ", "updated"),
        ("Përditësuar më ", "updated"),
        ("প্রকাশিত: ", "published"),
        ("Објављено: ", "published"),
        ("வெளியிடப்பட்டது: ", "published"),
        ("آخر تحديث ", "updated"),
        ("Published and last updated ", "updated"),
        ("Copyright ", "other"),
        ("© ", "other"),
        ("Born ", "other"),
        ("Member since ", "other"),
        ("By Ada Brightwater, ", ""),
        ("Standing by since ", ""),
        ("", ""),
    ],
)
def test_words_say_what_the_date_behind_them_is(before: str, kind: str) -> None:
    assert kind_of_words(before) == kind


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ("article:published_time", "published"),
        ("datepublished", "published"),
        ("entry-published", "published"),
        ("sailthru.date", "dated"),
        ("dc.date.created", "dated"),
        ("date", "dated"),
        ("article:modified_time", "updated"),
        ("last-modified", "updated"),
        ("og:updated_time", "updated"),
        ("event:start_date", "other"),
        ("article:expiration_time", "other"),
        ("birthdate", "other"),
        ("todays-date", "other"),
        ("candidate", ""),
        ("author", ""),
    ],
)
def test_names_say_what_the_date_under_them_is(names: str, kind: str) -> None:
    assert kind_of_names(names) == kind
