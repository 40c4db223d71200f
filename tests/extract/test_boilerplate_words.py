"""The words of names and addresses tell the parts of a page, whole words only, and each part is known to all stages."""

import pytest

from app.extract import boilerplate_words
from app.extract.boilerplate_words import (
    BESIDE_ARTICLE,
    BESIDE_LIST,
    FRAME_ADDRESS,
    FRAME_NAME,
    IMAGE_BOX,
    IMAGE_NAME,
    OTHER_STORY_BOX,
    WORDS,
    parts_named,
)


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        ("", set()),
        (None, set()),
        ("story-body text", set()),
        ("sidebar", {"sidebar"}),
        ("left SideBar", {"sidebar"}),
        ("side_bar", {"sidebar"}),
        ("side bar", set()),
        ("sidebar2", {"sidebar"}),
        ("more-from", {"other-stories"}),
        ("moreFrom", {"other-stories"}),
        ("box__more-from--wide", {"other-stories"}),
        ("more from", set()),
        ("you-may-also-like", {"other-stories"}),
        ("relatedposts", {"other-stories"}),
        ("unrelated", set()),
        ("commentary", set()),
        ("comments", {"comments"}),
        ("comments-list", {"comments", "comment-list"}),
        ("topnav", {"navigation"}),
        ("adverts", {"advert"}),
        ("made-in-adelaide shadow headline", set()),
        ("publicidad", {"advert"}),
        ("kommentare", {"comments"}),
    ],
)
def test_parts_are_known_by_whole_words_however_these_are_joined(names: str | None, parts: set[str]) -> None:
    assert parts_named(names) == parts


@pytest.mark.parametrize("name", ["size-thumbnail", "gallery-size-thumbnail"])
def test_the_size_of_a_file_does_not_make_a_teaser_of_it(name: str) -> None:
    assert parts_named(name) == frozenset()


@pytest.mark.parametrize("name", ["has-sidebar", "with_sidebar", "no-sidebar", "page-without-sidebar"])
def test_what_is_said_to_be_elsewhere_is_not_here(name: str) -> None:
    assert parts_named(name) == frozenset()


def test_a_sentence_that_became_a_name_says_nothing() -> None:
    assert parts_named("how-the-share-of-related-comments-in-the-sidebar-grew") == frozenset()


@pytest.mark.parametrize("name", ["5f3ad2e", "ad20-41f7", "1ad", "7c0ads9b"])
def test_numbers_of_machines_hold_no_words(name: str) -> None:
    assert parts_named(name) == frozenset()


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("ads.example/x", "ad"),
        ("cdn.example/adserver/x", "advert"),
        ("x.example/frame?type=banner", "banner"),
        ("x.example/share-button/1", "control"),
        ("newsletter.example/form", "sign-up"),
    ],
)
def test_each_part_of_an_address_is_a_name(address: str, part: str) -> None:
    assert part in parts_named(address)


def test_a_host_of_mastodon_is_no_button_to_share() -> None:
    assert FRAME_ADDRESS.isdisjoint(parts_named("mastodon.social/@ada/1/embed"))


def test_names_of_any_length_are_read_to_a_limit() -> None:
    assert parts_named("x " * 100 + "sidebar") == {"sidebar"}
    assert parts_named("x " * 100_000 + "sidebar") == frozenset()


@pytest.mark.parametrize(
    "purpose", [BESIDE_ARTICLE, BESIDE_LIST, FRAME_ADDRESS, FRAME_NAME, IMAGE_BOX, IMAGE_NAME, OTHER_STORY_BOX]
)
def test_what_a_stage_asks_for_stands_in_the_table(purpose: frozenset[str]) -> None:
    assert purpose <= WORDS.keys()


def test_each_part_is_asked_for() -> None:
    asked = {name for name, value in vars(boilerplate_words).items() if name.isupper() and isinstance(value, frozenset)}
    assert WORDS.keys() == set().union(*(vars(boilerplate_words)[name] for name in asked if name[0] != "_"))


def test_the_table_is_sorted() -> None:
    assert list(WORDS) == sorted(WORDS)
    assert all(words.split() == sorted(words.split()) for words in WORDS.values())
