import random
from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

import pytest

from app.models import Headline
from app.news.clustering import cluster
from bench.grouping import HALVES, headline, rows, scores
from bench.grouping import cluster as numbers

NOON = 1_800_000_000.0
HOUR = 3600


def paper(title: str, publisher: str = "", language: str = "en", published: float = 0, place: int = 0) -> Headline:
    publisher = publisher or f"Paper {len(title)}"
    url = f"http://{publisher.replace(' ', '').lower()}.example/{crc32(title.encode())}"
    return Headline(title, url, publisher, "http://feeds.example/", place, published, language=language)


QUAKE = (
    paper("Strong earthquake shakes Port Amsel, dozens feared dead", "One"),
    paper("Port Amsel earthquake: rescuers search for dozens under rubble", "Two"),
    paper("Dozens dead after earthquake in Port Amsel", "Three"),
)
ELSEWHERE = (
    paper("Minister Golding denies leaking the fisheries treaty", "One"),
    paper("Seven ways to keep tomatoes until spring", "Two"),
    paper("Orchestra of Lindholm plays on the frozen lake", "Three"),
)


def titles(groups: Sequence[Sequence[Headline]]) -> set[frozenset[str]]:
    return {frozenset(each.title for each in members) for members in groups}


@pytest.mark.parametrize("half", ["held-out", "both"])
def test_pairs_of_the_table_are_found_well_enough(half: str) -> None:
    assert half in HALVES
    chosen = [row for row in rows() if half in (row["half"], "both")]
    assert scores(chosen)[2] >= 0.85


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "hi", "ja"])
def test_stories_whose_titles_share_few_words_are_found_by_their_summaries(language: str) -> None:
    chosen = [row for row in rows("stories") if row["language"] == language and row["half"] == "held-out"]
    precision, _, f1 = scores(chosen)
    assert precision >= 0.9
    assert f1 >= 0.8


def test_what_is_grouped_from_outside_has_a_number_for_each_item() -> None:
    items = [
        {"title": each.title, "publisher": each.publisher, "language": "en"}
        for each in (*QUAKE, ELSEWHERE[0], QUAKE[0])
    ]
    found = numbers(items)
    assert found[0] == found[1] == found[2] == found[4] != found[3]
    assert numbers([]) == []


@pytest.mark.parametrize("table", ["headlines", "stories"])
def test_the_tables_are_as_large_as_they_say(table: str) -> None:
    assert len(rows(table)) == {"headlines": 200, "stories": 199}[table]
    halves: dict[str, set[str]] = {}
    for row in rows(table):
        halves.setdefault(row["event"], set()).add(row["half"])
    assert all(len(found) == 1 for found in halves.values()), "an event stands in both halves"


def test_headlines_on_one_event_are_one_group_and_the_others_stay_alone() -> None:
    groups = cluster([*QUAKE, *ELSEWHERE])
    assert titles(groups) == titles([QUAKE, *([each] for each in ELSEWHERE)])
    assert len(groups[0]) == 3


def test_two_earthquakes_in_two_countries_stay_apart() -> None:
    other = (
        paper("Earthquake rattles windows in Novaterra, nobody hurt", "Four"),
        paper("Novaterra earthquake: windows broken but nobody hurt", "Five"),
    )
    assert titles(cluster([*QUAKE, *other])) == titles([QUAKE, other])


def test_two_matches_of_one_team_stay_apart() -> None:
    cup = (
        paper("Harwick knocked out of the cup on penalties by Selby Vale", "One"),
        paper("Selby Vale beat Harwick on penalties in cup upset", "Two"),
    )
    league = (
        paper("Harwick draw goalless league game at Tarn Athletic", "Three"),
        paper("Tarn Athletic hold Harwick to goalless draw in league", "Four"),
    )
    assert titles(cluster([*cup, *league])) == titles([cup, league])


def test_half_similar_headlines_do_not_chain() -> None:
    steps = ["Amsel Bolder", "Bolder Corvin", "Corvin Dunmore", "Dunmore Elgin", "Elgin Fenwick", "Fenwick Amsel"]
    chain = [paper(f"today {step} {word}", f"P{word}") for step, word in zip(steps, "uvwxyz", strict=True)]
    assert max(map(len, cluster(chain))) < len(chain)


def test_languages_never_mix() -> None:
    german = replace(QUAKE[0], language="de", url="http://four.example/", publisher="Four")
    nameless = replace(QUAKE[0], language="", url="http://five.example/", publisher="Five")
    groups = cluster([*QUAKE, german, nameless])
    assert all(len({each.language for each in members}) == 1 for members in groups)
    assert sorted(map(len, groups)) == [1, 1, 3]


def test_regions_of_one_language_do_mix() -> None:
    british = replace(QUAKE[0], language="en-gb")
    assert len(cluster([british, *QUAKE[1:]])) == 1


def test_an_address_that_stands_in_two_feeds_is_kept_where_it_is_placed_best() -> None:
    low = replace(QUAKE[0], place=40, source="http://feeds.example/world")
    assert cluster([low, QUAKE[0]]) == [(QUAKE[0],)]


