"""Dates as machines and people write them."""

from datetime import UTC, date, datetime

import pytest

from app.text.dates.stamps import find_stamps, read_stamp

DAY = date(2026, 11, 26)


def day_of(text: str, language: str = "") -> date | None:
    stamp = read_stamp(text, language)
    return stamp.day if stamp else None


def moment_of(text: str, language: str = "") -> str:
    stamp = read_stamp(text, language)
    assert stamp is not None, text
    return datetime.fromtimestamp(stamp.epoch, UTC).isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-26",
        " 2026-11-26T14:00:00+01:00 ",
        "20261126",
        "20261126T140000Z",
        "202611261400",
        "2026-W48-4",
        "2026W484",
        "2026-330",
        "2026330T1400",
        "1795701600",
        "1795701600000",
        "/Date(1795701600000)/",
        "/Date(1795701600000+0100)/",
        "2026-26-11",
        "2026/11/26 14:00",
        "2026.11.26.",
        "2026. 11. 26. 14:00",
        "26.11.2026",
        "26. 11. 2026",
        "26.11.26",
        "26-11-2026",
        "26/11/2026 - 14:00",
        "11/26/2026 2:00:00 PM",
        "Thu, 26 Nov 2026 14:00:00 GMT",
        "Thursday, 26-Nov-26 14:00:00 GMT",
        "Thu Nov 26 14:00:00 2026",
        "Thu Nov 26 14:00:00 CET 2026",
        "Thu Nov 26 2026 14:00:00 GMT+0100 (Central European Time)",
        "26/Nov/2026:14:00:00 +0100",
        "26 Nov 126 14:00:00 GMT",
        "November 26, 2026",
        "Nov. 26th, 2026 at 2:00 p.m.",
        "NOV 26 2026",
        "26th of November, 2026",
        "Nov. 26, '26",
    ],
)
def test_a_day_is_read_in_all_forms_of_machines_and_of_english(text: str) -> None:
    assert day_of(text) == DAY


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "٢٦ نوفمبر ٢٠٢٦"),
        ("ar", "الخميس 26 تشرين الثاني 2026"),
        ("ar-ma", "26 نونبر 2026"),
        ("bg", "26 ноември 2026 г."),
        ("bn", "২৬ নভেম্বর ২০২৬"),
        ("ca", "26 de novembre del 2026"),
        ("cs", "čtvrtek 26. listopadu 2026"),
        ("da", "26. november 2026"),
        ("de", "Donnerstag, 26. Nov. 2026, 14:00 Uhr"),
        ("el", "26 Νοεμβρίου 2026"),
        ("es", "26 de noviembre de 2026"),
        ("et", "26. november 2026"),
        ("eu", "2026ko azaroaren 26a"),
        ("fa", "۵ آذر ۱۴۰۵"),
        ("fa", "۱۴۰۵/۰۹/۰۵"),
        ("fi", "26. marraskuuta 2026"),
        ("fr", "jeudi 26 novembre 2026 à 14h00"),
        ("he", "26 בנובמבר 2026"),
        ("hi", "२६ नवंबर २०२६"),
        ("hr", "26. studenoga 2026."),
        ("hu", "2026. november 26."),
        ("id", "Kamis, 26 November 2026"),
        ("it", "26 novembre 2026"),
        ("ja", "2026年11月26日(木) 14時00分"),
        ("ja", "令和8年11月26日"),
        ("ko", "2026년 11월 26일 오후 2:00"),
        ("lt", "2026 m. lapkričio 26 d."),
        ("lv", "2026. gada 26. novembris"),
        ("mr", "२६ नोव्हेंबर २०२६"),
        ("ms", "26 November 2026"),
        ("nl", "26 nov. 2026"),
        ("no", "26. november 2026"),
        ("pl", "26 listopada 2026"),
        ("pt", "26 de novembro de 2026"),
        ("ro", "26 noiembrie 2026"),
        ("ru", "26 ноября 2026 г."),
        ("ru", "26 нояб. 2026, 14:00"),
        ("sk", "26. novembra 2026"),
        ("sl", "26. november 2026"),
        ("sr", "26. новембар 2026."),
        ("sv", "26 november 2026"),
        ("ta", "26 நவம்பர் 2026"),
        ("te", "26 నవంబర్ 2026"),
        ("th", "26 พ.ย. 2569 14:00 น."),
        ("th", "๒๖ พฤศจิกายน ๒๕๖๙"),
        ("tr", "26 Kasım 2026"),
        ("uk", "26 листопада 2026"),
        ("vi", "ngày 26 tháng 11 năm 2026"),
        ("vi", "26 Tháng Mười Một, 2026"),
        ("zh", "2026年11月26日"),
        ("zh", "二〇二六年十一月二十六日"),
        ("zh-tw", "中華民國115年11月26日"),
    ],
)
def test_a_day_is_read_in_the_languages_of_the_news(language: str, text: str) -> None:
    assert day_of(text, language) == DAY


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("03/04/2026", "en-us", date(2026, 3, 4)),
        ("03/04/2026", "en", date(2026, 3, 4)),
        ("03/04/2026", "en-gb", date(2026, 4, 3)),
        ("03/04/2026", "fr", date(2026, 4, 3)),
        ("03/04/2026", "", date(2026, 3, 4)),
        ("03-04-2026", "", date(2026, 4, 3)),
        ("03.04.2026", "en-us", date(2026, 4, 3)),
        ("13/04/2026", "en-us", date(2026, 4, 13)),
        ("04/13/2026", "fr", date(2026, 4, 13)),
    ],
)
def test_figures_are_read_as_the_language_orders_them(text: str, language: str, day: date) -> None:
    assert day_of(text, language) == day


