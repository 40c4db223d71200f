"""The headline of a page, from its headings and what its head says."""

import pytest

from app.extract.metadata.titles import is_name_of_site, without_site
from tests.extract.metadata.pages import ld, meta, metadata

URL = "https://www.gazette.example/2024/03/27/story"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Tower moves inland | The Gazette", "Tower moves inland"),
        ("Tower moves inland - The Gazette", "Tower moves inland"),
        ("Tower moves inland - Gazette", "Tower moves inland"),
        ("Tower moves inland – www.gazette.example", "Tower moves inland"),
        ("The Gazette: a history - The Gazette", "The Gazette: a history"),
        ("The Gazette: Tower moves two metres inland", "Tower moves two metres inland"),
        ("Gazette: Tower moves two metres inland", "Gazette: Tower moves two metres inland"),
        ("The Gazette » Tower moves inland", "Tower moves inland"),
        ("The Gazette | Tower moves inland | The Gazette", "Tower moves inland"),
        ("Tower moves inland | Sport | The Gazette UK", "Tower moves inland | Sport"),
        ("Twenty-one towers - and one sea", "Twenty-one towers - and one sea"),
        ("The Gazette", "The Gazette"),
        ("Tower moves inland" + " | The Gazette" * 3000, "Tower moves inland"),
    ],
)
def test_the_sites_name_is_taken_off_the_title_and_nothing_else(title: str, expected: str) -> None:
    assert without_site(title, "The Gazette", URL) == expected


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("The Gazette", True),
        ("gazette.example", True),
        ("THE GAZETTE UK", True),
        ("Ada Brightwater", False),
        ("The Lamp", False),
    ],
)
def test_a_site_is_known_by_its_name_and_its_host(text: str, is_name: bool) -> None:
    assert is_name_of_site(text, "The Gazette", URL) is is_name


def test_the_headline_is_the_h1_that_the_pages_title_confirms() -> None:
    page = "<h1><img alt='The Gazette'></h1><h1>Tower moves, and the town with it</h1><p>x</p>"
    found = metadata("<title>Tower moves, and the town with it - The Gazette</title>", page)
    assert found.title == "Tower moves, and the town with it"


def test_a_h1_that_nothing_confirms_loses_to_what_the_page_says_of_itself() -> None:
    assert metadata(meta("og:title", "Tower moves | Gazette"), "<h1>Section: Local</h1>").title == "Tower moves"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Old library reopens after ten years of repairs", "Old library to reopen after a decade of repairs"),
        ("Ferry stranded on a sandbank for nine hours off Sandhaven", "Ferry is stranded on sandbank nine hours near Sandhaven"),
        ("The lighthouse that moved inland: how a town saved its tower", "Lighthouse that moved inland: how one town saved a tower"),
        ("How to store potatoes for the winter (in any cellar)", "Potatoes: store them for winter | The Garden"),
    ],
)  # fmt: skip
def test_a_headline_in_somewhat_other_words_than_the_pages_title_is_still_the_headline(
    heading: str, title: str
) -> None:
    assert metadata(f"<title>{title}</title>", f"<h1>{heading}</h1><p>x</p>").title == heading


def test_a_heading_about_something_else_is_not_the_headline() -> None:
    title = "Ferry is stranded on sandbank nine hours near Sandhaven"
    assert metadata(f"<title>{title}</title>", "<h1>Local news and sport from Sandhaven</h1><p>x</p>").title == title


@pytest.mark.parametrize("url", ["https://gazette.example/places/ischgl/", "https://gazette.example/ischgl.html"])
def test_a_short_heading_is_confirmed_by_the_address(url: str) -> None:
    assert metadata("<title>Trails! Ischgl</title>", "<h1>Ischgl</h1><h2>The valley</h2>", url=url).title == "Ischgl"


def test_a_heading_that_links_home_is_the_name_of_the_site() -> None:
    page = '<h1><a href="/">Silicon Exposed</a></h1><h3 class="post-title">Open flow for small devices</h3><p>x</p>'
    found = metadata("<title>Silicon Exposed: Open flow for small devices</title>", page)
    assert found.title == "Open flow for small devices"


