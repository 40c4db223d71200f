"""Whatever an article is made of: its pages are valid, within their budgets, and lose no word."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models import (
    Article,
    ArticleImage,
    Block,
    Embed,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)
from app.net.urls import short_id
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.articles import ArticleView
from app.render.profiles.spec import read_spec
from app.render.template import Frame
from app.text.normalize import tidy
from app.web.page_links import article_needs
from config import ROOT
from tests.render.test_matrix import NAV, difference, text_of_page, words
from tests.validity import all_sgml_errors, stumbling_blocks

SPECS = ("c64", "linemode", "macplus-inline", "netscape-8k", "palm-utf8", "universal-8k-spelled")
PAGES = Pages(ROOT / "templates")
ADDRESS = "http://x.example/a"

# Text as `extract` makes it: tidy, and not empty.
TEXT = (
    st.one_of(st.text(max_size=60), st.sampled_from(["Łódź “é” ＜b＞ &amp; ", "北京 мир 😀 ", "words. And more. "]))
    .map(tidy)
    .filter(str.strip)
)
LONG = st.builds(lambda text, times: text * times, TEXT, st.sampled_from([1, 1, 3, 200]))
HREFS = st.sampled_from(["", "", "http://x.example/b?c=1&d=2", "mailto:a@b.example"])
RUN = st.builds(Run, LONG, st.sampled_from(["", "", "b", "bi", "c", "s", "iu"]), HREFS)
RUNS: st.SearchStrategy[Runs] = st.lists(RUN, min_size=1, max_size=4).map(tuple)
FLAT = st.one_of(
    st.builds(Paragraph, RUNS),
    st.builds(Heading, st.integers(2, 6), st.tuples(st.builds(Run, TEXT))),
    st.builds(Preformatted, LONG.map(lambda text: text.strip("\n") or "x")),
    st.just(Rule()),
    st.builds(Figure, st.integers(1, 3)),
    st.builds(Embed, st.sampled_from(["video", "map"]), TEXT, st.just("http://v.example/?a=1&b=2")),
)
INNER = st.lists(st.builds(Paragraph, RUNS), min_size=1, max_size=3).map(tuple)
BLOCK: st.SearchStrategy[Block] = st.one_of(
    FLAT,
    st.builds(Quote, INNER),
    st.builds(ItemList, st.just(False), st.lists(INNER, min_size=1, max_size=20).map(tuple)),
)
ARTICLE = st.builds(
    lambda title, blocks: Article(
        ADDRESS,
        title,
        tuple(blocks),
        tuple(ArticleImage(f"http://x.example/{n}.jpg", "A “caption”") for n in range(3)),
    ),
    TEXT,
    st.lists(BLOCK, min_size=1, max_size=12),
)
CELL = st.lists(st.builds(Run, TEXT), max_size=2).map(tuple)
TABLE = st.builds(
    lambda rows, header, caption: Table(tuple(tuple(row) for row in rows), header, caption),
    st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=30),
    st.booleans(),
    CELL,
)
bounded = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)  # fmt: skip


def pages_of(article: Article, spec: str) -> tuple[Frame, list[str], str]:
    """Return the frame, all pages of an article in a profile, each within the budget, and the whole."""
    ids = {url: short_id(url) for url in article_needs(ADDRESS, article).urls}
    frame = Frame(
        "68k.news", "IN", Links(f"/~{spec}", "/in", ids), read_spec(spec), article_needs(ADDRESS, article).family
    )
    view = ArticleView(article, ADDRESS)
    codec = frame.charset.codec
    found: list[str] = []
    count = 1
    while len(found) < count:
        page = PAGES.articles.page(frame, view, len(found) + 1).body
        assert len(page) <= frame.profile.budget
        assert stumbling_blocks(page, codec) == []
        found.append(page.decode(codec))
        count = max(int(each[1] or each[3]) for each in NAV.findall(found[0])) if NAV.search(found[0]) else 1
    return frame, found, PAGES.articles.whole(frame, view).body.decode(codec)


def errors_of(pages: dict[str, str]) -> str:
    with TemporaryDirectory() as folder:
        return all_sgml_errors(pages, Path(folder))


@bounded
@given(article=ARTICLE)
def test_any_article_has_valid_pages_that_lose_nothing(article: Article) -> None:
    every: dict[str, str] = {}
    for spec in SPECS:
        frame, pages, whole = pages_of(article, spec)
        if frame.profile.can_show(frame.family):
            cut = "".join(words(text_of_page(page)) for page in pages)
            assert difference(cut, words(text_of_page(whole))) == (), spec
        every |= {f"{spec} {number}": page for number, page in enumerate([*pages, whole])}
    assert errors_of(every) == ""


@bounded
@given(table=TABLE)
def test_any_table_has_valid_pages(table: Table) -> None:
    article = Article(ADDRESS, "A table", (table,))
    every: dict[str, str] = {}
    for spec in SPECS:
        _, pages, whole = pages_of(article, spec)
        every |= {f"{spec} {number}": page for number, page in enumerate([*pages, whole])}
    assert errors_of(every) == ""
