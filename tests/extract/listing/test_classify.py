import pytest

from app.extract.listing.addresses import place_of
from app.extract.listing.classify import SIGNS, THRESHOLD, index_listing, is_index
from app.extract.listing.measure import PageFeatures
from app.extract.listing.titles import breadth
from app.extract.parse import parse
from app.models import Entry, Listing
from tests.extract.listing.shapes import HELD_OUT, SITE, TUNED, Shape, card, headline, og, page, paragraphs, prose, slug

SHAPES = (*TUNED, *HELD_OUT)
LONG_TEXTS = [shape for shape in SHAPES if not shape.index and shape.words > 400]
LISTS = [shape for shape in SHAPES if shape.index]
FILL = "".join(f'<h3><a href="/news/{n}-of-these-long-names">{headline(n)}</a></h3>' for n in range(30, 36))


def listing(body: str, url: str = f"{SITE}/politics", head: str = "") -> Listing:
    return index_listing(parse(page("Politics | The Courier", body, head)), url, url)


def entry(card: str) -> Entry:
    """Return the first entry of a page that begins with `card`."""
    return listing(f"<main>{card}<div>{FILL}</div></main>").entries[0]


def test_of_the_shapes_at_least_95_percent_are_told_apart() -> None:
    wrong = [shape.name for shape in SHAPES if is_index(parse(shape.markup), shape.url) != shape.index]
    assert len(SHAPES) >= 60
    assert len(wrong) <= 0.05 * len(SHAPES), wrong


@pytest.mark.parametrize("shape", LONG_TEXTS, ids=lambda shape: shape.name)
def test_no_article_of_more_than_400_words_is_taken_for_a_list(shape: Shape) -> None:
    assert not is_index(parse(shape.markup), shape.url)


@pytest.mark.parametrize("url", [f"{SITE}/", f"{SITE}/tag/goats", f"{SITE}/search?q=goat"])
def test_a_long_text_in_one_container_is_an_article_wherever_it_stands(url: str) -> None:
    text = "".join(f"<p>{prose(70)}</p>" for _ in range(6))
    markup = page("Goats", f"<div>{text}</div>{''.join(map(card, range(40)))}")
    assert not is_index(parse(markup), url)


BOARD = "".join(
    f'<li><a class="topictitle" href="./viewtopic.php?f=3&amp;t={900 + n}">{headline(n)}</a> by '
    f'<a href="./memberlist.php?u={n}">member{n}</a> Tue</li>'
    for n in range(12)
)
CHAPTERS = "".join(f'<li class="toctree-l1"><a href="part{n}.html">{headline(n)}</a></li>' for n in range(12))
SCORES = "".join(
    f"<div><a href=/match/{n}><span>Team A{n}</span><span>2</span><span>Team B{n}</span><span>Full time, on a wet day</span></a></div>"
    for n in range(12)
)
COVERS = "".join(
    f'<div><a href="/news/{slug(n)}" aria-label="{headline(n)}"></a><div><h3>{headline(n)}</h3><p>{prose(25)}</p></div></div>'
    for n in range(12)
)
LABELS = "".join(
    f'<div><div><span class="t">{headline(n)}</span><p>{prose(25)}</p></div><a href="/news/{slug(n)}" title="{headline(n)}"></a></div>'
    for n in range(12)
)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/viewforum.php?f=3", f"<ul>{BOARD}</ul>"),
        ("/community/general", f"<ul>{BOARD}</ul>"),
        ("/en/stable/index.html", f"<h1>Manual</h1><p>A small program.</p><ul>{CHAPTERS}</ul>"),
        ("/manual/contents.html", f"<h1>Manual</h1><ul>{CHAPTERS}</ul>"),
        ("/football", f"<h1>Scores of the day</h1>{SCORES}"),
        ("/", COVERS),
        ("/world/", LABELS),
    ],
    ids=["board", "board elsewhere", "manual", "contents", "scores", "covers", "labels"],
)
def test_pages_that_are_little_but_links_are_lists(path: str, body: str) -> None:
    markup = page("A page", f"<main>{body}</main>")
    assert is_index(parse(markup), SITE + path)
    assert len(index_listing(parse(markup), SITE + path, SITE + path).entries) == 12


