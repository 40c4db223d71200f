"""Articles that their sites divide into pages, as one: the pages are read one after the other, as any page is."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from app.errors import ReaderError
from app.extract.article.figures import place_figures
from app.extract.site_rules import Sites
from app.models import Article, ArticleImage, Block, Blocks, Paragraph, Run, text_of
from app.net.page_numbers import MOST_PAGES, number_after
from app.sentences import Sentence
from app.services.admission import Admission
from app.services.cached_content import CachedContent
from app.services.content_reader import ContentReader
from app.text.normalize import letters

# A block of so many letters stands in one page only; a page with a smaller share of new text is no next page.
LONG_BLOCK, NEW_SHARE = 40, 0.3
NOT_ARRIVED = Sentence("Page %(number)s of this article, and what may follow it, did not arrive.")
MORE = Sentence("This article has more than %(most)s pages.")
ALONE = Sentence("Read on from there.")


class WholeArticles:
    """Puts the pages of articles together."""

    def __init__(
        self,
        contents: ContentReader,
        seconds: float,
        sites: Sites | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take who reads pages, and the rules of sites; no page is begun after `seconds`, told by `clock`."""
        self._sites = sites
        self._contents = contents
        self._seconds = seconds
        self._clock = clock

    def whole(self, first: CachedContent, admit: Admission) -> CachedContent:
        """Return `first` with the text of the pages that follow it, if it is the first page of an article of several.

        Where a page is missing, the text ends with a line that says so, and leads to it.
        """
        article = first.content
        if not isinstance(article, Article):
            return first
        single = self._single(article, admit)
        if single is not None:
            return single
        if article.single_page:
            first = first.for_one()
        if not self._is_first(article):
            return first
        pages, fetched_at, granted = [article], first.fetched_at, set(first.granted)
        text = _Text(article)
        for cached in self._following(article, admit):
            page = cached.content
            if not isinstance(page, Article) or not text.add(page):
                return replace(first, content=text.article(), fetched_at=fetched_at, granted=tuple(sorted(granted)))
            pages.append(page)
            fetched_at = max(fetched_at, cached.fetched_at)
            first = replace(first, fresh_until=min(first.fresh_until, cached.fresh_until))
            granted.update(cached.granted)
        missing = pages[-1].next_page
        said = MORE.of(most=MOST_PAGES) if len(pages) == MOST_PAGES else NOT_ARRIVED.of(number=len(pages) + 1)
        end = (Paragraph((Run(said, "b"), Run(" "), Run(ALONE, href=missing))),) if missing else ()
        first = first.for_one() if missing else first
        return replace(first, content=text.article(end), fetched_at=fetched_at, granted=tuple(sorted(granted)))

    def _is_first(self, article: Article) -> bool:
        """Say whether this is the first page of several; who asks for a further one gets that, but by a rule."""
        if self._sites is not None and article.next_page and self._sites.of(article.url).next_page_link:
            return True
        return number_after(article.url, article.next_page) in (1, 2)

    def _single(self, article: Article, admit: Admission) -> CachedContent | None:
        """Return the article on one page, where its site has that, and it has more."""
        if not article.single_page:
            return None
        with suppress(ReaderError):
            cached = self._contents.read(article.single_page, admit)
            found = cached.content
            if isinstance(found, Article) and found.words >= article.words:
                return replace(cached, content=replace(found, url=article.url))
        return None

    def _following(self, article: Article, admit: Admission) -> Iterator[CachedContent]:
        """Yield the pages after the first, as far as they can be had."""
        end = self._clock() + self._seconds
        page = article
        for _ in range(MOST_PAGES - 1):
            if not page.next_page or self._clock() >= end:
                return
            try:
                cached = self._contents.read(page.next_page, admit)
            except ReaderError:
                return
            yield cached
            if not isinstance(cached.content, Article):
                return
            page = cached.content


class _Text:
    """The text of an article that grows by its pages."""

    def __init__(self, first: Article) -> None:
        self._first = first
        self._blocks: list[Block] = list(first.blocks)
        self._images: list[ArticleImage] = list(first.images)
        self._words = first.words
        self._seen = set(map(_said, first.blocks))

    def add(self, page: Article) -> bool:
        """Add what is new in a page; return whether that is enough for a page of the same article."""
        new = [block for block in page.blocks if len(_said(block)) < LONG_BLOCK or _said(block) not in self._seen]
        if _length(new) < max(LONG_BLOCK, NEW_SHARE * _length(page.blocks)):
            return False
        self._blocks += place_figures(tuple(new), self._numbers(page.images), {})
        self._seen.update(map(_said, new))
        self._words += page.words
        return True

    def article(self, end: Blocks = ()) -> Article:
        """Return the article as far as it has come, with `end` behind it."""
        return replace(
            self._first,
            blocks=(*self._blocks, *end),
            images=tuple(self._images),
            words=self._words,
            next_page="",
        )

    def _numbers(self, images: Sequence[ArticleImage]) -> dict[int, int]:
        """Return the numbers that the pictures of a further page have here; those that stand here already have none."""
        numbers = {}
        known = {image.url for image in self._images}
        for number, image in enumerate(images, 1):
            if image.url not in known:
                self._images.append(image)
                numbers[number] = len(self._images)
        return numbers


def _said(block: Block) -> str:
    return letters(text_of(block))


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(_said(block)) for block in blocks)
