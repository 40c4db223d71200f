import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.models import (
    Block,
    Blocks,
    Embed,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Table,
    numbers_of,
    text_of,
)
from app.render.pagination.split import fitted, packed

SENTENCES = ("The lamp was lit again.", "Three boats answered!", "Who had agreed on it?", "Then it rained.")


def size(block: Block) -> int:
    """Return the characters of a block, and two for what would be its tags."""
    return sum(map(len, words_of(block))) + 2


def words_of(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs) | Heading(_, runs):
            yield from (run.text for run in runs)
        case Preformatted(text):
            yield text
        case Quote(blocks):
            for inner in blocks:
                yield from words_of(inner)
        case ItemList(_, items):
            for item in items:
                for inner in item:
                    yield from words_of(inner)
        case Table(rows, _, caption):
            for cell in (caption, *(cell for row in rows for cell in row)):
                yield from (run.text for run in cell)


def said(*blocks: Block) -> str:
    """Return what blocks say, without spaces and line ends, which may go where they are cut."""
    return "".join("".join("".join(words_of(block)).split()) for block in blocks)


def paragraph(text: str, marks: str = "", href: str = "") -> Paragraph:
    return Paragraph((Run(text, marks, href),))


def parts(block: Block, room: int) -> list[Block]:
    return list(fitted(block, room, size))


def texts(blocks: list[Block]) -> list[str]:
    return ["".join(words_of(block)) for block in blocks]


@pytest.mark.parametrize(
    "block",
    [
        paragraph("a"),
        Heading(2, (Run("a"),)),
        Preformatted("a\nb"),
        Rule(),
        Figure(1),
        Embed("video", "a", "http://x.example/"),
        Quote((paragraph("a"),)),
        ItemList(True, ((paragraph("a"),),), (3,)),
        Table((((Run("a"),),),)),
    ],
)
def test_what_has_room_stays_as_it_is(block: Block) -> None:
    assert parts(block, 20) == [block]


def test_a_paragraph_is_cut_between_sentences() -> None:
    assert texts(parts(paragraph(" ".join(SENTENCES)), 50)) == [
        "The lamp was lit again. Three boats answered!",
        "Who had agreed on it? Then it rained.",
    ]


def test_a_sentence_without_room_is_cut_between_words_and_a_word_between_characters() -> None:
    found = texts(parts(paragraph("one two three"), 14))
    assert " ".join(found) == "one two three"
    assert len(found) == 2
    found = texts(parts(paragraph("a" * 40), 12))
    assert "".join(found) == "a" * 40
    assert max(map(len, found)) <= 10


def test_japanese_is_cut_behind_its_full_stops() -> None:
    found = texts(parts(paragraph("灯台が動いた。「寒い。」町は待った。雨が降った。"), 16))
    assert found == ["灯台が動いた。「寒い。」", "町は待った。雨が降った。"]


def test_the_parts_of_a_paragraph_keep_looks_and_links() -> None:
    block = Paragraph((Run("One two. ", "b"), Run("Three four. Five", "", "http://x.example/"), Run(" six.")))
    assert parts(block, 26) == [
        Paragraph((Run("One two. ", "b"), Run("Three four.", "", "http://x.example/"))),
        Paragraph((Run("Five", "", "http://x.example/"), Run(" six."))),
    ]


def test_a_long_heading_goes_on_as_bold_text() -> None:
    found = parts(Heading(2, (Run("One two. ", "i"), Run("Three four."))), 14)
    assert found == [Paragraph((Run("One two.", "bi"),)), Paragraph((Run("Three four.", "b"),))]


def test_preformatted_text_is_cut_between_lines_and_keeps_its_spaces() -> None:
    found = parts(Preformatted("  10 PRINT\n\n  20 GOTO 10\n" + "x" * 40), 24)
    assert texts(found)[:2] == ["  10 PRINT\n", "  20 GOTO 10"]
    assert "\n".join(texts(found)[:2]) + "\n" + "".join(texts(found)[2:]) == "  10 PRINT\n\n  20 GOTO 10\n" + "x" * 40


def test_a_quotation_goes_on_as_a_quotation() -> None:
    found = parts(Quote((paragraph("One two."), paragraph("Three four. Five six."))), 20)
    assert found == [
        Quote((paragraph("One two."),)),
        Quote((paragraph("Three four."),)),
        Quote((paragraph("Five six."),)),
    ]