@pytest.mark.parametrize("path", ["/piers-to-visit", "/guides/piers", "/2026/11/26/twelve-piers-to-visit-this-winter"])
@pytest.mark.parametrize("head", ["", og("article")])
def test_a_text_whose_subheads_are_links_is_an_article(path: str, head: str) -> None:
    parts = "".join(
        f"<h3><a href=/pier/{slug(n)}>{headline(n)}</a></h3><p>{prose(40)}</p><p>{prose(30)}</p>" for n in range(12)
    )
    assert not is_index(parse(page("Piers", f"<main><h1>Piers to visit</h1>{parts}</main>", head)), SITE + path)


def test_a_short_item_beside_many_headlines_is_an_article_at_the_address_of_one() -> None:
    more = "".join(f"<li><a href=/news/{slug(n)}>{headline(n)}</a></li>" for n in range(25))
    body = f"<div><h1>Ferry stops</h1><p>The ferry stopped today.</p></div><div><ul>{more}</ul></div>"
    assert not is_index(parse(page("Ferry stops", body)), f"{SITE}/2026/11/26/ferry-stops.html")


@pytest.mark.parametrize("path", ["/piers-to-visit", "/"])
def test_a_very_long_text_with_linked_subheads_is_an_article(path: str) -> None:
    parts = "".join(f"<h3><a href=/pier/{slug(n)}>{headline(n)}</a></h3><p>{prose(150)}</p>" for n in range(5))
    text = parts + f"<div>{paragraphs(2000)}</div>"
    assert not is_index(parse(page("Piers", f"<main>{text}</main>")), SITE + path)


@pytest.mark.parametrize(
    ("path", "number", "is_list"),
    [("world", 10, True), ("world", 5, False), ("2026/11/27/a-long-name-of-it", 10, False)],
)
def test_a_section_that_begins_with_a_long_story_and_goes_on_with_headlines_is_a_list(
    path: str, number: int, is_list: bool
) -> None:
    lead = f"<section><a href=/w/lead><h2>{headline(60)}</h2></a><p>{prose(40)}</p><p>{prose(40)}</p></section>"
    river = "".join(f"<li><a href=/w/{n}>{headline(n)}</a></li>" for n in range(number))
    root = parse(page("World", f"<main><h1>World</h1>{lead}<ul>{river}</ul></main>"))
    assert is_index(root, f"{SITE}/{path}") is is_list


def test_the_sentence_over_a_list_introduces_it() -> None:
    body = f"<main><h1>Manual</h1><p>A small program that keeps things in order for you.</p><ul>{CHAPTERS}</ul></main>"
    assert listing(body, f"{SITE}/manual/").summary == "A small program that keeps things in order for you."
    assert listing(f"<main><ul>{CHAPTERS}</ul><p>{prose(30)}</p></main>", f"{SITE}/manual/").summary == ""


@pytest.mark.parametrize("shape", LISTS, ids=lambda shape: shape.name)
def test_every_list_gives_entries_with_titles_each_address_once(shape: Shape) -> None:
    found = index_listing(parse(shape.markup), shape.url, shape.url).entries
    assert len(found) >= 6
    assert len({each.url for each in found}) == len(found)
    assert all(len(each.title.split()) > 2 or breadth(each.title) > 20 for each in found)
    assert all(len(each.summary) <= 430 for each in found)


def test_judging_leaves_the_tree_as_it_was() -> None:
    root = parse(SHAPES[0].markup)
    before = list(root.iter())
    is_index(root, SHAPES[0].url)
    index_listing(root, SHAPES[0].url, SHAPES[0].url)
    assert list(root.iter()) == before


