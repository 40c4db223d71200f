"""An article as plain text, as a person saves it to disk: wrapped lines, and links as numbered notes."""

from collections.abc import Iterator

from app.models import (
    Article,
    Block,
    Blocks,
    Embed,
    Figure,
    Form,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Runs,
    Table,
    numbers_of,
    text_of,
)
from app.net.urls import host_of
from app.render.bidi.visual_markup import visual_text
from app.render.charsets.charsets import Charset, columns
from app.render.html.blocks import FORM, embed_words
from app.render.html.tables import aligned_rows, column_widths, spelled_rows, spoken
from app.render.language import ENGLISH, Language
from app.render.profiles.profile import Profile
from app.render.text.wrap import wrapped
from app.sentences import Sentence
from app.text.normalize import letters
from app.text.numbers import label

UPDATED, NUMBERED = Sentence("updated %(day)s"), Sentence("picture %(number)s")
FLOWING = 1_000_000  # columns of a line that no paragraph fills


def text_blocks(article: Article, profile: Profile, charset: Charset, language: Language = ENGLISH) -> str:
    """Return the text of an article alone, without title and without addresses, for who has no network."""
    return "\n\n".join(_Writer(article, profile.columns, charset, language, noted=False).blocks(article.blocks))


def plain_text(article: Article, profile: Profile, charset: Charset, language: Language = ENGLISH) -> bytes:
    """Return the article as a file: title, source, byline and date, the text, then the addresses of its links."""
    writer = _Writer(article, profile.columns, charset, language)
    parts = [*writer.head(), *writer.blocks(article.blocks), *writer.notes()]
    text = "\n\n".join(parts) + "\n"
    if charset.visual:
        text = visual_text(text, charset.can_encode)
    return charset.encode_text(text.replace("\n", profile.ends))


def flowing_text(article: Article, charset: Charset, language: Language = ENGLISH) -> str:
    """Return title, facts and text of an article with a line end behind paragraphs alone, for word processors and
    handhelds, which make lines themselves; addresses of links are left out."""
    writer = _Writer(article, FLOWING, charset, language, noted=False)
    return "\n\n".join([*writer.head(), *writer.blocks(article.blocks)]) + "\n"


def is_signed(article: Article) -> bool:
    """Say whether an article names an author other than its site, which our page names anyway."""
    return letters(article.byline) not in ("", letters(article.site))


class _Writer:
    def __init__(self, article: Article, width: int, charset: Charset, language: Language, noted: bool = True) -> None:
        """Take what is written, how wide, in which set, the language of our words, and whether addresses stand last."""
        self._article = article
        self._width = width
        self._said = language.said
        self._language = language
        self._transliterate = charset.spells(" ".join((article.title, *map(text_of, article.blocks))))
        self._noted = noted
        self._flows = width == FLOWING
        self._notes: dict[str, int] = {}

    def head(self) -> Iterator[str]:
        yield self._underlined(self._wrapped(self._article.title), "=")
        byline = self._article.byline if is_signed(self._article) else ""
        updated = self._said(UPDATED.of(day=self._article.updated)) if self._article.updated else ""
        date = self._article.date if self._article.date != self._article.updated else ""
        facts = [self._article.site, byline, date, updated, self._article.url]
        yield "\n".join(self._transliterate(fact) for fact in facts if fact)
        if self._article.deck:
            yield self._wrapped(self._article.deck)

    def blocks(self, blocks: Blocks) -> list[str]:
        return [text for block in blocks for text in self._block(block) if text]

    def notes(self) -> Iterator[str]:
        images = [
            f"[{self._said(NUMBERED.of(number=number))}] {each.url}"
            for number, each in enumerate(self._article.images, 1)
        ]
        links = [f"[{number}] {url}" for url, number in self._notes.items()]
        if links or images:
            yield "-" * self._width
            yield "\n".join([*links, *images])

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(runs):
                yield self._wrapped(self._text(runs))
            case Heading(level, runs):
                yield self._underlined(self._wrapped(self._text(runs)), "-" if level > 2 else "=")
            case Preformatted(text):
                yield self._transliterate(text)
            case Rule():
                yield "* * *" if self._flows else "-" * self._width
            case Figure(number):
                caption = self._article.images[number - 1].caption
                words = self._said(NUMBERED.of(number=number))
                yield self._wrapped(f"[{words}: {caption}]" if caption else f"[{words}]")
            case Quote(inner):
                yield self._inside(inner, "> ", "> ")
            case Embed(_, _, url) | Form(url):
                words = self._said(FORM) if isinstance(block, Form) else embed_words(block, self._language)
                yield self._wrapped(f"[{words}, {host_of(url)}]{self._note(url)}")
            case ItemList(ordered, items):
                bullets = [f"{label(number, block.style)}. " if ordered else "* " for number in numbers_of(block)]
                indent = " " * max(map(len, bullets))
                yield "\n".join(self._inside(*each, indent) for each in zip(items, bullets, strict=True))
            case Table():
                yield self._table(block)

    def _underlined(self, title: str, line: str) -> str:
        """Return a title over a line of its length; where lines flow, the title alone."""
        return title if self._flows else f"{title}\n{line * max(map(columns, title.split(chr(10))))}"

    def _inside(self, blocks: Blocks, first: str, indent: str) -> str:
        """Return blocks set in by `indent`, the first line by `first`."""
        outer, self._width = self._width, max(20, self._width - len(indent))
        lines = "\n\n".join(self.blocks(blocks)).split("\n")
        self._width = outer
        return "\n".join(
            ((indent if place else first.ljust(len(indent))) + line).rstrip() for place, line in enumerate(lines)
        )

    def _table(self, table: Table) -> str:
        caption = [self._wrapped(self._text(table.caption))] if table.caption else []
        said = spoken(table, self._transliterate)
        widths = None if self._flows else column_widths(said, self._width)
        if widths is None:
            return "\n".join([*caption, *(self._wrapped("* " + self._text(row)) for row in spelled_rows(table))])
        rows = ["".join(run.text for run in row).rstrip() for row in aligned_rows(said, widths)]
        return "\n".join([*caption, *rows])

    def _text(self, runs: Runs) -> str:
        """Return runs as text, a note's number behind each link."""
        parts = []
        for place, run in enumerate(runs):
            parts.append(self._said(run.text))
            following = runs[place + 1].href if place + 1 < len(runs) else ""
            if run.href and run.href != following and run.href[0] != "#":
                parts.append(self._note(run.href))
        return "".join(parts)

    def _note(self, url: str) -> str:
        """Return what leads to the note that gives an address, or nothing where there are none."""
        return f" [{self._notes.setdefault(url, len(self._notes) + 1)}]" if self._noted else ""

    def _wrapped(self, text: str) -> str:
        return wrapped(self._transliterate(text), self._width)
