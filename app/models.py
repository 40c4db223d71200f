"""The values that pass from stage to stage, all frozen. No business logic, no I/O.

FetchedPage --extract--> Article --render--> Page
FetchedPage --feeds----> Listing --render--> Page
FetchedPage --images---> ConvertedImage
"""

import copyreg
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from app.errors import Failure


class Kind(Enum):
    """What is done with an answer."""

    HTML = auto()
    TEXT = auto()
    IMAGE = auto()
    FEED = auto()
    FILE = auto()


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """One answer of an origin, content codings undone.

    `url` is where the answer came from after all redirects; `content_type` is the bare media type in
    lower case, empty when the origin named none; `kind` is what was found in the body, once for all who work on it;
    `charset` is the label the header gave, unchecked;
    `name` is the file name the origin proposes or the last part of its path.

    `cut` is empty, or the sentence that says that the end is missing; where that is because the origin failed before
    it had sent the end, `broken` says how, and another try may bring the rest.

    `granted` are the IP addresses on the way to it that lie in networks which the operator has allowed by name.
    """

    url: str
    content_type: str
    body: bytes
    kind: Kind
    charset: str = ""
    name: str = ""
    etag: str = ""
    last_modified: str = ""
    cut: str = ""
    broken: Failure | None = None
    granted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotModified:
    """The origin says 304: what we have is still what it has; `granted` as in `FetchedPage`."""

    granted: tuple[str, ...] = ()


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
    """A field of a form: `kind` is `checkbox`, `hidden`, `radio`, `select`, `submit`, `text` or `textarea`.

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


@dataclass(frozen=True, slots=True)
class ArticleImage:
    """A picture of an article: its absolute address, the words under it, and what ALT says it shows."""

    url: str
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class SourceImage:
    """A picture as the origin sent it."""

    url: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Article:
    """A page as we read it, the same for every browser.

    `date` and `updated` are `YYYY-MM-DD` or empty: when it was published, and last changed if that was another
    day; where only the last change is known, they are the same. `links` are all links of the page, each its address,
    a space and its words, since so they cost a kept copy least. `embedded` are the pictures whose files stand in the
    page itself; their addresses are places on it (`#picture-...`). `language` is a BCP 47 tag in lower case or empty;
    `words` the number of words in the text; `cut` a sentence where its end is missing, or empty;
    `confidence`, from 0 to 1, how much of the text is expected to be right; `versions` are other canonical addresses of
    it that its page names, `next_page` that of its next page, and
    `single_page` that of all of it on one page where a rule of its site finds one, or empty.
    """

    url: str
    title: str
    blocks: Blocks
    images: tuple[ArticleImage, ...] = ()
    byline: str = ""
    date: str = ""
    language: str = ""
    site: str = ""
    deck: str = ""
    words: int = 0
    cut: str = ""
    updated: str = ""
    confidence: float = 1.0
    versions: tuple[str, ...] = ()
    next_page: str = ""
    single_page: str = ""
    links: tuple[str, ...] = ()
    embedded: tuple[SourceImage, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslatedArticle:
    """An article as an engine has translated it out of the language `source`, a tag or nothing where nobody knows."""

    article: Article
    source: str = ""

    @property
    def url(self) -> str:
        """The absolute address of the original."""
        return self.article.url


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that an entry of a feed brings with it, such as the episode of a podcast (RSS 2.0, `enclosure`).

    `media_type` is bare and in lower case, `size` in bytes, `seconds` how long it plays; each empty or 0 where the
    feed does not say.
    """

    url: str
    media_type: str = ""
    size: int = 0
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a listing; `url` is empty where it leads nowhere and is read where it stands.

    `date` is `YYYY-MM-DD` or empty, `published` the same moment in seconds since the epoch or 0; `section` is
    the heading that the page puts over the entry, or empty; `comments` is where readers talk about it, if not there.
    """

    title: str
    url: str
    summary: str = ""
    date: str = ""
    published: float = 0
    section: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    comments: str = ""


@dataclass(frozen=True, slots=True)
class EntryText:
    """The text of an entry as its feed has it: markup, of a day `YYYY-MM-DD` or none that is known."""

    url: str
    title: str
    date: str
    markup: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A feed, or anything else that is a list of things to read; `feeds` are those that a page names as its own.

    `cut` is a sentence where its end is missing, or empty; `links` are those of the page, as in `Article`. `texts` are
    of entries, until they are kept elsewhere; `versions` other addresses of a page of which only its links were read.
    """

    url: str
    title: str
    entries: tuple[Entry, ...]
    summary: str = ""
    feeds: tuple[Entry, ...] = ()
    cut: str = ""
    texts: tuple[EntryText, ...] = ()
    versions: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResults:
    """What a search engine answered at `url`: `suggestion` are words that it would rather search for, or empty;
    `following` is where it has the next results, or empty."""

    url: str
    results: tuple[Entry, ...]
    suggestion: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text, under a heading of its own."""

    title: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """An entry of an encyclopedia or a dictionary.

    `url` is the address of its own page, `site` the name of the work, `summary` what stands before the first section,
    `facts` the lines of the box beside it; `languages` are the same entry in others. `redirected` is the title that led
    here, or empty; with `is_choice` it is a list of what a title may mean.
    """

    url: str
    title: str
    site: str
    language: str
    summary: Blocks
    facts: Blocks = ()
    sections: tuple[Section, ...] = ()
    images: tuple[ArticleImage, ...] = ()
    languages: tuple[Entry, ...] = ()
    redirected: str = ""
    is_choice: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place on earth: its `number` at GeoNames, its name, where that is, from small to large, and degrees north and
    east."""

    number: int
    name: str
    around: tuple[str, ...]
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one name, the best known first, as `url` answered."""

    url: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class DayWeather:
    """What the weather of a day (`YYYY-MM-DD`) will be: its WMO code (code table 4677 as Open-Meteo has it), degrees
    Celsius, millimetres of rain and melted snow, and km/h of wind; the last two are less than 0 where nobody says."""

    day: str
    code: int
    low: float
    high: float
    rain: float = -1.0
    wind: float = -1.0


@dataclass(frozen=True, slots=True)
class Forecast:
    """The weather of a place: `days` from today on, `hours` degrees Celsius of each hour of these, if they are known.

    `time` is the clock there (`14:15`) when the weather was as `code`, `temperature` and `wind` say, units as in
    `DayWeather`; empty where that is not known.
    """

    url: str
    days: tuple[DayWeather, ...]
    hours: tuple[float, ...] = ()
    time: str = ""
    code: int = 0
    temperature: float = 0.0
    wind: float = -1.0


@dataclass(frozen=True, slots=True)
class Rate:
    """How much of a currency (ISO 4217) one euro is."""

    currency: str
    value: float


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of a day, `YYYY-MM-DD`, as `url` answered."""

    url: str
    day: str
    rates: tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is none of the other kinds, passed on as it is."""

    url: str
    content_type: str
    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Headline:
    """One story of one publisher, as a feed has it.

    `published` is seconds since the epoch, 0 where the feed does not say; `place` is its place in the feed,
    counted from 0; `source` is the address of the feed; `language` a tag in lower case or empty; `related`
    are other publishers' headlines on the same event, where the source itself says so (Google's clusters);
    `comments` is where readers talk about it, or empty.
    """

    title: str
    url: str
    publisher: str
    source: str
    place: int
    published: float = 0
    summary: str = ""
    language: str = ""
    related: tuple["Headline", ...] = ()
    comments: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One event: the headline that leads, and other publishers' headlines on it, the best first."""

    lead: Headline
    others: tuple[Headline, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of headlines as the newspaper uses it; `texts` are of theirs, until they are kept elsewhere."""

    url: str
    title: str
    headlines: tuple[Headline, ...]
    texts: tuple[EntryText, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Stories in the order in which they stand; `missing` names the sources that did not answer.

    `lender` is the name of the edition whose sources they come from where that is another one, or empty.
    """

    title: str
    stories: tuple[Story, ...]
    missing: tuple[str, ...] = ()
    lender: str = ""


Content = (
    Article
    | Download
    | Feed
    | Forecast
    | FrontPage
    | Listing
    | Places
    | Rates
    | ReferencePage
    | SearchResults
    | SourceImage
    | TranslatedArticle
)


@dataclass(frozen=True, slots=True)
class Screen:
    """What a picture is converted for.

    It must fit into `width` by `height` pixels, 0 being any height, and is never enlarged. `format` is a name
    in `images.FORMATS`; `palette` is `mono`, `grey4`, `colour16`, `colour256` or `true`, and what the format
    cannot hold becomes the nearest that it can; `dither` is `atkinson`, `floyd` or `ordered`. A small GIF may
    stay `animated`. With `exact` the picture stands in the middle of white of exactly that size; where it is also
    `filled`, it is as large as has no white beside it, and what stands out is cut off. `column` and
    `row`, counted from 1, ask for one tile of that size out of the picture at its full size, 0 for all of it.
    """

    width: int
    height: int
    format: str
    palette: str = "true"
    dither: str = "floyd"
    animated: bool = False
    exact: bool = False
    filled: bool = False
    column: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class ConvertedImage:
    """A converted picture: `format` is a name in `images.FORMATS`, the sizes are pixels.

    `fetched_at` is when its original was last asked, in seconds since the epoch, 0 where it has none.
    """

    format: str
    width: int
    height: int
    body: bytes
    fetched_at: float = 0


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes ready for the wire, with the exact `Content-Type` they go under."""

    body: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class ImageSize:
    """What is known of a picture as this browser would get it: `width` and `height` in pixels, `size` in bytes, 0
    where that is not known yet. `since` is when it became known, in seconds since the epoch."""

    width: int
    height: int
    size: int = 0
    since: float = 0

    @property
    def words(self) -> str:
        """The size as it stands beside the picture's number: `9K`, or nothing where it is not known yet."""
        return f"{max(1, round(self.size / 1024))}K" if self.size else ""