@pytest.mark.parametrize(
    ("title", "page", "headline"),
    [
        ("塔を動かす｜海辺の記録｜note", "<h1>塔を動かす</h1>", "塔を動かす"),
        ("灯塔移到内地--沿海日报--沿海网", "<h1>灯塔移到内地</h1>", "灯塔移到内地"),
        ("등대를 옮기다 | 다움 - 바다일보", "<h3 class=tit>등대를 옮기다</h3>", "등대를 옮기다"),
        ("О башне: grey_gull — Дневник", "<h3>О башне</h3><p>x</p>", "О башне"),
        ("Coast notes: The tower that moved", "<h3 class=post-title>The tower that moved</h3>", "The tower that moved"),
        ("Tower moves inland - THE COAST MIRROR", "<h2><b>Coast</b> Tower moves inland</h2>", "Tower moves inland"),
        (
            "View topic - How to move a tower • Coast",
            "<h1>Coast</h1><h2>How to move a tower</h2>",
            "How to move a tower",
        ),
        ("Zobacz temat - Jak ruszyć wieżę • Brzeg", "<h2 class=topic-title>Jak ruszyć wieżę</h2>", "Jak ruszyć wieżę"),
        ("Der Turm zieht um_Küstennachrichten", "<h4>Der Turm zieht um</h4>", "Der Turm zieht um"),
    ],
)
def test_a_heading_that_is_one_part_of_the_pages_title_is_the_headline(title: str, page: str, headline: str) -> None:
    assert metadata(f"<title>{title}</title>", page).title == headline


def test_a_short_heading_that_is_the_name_of_a_section_is_not_the_headline() -> None:
    title = "The tower that stood on the cliff moves inland - Sport"
    assert metadata(f"<title>{title}</title>", "<h3>Sport</h3><p>x</p>").title == title


@pytest.mark.parametrize("link", ["/quay/", "/quay", "https://blogs.example/quay/", "//blogs.example/quay/2026/"])
def test_a_heading_that_links_to_the_folder_of_its_page_is_the_name_of_the_blog(link: str) -> None:
    page = f'<h1><a href="{link}">Grey gulls of the quay</a></h1><h1>The tower walks</h1><p>x</p>'
    url = "https://blogs.example/quay/2026/tower.html"
    assert metadata("<title>The tower walks | Grey gulls of the quay</title>", page, url=url).title == "The tower walks"


@pytest.mark.parametrize("link", ["/quay/2026/tower.html", "tower.html", "/qua", "https://other.example/quay/"])
def test_a_heading_that_links_to_its_own_page_or_elsewhere_is_the_headline(link: str) -> None:
    page = f'<h1><a href="{link}">The tower walks</a></h1><p>x</p>'
    url = "https://blogs.example/quay/2026/tower.html"
    assert metadata("<title>The tower walks | Gulls</title>", page, url=url).title == "The tower walks"


@pytest.mark.parametrize(
    "heading",
    [
        '<h1><span class="kicker">Local news</span> Tower moves inland</h1>',
        '<h1><span class="article__over-line">Local news</span><span class="headline">Tower moves inland</span></h1>',
        '<h1><span class="topTitle">Local news:</span> Tower moves inland</h1>',
        '<h1><div class="entry-section"><a href="/local/">Local news | </a></div>Tower moves inland</h1>',
        "<h1>Tower moves inland <small>The town walks beside it</small></h1>",
        '<h1>Tower moves inland <span class="sub-title">The town walks beside it</span></h1>',
        '<h1><time datetime="2024-03-27">27 March</time> Tower moves inland</h1>',
        '<h1><span class="visually-hidden">Headline: </span>Tower moves inland<script>x()</script></h1>',
        "<h1>Tower moves<br>inland</h1>",
        '<h1>Tower moves inland<a class="headerlink" href="#x">¶</a></h1>',
        '<h1>Tower moves inland <a href="#x" title="Direct link">\u200b#</a></h1>',
    ],
)
def test_what_stands_over_and_under_a_headline_is_no_part_of_it(heading: str) -> None:
    head = ld(headline="Tower moves inland") + "<title>Local news: Tower moves inland</title>"
    assert metadata(head, f"{heading}<p>x</p>").title == "Tower moves inland"


