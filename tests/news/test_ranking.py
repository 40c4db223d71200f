import random
from dataclasses import replace

from app.models import Headline, Story
from app.news.ranking import rank, score

NOW = 1_800_000_000.0
HOUR, DAY = 3600, 86400


def told(publisher: str, name: str, age: float = HOUR, place: int = 0, host: str = "") -> Headline:
    """Return a headline; an age of 0 stands for no date."""
    url = f"http://{host or publisher.lower() + '.example'}/{name}"
    return Headline(f"{publisher} on {name}", url, publisher, "http://feeds.example/", place, age and NOW - age)


def leads(stories: list[Story]) -> list[str]:
    return [story.lead.title for story in stories]


def test_what_more_publishers_carry_comes_first() -> None:
    alone = [told("One", "alone")]
    shared = [told(publisher, "shared") for publisher in ("One", "Two", "Three")]
    assert rank([alone, shared], NOW, 10)[0].lead in shared


def test_one_publishers_many_headlines_count_once() -> None:
    many = [told("One", f"part {number}", age=2 * HOUR) for number in range(6)]
    assert leads(rank([many, [told("Two", "single")]], NOW, 10))[0] == "Two on single"


def test_papers_of_one_chain_count_once() -> None:
    names = ("Ottawa Citizen", "Vancouver Sun", "National Post")
    chain = [told(name, "wire", host=f"{number}.example") for number, name in enumerate(names)]
    pair = [told("One", "pair"), told("Two", "pair")]
    assert [story.lead in pair for story in rank([chain, pair], NOW, 10)] == [True, False]


def test_what_is_fresher_comes_first() -> None:
    assert leads(rank([[told("One", "old", DAY)], [told("Two", "new")]], NOW, 10)) == ["Two on new", "One on old"]


def test_what_is_placed_higher_comes_first() -> None:
    low, high = told("One", "low", place=30), told("Two", "high", place=1)
    assert leads(rank([[low], [high]], NOW, 10)) == ["Two on high", "One on low"]


def test_news_of_last_month_are_out() -> None:
    assert rank([[told("One", "stale", 31 * DAY)]], NOW, 10) == []


def test_a_stale_headline_leaves_a_fresh_story() -> None:
    fresh = told("One", "event")
    assert rank([[fresh, told("Two", "event", 40 * DAY)]], NOW, 10) == [Story(fresh)]


def test_undated_headlines_stand_between_fresh_and_old_ones() -> None:
    groups = [[told("One", "old", 2 * DAY)], [told("Two", "undated", 0)], [told("Three", "fresh")]]
    assert leads(rank(groups, NOW, 10)) == ["Three on fresh", "Two on undated", "One on old"]


def test_a_date_far_in_the_future_counts_as_none() -> None:
    assert score(told("One", "tomorrow", -DAY), NOW) == score(told("One", "undated", 0), NOW)
    assert score(told("One", "soon", -HOUR), NOW) == 1


def test_a_link_that_opens_directly_leads() -> None:
    google = told("One", "event", place=0, host="news.google.com")
    direct = told("Two", "event", age=5 * HOUR, place=20)
    assert rank([[google, direct]], NOW, 10) == [Story(direct, (google,))]


def test_stories_that_nobody_can_open_come_last_and_lead_none() -> None:
    closed = [told(publisher, "closed", host="closed.example") for publisher in ("One", "Two", "Three")]
    mixed = [told("Four", "mixed", host="closed.example"), told("Five", "mixed", 9 * HOUR)]
    late = [told("Six", "late", DAY)]

    def unopened(url: str) -> bool:
        return url.startswith("http://closed.example/")

    assert leads(rank([closed, mixed, late], NOW, 10)) == ["One on closed", "Four on mixed", "Six on late"]
    assert leads(rank([closed, mixed, late], NOW, 10, unopened=unopened)) == [
        "Five on mixed",
        "Six on late",
        "One on closed",
    ]


def test_the_report_leads_and_not_the_reaction() -> None:
    report = told("One", "event", 5 * HOUR, place=20)
    reaction = replace(told("Two", "event"), title="Analysis: what the event means")
    assert leads(rank([[reaction, report]], NOW, 10)) == [report.title]
    assert leads(rank([[reaction]], NOW, 10)) == [reaction.title]


def test_each_publisher_stands_once_in_a_story() -> None:
    first, second = told("One", "first"), told("One", "second", place=5)
    other = told("Two", "other", place=9)
    assert rank([[second, other, first]], NOW, 10) == [Story(first, (other,))]


def test_an_address_or_title_that_stood_before_is_out() -> None:
    best = told("One", "event")
    same_title = replace(best, url="http://one.example/other", place=7)
    same_address = replace(best, title="Something else", publisher="Two", place=8)
    assert rank([[best], [same_title], [same_address]], NOW, 10) == [Story(best)]


def test_no_publisher_leads_more_than_a_quarter() -> None:
    loud = [[told("Loud", f"loud {number}")] for number in range(20)]
    quiet = [[told(f"Quiet{number}", "quiet", DAY)] for number in range(20)]
    page = rank(loud + quiet, NOW, 12)
    assert len(page) == 12
    assert [story.lead.publisher for story in page].count("Loud") == 3


def test_surplus_stories_fill_a_page_that_would_be_short() -> None:
    loud = [[told("Loud", f"loud {number}")] for number in range(20)]
    page = rank([*loud, [told("Quiet", "quiet", DAY)]], NOW, 12)
    assert [story.lead.publisher for story in page] == ["Loud"] * 3 + ["Quiet"] + ["Loud"] * 8


def test_another_publisher_leads_a_story_where_the_best_has_its_share() -> None:
    stories = [[told("Loud", f"{number}"), told(f"Quiet{number}", f"{number}", place=3)] for number in range(4)]
    page = rank(stories, NOW, 4)
    assert [story.lead.publisher for story in page].count("Loud") == 1
    assert all(len(story.others) == 1 for story in page)


def test_related_headlines_are_not_carried_twice() -> None:
    member = told("Two", "event", place=4)
    lead = replace(told("One", "event"), related=(member,))
    assert rank([[lead, member]], NOW, 10) == [Story(replace(lead, related=()), (member,))]


def test_the_order_of_groups_and_members_does_not_matter() -> None:
    groups = [[told(f"P{number % 7}", f"{number} {part}", place=part) for part in range(3)] for number in range(30)]
    expected = rank(groups, NOW, 20)
    chance = random.Random(3)
    for members in groups:
        chance.shuffle(members)
    chance.shuffle(groups)
    assert rank(groups, NOW, 20) == expected


def test_nothing_gives_nothing() -> None:
    assert rank([], NOW, 10) == []
    assert rank([[]], NOW, 10) == []


def test_a_publisher_with_his_share_of_a_page_leads_again_on_the_next() -> None:
    def told(publisher: str, number: int) -> Headline:
        return Headline(f"{publisher} {number}", f"https://{publisher}.test/{number}", publisher, "", number, NOW)

    groups = [(told("a", number),) for number in range(12)] + [(told("b", number + 20),) for number in range(12)]
    stories = rank(groups, NOW, 24, page=8)
    pages = [[story.lead.publisher for story in stories[start : start + 8]] for start in (0, 8, 16)]
    assert [page[:4].count("a") for page in pages[:2]] == [2, 2]
    assert len({story.lead.url for story in stories}) == 24
