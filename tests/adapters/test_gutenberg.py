"""Books of Project Gutenberg, by files of the shape that they have; a long one in every profile."""

import pytest

from app.adapters.gutenberg import LONGEST_BOOK
from app.adapters.table import adapter_of, article_at
from app.models import Article, Heading, ItemList, Paragraph, text_of
from app.net.urls import short_id
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.articles import ArticleView
from app.render.profiles.profile import Profile
from app.render.profiles.profiles import PROFILES
from app.render.template import Frame
from app.web.page_links import article_needs
from config import ROOT

PAGES = Pages(ROOT / "templates").articles
URL = "https://www.gutenberg.org/ebooks/77"
HEAD = """\ufeffThe Project Gutenberg eBook of The Lamp

This ebook is for the use of anyone anywhere at no cost.

Title: The Lamp
       A Tale of the Coast

Author: Ann Keeper

Release date: March 27, 2024 [eBook #77]

Language: English

*** START OF THE PROJECT GUTENBERG EBOOK THE LAMP ***
"""
FOOT = """
*** END OF THE PROJECT GUTENBERG EBOOK THE LAMP ***

Updated editions will replace the previous one, under the licence.
"""
CHAPTER = """CHAPTER {number}.
{title}


The keeper of the lamp had gone down to the harbour before the sun was
up, and he had not come back when the fog came in from the north.
"""
BOOK = f"""{HEAD}



THE LAMP

by Ann Keeper


 CHAPTER I.     The Lamp
 CHAPTER II.    The Fog


{CHAPTER.format(number="I", title="The Lamp")}

{CHAPTER.format(number="II", title="The Fog")}
{FOOT}""".replace("\n", "\r\n")


def read(text: str) -> Article:
    return article_at("gutenberg", URL, [text.encode()])


def long_book(chapters: int, parts: int = 0) -> str:
    """Return a book of chapters of 2 KB each, in so many parts."""
    said = []
    for number in range(1, chapters + 1):
        if parts and number % (chapters // parts) == 1:
            said.append(f"BOOK {number // (chapters // parts) + 1}\n")
        body = "\n".join(CHAPTER.format(number=number, title=f"Of Fog {number}").split("\n")[4:])
        said.append(f"CHAPTER {number}\n\n" + "\n".join([body] * 15))
    return HEAD + "\n\n".join(said) + FOOT


def chapters_of(article: Article) -> list[Heading]:
    return [block for block in article.blocks if isinstance(block, Heading)]


def test_a_book_has_its_title_and_author_and_nothing_of_the_licence() -> None:
    article = read(BOOK)
    assert (article.title, article.byline) == ("The Lamp A Tale of the Coast", "Ann Keeper")
    said = "\n".join(map(text_of, article.blocks))
    assert "no cost" not in said
    assert "licence" not in said
    assert "down to the harbour before the sun was up, and" in said


def test_its_chapters_stand_first_and_lead_to_where_they_begin() -> None:
    article = read(BOOK)
    contents, first, second = chapters_of(article)
    assert [text_of(each) for each in (contents, first, second)] == [
        "Contents",
        "CHAPTER I. The Lamp",
        "CHAPTER II. The Fog",
    ]
    listed = article.blocks[1]
    assert isinstance(listed, ItemList)
    lines = [each for item in listed.items for each in item if isinstance(each, Paragraph)]
    assert [(text_of(each), each.runs[0].href) for each in lines] == [
        ("CHAPTER I. The Lamp", f"#{first.runs[0].name}"),
        ("CHAPTER II. The Fog", f"#{second.runs[0].name}"),
    ]


def test_each_chapter_leads_back_to_the_list() -> None:
    contents, *chapters = chapters_of(read(BOOK))
    assert {run.href for each in chapters for run in each.runs} == {f"#{contents.runs[0].name}"}


def test_of_very_many_chapters_the_parts_alone_are_listed() -> None:
    listed = read(long_book(200, parts=4)).blocks[1]
    assert isinstance(listed, ItemList)
    assert [text_of(each) for item in listed.items for each in item] == ["BOOK 1", "BOOK 2", "BOOK 3", "BOOK 4"]


def test_a_book_without_chapters_has_no_list() -> None:
    article = read(HEAD + "Only a few words.\n" + FOOT)
    assert [text_of(block) for block in article.blocks] == ["Only a few words."]


def test_older_files_begin_and_end_otherwise() -> None:
    older = "***START OF THE PROJECT GUTENBERG EBOOK THE\nLAMP***\n\nThe fog.\n\nEnd of the Project Gutenberg EBook of The Lamp\n"
    assert [text_of(block) for block in read(older).blocks] == ["The fog."]


def test_a_book_whose_end_is_cut_says_so() -> None:
    words = "The fog came in from the north again and again and it would not go.\n\n"
    article = read(HEAD + words * (LONGEST_BOOK // len(words) + 10) + FOOT)
    assert text_of(article.blocks[-1]) == "This page is longer than 5.7 MB, and its end is left out."
    assert not article.cut


@pytest.mark.parametrize(
    "url",
    [
        "https://www.gutenberg.org/ebooks/77",
        "http://gutenberg.org/ebooks/77.txt.utf-8",
        "https://www.gutenberg.org/files/77/77-0.txt",
        "https://www.gutenberg.org/files/77/77.txt",
        "https://www.gutenberg.org/cache/epub/77/pg77.txt",
    ],
)
def test_all_addresses_of_a_book_lead_to_its_text(url: str) -> None:
    adapter = adapter_of(url, ("gutenberg",), leads=True)
    assert adapter is not None
    assert adapter.addresses(url) == ("https://www.gutenberg.org/cache/epub/77/pg77.txt",)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_a_long_book_is_divided_into_pages_and_its_list_leads_to_them(profile: Profile) -> None:
    article = read(long_book(60))
    needs = article_needs(URL, article)
    links = Links(f"/~{profile.name}", "/in", {url: short_id(url) for url in needs.urls})
    frame = Frame("68k.news", "IN", links, profile, needs.family)
    pages, text = list[str](), ">Next"
    while ">Next" in text:
        page = PAGES.page(frame, ArticleView(article, URL), len(pages) + 1)
        text = page.body.decode("latin-1")
        assert len(page.body) <= profile.budget, len(pages)
        pages.append(text)
    assert len(pages) > 1
    assert f'/{len(pages)}#n60"' in "".join(pages)
    assert '<a name="n60"' in pages[-1]
    assert '<a name="n0"' in pages[0]
    assert '#n0"' in pages[-1]
