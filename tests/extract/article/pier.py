"""Pages about a pier, whose article is hidden in this way or that."""

from app.models import Block, Heading, text_of
from tests.extract.reading import extract_article

URL = "http://gazette.example/2024/03/27/pier"
TITLE = "<h1>The pier is mended</h1>"
MENU = "<ul><li><a href=/a>Home</a></li><li><a href=/b>Sport of the day, and all its results</a></li></ul>"
FOOT = "<footer><p>The Gazette, Quay Street, is printed every day but Sunday, and costs a penny.</p></footer>"
PARAGRAPHS = [
    "The harbour board met on Tuesday to talk of the northern pier, which two winters had left in a poor state.",
    "Engineers had three plans, the cheapest of which would take eight months, and close the landing for most of them.",
    "Fishermen asked for a landing on the south side, where the water is deep at any tide, and offered to build it.",
    "A vote is to come in the second week of May, once the insurers, the lifeboat crew and the hotels were heard.",
    "Until then the pier is open on weekdays, for forty visitors at once, and a guard counts them at the gate.",
]
TEASER = "<p>Read how the lamps of the quay were saved by the people of the town, who sold cakes on Sundays for it.</p>"


def p(*numbers: int) -> str:
    return "".join(f"<p>{PARAGRAPHS[number]}</p>" for number in numbers)


WHOLE = p(*range(5))


def blocks(body: str) -> list[Block]:
    head = "<!doctype html><html lang=en><head><title>The pier is mended | The Gazette</title></head><body>"
    return list(extract_article(f"{head}{body}</body></html>", URL).blocks)


def texts(body: str) -> list[str]:
    return [text for block in blocks(body) if not isinstance(block, Heading) and (text := text_of(block))]
