"""What is no box though its tag, its name or a style says so: what holds a good part of the page's prose."""

import pytest

from app.extract.article import extract_article
from app.extract.blocks import text_of
from app.models import Block, Heading

URL = "http://gazette.example/2024/03/27/pier"
TITLE = "<h1>The pier is mended</h1>"
MENU = "<ul><li><a href=/a>Home</a></li><li><a href=/b>Sport of the day, and all its results</a></li></ul>"
FOOT = "<footer><p>The Gazette, Quay Street, is printed every day but Sunday, and costs a penny.</p></footer>"
PARAGRAPHS = [
    "The harbour board met on Tuesday to talk of the northern pier, which two winters had left in a poor state.",
    "Engineers had three plans, the cheapest of which would take eight months, and close the landing for most of them.",
    "Fishermen asked for a landing on the south side, where the water is deep at any tide, and offered to build it.",
    "A vote is to come in the second week of May, once the insurers, the lifeboat crew and the hotels were heard.",
    "Until then the pier is open on weekdays, for forty visitors at once, and a guard counts them at the gate.",
]
TEASER = "<p>Read how the lamps of the quay were saved by the people of the town, who sold cakes on Sundays for it.</p>"


def p(*numbers: int) -> str:
    return "".join(f"<p>{PARAGRAPHS[number]}</p>" for number in numbers)


WHOLE = p(*range(5))


def blocks(body: str) -> list[Block]:
    head = "<!doctype html><html lang=en><head><title>The pier is mended | The Gazette</title></head><body>"
    return list(extract_article(f"{head}{body}</body></html>", URL).blocks)


def texts(body: str) -> list[str]:
    return [text for block in blocks(body) if not isinstance(block, Heading) and (text := text_of(block))]


@pytest.mark.parametrize("tag", ["nav", "dialog", "template", "object", "label", "button", "canvas", "video"])
def test_an_element_that_is_left_open_does_not_swallow_the_article(tag: str) -> None:
    assert texts(f"<{tag}>{MENU}<div class=page>{TITLE}<article>{WHOLE}</article></div>{FOOT}")[-5:] == PARAGRAPHS
    assert texts(f"<{tag} class=layout><div>{MENU}</div><main>{TITLE}{WHOLE}</main></{tag}>{FOOT}")[-5:] == PARAGRAPHS


def test_a_menu_is_taken_out_whatever_it_says() -> None:
    promise = "<p>All the news of the bay, the moor and the islands, on one page a day.</p>"
    for menu in (f"<nav>{MENU}{promise}</nav>", f"<div role=navigation>{MENU}{promise}</div>"):
        assert texts(f"{menu}{TITLE}<div>{WHOLE}</div>{FOOT}") == PARAGRAPHS


@pytest.mark.parametrize(
    "names",
    [
        "class='layout-sidebar-right'",
        "class='post-area has-comment-count'",
        "class='social-story'",
        "class='menu-open extra'",
        "id=community-story",
        "id=sponsored-content",
        "id=related",
        "class=read-more",
        "role=complementary",
    ],
)
def test_a_name_makes_no_box_of_what_holds_the_article(names: str) -> None:
    for inner in (WHOLE, f"<div class=container><div class=inner>{WHOLE}</div></div>"):
        found = texts(f"{TITLE}<div {names}>{inner}</div><div class=tease>{TEASER}</div>{FOOT}")
        assert [text for text in found if text in PARAGRAPHS] == PARAGRAPHS


@pytest.mark.parametrize(
    "names",
    [
        "class=sidebar",
        "class='box related-stories'",
        "id=newsletter",
        "class=cookie_bar",
        "role=dialog",
        "hidden",
        "style='display: none'",
    ],
)
def test_a_box_with_little_of_the_prose_is_taken_out(names: str) -> None:
    assert texts(f"{TITLE}<div>{WHOLE}</div><div {names}>{TEASER}</div>{FOOT}") == PARAGRAPHS
    assert texts(f"{TITLE}<div>{p(0, 1)}<div {names}>{TEASER}</div>{p(2, 3, 4)}</div>{FOOT}") == PARAGRAPHS


def test_prose_in_links_is_none() -> None:
    links = "".join(
        f"<p><a href=/{n}>{'A headline of a good many words, and a second line of it. ' * 3}</a></p>" for n in range(9)
    )
    assert texts(f"{TITLE}<div>{WHOLE}</div><div class=related>{links}</div>{FOOT}") == PARAGRAPHS


@pytest.mark.parametrize("name", ["popular", "comments-from-the-board", "related-work", "sponsored", "footer"])
def test_the_id_of_a_heading_is_made_of_its_words(name: str) -> None:
    found = blocks(f"{TITLE}<div>{p(0, 1)}<h2 id={name}>What the board says</h2>{p(2, 3, 4)}</div>{FOOT}")
    assert [text_of(block) for block in found if isinstance(block, Heading)] == ["What the board says"]


def test_a_heading_that_is_pressed_is_one() -> None:
    found = blocks(f"{TITLE}<div>{p(0, 1)}<h3><button>What the board says</button></h3>{p(2, 3, 4)}</div>{FOOT}")
    assert [text_of(block) for block in found if isinstance(block, Heading)] == ["What the board says"]
    assert texts(f"{TITLE}<div>{p(0, 1)}<button>Sign in to read on and on</button>{p(2, 3, 4)}</div>") == PARAGRAPHS


def test_a_page_of_short_lines_has_prose_too() -> None:
    lines = [f"Line {number} of the song" for number in range(30)]
    found = texts(f"{TITLE}<div class=social-songs>{'<br>'.join(lines)}</div>{FOOT}")
    assert found[0].split("\n") == lines
