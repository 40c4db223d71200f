"""How things look at each level of markup: the few marks in which HTML 3.2 says more than HTML 2.0 can.

2.0 has no CENTER, FONT, SMALL, BGCOLOR; browsers that know them need not be deprived of what the site looks like in
Netscape, and those that do not get a page that is valid without.
"""

from dataclasses import dataclass

from markupsafe import Markup

from app.images.logo import HEIGHT as LOGO_HEIGHT
from app.images.logo import WIDTH as LOGO_WIDTH
from app.render.language import ENGLISH, Language
from app.render.profiles.direction import Direction
from app.render.profiles.profile import Profile

_DOCTYPES = {
    "2.0": Markup('<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">'),
    "3.2": Markup('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">'),
    "4.0": Markup('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">'),
}
_PAPER = Markup(' bgcolor="#ffffff" text="#000000" link="#0000cc" vlink="#551a8b"')
_SIGN = Markup('<img src="{}" width="{}" height="{}" alt="*"> ')
_BRAND, _QUIET = Markup("#8b0000"), Markup("#555555")


@dataclass(frozen=True, slots=True)
class Style:
    """The marks of one profile; where headings are not `large`, that of a page is no larger than those in a text, for a
    screen of which it would take a third."""

    rich: bool
    breaks: bool
    direction: Direction = Direction.FROM_LEFT
    language: Language = ENGLISH
    large: bool = True

    @classmethod
    def of(cls, profile: Profile, direction: Direction = Direction.FROM_LEFT, language: Language = ENGLISH) -> "Style":
        """Return the style of pages for `profile` whose text is sent in `direction`, with words in `language`."""
        return cls(profile.markup == "3.2", profile.breaks, direction, language, not profile.brief)

    def doctype(self, pictured: bool) -> Markup:
        """The document type (RFC 1866; HTML 3.2 Reference Specification).

        A page with pictures in it is of 3.2 for everybody: 2.0 has no width and height, without which a browser
        lays the page out anew for each, and MicroWeb not before it has them all. DIR came with 4.0.
        """
        if self.direction is Direction.AS_READ_WITH_DIR:
            return _DOCTYPES["4.0"]
        return _DOCTYPES["3.2" if self.rich or pictured else "2.0"]

    @property
    def paper(self) -> Markup:
        """The attributes of the body: black on white, since early browsers have grey."""
        return _PAPER if self.rich else Markup("")

    @property
    def br(self) -> Markup:
        """The end of a line within a paragraph; browsers of 1993 know only the end of the paragraph."""
        return Markup("<br>") if self.breaks else Markup("</p><p>")

    def title(self, words: object) -> Markup:
        """The heading over a page."""
        dir_ = Markup(' dir="rtl"') if self.direction is Direction.AS_READ_WITH_DIR else ""
        tag = "h1" if self.large else "h2"
        heading = Markup("<{}{}>{}</{}>").format(tag, dir_, self.language.written(words), tag)
        return Markup("<center>{}</center>").format(heading) if self.rich else heading

    def brand(self, site: str, motto: str, sign: str = "") -> Markup:
        """The head of a front page, one line; the motto stands there where small letters can be had.

        `sign` is the address of the site's own small picture, or empty.
        """
        if not self.rich:
            return Markup("<h1>{}</h1>").format(self.language.written(site))
        picture = _SIGN.format(sign, LOGO_WIDTH, LOGO_HEIGHT) if sign else Markup("")
        return Markup(
            '<center><h1>{}<font color="{}">{}</font> <font size="2" color="{}"><em>{}</em></font></h1></center>'
        ).format(picture, _BRAND, self.language.written(site), _QUIET, self.language.written(motto))

    def quiet(self, words: object) -> Markup:
        """A line of less weight: who wrote it, when, how long it is."""
        if not self.rich:
            return self.language.written(words)
        return Markup('<font size="2" color="{}">{}</font>').format(_QUIET, self.language.written(words))

    @property
    def text_begins(self) -> Markup:
        """What stands before a text from the right; HTML 2.0 has nothing for it."""
        if self.direction is Direction.AS_READ_WITH_DIR:
            return Markup('<div dir="rtl">\n')
        return Markup('<div align="right">\n') if self._at_right else Markup("")

    @property
    def text_ends(self) -> Markup:
        """What stands behind a text from the right."""
        return Markup("</div>\n") if self.text_begins else Markup("")

    @property
    def _at_right(self) -> bool:
        return self.rich and self.direction is not Direction.FROM_LEFT

    @property
    def small_begins(self) -> Markup:
        """What a small line begins with."""
        return Markup('<font size="2">') if self.rich else Markup("")

    @property
    def small_ends(self) -> Markup:
        """What a small line ends with."""
        return Markup("</font>") if self.rich else Markup("")
