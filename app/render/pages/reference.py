"""Pages of an entry of an encyclopedia or a dictionary: its summary first, its sections as pages of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from app.models import Blocks, Entry, Heading, ImageSize, Page, ReferencePage, Run
from app.render.html.blocks import BlockContext
from app.render.pages.unsupported_script import Offers, OtherWays, offers_of, other_ways
from app.render.pagination.article_chunks import Chunker
from app.render.pagination.pages import Chunk
from app.render.template import Frame, Paginated, TemplateRenderer
from app.sentences import Sentence

LONGEST_TITLE, LONGEST_NAME = 200, 100
FACTS = Sentence("Facts")
#: The works by the first part of their paths.
PATHS: Mapping[str, str] = {"Wikipedia": "wiki", "Wiktionary": "word"}


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry as its pages show it: `address` is what was asked for, `note` a sentence above it or empty.

    `sizes` is what is known of its pictures by their addresses.
    """

    entry: ReferencePage
    address: str
    note: str = ""
    sizes: Mapping[str, ImageSize] = field(default_factory=dict)


class ReferencePages:
    """Renders entries."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer

    def entry(self, frame: Frame, view: EntryView, section: int, number: int) -> Page:
        """Page `number` of a section of an entry, by its number from 1 on; 0 is what stands before them all.

        Raises `UnknownPlace` where there is no such page.
        """
        entry, links = view.entry, frame.links
        offers, ways = _ways(frame, f"/w/{links.ids[view.address]}{f'/{section}' if section else ''}")
        blocks = blocks_of(entry, section, frame.said(FACTS))
        listed = [] if section or offers else self._sections(frame, view)
        context = BlockContext(links, frame.profile, frame.charset, entry.images, view.sizes, view.address)
        chunker = Chunker(self._renderer, frame, context, () if offers else blocks)

        def cut(room: int) -> Sequence[Chunk]:
            return [*chunker(room), *listed]

        following = section + 1 if section < len(entry.sections) else 0
        values: dict[str, object] = {
            "title": frame.said(offers.title) if offers else frame.charset.shortened(entry.title, LONGEST_TITLE),
            "entry": entry,
            "address": view.address,
            "note": frame.said(view.note),
            "redirected": frame.charset.shortened(entry.redirected, LONGEST_NAME),
            "part": "" if offers else _title_of(frame, entry, section),
            "section": section,
            "following": links.entry(view.address, following) if section and following else "",
            "languages": links.entry_languages(view.address) if entry.languages else "",
            "others": [(name, PATHS[name], links.look_up(PATHS[name], entry.title)) for name in frame.works],
            "offers": offers,
            "ways": ways,
        }
        paginated = Paginated(cut, partial(links.entry, view.address, section))
        return self._renderer.paginated("reference.html", frame, paginated, number, **values)

    def languages(self, frame: Frame, view: EntryView, number: int) -> Page:
        """Page `number` of the languages in which there is an entry."""
        entry, links = view.entry, frame.links
        lines = [self._line(frame, each) for each in entry.languages]
        values = {"title": frame.charset.shortened(entry.title, LONGEST_TITLE), "address": view.address}
        paginated = Paginated.of(lines, partial(links.entry_languages, view.address))
        return self._renderer.paginated("reference_languages.html", frame, paginated, number, **values)

    def missing(self, frame: Frame, title: str, work: str, suggestions: Sequence[Entry]) -> Page:
        """The page that says that `work` has no entry of this title, with entries that may be meant."""
        words = frame.charset.shortened(title, LONGEST_NAME)
        lines = [replace(each, title=frame.charset.shortened(each.title, LONGEST_NAME)) for each in suggestions]
        return self._renderer.page("reference_missing.html", frame, words=words, work=work, suggestions=lines)

    def ask(self, frame: Frame) -> Page:
        """The form for a word."""
        return self._renderer.page("reference_ask.html", frame, words="")

    def _sections(self, frame: Frame, view: EntryView) -> list[Chunk]:
        """Return the lines that lead to the sections of an entry."""
        names = [(place, _title_of(frame, view.entry, place)) for place in range(1, len(view.entry.sections) + 1)]
        links = [(frame.links.entry(view.address, place), name) for place, name in names]
        return [self._renderer.line("_reference_section.html", frame, link=link, name=name) for link, name in links]

    def _line(self, frame: Frame, entry: Entry) -> Chunk:
        name = frame.charset.shortened(entry.title, LONGEST_NAME)
        return self._renderer.line("_reference_language.html", frame, url=entry.url, name=name)


def blocks_of(entry: ReferencePage, section: int, facts: str = FACTS) -> Blocks:
    """Return the text of a section, 0 being what stands before them all; none where there is no such section.

    `facts` is the heading of the box of facts in the language of the page.
    """
    if not section:
        heading = (Heading(2, (Run(facts),)),) if entry.facts else ()
        return (*entry.summary, *heading, *entry.facts)
    return entry.sections[section - 1].blocks if section <= len(entry.sections) else ()


def _title_of(frame: Frame, entry: ReferencePage, section: int) -> str:
    if not 1 <= section <= len(entry.sections):
        return ""
    return frame.charset.shortened(entry.sections[section - 1].title, LONGEST_NAME)


def _ways(frame: Frame, path: str) -> tuple[Offers | None, OtherWays]:
    where = frame.profile, frame.family, frame.links, path
    return offers_of(*where), other_ways(*where)
