"""What stands on the sites: articles that can be told from one another wherever they come out, feeds of them, pictures.

Each article has words of its own, made of its number alone: one in its title and its first paragraph, another in its
last. They stand in no address, so that nothing but the article itself can bring them. A picture says its number in
black and white bands, which every palette and every size keeps.
"""

import hashlib
import random
import re
from io import BytesIO

from PIL import Image

from tests.modern_site import Story, modern_page

SITES, ARTICLES_EACH = 200, 10
ARTICLES = SITES * ARTICLES_EACH
# Bits of a number that a picture shows, and the pixels of a band.
BITS, BAND, HEIGHT = 12, 50, 300
MARK = re.compile(r"zq[0-9a-f]{12}[ab]")

_WORDS = (
    "harbour council bridge winter market engine garden letter river museum ferry tower orchard signal station teacher "
    "captain village theatre lantern kitchen valley printer railway doctor festival library meadow builder weather"
).split()
_DOINGS = (
    "opens repairs loses finds paints moves sells measures visits keeps counts builds closes praises needs borrows "
    "plants remembers copies follows"
).split()


def mark_of(number: int, end: bool = False) -> str:
    """Return the word that only the article `number` has, in its beginning or at its end."""
    digest = hashlib.blake2b(b"an article %d" % number, digest_size=6).hexdigest()
    return f"zq{digest}{'b' if end else 'a'}"


def title_of(number: int) -> str:
    """Return the title of an article; no two are alike enough to be one story."""
    words = random.Random(number)
    return f"{_phrase(words).capitalize()} as {_phrase(words)}, {mark_of(number)}"


def article(number: int) -> bytes:
    """Return the page of an article, as a site of today sends it."""
    words = random.Random(number)
    paragraphs = [_paragraph(words) for _ in range(words.randint(5, 20))]
    paragraphs[0] = f"{paragraphs[0]} The number of this report is {mark_of(number)}."
    paragraphs[-1] = f"{paragraphs[-1]} With that the report {mark_of(number, end=True)} ends."
    story = Story(title_of(number), _paragraph(words), tuple(paragraphs), ((f"{number}.png", "The harbour by day"),))
    return modern_page(story).encode()


def feed(numbers: range) -> bytes:
    """Return a feed (RSS 2.0) of articles by the paths that they have on their site."""
    items = "".join(
        f"<item><title>{title_of(each)}</title><link>/{each}</link>"
        f"<description>{_paragraph(random.Random(each))}</description></item>"
        for each in numbers
    )
    return f'<rss version="2.0"><channel><title>A paper</title>{items}</channel></rss>'.encode()


def picture(number: int) -> bytes:
    """Return the picture of an article: a band that is white, one that is black, then the bits of the number."""
    image = Image.new("L", ((BITS + 2) * BAND, HEIGHT), 0)
    for place in (0, *(2 + bit for bit in range(BITS) if number >> bit & 1)):
        image.paste(255, (place * BAND, 0, (place + 1) * BAND, HEIGHT))
    file = BytesIO()
    image.convert("RGB").save(file, "PNG")
    return file.getvalue()


def number_in(body: bytes) -> int | None:
    """Return the number that a picture shows, in any format that Pillow reads; None where it shows none."""
    with Image.open(BytesIO(body)) as image:
        row = image.convert("L").resize((BITS + 2, 1), Image.Resampling.BOX)
    bands = [row.getpixel((place, 0)) for place in range(BITS + 2)]
    lit = [isinstance(each, int) and each > 127 for each in bands]
    return sum(1 << bit for bit in range(BITS) if lit[2 + bit]) if lit[0] and not lit[1] else None


def _phrase(words: random.Random) -> str:
    return f"{words.choice(_WORDS)} {words.choice(_DOINGS)} {words.choice(_WORDS)}"


def _paragraph(words: random.Random) -> str:
    sentences = f"The {_phrase(words)} while the {_phrase(words)}, and nobody in the {words.choice(_WORDS)} minds."
    return " ".join([sentences, *(f"A {_phrase(words)} before the {_phrase(words)}." for _ in range(4))])
