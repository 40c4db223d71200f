"""The pages by which a person finds the profile that fits: the list, the test page, and its samples.

A sample is in English, in letters that every set has: whether its set is shown is the question.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.models import Page
from app.render.bidi.visual_markup import visual_text
from app.render.charsets.charsets import CHARSETS
from app.render.language import ENGLISH
from app.render.profiles.direction import Direction, direction_of
from app.render.profiles.profile import KIB, Profile
from app.render.profiles.profiles import PROFILES
from app.render.profiles.spec import with_piece
from app.render.template import Frame, Paginated, TemplateRenderer
from app.sentences import Sentence
from app.text.charset_family import family_of

# What each line of the sample of characters holds, in words that every browser shows; those that a set lacks stay out.
LETTERS = (
    ("e with an acute accent, a with a ring, u with two dots, a sharp s", "é å ü ß"),
    ("a half, a superscript two, a multiplication sign", "½ ² ×"),
    ("a Polish word: two l with a stroke, z with an acute accent", "Łódź żółć"),
    ("a Turkish word: s with a cedilla, i without a dot", "ışık şey"),
    ("a Greek word of four letters", "Θεός"),
    ("a Russian word of three letters", "мир"),
    ("two Japanese words, in kana and in characters", "ひらがな 日本"),
    ("two Chinese characters", "中文"),
    ("two Korean syllables", "한국"),
    ("a Lithuanian word: e with a dot, s with a hacek, u with a stroke above", "ėšū"),
    ("a Vietnamese word: o with a circumflex and a dot below", "Hội"),
    ("a Hebrew word of four letters", "שלום"),
    ("an Arabic word of four letters", "سلام"),
    ("a Thai word of three letters", "ไทย"),
    ("an Armenian word", "հայերեն"),
    ("a Georgian word", "ქართული"),
    ("a Hindi word", "हिन्दी"),
    ("quotation marks like 66 and 99, a long dash", "“x” — y"),
)
# A Hebrew line that says "first, second, third".
ORDER = "ראשון 1, שני 2, שלישי 3"
DEPTHS: Mapping[str, str] = {
    "colour16": Sentence("16 colours"),
    "colour256": Sentence("256 colours"),
    "grey4": Sentence("four greys"),
    "mono": Sentence("black and white"),
    "true": Sentence("many colours"),
}
MARKUPS: Mapping[str, str] = {"2.0": "HTML 2.0", "3.2": "HTML 3.2", "text": Sentence("HTML for a terminal")}


FACTS_INLINE = Sentence(
    "%(markup)s, %(charset)s, pages of %(budget)s KB, pictures as %(format)s in %(depth)s, "
    "up to %(width)s x %(height)s, in the text"
)
FACTS = Sentence(
    "%(markup)s, %(charset)s, pages of %(budget)s KB, pictures as %(format)s in %(depth)s, "
    "up to %(width)s x %(height)s, behind their numbers"
)


@dataclass(frozen=True, slots=True)
class Test:
    """A question to the browser: what its samples are (a word in their address), what to look for, and the pieces
    of a profile to try, each with its words."""

    sample: str
    title: str
    question: str
    pieces: tuple[tuple[str, str], ...]


TESTS = (
    Test(
        "characters",
        Sentence("Characters"),
        Sentence("Each leads to letters in another character set. Take the one that looks right on the most lines."),
        tuple((name, charset.title) for name, charset in CHARSETS.items()),
    ),
    Test(
        "order",
        Sentence("Text from the right"),
        Sentence("For Hebrew and Arabic, in a set that has their letters: take the order that reads from the right."),
        (
            ("logical", Sentence("in the order in which it is read")),
            ("visual", Sentence("in the order in which it is seen")),
        ),
    ),
    Test(
        "table",
        Sentence("Tables and colours"),
        Sentence("A table should have three columns side by side, and headings should stand in the middle."),
        (("html2", MARKUPS["2.0"]), ("html32", MARKUPS["3.2"]), ("text", MARKUPS["text"])),
    ),
    Test(
        "card",
        Sentence("Formats of pictures"),
        Sentence("The picture should be there, in place, with a round circle."),
        (("gif", "GIF"), ("jpeg", "JPEG"), ("png", "PNG")),
    ),
    Test(
        "card",
        Sentence("Sizes of pictures"),
        Sentence("The widest whose frame is seen on all four sides is the one to take."),
        tuple(
            (width, Sentence("%(width)s pixels", width=width))
            for width in ("160", "320", "480", "512", "544", "640", "800")
        ),
    ),
    Test(
        "card",
        Sentence("Depths of pictures"),
        Sentence("The one with the most shades that still looks clean is the one to take."),
        (
            ("1bit", DEPTHS["mono"]),
            ("4grey", DEPTHS["grey4"]),
            ("16c", DEPTHS["colour16"]),
            ("256c", DEPTHS["colour256"]),
            ("true", DEPTHS["true"]),
        ),
    ),
    Test(
        "card",
        Sentence("Ways to mix dots"),
        Sentence("Where there are few shades, others are mixed of dots; that is a matter of taste."),
        (
            ("atkinson", Sentence("Atkinson, as on old Macs")),
            ("floyd", Sentence("Floyd and Steinberg")),
            ("ordered", Sentence("in a pattern")),
        ),
    ),
)


class SetupPages:
    """Renders the pages of the setup."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer

    def profiles(self, frame: Frame, agent: str, number: int) -> Page:
        """Page `number` of the list of profiles; `agent` is how the browser calls itself, or empty."""
        lines = [
            self._renderer.line("_profile.html", frame, each=each, facts=facts_of(each)) for each in PROFILES.values()
        ]
        paginated = Paginated.of(lines, frame.links.setup_page)
        return self._renderer.paginated(
            "setup.html", frame, paginated, number, agent=agent, own=facts_of(frame.profile)
        )

    def tests(self, frame: Frame, number: int) -> Page:
        """Page `number` of the test page."""
        spec = frame.profile.name
        lines = [self._renderer.line("_test.html", frame, test=test, ways=_ways(spec, test)) for test in TESTS]
        paginated = Paginated.of(lines, frame.links.tests)
        return self._renderer.paginated("tests.html", frame, paginated, number, nobr=with_piece(spec, "nobr"))

    def sample(self, frame: Frame, sample: str) -> Page:
        """The page of a sample, of `characters` or a `table`, for the profile that it is asked for with."""
        letters = [(words, _as_sent(frame, text)) for words, text in LETTERS if frame.charset.can_write(text)]
        return self._renderer.page(
            f"{sample}.html", replace(frame, wanted=ENGLISH), letters=letters, own=facts_of(frame.profile)
        )

    def order(self, frame: Frame) -> Page:
        """The sample of a line from the right, on a page in Hebrew."""
        text = ORDER if frame.charset.can_encode(ORDER) else ""
        return self._renderer.page("order.html", replace(frame, wanted=ENGLISH), text=text, own=facts_of(frame.profile))

    def card(self, frame: Frame, suffix: str, width: int, height: int) -> Page:
        """The page of the test card, a picture with this suffix and size."""
        size = {"width": width, "height": height}
        return self._renderer.page(
            "card.html",
            replace(frame, wanted=ENGLISH),
            suffix=suffix,
            own=facts_of(frame.profile),
            pictured=True,
            **size,
        )


def _as_sent(frame: Frame, text: str) -> str:
    """Return a sample in the order in which its own language would be sent."""
    if direction_of(frame.profile, family_of("", text)) is not Direction.AS_SEEN:
        return text
    return visual_text(text, frame.charset.can_encode)


def _ways(spec: str, test: Test) -> list[tuple[str, str]]:
    """Return the profiles to try, each with its words."""
    return [(with_piece(spec, piece), words) for piece, words in test.pieces]


def facts_of(profile: Profile) -> Sentence:
    """Return in words what a profile is sent."""
    return (FACTS_INLINE if profile.inline else FACTS).of(
        markup=MARKUPS[profile.markup],
        charset=profile.charset("western").title,
        budget=profile.budget // KIB,
        format=profile.image,
        depth=DEPTHS[profile.palette],
        width=profile.width,
        height=profile.height,
    )
