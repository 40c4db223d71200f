"""What a family of browsers can show, one row each.

The figures are those of the makers' notes, of WebOne's and RetroGate's tables, and of what genuine browsers were
seen to do. Whoever is not known gets `universal`, which all of them could render.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.render.charsets.charsets import Charset
from app.render.profiles.platforms import SPELLABLE, UNSPELLABLE, page_set, text_set

KIB = 1024
NARROW = 60  # columns
CR, LF, CRLF = "\r", "\n", "\r\n"


@dataclass(frozen=True, slots=True)
class Profile:
    """What one family of browsers is sent.

    `name` is what stands behind the tilde in an address; `markup` is 2.0, 3.2 or text (2.0 for a terminal);
    `charsets` names a row of `platforms` or one set for everything; `declares` says whether the set is named in the
    content type (CERN's line mode and Lynx 2.6 show raw source then); `budget` is the most bytes of a page;
    `image` is the format and `palette` the depth of a picture, `width` and `height` the pixels it has room in;
    `thumbnail` the format of the small ones in a text, where that is another; `inline` says whether those
    stand there, `animated` whether they may move, `dither` how their dots are mixed; `columns` is
    the width of plain text, `ends` its line ends; `breaks` and `forms` say whether there are line
    breaks and forms at all; `raises` whether HTML 3.2 has superscripts for all of the family, since Netscape 1.1 and
    Internet Explorer 2 ignore their tags; `spells` says that Latin letters will do for Japanese and Chinese too;
    `isindex` that its pages may ask by ISINDEX beside a form, since nobody knows which of the two its browser has;
    `brief` that its screen shows a dozen lines or two, so that headlines stand there alone, and
    `short` that other papers are named there without their headlines;
    `visual` that it writes from the left only, so that text from the right is to be sent as it is seen;
    `numbers_links` that it prints a number of its own in brackets behind each link, and `shows_errors` that it shows
    the page of an error rather than a sentence of its own;
    `language` is that of our own words, by its catalogue, where it is not that of the edition.
    """

    name: str
    title: str
    markup: str = "2.0"
    charsets: str = "anywhere"
    budget: int = 24 * KIB
    image: str = "GIF"
    palette: str = "colour256"
    width: int = 480
    height: int = 640
    thumbnail: str = ""
    inline: bool = False
    declares: bool = False
    animated: bool = False
    dither: str = "floyd"
    columns: int = 72
    ends: str = LF
    breaks: bool = True
    forms: bool = True
    spells: bool = False
    raises: bool = False
    visual: bool = True
    isindex: bool = False
    brief: bool = False
    short: bool = False
    numbers_links: bool = False
    shows_errors: bool = True
    language: str = ""

    @property
    def is_narrow(self) -> bool:
        """Whether a line has about half as many letters as on other machines, so that what is not news is short."""
        return self.columns < NARROW

    def charset(self, family: str) -> Charset:
        """Return the set in which pages of a family of languages travel.

        A browser that is not told the set takes a page for Western, so it gets no other.
        """
        return page_set(self.charsets, family if self.declares or family == "western" else "")

    def text_charset(self, family: str) -> Charset:
        """Return the set of plain texts of a family."""
        return text_set(self.charsets, family)

    def can_show(self, family: str) -> bool:
        """Say whether a browser of this profile can show a page of this family readably."""
        return self.spells or family not in UNSPELLABLE or self.has_letters(family)

    def has_letters(self, family: str) -> bool:
        """Say whether a page of this family travels in its own letters."""
        sample = UNSPELLABLE.get(family) or SPELLABLE.get(family, "")
        return self.charset(family).can_write(sample)

    def html_type(self, charset: Charset) -> str:
        """Return the content type of a page."""
        return f"text/html; charset={charset.label}" if self.declares and charset.label else "text/html"

    def text_type(self, charset: Charset) -> str:
        """Return the content type of a plain text."""
        return f"text/plain; charset={charset.label}" if self.declares and charset.label else "text/plain"


_ROWS = (
    Profile(
        name="amiga",
        title="Amiga: IBrowse, AWeb, Voyager",
        markup="3.2",
        charsets="latin",
        budget=48 * KIB,
        width=640,
        height=512,
        inline=True,
        animated=True,
    ),
    Profile(
        name="c64",
        title="Commodore 64 and other 8-bit computers: Contiki, HyperLink",
        charsets="ascii",
        budget=8 * KIB,
        palette="mono",
        width=320,
        height=200,
        columns=38,
        brief=True,
    ),
    Profile(
        name="console",
        title="Dreamcast, PlayStation Portable and other consoles",
        markup="3.2",
        charsets="windows",
        budget=48 * KIB,
        image="JPEG",
        palette="true",
        width=600,
        height=420,
        inline=True,
        declares=True,
        raises=True,
    ),
    Profile(
        name="dos",
        title="DOS: MicroWeb, on anything from an 8088",
        charsets="dos",
        budget=8 * KIB,
        palette="colour16",
        width=600,
        height=350,
        ends=CRLF,
        brief=True,
        dither="ordered",
    ),
    Profile(
        name="ie",
        title="Windows: Internet Explorer 2 to 6",
        markup="3.2",
        charsets="windows",
        budget=48 * KIB,
        image="JPEG",
        palette="true",
        width=600,
        height=440,
        inline=True,
        declares=True,
        animated=True,
        ends=CRLF,
        visual=False,
    ),
    Profile(
        name="linemode",
        title="CERN's line mode browser of 1993, and what is as old: no line breaks, no forms",
        markup="text",
        charsets="ascii",
        breaks=False,
        forms=False,
        numbers_links=True,
        shows_errors=False,
    ),
    Profile(
        name="lynx",
        title="Terminals: Lynx and other text browsers",
        markup="text",
        budget=48 * KIB,
        width=640,
        height=480,
        visual=False,
    ),
    Profile(
        name="maccolour",
        title="Macintosh II, LC, Performa, Quadra: Netscape or iCab in 256 colours",
        markup="3.2",
        charsets="mac",
        width=512,
        height=384,
        thumbnail="JPEG",
        inline=True,
        declares=True,
        ends=CR,
    ),
    Profile(
        name="macplus",
        title="Macintosh Plus, SE, SE/30, Classic: black and white",
        charsets="mac",
        budget=8 * KIB,
        palette="mono",
        width=496,
        height=342,
        dither="atkinson",
        ends=CR,
        brief=True,
    ),
    Profile(
        name="macweb",
        title="MacWeb 1 and 2, on any Macintosh",
        charsets="mac",
        width=512,
        height=342,
        ends=CR,
        short=True,
    ),
    Profile(
        name="modern",
        title="Browsers of today, and all that know UTF-8",
        markup="3.2",
        charsets="utf8",
        budget=96 * KIB,
        image="JPEG",
        palette="true",
        width=800,
        height=800,
        inline=True,
        declares=True,
        animated=True,
        raises=True,
        visual=False,
    ),
    Profile(
        name="mosaic",
        title="NCSA Mosaic and its kin, on X, Windows and the Macintosh",
        budget=48 * KIB,
        width=600,
        height=440,
        short=True,
        columns=64,
    ),
    Profile(
        name="netscape",
        title="Netscape 1.1 to 4",
        markup="3.2",
        charsets="windows",
        budget=48 * KIB,
        image="JPEG",
        palette="true",
        width=600,
        height=440,
        inline=True,
        declares=True,
        animated=True,
    ),
    Profile(
        name="newton",
        title="Newton: NetHopper, Newt's Cape",
        budget=8 * KIB,
        palette="grey4",
        width=320,
        height=440,
        columns=44,
        ends=CR,
        brief=True,
    ),
    Profile(
        name="palm",
        title="Palm: Blazer, Xiino, PalmScape and the like",
        budget=8 * KIB,
        palette="grey4",
        width=150,
        height=160,
        columns=30,
        brief=True,
    ),
    Profile(
        name="universal",
        title="Any browser at all; for whoever is not known",
        isindex=True,
    ),
    Profile(
        name="webtv",
        title="WebTV",
        markup="3.2",
        charsets="latin",
        budget=48 * KIB,
        image="JPEG",
        palette="true",
        width=544,
        height=372,
        inline=True,
        raises=True,
    ),
)
PROFILES: Mapping[str, Profile] = {row.name: row for row in _ROWS}
UNIVERSAL = PROFILES["universal"]
