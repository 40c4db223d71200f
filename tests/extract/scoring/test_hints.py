"""What a page's head says of its article's text."""

import json

import pytest

from app.extract.metadata import read_metadata
from app.extract.parse import parse
from app.extract.scoring.hints import Hints, hints_of

BODY = "The tower that has stood on the cliff for a hundred years was moved inland this week, &amp; <b>nobody</b> was hurt; the lamp is lit again on Sunday evening."


def hints(head: str) -> Hints:
    page = parse(f"<html><head>{head}</head><body><p>text</p></body></html>")
    return hints_of(read_metadata(page, "http://gazette.example/tower"))


@pytest.mark.parametrize("kind", ["application/ld+json", "Application/LD+JSON; charset=utf-8"])
@pytest.mark.parametrize("end", ["}", ", oops"])
def test_the_body_is_found_in_json_that_is_broken_and_of_any_type(kind: str, end: str) -> None:
    document = json.dumps({"@type": "Article", "articleBody": BODY}).removesuffix("}") + end
    found = hints(f'<script type="{kind}">{document}</script>')
    assert found.in_body("nobodywashurt") == 1
    assert found.in_body("somebodywashurt") == 0


@pytest.mark.parametrize(
    "head",
    ["", '<script>{"articleBody": "x"}</script>', '<script type="application/ld+json">{"articleBody": "x"}</script>'],
)
def test_without_a_body_of_some_length_nothing_is_known(head: str) -> None:
    assert hints(head).in_body("nobody") == -1


def test_titles_descriptions_and_authors_are_compared_by_their_letters() -> None:
    found = hints(
        "<title>Tower moves - The Gazette</title><meta property='og:description' content='It went by rail, and the town walked.'>"
        "<meta name='author' content='Ada Brightwater'>"
    )
    assert found.in_title("towermoves")
    assert not found.in_title("thelamp")
    assert found.in_description("itwentbyrailandthetownwalked")
    assert found.names_author("byadabrightwater")
    assert not found.names_author("bymaxstone")
