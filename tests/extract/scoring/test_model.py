import json
from collections.abc import Iterator

import pytest

from app.extract.metadata import read_metadata
from app.extract.parse import parse
from app.extract.scoring import features, hints_of, second, tokens
from app.extract.scoring.model import WEIGHTS, trained_model
from app.extract.scoring.walk import page_text
from tests.extract.scoring.pages import SENTENCES, TITLE, URL, inside, prose, read, whole


def columns_in(tree: object) -> Iterator[int]:
    if isinstance(tree, list):
        yield tree[0]
        yield from columns_in(tree[2])
        yield from columns_in(tree[3])


def test_the_weights_are_small_and_know_no_column_that_is_not_there() -> None:
    assert WEIGHTS.stat().st_size < 450_000
    weights = json.loads(WEIGHTS.read_text())
    first = len(features.COLUMNS) + len(tokens.COLUMNS)
    for stage, columns in (("first", first), ("second", first + len(second.COLUMNS))):
        used = {column for tree in weights[stage]["trees"] for column in columns_in(tree)}
        assert len(used) > 30
        assert max(used) < columns


def test_the_tables_hold_no_sentence_of_any_page() -> None:
    tables = json.loads(WEIGHTS.read_text())["tables"]
    assert not [token for table in tables.values() for token in table if " " in token and "=" not in token]


def test_rows_are_as_long_as_their_columns_and_one_for_each_block() -> None:
    root = parse(inside("<ul><li>one</li></ul>"))
    hints, page = hints_of(read_metadata(root, URL)), page_text(root)
    assert {len(row) for row in features.rows_of(page, hints)} == {len(features.COLUMNS)}
    assert {len(row) for row in tokens.token_rows(page, trained_model().tables)} == {len(tokens.COLUMNS)}
    places = range(len(page.blocks))
    assert {len(row) for row in second.second_rows(page, [0.5] * len(places), places)} == {len(second.COLUMNS)}


def test_a_page_is_judged_the_same_each_time() -> None:
    page = inside("<p>Short.</p>")
    assert read(page) == read(page)


def test_a_whole_article_is_trusted_more_than_a_scrap_among_links() -> None:
    sure = read(whole(f"<article><h1>{TITLE}</h1>{prose(*range(8))}</article>")).confidence
    cards = "".join(
        f"<div><a href=/{n}/story-of-the-day>{SENTENCES[n][:50]}</a><p>{SENTENCES[n]}</p></div>" for n in range(8)
    )
    unsure = read(whole(f"<h1>{TITLE}</h1><p>It is so.</p>{cards}")).confidence
    assert 0 <= unsure < sure <= 1
    assert sure > 0.9


@pytest.mark.parametrize("body", ["", "<p></p>", "<table></table>", "<figure data-n=x></figure>"])
def test_a_page_without_text_has_no_blocks(body: str) -> None:
    assert page_text(parse(f"<html><body>{body}</body></html>")).blocks == []