def test_no_sign_outweighs_an_article_that_says_so_at_an_address_of_one() -> None:
    utmost = PageFeatures(99, 99, 0, 0, 99, 0, 99, 99, 0, "one", "text")
    assert sum(weight for weight, holds in SIGNS if holds(utmost)) < THRESHOLD


def test_an_entry_has_title_address_teaser_and_date() -> None:
    found = entry(
        '<article><a href="/news/tower-moves?utm_source=home"><img src="t.jpg" alt=""></a><h3>'
        '<a href="/news/tower-moves">The <span>tower</span> <em>mov</em>es&nbsp;inland</a></h3><p>It went by rail, and the whole town '
        'walked beside it.</p><time datetime="2025-05-04T10:00Z">4 May</time><a href="/news/tower-moves#comments">'
        "Comments (12)</a></article>"
    )
    teaser = "It went by rail, and the whole town walked beside it."
    assert found == Entry(
        "The tower moves inland", f"{SITE}/news/tower-moves", f"Comments (12) | {teaser}", "2025-05-04"
    )


@pytest.mark.parametrize(
    "card",
    [
        '<div><h3>The tower moves inland</h3><p>Short.</p><a href="/news/a-tower">Read more</a></div>',
        '<div><a href="/news/a-tower"><img src="a.jpg"></a><h3>The tower moves inland</h3></div>',
        '<a href="/news/a-tower"><span>Harbour</span><h3>The tower moves inland</h3><p>Short.</p></a>',
        '<a href="/news/a-tower"><div>Harbour</div><div class="card-title">The tower moves inland</div></a>',
        '<div><h3>The tower moves inland</h3><a href="/news/a-tower">&raquo; Read more &hellip;</a></div>',
        '<a href="/news/a-tower">[ 12 comments (5) ]</a> <h2><a href="/news/a-tower">The tower moves inland</a></h2>',
        '<a href="/news/a-tower">12 comments</a> <h2><a href="/news/a-tower">The tower moves inland</a></h2>',
        '<a href="/news/a-tower"><script>count(1)</script>The tower moves inland</a>',
    ],
)
def test_the_title_is_the_heading_in_the_link_or_near_it(card: str) -> None:
    found = entry(card)
    assert (found.title, found.url) == ("The tower moves inland", f"{SITE}/news/a-tower")


@pytest.mark.parametrize(
    "junk",
    [
        '<nav><a href="/news/a-very-long-name-in-a-menu">A very long name in a menu of ours</a></nav>',
        '<div class="cookie-consent"><a href="/our-many-partners">A list of our many dear partners</a></div>',
        '<div id="sidebar"><a href="/news/a-most-read-story-of-all">A most read story of all the stories</a></div>',
        '<footer><a href="/news/a-story-of-the-house">The story of this house since the flood</a></footer>',
        '<a href="/news/a-story-of-many-words#comments">Leave a comment</a>',
        '<a href="https://www.facebook.com/sharer.php?u=1">Share this on the book of faces</a>',
        '<a href="mailto:ada@courier.example">Write to us whenever you like to</a>',
        '<a href="/authors/ada">Ada Brightwater</a>',
        '<a href="/">The Kettle Point Courier, your home</a>',
        '<a href="#top">Back to the top of this long page</a>',
        '<a href="http://[broken">An address that nobody can read</a>',
        '<a href="/news/goats-are-in-the-field"><img src="goat.jpg"></a>',
    ],
)
def test_what_is_no_headline_is_left_out(junk: str) -> None:
    assert len(listing(f"<main>{FILL}</main>{junk}").entries) == 6


def test_a_page_whose_boxes_are_misnamed_still_gives_its_headlines() -> None:
    assert len(listing(f'<div class="sidebar">{FILL}</div>').entries) == 6