def test_words_that_only_a_style_sheet_parts_have_a_space_between_them() -> None:
    page = "<h1><span>National march</span><span>The tower comes nearer</span></h1>"
    assert metadata("<title>National march: The tower comes nearer</title>", page).title == (
        "National march The tower comes nearer"
    )


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (meta("og:title", "Tom &amp;amp; Ann&amp;#039;s ferry"), "Tom & Ann's ferry"),
        (ld(headline="Tom &amp;amp; Ann&#x27;s ferry"), "Tom & Ann's ferry"),
        (ld(headline="<b>Tom</b> &amp; Ann"), "Tom & Ann"),
        ("<title>Tom &amp;amp; Ann</title>", "Tom & Ann"),
    ],
)
def test_entities_that_were_encoded_twice_are_decoded(head: str, title: str) -> None:
    assert metadata(head).title == title


def test_a_page_without_any_title_is_named_for_its_site() -> None:
    assert metadata(body="<p>text</p>").title == "gazette.example"
    assert metadata(body="<h2>Tower moves</h2><p>text</p>").title == "Tower moves"


def test_headings_within_headings_cost_no_more_than_others() -> None:
    nested = "<h1>" * 150 + "word " * 1000 + "</h1>" * 150
    assert len(metadata("<title>word word</title>", nested).title) <= 300


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Old tower of Holm moves thirty metres inland", "Old tower of Holm moves thirty metres inland"),
        ("Read more of our summer series on lighthouses", "The old tower of Holm moved thirty metres inland"),
    ],
)
def test_a_heading_that_says_nearly_what_the_title_says_is_the_headline(heading: str, expected: str) -> None:
    said = "<title>The old tower of Holm moved thirty metres inland</title>"
    assert metadata(said, f"<h2>Weather</h2><h1>{heading}</h1><h1>Another</h1><p>x</p>").title == expected


@pytest.mark.parametrize("count", ["(3) ", "[12] ", "(99+) "])
def test_a_count_of_messages_before_the_title_is_none_of_it(count: str) -> None:
    page = '<div class="headline">Tower moves inland</div><p>text</p>'
    found = metadata(f"<title>{count}Tower moves inland « Sea « The Gazette</title>", page)
    assert found.title == "Tower moves inland"


def test_a_title_that_begins_with_a_number_keeps_it() -> None:
    page = "<h1>(12) Angry keepers</h1><p>text</p>"
    assert metadata("<title>(12) Angry keepers | The Gazette</title>", page).title == "(12) Angry keepers"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("渡し船の修理：海湾新聞", "渡し船の修理"),
        ("渡し船の修理｜海湾新聞", "渡し船の修理"),
        ("老渡轮复航_海湾新聞", "老渡轮复航"),
        ("海湾新聞：渡し船の修理", "渡し船の修理"),
        ("渡し船：修理の話", "渡し船：修理の話"),
        ("渡し船_修理の話", "渡し船_修理の話"),
    ],
)
def test_a_name_of_the_site_needs_no_space_before_it_in_the_east(title: str, expected: str) -> None:
    assert without_site(title, "海湾新聞", "http://harbour.example/") == expected


@pytest.mark.parametrize("name", ["midashi", "article-titre", "titel"])
def test_a_headline_may_be_marked_in_the_language_of_the_site(name: str) -> None:
    page = f'<div class="{name}">The tower moves</div><p>text</p>'
    assert metadata("<title>The tower moves: Sport: Northern News</title>", page).title == "The tower moves"


@pytest.mark.parametrize("nothing", ["undefined", "null", "{{ post.title }}", "<%= title %>", "%%title%%"])
def test_what_programs_write_for_no_title_is_none(nothing: str) -> None:
    escaped = nothing.replace("<", "&lt;")
    page = metadata(
        f'<title>{escaped} | The Gazette</title><meta property="og:title" content="{escaped}">', "<h1>Tower moves</h1>"
    )
    assert page.title == "Tower moves"


def test_a_page_about_such_a_word_is_still_called_so() -> None:
    assert metadata("<title>Null - Lexicon</title>", "<h1>Null</h1><p>text</p>").title == "Null"
