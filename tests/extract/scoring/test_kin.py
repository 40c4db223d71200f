"""What is named alike is judged alike: paragraphs and headings of which most of a kind are text."""

from collections.abc import Callable, Sequence

from app.extract.parse import parse
from app.extract.scoring.kin import keep_headings_of_kin, keep_named_kin
from app.extract.scoring.text_blocks import TextBlock
from app.extract.scoring.textbox import TextBox
from app.extract.scoring.walk import page_text
from tests.extract.scoring.pages import SENTENCES, text, whole

Rule = Callable[[Sequence[TextBlock], Sequence[float], list[bool], TextBox], None]
LINE = "A line that is long enough to be taken for a sentence of a text, with a comma, number {}."


def kept(rule: Rule, body: str, unkept: Sequence[int], score: float = 0.1) -> list[int]:
    """Return the numbers of the blocks that a rule adds to those that are kept, which are all but `unkept`."""
    page = page_text(parse(f"<body><div id=text>{body}</div></body>"))
    own = [number not in unkept for number in range(len(page.blocks))]
    box = TextBox(page, own, {})
    before = list(own)
    rule(page.blocks, [score] * len(own), own, box)
    return [number for number, (was, now) in enumerate(zip(before, own, strict=True)) if was != now]


def paragraphs(how_many: int, names: str = ' class="body-text"') -> str:
    return "".join(f"<p{names}>{LINE.format(number)}</p>" for number in range(how_many))


def test_prose_that_is_named_as_most_of_the_text_is_kept() -> None:
    assert kept(keep_named_kin, paragraphs(5), [4]) == [4]
    assert kept(keep_named_kin, paragraphs(6), [1, 4]) == [1, 4]


def test_prose_stays_out_where_names_say_nothing() -> None:
    assert kept(keep_named_kin, paragraphs(5, ""), [4]) == []  # no name
    assert kept(keep_named_kin, paragraphs(5), [4], score=0.01) == []  # plainly no text
    assert kept(keep_named_kin, paragraphs(3), [2]) == []  # too few
    assert kept(keep_named_kin, paragraphs(3) + '<p class="teaser">' + LINE.format(9) + "</p>", [3]) == []


def entries(how_many: int, markup: str) -> str:
    return "".join(markup.format(number=number, line=LINE.format(number)) for number in range(how_many))


CAR = '<h2 class="name">Car {number}</h2><p>{line}</p>'
NUMBERED = '<h2 class="name">Car {number}</h2><div class="n">{number}</div><p>{line}</p>'


def test_headings_of_which_most_stand_over_text_are_kept() -> None:
    assert kept(keep_headings_of_kin, entries(4, CAR), [0, 2, 4, 6]) == [0, 2, 4, 6]
    assert kept(keep_headings_of_kin, entries(4, NUMBERED), [0, 1, 3, 4, 6, 7, 9, 10]) == [0, 3, 6, 9]


def test_headings_over_nothing_and_links_to_other_pages_stay_out() -> None:
    assert kept(keep_headings_of_kin, entries(4, CAR), [0, 1, 2, 3, 4, 6]) == []  # two stand over nothing
    linked = '<h2 class="name"><a href="/{number}">Car {number}</a></h2><p>{line}</p>'
    assert kept(keep_headings_of_kin, entries(4, linked), [0, 2, 4, 6]) == []


def test_every_entry_of_a_list_of_things_has_its_heading() -> None:
    names = ("Alba", "Borea", "Corvo", "Dione", "Elara", "Fidis")
    cars = "".join(
        f'<div class="slide"><div class="no">{number}</div><h2 class="css-35">{name} GT</h2><figure><img src="{name}.jpg" '
        f'width=600 height=400><figcaption>{name}</figcaption></figure><p class="css-11">Base price: ${number}9,000</p>'
        f'<p class="css-11">{SENTENCES[number]}</p><a class="btn" href="/t/{name}">Tested: the {name} is weird</a></div>'
        for number, name in enumerate(names, 1)
    )
    found = text(whole(f"<main><h1>Six cars for the money</h1><p>{SENTENCES[0]}</p>{cars}</main>"))
    assert [name for name in names if f"{name} GT" not in found] == []