def test_a_publishers_nearly_identical_title_is_kept_once() -> None:
    again = replace(QUAKE[0], title=QUAKE[0].title.upper() + "!", url="http://one.example/again", place=3)
    assert cluster([again, QUAKE[0]]) == [(QUAKE[0],)]


def test_a_publishers_two_different_headlines_on_one_event_are_allowed() -> None:
    second = replace(QUAKE[1], publisher=QUAKE[0].publisher)
    assert titles(cluster([QUAKE[0], second, QUAKE[2]])) == titles([QUAKE])


@pytest.mark.parametrize(("hours", "count"), [(40, 1), (50, 2)])
def test_what_lies_more_than_two_days_apart_is_not_the_same_event(hours: int, count: int) -> None:
    early, late = (replace(each, published=NOON + at) for each, at in zip(QUAKE, (0, hours * HOUR), strict=False))
    assert len(cluster([early, late])) == count


def test_one_text_in_many_papers_is_one_event_and_another_one_days_later() -> None:
    today = [paper(QUAKE[0].title, f"Agency's client {number}", published=NOON) for number in range(30)]
    later = [paper(QUAKE[0].title, f"Late client {number}", published=NOON + 60 * HOUR) for number in range(2)]
    undated = paper(QUAKE[0].title, "Undated")
    groups = cluster([*today, *later, undated, *ELSEWHERE])
    assert sorted(map(len, groups)) == [1, 1, 1, 2, 31]
    assert set(groups[0]) == {*today, undated}


def test_texts_of_many_papers_are_grouped_with_what_others_say_of_the_event() -> None:
    copies = [paper(QUAKE[0].title, f"Agency's client {number}", published=NOON) for number in range(5)]
    groups = cluster([*copies, QUAKE[1], QUAKE[2], *ELSEWHERE])
    assert set(groups[0]) == {*copies, QUAKE[1], QUAKE[2]}


def test_a_headline_without_a_date_may_join_any() -> None:
    assert len(cluster([replace(QUAKE[0], published=NOON), *QUAKE[1:]])) == 1


def test_what_a_source_bundles_stays_together_and_others_may_join() -> None:
    odd = paper("'We ran': a morning to remember", "Four")
    bundle = replace(QUAKE[0], related=(odd,))
    groups = cluster([bundle, *QUAKE[1:], *ELSEWHERE])
    assert set(groups[0]) == {bundle, odd, *QUAKE[1:]}


def test_two_bundles_with_a_headline_in_common_are_one_event() -> None:
    one = replace(ELSEWHERE[0], related=(QUAKE[0],))
    other = replace(ELSEWHERE[1], related=(QUAKE[0],))
    assert [set(members) for members in cluster([one, other])] == [{one, other, QUAKE[0]}]


@pytest.mark.parametrize(
    ("language", "same", "other"),
    [
        ("zh", ("云港市发生强烈地震数十人遇难", "云港市地震已致数十人遇难"), "足球队赢得联赛冠军"),
        ("ja", ("青浜町で大雨、橋が流される", "大雨で橋が流される 青浜町"), "新型の電気自動車を発表"),
        ("th", ("น้ำท่วมเมืองทองคำ ประชาชนอพยพ", "ประชาชนอพยพหนีน้ำท่วมเมืองทองคำ"), "ราคาข้าวลดลง"),
        ("ko", ("청호시에서 지진 발생", "청호시 지진으로 도로 통제"), "프로야구 개막"),
        ("ru", ("В Каменогорске обрушился мост", "Обрушение моста в Каменогорске"), "Цены на хлеб выросли"),
        ("hi", ("सोनपुर में पुल गिरा", "सोनपुर पुल हादसा"), "नई फिल्म रिलीज"),
    ],
)
def test_other_scripts_are_grouped_too(language: str, same: tuple[str, str], other: str) -> None:
    batch = [paper(title, f"Paper {number}", language) for number, title in enumerate((*same, other))]
    assert titles(cluster(batch)) == {frozenset(same), frozenset([other])}


def test_the_order_of_the_headlines_does_not_matter() -> None:
    batch = [headline(row, place) for place, row in enumerate(rows())]
    expected = cluster(batch)
    shuffled = list(batch)
    random.Random(5).shuffle(shuffled)
    assert cluster(shuffled) == expected


def test_every_headline_stands_in_exactly_one_group() -> None:
    batch = [headline(row, place) for place, row in enumerate(rows())]
    found = [each for members in cluster(batch) for each in members]
    assert len(found) == len(batch)
    assert set(found) == set(batch)


@pytest.mark.parametrize("title", ["", "!!!", "the of and", "7"])
def test_titles_without_words_stand_alone(title: str) -> None:
    batch = [paper(title, "One"), paper(title, "Two"), *QUAKE]
    assert len(cluster(batch)[0]) == 3


def test_nothing_gives_nothing() -> None:
    assert cluster([]) == []
