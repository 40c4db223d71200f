"""What is beyond the caps loses its markup and keeps its words."""

from app.extract.caps import MOST_CELLS, MOST_ELEMENTS, MOST_LINKS, MOST_LIST_LEVELS
from app.extract.parse import parse
from app.models import Table, text_of
from tests.extract.reading import extract_article

URL = "http://x.example/"
WORDS = "<p>The harbour master said on Tuesday that the ferry would sail at noon.</p>"


def page(body: str) -> str:
    return f"<html><head><title>Caps</title></head><body><article><h1>Caps</h1>{body}</article></body></html>"


def table(rows: int, columns: int) -> str:
    row = "".join(f"<td>{number}</td>" for number in range(columns))
    return f"<table>{f'<tr>{row}</tr>' * rows}</table>"


def test_the_text_of_a_table_with_too_many_cells_is_lines() -> None:
    article = extract_article(page(WORDS * 5 + table(100, MOST_CELLS // 100 + 1) + WORDS * 5), URL)
    assert not any(isinstance(block, Table) for block in article.blocks)
    lines = [text_of(block) for block in article.blocks if text_of(block).startswith("0 1 2 ")]
    assert lines == [" ".join(map(str, range(MOST_CELLS // 100 + 1)))] * 100


def test_prose_beside_a_table_with_too_many_cells_is_kept() -> None:
    markup = page(WORDS * 5 + f"<table>{('<tr>' + '<td>1' * 600) * 600}</table>" + WORDS * 5)
    assert [" ".join(each.text_content().split()) for each in parse(markup).iter("p")][5:-5] == ["1 " * 599 + "1"] * 600
    assert "harbour master" in text_of(extract_article(markup, URL).blocks[0])


def test_a_table_within_the_cap_stays_one_beside_a_larger_one() -> None:
    root = parse(page(table(10, 4) + table(100, MOST_CELLS // 100) + table(3, 3)))
    assert [len(each.xpath(".//td")) for each in root.iter("table")] == [40, 9]


def test_tables_within_tables_are_counted_once() -> None:
    inner = table(20, 20)
    root = parse(page(f"<table><tr><td>{inner}</td></tr></table>" * 10))
    assert len(root.xpath("//td")) == 4010


def test_links_beyond_the_cap_are_words() -> None:
    links = "".join(f'<a href="/{number}">Link {number}</a> ' for number in range(MOST_LINKS + 10))
    root = parse(page(f"<p>{links}</p>"))
    assert len(root.xpath("//a[@href]")) == MOST_LINKS
    assert f"Link {MOST_LINKS - 1} Link {MOST_LINKS} Link {MOST_LINKS + 1}" in root.text_content()


def test_lists_too_deep_in_others_are_boxes_of_text() -> None:
    lists = "".join(f"<ul><li>level {number} of many" for number in range(60)) + "</ul>" * 60 + "<ol><li>behind</ol>"
    root = parse(page(lists))
    assert len(root.xpath("//ul")) == MOST_LIST_LEVELS
    assert not root.xpath("//li" + "//li" * MOST_LIST_LEVELS)
    assert len(root.xpath("//ol/li")) == 1
    assert [text.strip() for text in root.xpath("//li/text() | //div/text()")][:60] == [
        f"level {number} of many" for number in range(60)
    ]


def test_lists_within_the_cap_stay_lists() -> None:
    lists = "<ul><li>a" * MOST_LIST_LEVELS + "</ul>" * MOST_LIST_LEVELS + "<div>" * 3 * MOST_LIST_LEVELS
    assert len(parse(page(lists)).xpath("//ul")) == MOST_LIST_LEVELS


def test_inline_elements_beyond_the_cap_are_words_and_blocks_stay() -> None:
    root = parse(page("<p>one <b>two</b></p>" * (MOST_ELEMENTS * 2 // 3)))
    assert len(root.xpath("//p")) == MOST_ELEMENTS * 2 // 3
    assert abs(len(root.xpath("//b")) - MOST_ELEMENTS / 2) < 10
    assert root.text_content().count("one two") == MOST_ELEMENTS * 2 // 3


def test_blocks_beyond_twice_the_cap_are_words_that_stay_apart() -> None:
    root = parse(page("<div>one</div>" * (3 * MOST_ELEMENTS)))
    assert root.xpath("count(//*)") <= 2 * MOST_ELEMENTS + 1
    assert sum(text.split().count("one") for text in root.xpath("//article//text()")) == 3 * MOST_ELEMENTS


def test_text_that_was_put_together_is_one_text() -> None:
    root = parse(page("<p>" + "<i>word</i> " * (2 * MOST_ELEMENTS) + "</p>"))
    assert len(root.xpath("//p/text()")) <= MOST_ELEMENTS + 2
