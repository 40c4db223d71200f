"""Boxes beside the article are left out by their tags and names, unless they hold a good part of the page's prose."""

import pytest

from app.models import Heading, text_of
from tests.extract.article.pier import FOOT, MENU, PARAGRAPHS, TEASER, TITLE, WHOLE, blocks, p, texts
from tests.extract.reading import extract_article
from tests.modern_site import LIGHTHOUSE

URL = "http://gazette.example/2024/03/27/lighthouse"
ARTICLE = [paragraph for paragraph in LIGHTHOUSE.paragraphs if not paragraph.startswith("##")]
BESIDE = "Readers of the week's other pieces, who are many, may find this one to their liking as well."


def text(body: str) -> str:
    page = f"<html><head><title>Tower moves inland</title></head><body><h1>Tower moves inland</h1>{body}</body></html>"
    return " ".join(map(text_of, extract_article(page, URL).blocks))


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{each}</p>" for each in texts)


@pytest.mark.parametrize(
    "box",
    [
        '<div class="related">{}</div>',
        '<div id="comments">{}</div>',
        '<section class="newsletter-signup">{}</section>',
        '<div role="complementary">{}</div>',
        "<footer>{}</footer>",
    ],
)
def test_a_box_with_little_of_the_prose_is_left_out(box: str) -> None:
    found = text(f"<article>{paragraphs(ARTICLE)}{box.format(paragraphs([BESIDE]))}</article>")
    assert ARTICLE[0] in found
    assert ARTICLE[-1] in found
    assert BESIDE not in found


@pytest.mark.parametrize("name", ["newsletter", "popular", "sharing", "teaser"])
def test_a_box_with_half_of_the_prose_or_more_is_the_article_whatever_its_name(name: str) -> None:
    size = sum(map(len, ARTICLE))
    others = [BESIDE] * round(size * 0.9 / len(BESIDE))
    found = text(f'<div class="{name}">{paragraphs(ARTICLE)}</div><div class="wall">{paragraphs(others)}</div>')
    assert ARTICLE[0] in found
    assert ARTICLE[-1] in found


@pytest.mark.parametrize("name", ["newsletter", "popular", "sharing", "teaser"])
def test_a_box_with_the_headline_is_the_article_however_short_it_is(name: str) -> None:
    remarks = "".join(f"<li><p>{BESIDE}</p></li>" for _ in range(12))
    page = f'<body><div class="{name}"><h1>Tower</h1>{paragraphs(ARTICLE[:2])}</div><ul>{remarks}</ul></body>'
    assert ARTICLE[0] in " ".join(map(text_of, extract_article(page, URL).blocks))


@pytest.mark.parametrize("tag", ["nav", "dialog", "object", "label", "button", "canvas", "video"])
def test_an_element_that_is_left_open_does_not_swallow_the_article(tag: str) -> None:
    assert texts(f"<{tag}>{MENU}<div class=page>{TITLE}<article>{WHOLE}</article></div>{FOOT}")[-5:] == PARAGRAPHS
    assert texts(f"<{tag} class=layout><div>{MENU}</div><main>{TITLE}{WHOLE}</main></{tag}>{FOOT}")[-5:] == PARAGRAPHS


def test_an_object_that_embeds_nothing_is_a_box() -> None:
    assert "The boat." in text(f"{TITLE}<div>{WHOLE}<object><p>The boat.</p></object>{WHOLE}</div>")
    assert "The boat." not in text(f"{TITLE}<div>{WHOLE}<object data=a.swf><p>The boat.</p></object>{WHOLE}</div>")


@pytest.mark.parametrize(
    "tag", ["embed src=tune.mid autostart=true", "EMBED SRC=clock.swf", "image src=a.gif", "map name=m"]
)
def test_a_tag_that_holds_nothing_does_not_swallow_what_follows_it(tag: str) -> None:
    assert texts(f"{MENU}{TITLE}<div>{WHOLE.replace('</p>', f'</p><{tag}>', 1)}</div>{FOOT}") == PARAGRAPHS
    assert text(f"<p>The boat.</p><{tag}><p>It sails at noon.</p>").endswith("It sails at noon.")


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


def test_a_name_that_most_of_the_text_bears_is_not_strange() -> None:
    sections = "".join(f"<section class=widget><h2>Part</h2><p>{paragraph}</p></section>" for paragraph in PARAGRAPHS)
    last = "<section class=widget><h2>See also</h2><p><a href=/x>The log of the pier</a></p></section>"
    assert "The log of the pier" in texts(f"{TITLE}<div>{sections}{last}</div>{FOOT}")
