"""The page of what a search of the web found, where it has to be short."""

from pathlib import Path

from app.models import Entry, Headline
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.search import LONGEST_ADDRESS, MOST_HEADLINES, ResultsView
from app.render.profiles.profiles import PROFILES
from app.render.template import Frame

PAGES = Pages(Path(__file__).parents[3] / "templates")
LONG = Entry("T" * 500, f"https://example.org/{'p' * 500}", "S" * 900)
SEARCH = "http://wiby.search.invalid/?q=lamp"


def page(results: tuple[Entry, ...], typed: str = "lamp", headlines: int = 0, has_more: bool = False) -> str:
    news = [Headline(f"Paper {n}", f"https://news.example/{n}", "P", "", n) for n in range(headlines)]
    urls = [SEARCH, *(each.url for each in results), *(each.url for each in news)]
    links = Links(ids={url: f"id{place}" for place, url in enumerate(urls)})
    frame = Frame("68k", "US", links, PROFILES["dos"], searches=True)
    view = ResultsView(results, "Wiby", has_more=has_more)
    return PAGES.search.results(frame, typed, SEARCH, 1, view, headlines=news).body.decode("ascii")


def test_what_is_long_is_cut_and_ten_of_it_fit_the_smallest_page() -> None:
    many = tuple(Entry("é" * 500, f"https://example.org/{'p' * 500}{n}", "é" * 900) for n in range(10))
    assert len(page(many, "é" * 200, 9, has_more=True)) <= PROFILES["dos"].budget
    assert "p" * (LONGEST_ADDRESS + 1) not in page((LONG,))


def test_only_some_headlines_stand_beside_them() -> None:
    assert page((LONG,), headlines=9).count('">Paper ') == MOST_HEADLINES


def test_words_that_are_too_long_for_a_link_have_none_to_the_news() -> None:
    assert "News on this" in page((), "lamp")
    assert "News on this" not in page((), "lamp " * 30)
    assert "Results of Wiby" in page((), "lamp " * 30)
