"""Pages of headlines, in every profile."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from app.models import Article, Enclosure, Entry, Headline, Listing, Page, Story
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.front_page import FrontView
from app.render.pages.stories import MOST_ELSEWHERE, MOST_FEEDS, STORIES_A_PAGE, STORIES_ON_A_SMALL_ONE
from app.render.profiles.profile import KIB
from app.render.profiles.profiles import PROFILES
from app.render.profiles.spec import read_spec
from app.render.template import Frame
from config import ROOT

HOME = "http://x.example/"
SECTIONS = (("top", "TOP"), ("world", "WORLD"))
NOW = 1_700_000_000.0
each_profile = pytest.mark.parametrize("name", PROFILES)


@cache
def pages() -> Pages:
    return Pages(ROOT / "templates")


def frame(spec: str, urls: Sequence[str], family: str = "western") -> Frame:
    ids = {
        url: f"{'a' * 7}{chr(97 + place // 676)}{chr(97 + place // 26 % 26)}{chr(97 + place % 26)}"
        for place, url in enumerate(urls)
    }
    return Frame("68k.news", "IN", Links("", "/in", ids), read_spec(spec), family)


def headline(number: int, words: str = "Headline") -> Headline:
    return Headline(f"{words} {number}.", f"{HOME}{number}", f"Paper {number}", HOME, 0, NOW - 600, "In short: it was.")


def view(stories: Sequence[Story]) -> FrontView:
    return FrontView("Title", "top", stories, (), 0, NOW)


def urls(stories: Sequence[Story]) -> list[str]:
    return [each.url for story in stories for each in (story.lead, *story.others)]


def front(spec: str, stories: Sequence[Story], number: int = 1, family: str = "western") -> Page:
    return pages().stories.front(frame(spec, urls(stories), family), view(stories), SECTIONS, number)


def count_of(page: Page) -> int:
    return int((re.search(rb"<p>Page \d+ of (\d+)", page.body) or [b"", b"1"])[1])


@each_profile
@pytest.mark.parametrize("words", ["Headline", "A very long headline, which goes on and on: Łódź & “é” " * 9])
def test_every_front_page_is_within_the_budget_and_no_story_is_lost(name: str, words: str) -> None:
    stories = [
        Story(headline(4 * each, words), tuple(headline(4 * each + more, words) for more in (1, 2, 3)))
        for each in range(50)
    ]
    first = front(name, stories)
    found = [first, *(front(name, stories, number) for number in range(2, count_of(first) + 1))]
    assert [len(page.body) for page in found if len(page.body) > PROFILES[name].budget] == []
    brief = PROFILES[name].brief
    leads = [
        re.findall(rb'<(?:li|h3)><a href="([^"]*/a/[^"]*)">' if brief else rb'<h3><a href="([^"]*)">', page.body)
        for page in found
    ]
    assert len({lead for page in leads for lead in page}) == sum(map(len, leads)) == 50
    assert max(map(len, leads)) <= (STORIES_ON_A_SMALL_ONE if brief else STORIES_A_PAGE)
    assert len(found) > 1


@pytest.mark.parametrize("name", ["c64", "newton", "palm"])
def test_the_smallest_machines_never_get_more_than_4_kb_of_headlines(name: str) -> None:
    stories = [Story(headline(each, "A headline that goes on: é, " * 6), ()) for each in range(30)]
    first = front(name, stories)
    assert 2 * KIB < len(first.body) <= 4 * KIB


@pytest.mark.parametrize("name", ["c64", "dos", "macplus", "newton", "palm"])
def test_a_small_screen_begins_with_one_line_and_headlines_alone_in_4_kb(name: str) -> None:
    stories = [Story(headline(2 * each, "A council votes, and"), (headline(2 * each + 1),)) for each in range(30)]
    page = front(name, stories)
    text = page.body.decode()
    body = text.partition("<body>\n")[2]
    assert body.startswith('<p><strong>68k.news IN</strong> | <a href="#more">More</a></p>\n<ul>\n<li><a href=')
    assert "In short" not in text
    assert re.search(r'Paper 0, 10 min <a href="/in/s/\w+">\+1</a></li>', text)
    assert len(page.body) <= 4 * KIB
    assert text.index("</ul>") < text.index('<a name="more"') < text.index(">WORLD</a>")


def test_mosaic_names_other_papers_beside_the_first_one() -> None:
    text = front("mosaic", [Story(headline(1), (headline(2), headline(3)))]).body.decode()
    words = " ".join(re.sub("<[^>]*>", "", text).split())
    assert "Headline 1. Paper 1, 10 minutes ago | also Paper 2, Paper 3 In short: it was." in words
    assert "Headline 2" not in words


def test_a_section_is_named_in_the_title_of_its_page() -> None:
    shown = replace(view([Story(headline(1))]), section="world")
    page = pages().stories.front(frame("netscape", [f"{HOME}1"]), shown, SECTIONS, 1).body.decode("latin-1")
    assert "<title>68k.news IN - World</title>" in page


def test_a_story_has_publisher_time_summary_and_who_else_has_it() -> None:
    text = front("universal", [Story(headline(1), (headline(2),))]).body.decode()
    assert (
        '<h3><a href="/in/a/aaaaaaaaaa">Headline 1.</a></h3>\n<p>Paper 1, 10 minutes ago<br>\nIn short: it was.</p>'
        in text
    )
    assert '<li><a href="/in/a/aaaaaaaaab">Headline 2.</a> - Paper 2</li>' in text


@pytest.mark.parametrize("name", ["universal", "mosaic", "macplus"])
def test_comments_are_a_link_beside_the_headline_they_are_on(name: str) -> None:
    talked = replace(headline(1), comments="https://talk.example/1")
    around = frame(name, [*urls([Story(talked), Story(headline(2))]), talked.comments])
    shown = pages().stories.front(around, view([Story(talked), Story(headline(2))]), SECTIONS, 1).body.decode()
    assert shown.count(f'<a href="{around.links.article(talked.comments)}">Comments</a>') == 1


@each_profile
def test_an_entry_of_a_list_has_its_comments_beside_it(name: str) -> None:
    talked = Entry("One", "https://talk.example/one", "", comments="https://talk.example/1")
    listing = Listing("https://talk.example/", "Talk", (talked, Entry("Two", "https://talk.example/two")))
    around = frame(name, [listing.url, talked.url, talked.comments, "https://talk.example/two"])
    shown = pages().stories.listing(around, listing, listing.url, "", 1).body.decode()
    assert shown.count(f'<a href="{around.links.article(talked.comments)}">Comments</a>') == 1


def test_the_sections_are_links_except_the_one_that_is_shown() -> None:
    text = front("universal", [Story(headline(1))]).body.decode()
    assert '<strong>TOP</strong> |\n<a href="/in/world">WORLD</a>' in text


def test_a_japanese_front_page_is_offered_where_it_cannot_be_shown() -> None:
    stories = [Story(headline(1, "灯台が動いた"))]
    page = front("universal", stories, family="japanese")
    assert b"This page is in Japanese" in page.body
    assert b'href="/~universal-sjis/in/top"' in page.body
    assert b"Headline" not in page.body
    assert "灯台が動いた".encode("shift_jis") in front("netscape", stories, family="japanese").body


@each_profile
def test_a_long_list_keeps_its_headings_and_its_order_within_the_budget(name: str) -> None:
    entries = tuple(
        Entry(f"Entry {each}.", f"{HOME}{each}", "A summary. " * 60, "2024-03-27", 0, f"Part {each // 50}")
        for each in range(200)
    )
    listing = Listing(
        HOME, "Town", entries, "About the town", tuple(Entry(f"Feed {each}", f"{HOME}f{each}") for each in range(9))
    )
    around = frame(name, [HOME, *(entry.url for entry in (*entries, *listing.feeds))])
    first = pages().stories.listing(around, listing, HOME, "", 1)
    found = [
        first,
        *(pages().stories.listing(around, listing, HOME, "", number) for number in range(2, count_of(first) + 1)),
    ]
    assert max(len(page.body) for page in found) <= PROFILES[name].budget
    text = b"".join(page.body for page in found)
    assert re.findall(rb">Entry (\d+)\.</a></h3>", text) == [str(each).encode() for each in range(200)]
    assert re.findall(rb"<h2>Part (\d)</h2>", text) == [b"0", b"1", b"2", b"3"]
    assert not any(re.search(rb"</h2>\s*<hr>", page.body) for page in found)
    assert text.count(b"About the town") == 1
    assert first.body.count(b">Feed ") == MOST_FEEDS


@each_profile
def test_a_headline_that_does_not_open_names_who_else_has_it_within_the_budget(name: str) -> None:
    long = "A very long headline, which goes on and on. " * 20
    others = [headline(each, long) for each in range(1, 30)]
    around = frame(name, [f"{HOME}{each}" for each in range(30)])
    page = pages().stories.missed(around, headline(0, long), "The site refuses.", others, True)
    assert b"The site refuses." in page.body
    assert page.body.count(b"<li>") == MOST_ELSEWHERE
    assert len(page.body) <= PROFILES[name].budget


def test_a_search_goes_on_where_its_words_have_room_in_an_address() -> None:
    stories = [Story(headline(each)) for each in range(40)]
    for query, following in (("24/7 news", "/in/search/2/24%2F7%20news"), ("a long query " * 9, "")):
        page = pages().stories.search(frame("universal", urls(stories)), query, view(stories), 1).body.decode()
        assert (f'<a href="{following}">Next' in page) is bool(following)
        assert ('">This search</a> (to be bookmarked' in page) is bool(following)
        assert ("Next &gt;" in page) is bool(following)


def test_a_page_of_lent_sources_says_whose_they_are() -> None:
    stories = [Story(headline(1))]
    shown = replace(view(stories), lender="United Kingdom")
    page = pages().stories.front(frame("universal", urls(stories), "western"), shown, SECTIONS, 1).body
    assert b"From the United Kingdom edition, since this one has no sources of its own" in page
    assert b"From the" not in front("universal", stories).body


@pytest.mark.parametrize("name", ["netscape", "macweb", "mosaic"])
def test_an_entry_names_its_files_and_stays_without_a_link_where_it_leads_nowhere(name: str) -> None:
    files = (
        Enclosure(f"{HOME}e1.mp3", "audio/mpeg", 12_900_000, 2042),
        Enclosure(f"{HOME}play", "video/*", 1),
        Enclosure(f"{HOME}notes.pdf", "application/pdf", 4096),
        Enclosure(f"{HOME}what"),
    )
    entries = (Entry("Episode", f"{HOME}1", enclosures=files), Entry("No more than words", "", "These."))
    around = frame(name, [HOME, f"{HOME}1", *(file.url for file in files)])
    body = pages().stories.listing(around, Listing(HOME, "Town", entries), HOME, "", 1).body.decode()
    said = dict(re.findall(r'<a href="([^"]+)">([^<]+)</a>', body))
    assert said[around.links.article(f"{HOME}e1.mp3")] == "Sound (MP3), 34:02, 12.3 MB"
    assert said[around.links.article(f"{HOME}play")] == "Video"
    assert said[around.links.article(f"{HOME}notes.pdf")] == "PDF, 4 KB"
    assert said[around.links.article(f"{HOME}what")] == "File"
    assert "<h3>No more than words</h3>" in body
    assert "These." in body


@pytest.mark.parametrize("name", PROFILES)
def test_all_links_of_a_page_are_listed_within_the_budget(name: str) -> None:
    found = tuple(f"{HOME}{n} Link {n} & more" for n in range(200))
    around = frame(name, [HOME, *(link.partition(" ")[0] for link in found)])
    seen: list[str] = []
    count = 1
    while len(seen) < len(found):
        page = pages().stories.links(around, Article(HOME, "Town", (), links=found), HOME, count)
        assert len(page.body) <= read_spec(name).budget
        new = re.findall(r">(Link \d+) &amp; more</a>", page.body.decode("latin-1"))
        assert new
        seen += new
        count += 1
    assert seen == [f"Link {n}" for n in range(200)]


def test_a_page_without_links_says_so() -> None:
    body = pages().stories.links(frame("macweb", [HOME]), Article(HOME, "Town", ()), HOME, 1).body.decode()
    assert "This page has no links." in body
    assert "<ul>" not in body
