"""Pages of headlines: front pages, search, feeds, lists found on a page, and a headline that does not open."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar
from urllib.parse import urlsplit

from app.fetch.sniff import file_words
from app.models import Article, Enclosure, Entry, Headline, Listing, Page, Story
from app.render.language import ENGLISH, ENGLISH_CODE, Language
from app.render.pages.articles import LONGEST_DECK, LONGEST_TITLE, day_in_words
from app.render.pages.front_page import FrontView
from app.render.pages.unsupported_script import Offers, OtherWays, drawn_too, offers_of, other_ways
from app.render.pagination.pages import Chunk
from app.render.profiles.spec import with_piece
from app.render.template import Frame, Paginated, TemplateRenderer
from app.sentences import Sentence
from app.text.humanize import clock_in_words, size_in_words

MOTTO = Sentence("Today's news for yesterday's computers")
# On a small machine a page of 12 takes about 3 KB, which is seconds of its modem.
STORIES_A_PAGE, STORIES_ON_A_SMALL_ONE = 30, 12
# Bytes of a page of headlines on the smallest ones, however long these are.
FRONT_OF_A_SMALL_ONE = 4096
LINKS = Sentence.plural("%(num)s link of this page.", "%(num)s links of this page.", num=0)
NO_LINKS = Sentence("This page has no links.")
LONGEST_NAME = 100
LONGEST_SUMMARY = 400
MOST_FEEDS = 5
MOST_ELSEWHERE = 8
SMALLEST_FILE = 1024  # bytes; where a feed says less, it does not know
_ENDING = re.compile(r"\.([A-Za-z0-9]{2,4})\Z")
Titled = TypeVar("Titled", Entry, Headline, Listing)


class StoryPages:
    """Renders headlines."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer

    def front(self, frame: Frame, view: FrontView, sections: Sequence[tuple[str, str]], number: int) -> Page:
        """Page `number` of a section of the edition; `sections` are all of them, each its key and title."""
        link = partial(frame.links.section, view.section, since=view.since_stamp)
        section = frame.said(dict(sections)[view.section]) if view.section != sections[0][0] else ""
        name = f"{frame.site} {frame.edition}" + (f" - {section.capitalize()}" if section else "")
        drawn = frame.links.drawn_section(view.section)
        values = {"sections": sections, "name": name, "motto": MOTTO, "day": _day(frame, view)}
        values["in_english"] = with_piece(frame.profile.name, ENGLISH_CODE)
        return self._paginated("front.html", frame, view, f"/{view.section}", link, number, drawn, **values)

    def drawn(self, frame: Frame, view: FrontView, sizes: Sequence[tuple[int, int]]) -> Page:
        """The first headlines of a section as pictures of these sizes, and under them a numbered link to each story."""
        view = replace(view, charset=frame.charset, language=frame.language)
        return self._renderer.page("drawn_front.html", frame, view=view, sizes=sizes, pictured=True)

    def search(self, frame: Frame, query: str, view: FrontView, number: int) -> Page:
        """Page `number` of what was found for `query`, which is empty where nothing was asked yet."""
        link = partial(frame.links.found, query)
        return self._paginated("search.html", frame, view, "/search", link, number, query=query)

    def story(self, frame: Frame, story: Story, view: FrontView, number: int) -> Page:
        """Page `number` of all headlines of a story, the lead first."""
        links, view = frame.links, replace(view, charset=frame.charset, language=frame.language)
        offers, ways = _ways(frame, f"/s/{links.ids[story.lead.url]}")
        headlines = () if offers else (story.lead, *story.others)
        chunks = [self._renderer.line("_headline.html", frame, view=view, headline=each) for each in headlines]
        paginated = Paginated.of(chunks, partial(links.story, story.lead.url), STORIES_A_PAGE)
        title = frame.said(offers.title) if offers else view.title_of(story.lead)
        values = {"title": title, "offers": offers, "ways": ways}
        return self._renderer.paginated("story.html", frame, paginated, number, **values)

    def feed(self, frame: Frame, url: str, view: FrontView, number: int) -> Page:
        """Page `number` of the feed at `url` as a front page of its own."""
        link, path = partial(frame.links.feed, url), f"/f/{frame.links.ids[url]}"
        return self._paginated("feed.html", frame, view, path, link, number, url=url)

    def paper(self, frame: Frame, key: str, view: FrontView, number: int) -> Page:
        """Page `number` of all that there is of one paper."""
        link, path = partial(frame.links.paper, key), f"/paper/{key}"
        return self._paginated("paper.html", frame, view, path, link, number)

    def papers(self, frame: Frame, papers: Sequence[tuple[str, str]], number: int) -> Page:
        """Page `number` of the papers of an edition, each as its key and name."""
        lines = [self._renderer.line("_paper.html", frame, key=key, name=name) for key, name in papers]
        return self._renderer.paginated("papers.html", frame, Paginated.of(lines, frame.links.papers), number)

    def own(self, frame: Frame, own_id: str, view: FrontView, number: int) -> Page:
        """Page `number` of a front page of one's own."""
        link, path = partial(frame.links.own, own_id), f"/my/{own_id}"
        return self._paginated("my.html", frame, view, path, link, number, own_id=own_id)

    def listing(self, frame: Frame, listing: Listing, address: str, note: str, number: int) -> Page:
        """Page `number` of a list of things to read; `address` is what was asked for, `note` says how old it is."""
        links = frame.links
        offers, ways = _ways(frame, f"/a/{links.ids[address]}")
        listing = replace(listing, summary=frame.said(listing.summary))
        short = (
            replace(listing, title=frame.said(offers.title), summary="")
            if offers
            else _short(frame, listing, LONGEST_DECK)
        )
        feeds = [(feed.url, frame.charset.shortened(feed.title, LONGEST_NAME)) for feed in listing.feeds[:MOST_FEEDS]]
        chunks = [] if offers else list(self._entries(frame, listing.entries))
        if listing.cut:
            chunks.append(self._renderer.line("_cut.html", frame, sentence=listing.cut))
        paginated = Paginated.of(chunks, partial(links.article, address))
        values = {"listing": short, "note": note, "feeds": feeds, "offers": offers, "address": address, "ways": ways}
        return self._renderer.paginated("listing.html", frame, paginated, number, **values)

    def links(self, frame: Frame, page: Article | Listing, address: str, number: int) -> Page:
        """Page `number` of all links of a page; `address` is what was asked for."""
        links, short = frame.links, frame.charset.shortened
        offers, _ = _ways(frame, f"/a/{links.ids[address]}/links")
        found = [] if offers else [link.partition(" ") for link in page.links]
        lines = [
            self._renderer.line("_link.html", frame, url=url, words=short(words, LONGEST_NAME))
            for url, _, words in found
        ]
        said = LINKS.of(num=len(page.links)) if page.links else NO_LINKS
        title = frame.said(offers.title) if offers else short(page.title, LONGEST_TITLE)
        values = {"title": title, "said": said, "count": len(lines), "address": address, "offers": offers}
        paginated = Paginated.of(lines, partial(links.links_of, address))
        return self._renderer.paginated("links.html", frame, paginated, number, **values)

    def missed(
        self,
        frame: Frame,
        asked: Headline,
        sentence: str,
        others: Sequence[Headline],
        archived: bool = False,
        way: str = "",
    ) -> Page:
        """A headline that does not open: why, what is known of it, and who else has the story.

        `archived` says that the archive's copy is offered; `way` is an address at which it does open, or empty.
        """
        short = _short(frame, asked)
        elsewhere = [_short(frame, each) for each in others[:MOST_ELSEWHERE]]
        values = {"asked": short, "sentence": sentence, "others": elsewhere, "archived": archived, "way": way}
        return self._renderer.page("missed.html", frame, **values)

    def _paginated(
        self,
        template: str,
        frame: Frame,
        view: FrontView,
        path: str,
        link: Callable[[int], str],
        number: int,
        drawn: str = "",
        **values: object,
    ) -> Page:
        offers, ways = _ways(frame, path) if view.stories else (None, OtherWays())
        if drawn:
            offers = drawn_too(offers, frame.profile, frame.family, drawn)
        stories, view = () if offers else view.stories, replace(view, charset=frame.charset, language=frame.language)
        title = frame.said(offers.title) if offers else view.short_title
        chunks = self._stories(frame, view, stories)
        brief = frame.profile.brief
        if brief and frame.profile.is_narrow:
            frame = replace(
                frame, profile=replace(frame.profile, budget=min(FRONT_OF_A_SMALL_ONE, frame.profile.budget))
            )
        paginated = Paginated.of(chunks, link, STORIES_ON_A_SMALL_ONE if brief else STORIES_A_PAGE)
        values |= {"listed": brief and bool(chunks), "view": view, "offers": offers, "ways": ways, "title": title}
        return self._renderer.paginated(template, frame, paginated, number, **values)

    def _stories(self, frame: Frame, view: FrontView, stories: Sequence[Story]) -> list[Chunk]:
        """Return the markup of each story; none is longer than a page, since titles and summaries are cut."""
        return [self._renderer.line("_story.html", frame, view=view, story=story) for story in stories]

    def _entries(self, frame: Frame, entries: Sequence[Entry]) -> Iterator[Chunk]:
        section = ""
        for entry in entries:
            if entry.section and entry.section != section:
                section = entry.section
                name = frame.charset.shortened(section, LONGEST_TITLE)
                yield self._renderer.line("_section.html", frame, leads=True, name=name)
            short = _short(frame, entry)
            day = day_in_words(entry.date) if entry.date else ""
            files = [(file.url, _file_in_words(file, frame.language)) for file in entry.enclosures if file.url]
            yield self._renderer.line("_entry.html", frame, entry=short, day=day, files=files)


