"""What stands before the story that a page is about, and whole stories that follow it, are told by their headlines."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.choice import choose
from app.extract.scoring.hints import Hints
from app.extract.scoring.stories import before_headline, other_stories
from app.extract.scoring.text_blocks import PageText
from app.extract.scoring.walk import page_text
from tests.extract.scoring.pages import SENTENCES, TITLE, inside, prose, text, whole

LINE = "A line that is long enough to be taken for a sentence of a text, with a comma. "
TITLED = Hints(titles="\nthetidemill\n")


def walked(body: str) -> PageText:
    return page_text(parse(f"<html><body>{body}</body></html>"))


def before(body: str, hints: Hints = TITLED, score: float = 0.9) -> list[str]:
    page = walked(body)
    found = before_headline(page, hints, [score] * len(page.blocks), 0.5)
    return [page.blocks[number].text for number in found]


def others(body: str, hints: Hints = TITLED) -> list[str]:
    page = walked(body)
    return [page.blocks[number].text for number in other_stories(page, hints)]


def story(headline: str, words: str = LINE * 4) -> str:
    return f"<article><h1>{headline}</h1><p>{words}</p></article>"


def test_prose_before_the_headline_that_says_the_title_is_another_text() -> None:
    for headline in ("<h1>The tide mill</h1>", "<h3 class=title>The Tide-Mill</h3>"):
        assert before(f"<p>{LINE}</p><p>short</p>{headline}<p>{LINE * 3}</p>") == [LINE.strip()]


def test_without_text_behind_it_a_headline_says_nothing_of_what_is_before() -> None:
    assert before(f"<p>{LINE}</p><h1>The tide mill</h1><p>short</p>") == []


def test_what_the_model_does_not_take_for_text_is_none_behind_the_headline() -> None:
    assert before(f"<p>{LINE}</p><h1>The tide mill</h1><p>{LINE * 3}</p>", score=0.1) == []


def test_a_link_that_says_the_title_is_no_headline() -> None:
    assert before(f"<p>{LINE}</p><h2><a href=/x>The tide mill</a></h2><p>{LINE * 3}</p>") == []


def test_a_whole_text_before_the_words_of_the_title_is_the_story() -> None:
    assert before(f"<p>{LINE}</p>" * 4 + f"<h2>The tide mill</h2><p>{LINE * 3}</p>") == []


def test_without_a_title_nothing_is_left_out() -> None:
    page = f"<p>{LINE}</p>{story('The tide mill')}{story('The bell')}"
    assert before(page, Hints()) == []
    assert others(page, Hints()) == []


def test_a_story_beside_the_page_s_own_with_its_own_headline_is_another() -> None:
    page = f"<main>{story('The tide mill')}{story('The bell')}{story('The gate')}</main>"
    assert others(page) == ["The bell", (LINE * 4).strip(), "The gate", (LINE * 4).strip()]


@pytest.mark.parametrize(
    "said",
    [
        'data-url="/{}"',
        'data-permalink="http://gazette.example/{}"',
        'itemscope itemtype="http://schema.org/NewsArticle"',
    ],
)
@pytest.mark.parametrize("tag", ["div", "section"])
def test_so_is_one_in_a_box_that_is_said_to_be_a_whole(tag: str, said: str) -> None:
    def box(headline: str, said: str) -> str:
        return f"<{tag} class=story {said}><h1>{headline}</h1><p>{LINE * 4}</p></{tag}>"

    assert others(f"<main>{box('The tide mill', said)}{box('The bell', said)}</main>") == [
        "The bell",
        (LINE * 4).strip(),
    ]
    assert others(f"<main>{box('The tide mill', '')}{box('The bell', '')}</main>") == []


def test_posts_of_which_none_has_the_title_belong_together() -> None:
    assert others(f"<main>{story('The bell')}{story('The gate')}</main>") == []


def test_a_box_within_the_story_a_short_one_and_one_of_another_kind_are_no_other_stories() -> None:
    own = "<h1>The tide mill</h1>"
    assert others(f"<article>{own}<p>{LINE * 4}</p>{story('The bell')}</article>") == []
    assert others(f"<main>{story('The tide mill')}{story('The bell', 'short')}</main>") == []
    assert others(f"<main>{story('The tide mill')}<section><h1>Part two</h1><p>{LINE * 4}</p></section></main>") == []


def test_teasers_at_the_end_are_none_of_the_story_whatever_they_are_worth() -> None:
    cards = "".join(
        f'<div class=c><h3><a href="/{number}">Another story of the coast</a></h3><p>A line that makes one click on it.</p></div>'
        for number in range(3)
    )
    body = f"<main><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></main><div>{cards}</div>"
    page = page_text(parse(f"<html><body>{body}</body></html>"))
    kept = choose(page, [0.9, 0.9, *(0.1, 0.6) * 3], 0.5, {}, Hints())
    assert [block.text for block, own in zip(page.blocks, kept, strict=True) if own] == list(SENTENCES[:2])


def test_links_under_a_line_that_announces_other_stories_go_with_it() -> None:
    links = '<ul><li><a href="/1">A mill</a></li><li><a href="/2">A weir</a></li></ul>'
    for heading, stays in (("Most read", False), ("Meistgelesen", False), ("Mills of the coast", True)):
        found = text(inside(f"<h3>{heading}</h3>{links}"))
        assert ("A weir" in found) is stays


def test_a_box_aside_that_tells_of_one_other_story_is_none_of_this_one() -> None:
    link = 'href="/2024/03/02/dyke"'
    for inset in (
        f"<aside><a {link}><h6>The dyke needs new sluices</h6></a><p>Two of the old ones leak, says the</p><a {link}>Read more</a></aside>",
        f"<aside><div><h3><a {link}>The dyke needs new sluices</a></h3><p>Two of the old ones leak, says the</p></div></aside>",
    ):
        assert "sluices" not in text(inside(inset))
        assert "leak" not in text(inside(inset))


def test_a_box_aside_that_explains_the_story_stays() -> None:
    for inset in (
        "<aside><h3>How a tide mill works</h3><p>At high water the gate is shut; at low water the wheel turns.</p></aside>",
        '<aside><p>At high water the gate is shut, as <a href="/gate">the drawing of the gate</a> shows; it turns at low water.</p></aside>',
    ):
        assert "high water the gate" in text(inside(inset))


def test_the_last_update_of_a_live_blog_with_links_to_share_it_is_no_teaser() -> None:
    share = '<footer><a href="https://www.facebook.com/dialog/share?u=x">Share on Facebook</a></footer>'
    update = "<article class=update><p>{}</p>" + share + "</article>"
    said = text(whole(f"<main><h1>{TITLE}</h1>{''.join(map(update.format, SENTENCES[:5]))}</main>"))
    assert all(sentence in said for sentence in SENTENCES[:5])
    assert "Share on Facebook" not in said


def teaser(number: int) -> str:
    return (
        f"<div class='k1'><span>Local</span><h3><a href='/n/{number}'>The lamp of pier number {number} burns</a></h3>"
        f"<p>Teaser {number} tells of a keeper who came home, and of the lamp that he had left alight for all that time.</p></div>"
    )


TEASERS = "".join(map(teaser, range(3)))
FLAT = "".join(
    f"<h5><a href='/n/{n}'>The lamp of pier number {n} burns</a></h5><p>Teaser {n} tells of a keeper.</p>"
    for n in range(3)
)


@pytest.mark.parametrize(
    "below",
    [
        f"<section><h2>Related posts</h2>{TEASERS}</section>",
        f"<section><h2>In other news</h2><div>{TEASERS}</div></section>",
        f"<section><h3>More from Ann Lowe</h3><div>{TEASERS}</div></section>",
        f"<div><h4>Mehr von Anna Lühr</h4>{FLAT}</div>",
        f"<h3>Dans la même rubrique</h3><div>{TEASERS}</div>",
    ],
)
def test_teasers_under_a_line_that_announces_other_stories_go_with_it(below: str) -> None:
    found = text(whole(f"<article><h1>{TITLE}</h1>{prose(0, 1, 2)}{below}</article>"))
    assert SENTENCES[2] in found
    assert "Teaser" not in found
    assert "The lamp of pier" not in found


@pytest.mark.parametrize(
    "line",
    ["<a href='/more'>Read more</a>", "<p>Read more</p>", "<h2>Sewing machines</h2>", "<h2>More than forty</h2>"],
)
def test_parts_of_a_text_whose_headings_are_links_are_no_teasers(line: str) -> None:
    parts = "".join(f"<h2><a href='/m/{n}'>The machine of maker number {n}</a></h2>{prose(n)}" for n in range(4))
    found = text(whole(f"<article><h1>{TITLE}</h1>{prose(4, 5)}{line}<div>{parts}</div></article>"))
    assert all(SENTENCES[number] in found for number in range(4))