def test_a_list_is_cut_between_its_items_and_goes_on_counting() -> None:
    items = tuple((paragraph(f"item {number}"), paragraph("and more")) for number in range(1, 8))
    for numbers in (tuple(range(5, 12)), (7, 6, 5, 4, 3, 2, 1), (1, 2, 3, 40, 41, 50, 60)):
        found = [each for each in parts(ItemList(True, items, numbers), 40) if isinstance(each, ItemList)]
        assert [len(each.items) for each in found] == [2, 2, 2, 1]
        assert tuple(number for each in found for number in numbers_of(each)) == numbers
        assert tuple(item for each in found for item in each.items) == items


def test_only_an_item_that_is_longer_than_a_page_is_opened() -> None:
    long = (paragraph(" ".join(SENTENCES)),)
    found = parts(ItemList(False, ((paragraph("a"),), long, (paragraph("b"),))), 50)
    assert [type(each) for each in found] == [ItemList, Paragraph, Paragraph, ItemList]
    assert found[-1] == ItemList(False, ((paragraph("b"),),))


def test_an_item_that_is_opened_keeps_its_number() -> None:
    long = (paragraph(" ".join(SENTENCES)),)
    found = parts(ItemList(True, ((paragraph("a"),), long, (Quote(long),)), (7, 6, 5)), 50)
    assert found[0] == ItemList(True, ((paragraph("a"),),), (7,))
    assert text_of(found[1]).startswith("6. " + SENTENCES[0][:9])
    assert Paragraph((Run("5. "),)) in found or Paragraph((Run("5."),)) in found


def test_each_part_of_a_table_has_the_names_of_the_columns_and_whole_rows() -> None:
    head = ((Run("Year"),), (Run("Metres"),))
    rows = tuple(((Run(str(year)),), (Run(f"{year - 2000} m"),)) for year in range(2000, 2020))
    found = parts(Table((head, *rows), header=True), 80)
    assert len(found) > 1
    assert all(isinstance(each, Table) and each.header and each.rows[0] == head for each in found)
    assert tuple(row for each in found if isinstance(each, Table) for row in each.rows[1:]) == rows
    assert max(map(size, found)) <= 80


def test_a_table_with_a_row_longer_than_a_page_becomes_a_list_and_keeps_its_caption() -> None:
    rows = (((Run("Year"),), (Run("What"),)), ((Run("1871"),), (Run(" ".join(SENTENCES)),)))
    found = parts(Table(rows, header=True, caption=(Run("Events"),)), 50)
    assert found[0] == Paragraph((Run("Events", "b"),))
    assert "".join(texts(found)).startswith("EventsYear: 1871; What: The lamp")
    assert "Then it rained." in texts(found)[-1]


def test_neighbours_are_packed_as_far_as_they_have_room() -> None:
    assert list(packed([3, 3, 3, 9, 1], 6, int)) == [(3, 3), (3,), (9,), (1,)]
    assert list(packed([], 6, int)) == []


LINE = some.text(some.sampled_from("ab 。.!é漢"), min_size=1, max_size=60).filter(lambda text: not text.isspace())
PARAGRAPH = some.builds(
    paragraph, LINE, some.sampled_from(["", "b", "ci"]), some.sampled_from(["", "http://x.example/"])
)
CELL = some.builds(lambda text: (Run(text),), LINE)
LEAF = some.one_of(
    PARAGRAPH,
    some.builds(lambda text: Heading(3, (Run(text),)), LINE),
    some.builds(lambda lines: Preformatted("\n".join(lines)), some.lists(LINE, min_size=1, max_size=5)),
    some.builds(
        lambda rows: Table(tuple(map(tuple, rows))),
        some.lists(some.lists(CELL, min_size=1, max_size=3), min_size=1, max_size=6),
    ),
)
BLOCK = some.recursive(
    LEAF,
    lambda inner: some.one_of(
        some.builds(lambda blocks: Quote(tuple(blocks)), some.lists(inner, min_size=1, max_size=3)),
        some.builds(
            lambda items: ItemList(True, tuple(map(tuple, items))),
            some.lists(some.lists(inner, min_size=1, max_size=2), min_size=1, max_size=4),
        ),
    ),
    max_leaves=8,
)


@given(block=BLOCK, room=some.integers(20, 120))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_nothing_is_lost_and_everything_has_room(block: Block, room: int) -> None:
    found: Blocks = tuple(fitted(block, room, size))
    # A table that became a list has signs of its own between its cells, an item that was opened its number.
    assert re.sub(r"[|;:]|[0-9]+\.", "", said(*found)) == said(block)
    assert all(size(each) <= room for each in found)