@pytest.mark.parametrize(
    "text", ["4.IX.2026", "4. IX 2026", "4 IX 2026 r.", "Kraków, 04-IX-2026", "4/IX/2026", "2026. IX. 4."]
)
def test_a_month_may_be_a_roman_number(text: str) -> None:
    assert [stamp.day for stamp in find_stamps(text)] == [date(2026, 9, 4)]


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("令和8.11.26", "ja", [DAY]),
        ("令和8/11/26", "", [DAY]),
        ("R8.11.26 掲載", "ja", [DAY]),
        ("H30-11-26", "ja-jp", [date(2018, 11, 26)]),
        ("R8.11.26", "en", [date(2026, 11, 8)]),
        ("26 تشرين الثاني/نوفمبر 2026", "ar", [DAY]),
        ("26 نوفمبر/ تشرين الثاني 2026", "ar", [DAY]),
    ],
)
def test_eras_before_figures_and_months_that_are_said_twice(text: str, language: str, days: list[date]) -> None:
    stamp = read_stamp(text, language)
    assert ([stamp.day] if stamp else []) == days


@pytest.mark.parametrize("text", ["12 V 2000 mA", "31.II.2026", "4.IIX.2026", "1.4.IX.2026"])
def test_other_letters_between_numbers_are_no_month(text: str) -> None:
    assert list(find_stamps(text)) == []


def test_a_date_that_is_yet_to_come_is_turned_where_that_helps() -> None:
    stamp = read_stamp("10/12/2026", "de")
    assert stamp is not None
    assert stamp.until(DAY).day == date(2026, 10, 12)
    assert stamp.until(date(2026, 12, 31)).day == date(2026, 12, 10)
    assert stamp.until(date(2026, 1, 1)).day == date(2026, 12, 10)
    certain = read_stamp("30/12/2026", "de")
    assert certain is not None
    assert certain.until(DAY).day == date(2026, 12, 30)