def test_a_page_of_the_program_that_the_home_page_is_made_by_is_no_home_page() -> None:
    items = "".join(f'<p><a href="/index.php?topic={n}.0">{headline(n)}</a></p>' for n in range(8))
    assert len(listing(items, f"{SITE}/index.php?board=3.0").entries) == 8


def test_a_page_that_is_all_in_a_box_of_a_misleading_name_is_a_list() -> None:
    items = "".join(f'<div><a href="/p/issues/{n}">{headline(n)}</a></div>' for n in range(12))
    boxed = page("Issues", f"<div class=js-navigation-container>{items}</div>")
    assert is_index(parse(boxed), f"{SITE}/quay/rope/issues")


def test_entries_stand_in_the_order_and_under_the_headings_of_the_page() -> None:
    sections = "".join(
        f"<section><header><h2>{name}</h2></header>{card(n)}{card(n + 1)}</section>"
        for n, name in ((0, "Sea"), (2, "Land"))
    )
    found = listing(f"<h1>All news</h1>{card(9)}{sections}")
    assert [each.title for each in found.entries] == [headline(n) for n in (9, 0, 1, 2, 3)]
    assert [each.section for each in found.entries] == ["", "Sea", "Sea", "Land", "Land"]


def test_flat_lists_have_sections_and_teasers_too() -> None:
    flat = "<h2>Sea</h2><h4><a href=/s/tower-moves-inland-1>The tower moves inland</a></h4>It went by rail, and the whole town walked."
    found = listing(f"{flat}<h2>Land</h2>{FILL}").entries
    assert (found[0].section, found[1].section) == ("Sea", "Land")
    assert (found[0].summary, found[1].summary) == ("It went by rail, and the whole town walked.", "")


def test_a_long_teaser_ends_with_a_sentence() -> None:
    summary = entry(
        f"<div><h3><a href=/s/tower-moves-1>The tower moves inland</a></h3><p>{prose(90)}</p></div>"
    ).summary
    assert 150 < len(summary) <= 300
    assert summary.endswith(".")


def test_more_than_150_entries_are_cut_off() -> None:
    assert len(listing("".join(map(card, range(400)))).entries) == 150


def test_the_date_may_stand_in_the_address() -> None:
    assert entry("<h3><a href=/2024/03/27/tower>The tower moves inland</a></h3>").date == "2024-03-27"


def test_the_listing_has_the_title_of_the_page() -> None:
    assert listing(FILL, head='<meta property="og:site_name" content="The Courier">').title == "Politics"


def test_an_empty_page_and_one_of_frames_are_no_lists() -> None:
    for markup in ("<p>x", "<html><frameset><frame src=a></frameset></html>"):
        assert not is_index(parse(markup), f"{SITE}/")
        assert listing(markup).entries == ()


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/", "home"),
        ("/index.html", "home"),
        ("/de-ch/", "home"),
        ("/tag/goats", "list"),
        ("/?s=goat", "list"),
        ("/author/ada/page/2", "list"),
        ("/politics", "section"),
        ("/sport/rowing/", "section"),
        ("/news/the-goat-and-the-tower", "text"),
        ("/?p=123", "text"),
        ("/a/1234567", "text"),
        ("/story.html", "text"),
        ("/one_two-three_four", "text"),
        ("/one-two-three", "section"),
        ("/one---", ""),
        ("/x-a1234", "text"),
        ("/x-a_b-1234", "text"),
        ("/x-a.b.1234", "text"),
        ("/xa1234", ""),
        ("/x7Gh2", ""),
    ],
)
def test_an_address_tells_what_it_may_lead_to(path: str, place: str) -> None:
    assert place_of(SITE + path) == place


def test_a_page_made_to_be_slow_is_listed_all_the_same() -> None:
    nested = "<a href=/news/a-tower-of-div-1>" + "<div>word " * 180 + "</div>" * 180 + "</a>"
    assert len(listing(f"<main>{FILL}{nested * 100}{'<h2>x</h2><a href=/x>more</a>' * 3000}</main>").entries) >= 6