def _ways(frame: Frame, path: str) -> tuple[Offers | None, OtherWays]:
    """Return what is offered in place of the page at `path`, and which other ways there are to see it."""
    where = frame.profile, frame.family, frame.links, path
    return offers_of(*where), other_ways(*where)


def _file_in_words(file: Enclosure, language: Language) -> str:
    """Return what a file is, how long it plays, and its size, as far as its feed says: `Sound (MP3), 34:02, 12 MB`."""
    kind = language.said(file_words(file.media_type))
    if language is ENGLISH:
        kind = kind.partition(" ")[2]  # without its article, which no other language gives
    ending = _ENDING.search(urlsplit(file.url).path)
    name = ending[1].upper() if ending else kind
    words = [kind[0].upper() + kind[1:] + (f" ({name})" if name.lower() != kind.lower() else "")]
    words += [clock_in_words(file.seconds)] if file.seconds else []
    words += [language.said(size_in_words(file.size))] if file.size >= SMALLEST_FILE else []
    return ", ".join(words)


def _short(frame: Frame, words: Titled, summary: int = LONGEST_SUMMARY) -> Titled:
    """Return an entry, a headline or a list with a title and a summary that are not too long."""
    short = frame.charset.shortened
    return replace(words, title=short(words.title, LONGEST_TITLE), summary=short(words.summary, summary))


def _day(frame: Frame, view: FrontView) -> str:
    """Return the day of an edition in its own words, or in English where the page cannot show those."""
    own, english = view.day
    return own if frame.profile.can_show(frame.family) and frame.charset.can_encode(own) else english