def test_a_month_of_one_language_is_not_that_of_another() -> None:
    assert day_of("26 listopada 2026", "pl") == DAY
    assert day_of("26 listopada 2026", "hr") == date(2026, 10, 26)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-26T14:00:00+01:00", "2026-11-26T13:00:00+00:00"),
        ("2026-11-26T14:00:00+0100", "2026-11-26T13:00:00+00:00"),
        ("2026-11-26T14:00:00+01", "2026-11-26T13:00:00+00:00"),
        ("2026-11-26T14:00:00-03:30", "2026-11-26T17:30:00+00:00"),
        ("2026-11-26T14:00:00.250Z", "2026-11-26T14:00:00.250000+00:00"),
        ("2026-11-26 14:00:00 UTC", "2026-11-26T14:00:00+00:00"),
        ("2026-11-26T24:00:00Z", "2026-11-27T00:00:00+00:00"),
        ("2026-11-26T23:59:60Z", "2026-11-27T00:00:00+00:00"),
        ("20261126T140005+0100", "2026-11-26T13:00:05+00:00"),
        ("26 Nov 2026 14.30", "2026-11-26T14:30:00+00:00"),
        ("26 Nov 2026 2 pm", "2026-11-26T14:00:00+00:00"),
        ("26 Nov 2026 12:15 a.m. GMT", "2026-11-26T00:15:00+00:00"),
        ("14:30 26.11.2026", "2026-11-26T14:30:00+00:00"),
        ("Thu Nov 26 14:00:00 CET 2026", "2026-11-26T13:00:00+00:00"),
        ("Thu, 26 Nov 2026 14:0:0 Z", "2026-11-26T14:00:00+00:00"),
        ("Thu, 26 Nov 2026 9:5:7 GMT", "2026-11-26T09:05:07+00:00"),
        ("Thu, 26 Nov 2026 14:30:5 GMT", "2026-11-26T14:30:05+00:00"),
        ("Thu Nov 26 14:00:00 +0000 2026", "2026-11-26T14:00:00+00:00"),
        ("Thu Nov 26 14:00:00 -0500 2026", "2026-11-26T19:00:00+00:00"),
        ("2026년 11월 26일 오후 2시 30분", "2026-11-26T14:30:00+00:00"),
        ("1795701600", "2026-11-26T14:00:00+00:00"),
        ("1795701600123", "2026-11-26T14:00:00+00:00"),
        ("26 November 2026", "2026-11-26T00:00:00+00:00"),
    ],
)
def test_a_time_and_its_zone_stand_in_behind_or_before_the_date(text: str, moment: str) -> None:
    assert moment_of(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "3 days ago",
        "26 November",
        "30 February 2026",
        "2026-13-45",
        "0000-00-00T00:00:00Z",
        "9999-12-31T24:00:00Z",
        "12 Monkeys 1995",
        "1,234 May 2021",
        "192.168.2.2026",
        "十二十年一月一日",
        "\ud800",
        "99999999999999999999",
        "1" * 5000,
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("By Ada Brightwater | 26 November 2026 | 14:00", [DAY]),
        ("Published 24 Nov 2026 09:00. Updated 26 Nov 2026 10:00", [date(2026, 11, 24), DAY]),
        ("Posted on June 29, 2020 November 12, 2021", [date(2020, 6, 29), date(2021, 11, 12)]),
        ("Von Ada, 26.11.26, 10:20 Uhr", [DAY]),
        ("By Ada | 11/26/26, 2:05 p.m. ET", [DAY]),
        ("Room 12.11.26, phone 030 12.11.26", []),
        ("From 2026 on, all 26 of them", []),
        ("26 November", []),
    ],
)
def test_dates_are_found_in_a_line_if_their_year_is_whole(text: str, days: list[date]) -> None:
    assert [stamp.day for stamp in find_stamps(text)] == days


def test_the_place_of_a_date_is_that_of_it_and_its_time() -> None:
    text = "Von Ada, 26. November 2026, 14:00 Uhr"
    stamp = next(find_stamps(text, "de"))
    assert text[stamp.start : stamp.end] == "26. November 2026, 14:00"


@pytest.mark.parametrize("text", ["發布日期：115-11-26", "115/11/26", "115.11.26 更新", "115年11月26日"])
def test_taiwan_counts_the_years_of_its_republic(text: str) -> None:
    assert [stamp.day for stamp in find_stamps(text, "zh-hant-tw")] == [DAY]
    assert [stamp.day for stamp in find_stamps(text, "zh-tw")] == [DAY]


@pytest.mark.parametrize("text", ["115-11-26", "192.168.1.1", "110-220-110", "v115.11.26.1", "tel. 115-11-26-40"])
def test_figures_like_those_are_no_day_elsewhere(text: str) -> None:
    assert list(find_stamps(text, "en")) == []
    assert list(find_stamps("tel. 115-11-26-40", "zh-tw")) == []
