"""Paragraphs of the data of a page become markup by what they say that they are."""

import pytest

from app.extract.article.data_paragraphs import as_markup, joined

LINE = "The lamp burns again, and the keeper says so to whoever comes by the pier."


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<p>One</p><p>Two</p>", "<p>One</p><p>Two</p>"),
        ("&lt;p&gt;One &amp;amp; two&lt;/p&gt;", "<p>One &amp; two</p>"),
        ("One\n\nTwo", "<p>One</p><p>Two</p>"),
        ("One <b>two</b>\nThree", "<p>One <b>two</b></p><p>Three</p>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
        ("Rock &amp; roll", "<p>Rock &amp; roll</p>"),
        ("", ""),
    ],
)
def test_a_text_becomes_markup_by_what_is_in_it(text: str, markup: str) -> None:
    assert as_markup(text) == markup


@pytest.mark.parametrize(
    "items",
    [
        {
            "type": "bulleted-list",
            "children": [{"type": "list-item", "children": [{"text": each}]} for each in ("oil", "wick")],
        },
        {"type": "ul", "children": [{"type": "li", "children": [{"text": each}]} for each in ("oil", "wick")]},
        {
            "type": "list",
            "listType": "bullet",
            "children": [{"type": "listitem", "children": [{"text": "oil"}]}, {"text": "wick"}],
        },
        {"type": "list", "data": {"items": ["oil", "wick"]}, "items": ["oil", "wick"]},
    ],
)
def test_lists_are_lists_by_whatever_name(items: object) -> None:
    text = [{"type": "paragraph", "children": [{"text": LINE}]}]
    assert joined([*text, items, *text]) == f"<p>{LINE}</p><ul><li>oil</li><li>wick</li></ul><p>{LINE}</p>"


def test_a_block_of_wordpress_is_named_for_what_it_is_and_no_story() -> None:
    heading = {"name": "core/heading", "attributes": {"content": "Oil", "level": 2}}
    text = {"name": "core/paragraph", "attributes": {"content": LINE}}
    assert joined([heading, text, text]) == f"<h2>Oil</h2><p>{LINE}</p><p>{LINE}</p>"


def test_texts_of_a_card_are_paragraphs_and_links_to_other_stories_are_none() -> None:
    said = "The lamp of the bay was lit at four, as the keeper tells in the book."
    other = {"type": "text", "subtype": "also-read", "text": "Also read: the weir"}
    cards: list[object] = [
        {"story-elements": [{"type": "text", "text": said}, other]},
        {"story-elements": [{"text": said}]},
    ]
    assert joined(cards).count(said) == 2
    assert "weir" not in joined(cards)


def test_words_may_stand_in_nodes_of_nodes() -> None:
    said = "The lamp of the bay was lit at four, as the keeper tells in the book."
    node: object = {"type": "PARAGRAPH", "nodes": [{"type": "TEXT", "nodes": [], "textData": {"text": said}}]}
    assert joined([node, node]) == f"<p>{said}</p>" * 2


def test_stories_with_names_of_their_own_are_no_paragraphs() -> None:
    assert joined([{"name": "The horn of the quay", "text": LINE}] * 3) == ""
