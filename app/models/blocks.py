"""The blocks of a text, which articles and all that is read like one are made of."""

import copyreg
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look. A newline in `text` is a line break.

    `marks` holds, in alphabetical order, letters of `b` (strong), `c` (code), `i` (emphasis), `s` (subscript), `u`
    (superscript); the text says the same without them: `⁶`, `[4]`, `_i` (`text.superscripts`);
    `href` is an absolute http(s) or mailto address, `#` and the name of another run of the article, or empty;
    `name` is a number by which such a link leads to this run, or empty.
    """

    text: str
    marks: str = ""
    href: str = ""
    name: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Heading:
    """A subhead; `level` is 2 to 6, since the title is the only one of level 1."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Text whose spaces and line ends count."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line between two parts."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The place of a picture in the text: its number in `Article.images`, counted from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Embed:
    """Something at its place that is neither text nor picture.

    `kind` says in one word what it is (`video`, `sound`, `post`, `map` ...; see `extract.media.embed_providers`);
    `title` is what it is called, or empty; `url` is the absolute address where it can be seen.
    """

    kind: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class FormOption:
    """One of several values to choose from: `value` is what is sent, `words` what is shown."""

    value: str
    words: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form: `kind` is `checkbox`, `hidden`, `radio`, `select`, `submit`, `text` or `textarea`; or
    it is no field, but the `words` over several.

    `value` is what is sent, or what stands in it at first; `label` says what it is for, of a `submit` what it says.
    """

    kind: str
    name: str
    value: str = ""
    label: str = ""
    options: tuple[FormOption, ...] = ()
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form of another site: `url` is where it leads, `method` is `get` or `post`.

    Without `fields` it has more than a page has room for, and is to be filled in at the original.
    """

    url: str
    fields: tuple[FormField, ...] = ()
    method: str = "get"


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; each item is a sequence of blocks, no headings.

    `numbers` are those of the items of an ordered one, none where they are counted from 1 on; `style` is `a`, `A`,
    `i` or `I` where it counts in letters or Roman numbers, else empty.
    """

    ordered: bool
    items: tuple["Blocks", ...]
    numbers: tuple[int, ...] = ()
    style: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data: `rows` of cells; `header` says whether the first row names the columns."""

    rows: tuple[tuple[Runs, ...], ...]
    header: bool = False
    caption: Runs = ()


# An article passes from the process that read it as some hundred of these: taken apart and put together like this, that
# takes half the time that `dataclasses` do.
copyreg.pickle(Run, lambda run: (Run, (run.text, run.marks, run.href, run.name)))
copyreg.pickle(Paragraph, lambda block: (Paragraph, (block.runs,)))
copyreg.pickle(Heading, lambda block: (Heading, (block.level, block.runs)))
copyreg.pickle(ItemList, lambda block: (ItemList, (block.ordered, block.items, block.numbers, block.style)))

Block = Paragraph | Heading | Preformatted | Rule | Figure | Embed | Form | Quote | ItemList | Table
Blocks = tuple[Block, ...]


def numbers_of(block: ItemList) -> Sequence[int]:
    """Return the number of each item of a list."""
    return block.numbers or range(1, len(block.items) + 1)


def numbered(items: tuple[Blocks, ...], numbers: Sequence[int]) -> ItemList:
    """Return the ordered list of `items` that have these numbers."""
    counted = all(number == place for place, number in enumerate(numbers, 1))
    return ItemList(True, items, () if counted else tuple(numbers))


def text_of(block: Block) -> str:
    """Return the bare text of a block, its parts separated by spaces; figures, embeds and forms have none."""
    match block:
        case Paragraph(runs) | Heading(_, runs):
            return "".join(run.text for run in runs)
        case Preformatted(text):
            return text
        case Quote(blocks):
            return " ".join(map(text_of, blocks))
        case ItemList(_, items):
            return " ".join(text_of(each) for item in items for each in item)
        case Table(rows):
            return " ".join(run.text for row in rows for cell in row for run in cell)
    return ""


def runs_of(blocks: Blocks) -> Iterator[Run]:
    """Yield the text of `blocks` in reading order; what an embed or a form leads to comes as a run without text."""
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield from runs
            case Preformatted(text):
                yield Run(text)
            case Embed(_, _, url) | Form(url):
                yield Run("", href=url)
            case Quote(inner):
                yield from runs_of(inner)
            case ItemList(_, items):
                for item in items:
                    yield from runs_of(item)
            case Table(rows, _, caption):
                yield from caption
                yield from (run for row in rows for cell in row for run in cell)
