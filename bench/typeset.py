"""How long does typesetting take, and how small are pages? `python -m bench.typeset`, or with a folder of pages.

An article of 3,000 words, with links, lists, tables, pictures, code and typographic quotation marks, is typeset
from its blocks for each profile: its first page, and the whole. What was spelled before is forgotten each time. Then
each page of the folder (own pages without) is read, and its first page weighed against the original.
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.extract.page import extract_page
from app.fetch.decode import decode
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
    Run,
    Table,
    text_of,
)
from app.net.urls import short_id
from app.render.charsets import transliterate as spelling
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.articles import ArticleView
from app.render.profiles.profile import Profile
from app.render.profiles.profiles import PROFILES, UNIVERSAL
from app.render.template import Frame
from app.web.page_links import article_needs
from bench.reads import own_pages, saved_pages
from config import ROOT

ROUNDS = 15
TARGET = 10  # milliseconds
WORDS = 3000
SENTENCES = (
    "“You do not push a lighthouse,” said Marta Oyelaran, who led the crew – “you persuade it, and stop often.” ",
    "The rails came from a sugar mill that closed in the nineties, sixty metres at a time; it’s a café now. ",
    "Geologists expect the cliff to reach the old footing within two years … or three, at the present rate. ",
)


def main() -> None:
    """Measure, and print two tables."""
    pages = Pages(ROOT / "templates")
    article = long_article()
    print(f"{article.words} words, {len(article.blocks)} blocks, {ROUNDS} rounds; milliseconds, target {TARGET}")
    print(f"{'profile':12} {'page 1':>8} {'whole':>8} {'bytes':>8}")
    for profile in PROFILES.values():
        report(pages, article, profile)
    originals = saved_pages(Path(sys.argv[1])) if len(sys.argv) > 1 else own_pages()
    weigh(pages, originals)


def report(pages: Pages, article: Article, profile: Profile) -> None:
    """Print the row of a profile."""
    frame, view = framed(article, profile), ArticleView(article, article.url)
    first = median(lambda: pages.articles.page(frame, never_seen(view), 1))
    whole = median(lambda: pages.articles.whole(frame, view))
    size = len(pages.articles.page(frame, view, 1).body)
    print(f"{profile.name:12} {first:8.1f} {whole:8.1f} {size:8}")


def never_seen(view: ArticleView) -> ArticleView:
    """Return the same article, of which nothing was written before: what was is known by the identity of its blocks."""
    return replace(view, article=replace(view.article, blocks=(*view.article.blocks,)))


def weigh(pages: Pages, originals: dict[str, bytes]) -> None:
    """Print how large pages are for `universal`, beside their originals."""
    shares, sizes = [], []
    for path, body in originals.items():
        article = extract_page(decode(body), f"http://page.example{path}")
        if isinstance(article, Article):
            frame = framed(article, UNIVERSAL)
            sizes.append(len(pages.articles.page(frame, ArticleView(article, article.url), 1).body))
            shares.append(sizes[-1] / len(body))
    print(f"{len(sizes)} articles: median first page {statistics.median(sizes):.0f} bytes,", end=" ")
    print(f"{statistics.median(shares):.1%} of the original")


def framed(article: Article, profile: Profile) -> Frame:
    """Return the frame of a page of an article."""
    ids = {url: short_id(url) for url in article_needs(article.url, article).urls}
    return Frame("68k.news", "US", Links("", "/us", ids), profile, article_needs(article.url, article).family)


def median(call: Callable[[], object]) -> float:
    """Return the median time of a call in milliseconds, as the first of its kind in a process."""
    times = []
    for _ in range(ROUNDS):
        for kept in (spelling.transliterated, spelling._kept, spelling._nearest):
            kept.cache_clear()
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def long_article() -> Article:
    """Return an article of about 3,000 words with every kind of block."""
    prose = "".join(SENTENCES)
    words = len(prose.split())
    blocks: list[Block] = []
    for part in range(WORDS // (words * 4)):
        link = Run("The tides", "i", f"http://sea.example/tides?of={part}&in=march")
        blocks += [Paragraph((Run(prose), link, Run(" were high. " + prose)))]
        blocks += special(part, prose)
        blocks += [Paragraph((Run(SENTENCES[0]), Run("much", "b"), Run(" more. " + SENTENCES[1])))]
    count = sum(len(text_of(block).split()) for block in blocks)
    images = tuple(ArticleImage(f"http://sea.example/{place}.jpg", "The “tower”") for place in range(12))
    return Article("http://sea.example/", "The lighthouse – “moved”", tuple(blocks), images, "A. B.", words=count)


def special(part: int, prose: str) -> list[Block]:
    """Return the block in the middle of a part, each of another kind."""
    cell = (Run("1,200 m²"),)
    linked = (Run("an item – "), Run("elsewhere", "", f"http://sea.example/{part}"))
    kinds: list[list[Block]] = [
        [Heading(2, (Run("A “part” of the tale"),)), Quote((Paragraph((Run(prose),)),))],
        [ItemList(part % 2 == 0, ((Paragraph(linked),),) * 8)],
        [Table(((cell,) * 4,) * 9, header=True)],
        [Figure(part % 12 + 1), Preformatted("if (a < b) {\n    f(a);\n}\n" * 5)],
        [Embed("video", "The tower “moves”", f"http://video.example/{part}")],
    ]
    return [*kinds[part % len(kinds)], Paragraph((Run(prose),))]


if __name__ == "__main__":
    main()
