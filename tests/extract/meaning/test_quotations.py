import pytest

from app.extract.meaning.quotations import keep_sources
from app.models import Paragraph, Quote, Run
from tests.extract.meaning.spelled import spelled, tree
from tests.extract.reading import extract_article

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
