"""What a page is made for: the powers of one family of browsers."""

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
