import pytest

from app.extract.meaning.quotations import keep_sources as keep_sources_of
from app.models import Paragraph, Quote, Run
from tests.extract.meaning.spelled import spelled, tree, with_words
from tests.extract.reading import extract_article

keep_sources = with_words(keep_sources_of)
WORDS = "<p>You persuade it.</p>"
TEXT = "".join(
    f"<p>Sentence {number}: the council agreed that the old ferry, which carries people over the bay, will be mended.</p>"
    for number in range(6)
)


@pytest.mark.parametrize(
    "markup",
    [
        f"<blockquote>{WORDS}<footer>— Ann Keeper</footer></blockquote>",
        f"<blockquote>{WORDS}<cite>Ann Keeper</cite></blockquote>",
        f"<blockquote>{WORDS}<small>Ann Keeper</small></blockquote>",
        f'<blockquote>{WORDS}<p class="author">Ann Keeper</p></blockquote>',
        f"<blockquote><div>{WORDS}<footer>Ann Keeper</footer></div></blockquote>",
        f"<figure><blockquote>{WORDS}</blockquote><figcaption>Ann Keeper</figcaption></figure>",
        f"<blockquote>{WORDS}</blockquote><cite>Ann Keeper</cite>",
        "<blockquote>You persuade it.<footer>Ann Keeper</footer></blockquote>",
        '<div class="block-quote"><div class="quote">You persuade it.</div><div class="attribution">Ann Keeper</div></div>',
        f'<aside class="pullquote">{WORDS}<p class="pullquote__author">Ann Keeper</p></aside>',
        f'<div class="c-quotation"><div>{WORDS}</div><cite>Ann Keeper</cite></div>',
        '<section class="quote"><h3>You persuade it.</h3><span class="name">Ann Keeper</span></section>',
    ],
)
def test_a_quotation_keeps_its_source(markup: str) -> None:
    assert spelled(markup, keep_sources) == "You persuade it. — Ann Keeper"


def test_the_source_stands_on_a_line_of_its_own_in_the_article() -> None:
    page = f"<title>Quoted</title><article>{TEXT}<blockquote>{WORDS}<footer>Ann Keeper</footer></blockquote>{TEXT}</article>"
    quotes = [block for block in extract_article(page, "http://x.example/").blocks if isinstance(block, Quote)]
    assert quotes == [Quote((Paragraph((Run("You persuade it.\n"), Run("— Ann Keeper", "i"))),))]


@pytest.mark.parametrize(
    "markup",
    [
        f'<blockquote class="twitter-tweet">{WORDS}<footer>Ann</footer></blockquote>',
        f"<blockquote>{WORDS}<footer>{'long ' * 60}</footer></blockquote>",
        "<blockquote><footer>Ann</footer></blockquote>",
        f"<blockquote><p>As <cite>The Book</cite> says.</p>{WORDS}</blockquote>",
        f'<div class="quote">{WORDS}<p class="author">Ann</p><p>More.</p></div>',
        f'<div class="quote">Words {WORDS}<p class="author">Ann</p></div>',
        f'<div class="quotes-list">{WORDS}<p class="author">Ann</p></div>',
        f'<div class="quote">{WORDS}<p class="text">Then it turned.</p></div>',
        '<div class="get-quote"><p>Fares</p><p class="author">From the harbour board, by post</p></div>',
        f"<figure><img src=a.jpg><blockquote>{WORDS}</blockquote><figcaption>The quay</figcaption></figure>",
    ],
)
def test_what_names_no_source_stays_where_it_is(markup: str) -> None:
    assert spelled(markup, keep_sources) == spelled(markup, lambda root: None)
    assert not tree(markup, keep_sources).xpath("//*[@data-source]")


@pytest.mark.parametrize("markup", ["{}", "<div>{}</div>"])
def test_words_behind_who_wrote_them_begin_a_line(markup: str) -> None:
    quotation = markup.format("<cite>Ann wrote:</cite>which rope is good")
    found = tree(f"<blockquote>{quotation}</blockquote>", keep_sources)
    assert [each.tag for each in found.iter("cite", "br")] == ["cite", "br"]
    midst = markup.format("As <cite>the book</cite> says")
    assert tree(f"<blockquote>{midst}</blockquote>", keep_sources).find(".//br") is None
