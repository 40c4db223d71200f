"""An article as RTF, which Word 4 for the Macintosh, WriteNow, WordPad and everything since opens.

The words of RTF 1.0 to 1.5 (Microsoft, Rich Text Format Specification); what a program does not know it leaves out, so
that an old one shows a plainer text and never the words themselves.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from app.models import (
    Article,
    ArticleImage,
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
)
from app.net.urls import host_of
from app.render.charsets.charsets import CHARSETS, Charset
from app.render.html.blocks import FORM, embed_words
from app.render.html.tables import aligned_rows, column_widths, spelled_rows, spoken
from app.render.language import ENGLISH, Language
from app.render.text.plain import NUMBERED
from app.text.numbers import label

TYPE = "application/rtf"
# How a file says in which set its bytes are: the words of its head, and the number of that set for a font.
_SETS: Mapping[str, tuple[str, int]] = {
    "big5": (r"\ansi\ansicpg950", 136),
    "cp437": (r"\pc", 255),
    "euckr": (r"\ansi\ansicpg949", 129),
    "gb2312": (r"\ansi\ansicpg936", 134),
    "macroman": (r"\mac", 77),
    "sjis": (r"\ansi\ansicpg932", 128),
    "win1250": (r"\ansi\ansicpg1250", 238),
    "win1251": (r"\ansi\ansicpg1251", 204),
    "win1252": (r"\ansi\ansicpg1252", 0),
    "win1253": (r"\ansi\ansicpg1253", 161),
    "win1254": (r"\ansi\ansicpg1254", 162),
    "win1255": (r"\ansi\ansicpg1255", 177),
    "win1256": (r"\ansi\ansicpg1256", 178),
    "win1257": (r"\ansi\ansicpg1257", 186),
    "win1258": (r"\ansi\ansicpg1258", 163),
    "win874": (r"\ansi\ansicpg874", 222),
}
_MARKS: Mapping[str, str] = {"b": r"\b", "c": r"\f1", "i": r"\i", "s": r"\sub", "u": r"\super"}
_SPECIAL: Mapping[str, str] = {"\t": r"\tab ", "\n": r"\line ", "\\": r"\\", "{": r"\{", "}": r"\}"}
_SIZES: Mapping[int, int] = {1: 36, 2: 30, 3: 26}  # half points of the title and of headings; all others
_USUAL_SIZE = 24
_STEP = 360  # twentieths of a point, by which lists and quotes are set in
_COLUMNS = 70  # of a table in a font whose letters are of one width


def set_of(charset: Charset) -> Charset:
    """Return the character set itself where RTF can name it, else the one of Windows for Western languages."""
    return charset if charset.name in _SETS else CHARSETS["win1252"]


def rtf(article: Article, facts: str, charset: Charset, language: Language = ENGLISH) -> bytes:
    """Return an article as a file, `facts` as a line under its title and its address at the foot of each page."""
    writer = RtfWriter(charset, language)
    return writer.document(article.title, article.byline, article.url, [writer.article(article, facts)])


class RtfWriter:
    """Writes documents in one character set, our own words in one language.

    It is one that `set_of` has returned; what it lacks is written by its number in Unicode, and spelled for programs of
    before 1997, which do not know these.
    """

    def __init__(self, charset: Charset, language: Language = ENGLISH) -> None:
        """Take the character set and the language."""
        self._charset = charset
        self._language = language
        self._images: Sequence[ArticleImage] = ()
        self._letters: dict[str, str] = {}

    def document(self, title: str, author: str, foot: str, parts: Iterable[str]) -> bytes:
        """Return the file of parts that this writer has made, with a line at the foot of each page."""
        words, number = _SETS[self._charset.name]
        head = (
            rf"{{\rtf1{words}\deff0{{\fonttbl{{\f0\froman\fcharset{number} Times New Roman;}}"
            rf"{{\f1\fmodern\fcharset{number} Courier New;}}}}",
            rf"{{\info{{\title {self._text(title)}}}{{\author {self._text(author)}}}}}",
            rf"{{\footer\pard\fs16 {self._text(foot)}\par}}",
        )
        return ("\n".join([*head, *parts]) + "}\n").encode("ascii")

    def title(self, title: str, line: str) -> str:
        """Return a title that stands over all parts, and a line under it."""
        return self._paragraph(rf"\b\fs{_SIZES[1]} {self._text(title)}", r"\keepn") + self._paragraph(self._text(line))

    def article(self, article: Article, facts: str, begins_page: bool = False) -> str:
        """Return an article with a line of facts under its title."""
        self._images = article.images
        parts = [self._paragraph(rf"\b\fs{_SIZES[1]} {self._text(article.title)}", r"\keepn")]
        parts += [self._paragraph(rf"\fs20 {self._text(facts)}")] if facts else []
        parts += [self._paragraph(rf"\i {self._text(article.deck)}")] if article.deck else []
        return ("\\page\n" if begins_page else "") + "".join([*parts, *self._blocks(article.blocks, 0)])

    def _blocks(self, blocks: Blocks, indent: int) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block, indent)

    def _block(self, block: Block, indent: int) -> Iterator[str]:
        """Yield a block, set in by `indent` twentieths of a point."""
        place = rf"\li{indent}"
        match block:
            case Paragraph(runs):
                yield self._paragraph(self._runs(runs), place)
            case Heading(level, runs):
                size = _SIZES.get(level, _USUAL_SIZE)
                yield self._paragraph(rf"\b\fs{size} {self._runs(runs)}", rf"\keepn\sb120{place}")
            case Preformatted(text):
                yield self._paragraph(rf"\f1\fs18 {self._text(text)}", place)
            case Rule():
                yield self._paragraph("", rf"\brdrb\brdrs\brdrw10{place}")
            case Figure(number):
                caption = self._images[number - 1].caption
                said = self._language.said(NUMBERED.of(number=number))
                words = f"[{said}: {caption}]" if caption else f"[{said}]"
                yield self._paragraph(rf"\i {self._text(words)}", place)
            case Embed(_, _, url) | Form(url):
                language = self._language
                words = language.said(FORM) if isinstance(block, Form) else embed_words(block, language)
                yield self._paragraph(self._text(f"[{words}, {host_of(url)}]"), place)
            case Quote(inner):
                yield from self._blocks(inner, indent + _STEP)
            case ItemList():
                yield from self._list(block, indent)
            case Table():
                yield from self._table(block, place)

    def _list(self, block: ItemList, indent: int) -> Iterator[str]:
        """Yield the items of a list, each behind its number or a dot."""
        inner = indent + _STEP
        for number, item in zip(numbers_of(block), block.items, strict=True):
            bullet = f"{label(number, block.style)}." if block.ordered else "*"
            hanging = rf"\fi-{_STEP}\li{inner}\tx{inner}"
            first = self._runs(item[0].runs) if item and isinstance(item[0], Paragraph) else ""
            yield self._paragraph(rf"{self._text(bullet)}\tab {first}", hanging)
            yield from self._blocks(item[1:] if first else item, inner)

    def _table(self, table: Table, place: str) -> Iterator[str]:
        """Yield a table in columns where it has room in them, else a line a row."""
        if table.caption:
            yield self._paragraph(self._runs(table.caption), place)
        said = spoken(table, self._charset.transliterate)
        widths = column_widths(said, _COLUMNS)
        if widths is None:
            for row in spelled_rows(table):
                yield self._paragraph(self._runs(row), place)
            return
        lines = ["".join(run.text for run in row).rstrip() for row in aligned_rows(said, widths)]
        yield self._paragraph(rf"\f1\fs18 {self._text(chr(10).join(lines))}", place)

    def _paragraph(self, content: str, words: str = "") -> str:
        return rf"{{\pard\sa120{words} {content}\par}}" + "\n"

    def _runs(self, runs: Runs) -> str:
        return "".join(self._run(self._language.said(run.text), run.marks) for run in runs)

    def _run(self, text: str, marks: str) -> str:
        words = "".join(_MARKS[mark] for mark in marks)
        return rf"{{{words} {self._text(text)}}}" if words else self._text(text)

    def _text(self, text: str) -> str:
        """Return text with all that is not a plain letter of ASCII written by numbers."""
        return _each(text, self._letters, self._letter)

    def _letter(self, letter: str) -> str:
        if letter in _SPECIAL:
            return _SPECIAL[letter]
        if letter.isascii():
            return letter if letter.isprintable() else ""
        if self._charset.can_encode(letter):
            return _bytes(self._charset.encode_text(letter))
        return self._by_number(letter)

    def _by_number(self, letter: str) -> str:
        r"""Return a letter as `\u` and its number with the sign of 16 bits, one beyond them as two surrogates.

        Behind it stands what an older program shows, of which `\uc` says how long it is.
        """
        spelled = self._charset.encode_text(self._charset.transliterate(letter))
        halves = letter.encode("utf-16-be", "surrogatepass")
        units = [int.from_bytes(halves[at : at + 2], signed=True) for at in range(0, len(halves), 2)]
        *before, last = units
        first = "".join(rf"\uc0\u{unit} " for unit in before)
        return rf"{{{first}\uc{len(spelled)}\u{last} {_bytes(spelled)}}}"


def _bytes(encoded: bytes) -> str:
    return "".join(rf"\'{byte:02x}" for byte in encoded)


def _each(text: str, known: dict[str, str], make: Callable[[str], str]) -> str:
    """Return what `make` returns for each letter of a text, kept in `known`."""
    for letter in set(text) - known.keys():
        known[letter] = make(letter)
    return "".join(map(known.__getitem__, text))
