"""Lists of things to read that stand in the data of a page alone."""

import json

import pytest

from app.extract.listing.data_lists import entries_in_data
from app.models import Entry

PAGE = "https://courier.example/latest"
TITLES = [f"The harbour master repaints tower number {n}" for n in range(8)]


def told(document: object) -> list[str]:
    return [entry.title for entry in entries_in_data([json.dumps(document)], [], PAGE, PAGE)]


def state(value: object, before: str = "") -> tuple[Entry, ...]:
    return entries_in_data([], [before + json.dumps(value)], PAGE, PAGE)


def item_list(items: list[dict[str, object]], kind: str = "ItemList") -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": kind, "itemListElement": items}


def test_an_item_list_says_name_and_address_in_the_element_or_in_its_item() -> None:
    flat: list[dict[str, object]] = [
        {"@type": "ListItem", "url": f"/s/{n}", "name": title} for n, title in enumerate(TITLES)
    ]
    nested: list[dict[str, object]] = [
        {"@type": "ListItem", "item": {"@type": "NewsArticle", "url": f"/s/{n}", "headline": title}}
        for n, title in enumerate(TITLES)
    ]
    named: list[dict[str, object]] = [
        {"@type": "ListItem", "name": title, "item": f"https://courier.example/s/{n}"} for n, title in enumerate(TITLES)
    ]
    for items in (flat, nested, named):
        assert told(item_list(items)) == TITLES
        assert told({"@graph": [{"@type": "WebPage", "name": "x"}, {"mainEntity": item_list(items)}]}) == TITLES


def test_posts_of_a_blog_are_a_list() -> None:
    posts = [{"@type": "BlogPosting", "url": f"/s/{n}", "headline": title} for n, title in enumerate(TITLES)]
    assert told({"@type": "Blog", "blogPost": posts}) == TITLES


def test_an_item_list_of_addresses_alone_is_called_by_them() -> None:
    items: list[dict[str, object]] = [
        {"@type": "ListItem", "position": n, "url": f"/story/the-tower-moves-inland-{n}"} for n in range(6)
    ]
    assert told(item_list(items)) == ["The tower moves inland"] * 6
    assert told(item_list([{**item, "url": f"/s/{n}"} for n, item in enumerate(items)])) == []


@pytest.mark.parametrize("kind", ["BreadcrumbList", "SiteNavigationElement", "Menu"])
def test_menus_and_breadcrumbs_are_no_lists(kind: str) -> None:
    items: list[dict[str, object]] = [{"url": f"/s/{n}", "name": title} for n, title in enumerate(TITLES)]
    assert told(item_list(items, kind)) == []
    assert told([{"@type": kind, **item} for item in items]) == []


STORIES = [{"headline": title, "url": f"/s/{n}", "summary": "<p>It was time.</p>"} for n, title in enumerate(TITLES)]


@pytest.mark.parametrize(
    "value",
    [
        {"props": {"pageProps": {"stories": STORIES}}},
        {"a": {"edges": [{"node": story} for story in STORIES]}},
        {"posts": [{"title": {"rendered": each["headline"]}, "link": each["url"]} for each in STORIES]},
        {"x": [{"id": 1, "attributes": {"title": each["headline"], "canonicalUrl": each["url"]}} for each in STORIES]},
        {f"Article:{n}": {"__typename": "Article", **story} for n, story in enumerate(STORIES)},
        {"menu": [{"title": "Home", "url": "/"}] * 9, "main": STORIES},
    ],
)
@pytest.mark.parametrize("before", ["", "window.__STATE__ = "])
def test_arrays_of_objects_with_a_headline_and_an_address_are_lists(value: object, before: str) -> None:
    assert [entry.title for entry in state(value, before)] == TITLES


def test_an_entry_has_its_summary_and_its_day() -> None:
    dated = [{**story, "datePublished": "2026-11-26T08:00:00Z"} for story in STORIES]
    assert state(dated)[1] == Entry(TITLES[1], "https://courier.example/s/1", "It was time.", "2026-11-26")


@pytest.mark.parametrize(
    "value",
    [
        STORIES[:4],
        [{"title": title, "slug": "bare-word"} for title in TITLES],
        [{"title": title, "image_url": f"/{title}.jpg"} for title in TITLES],
        [{"title": "Sport", "url": f"/s/{n}"} for n in range(20)],
        [{"title": 3, "url": ["/x"]}] * 9,
        [[[]]] * 9,
        "words",
        None,
    ],
)
def test_what_is_no_list_gives_nothing(value: object) -> None:
    assert state(value) == ()


def test_the_page_itself_is_none_of_its_entries() -> None:
    own = {"headline": "The harbour master and his towers", "url": PAGE}
    assert [entry.title for entry in state([own, *STORIES])] == TITLES


@pytest.mark.parametrize("script", ["", "{", "[" * 100_000, '{"a":' * 50_000, "window.x = {", "[1," * 1000])
def test_broken_data_is_nothing(script: str) -> None:
    assert entries_in_data([script], [script], PAGE, PAGE) == ()
