"""All links of a page."""

import pytest

from app.extract.listing.page_links import MOST_LINKS, MOST_WORDS, name_of, page_links
from app.extract.parse import parse

BASE = "https://courier.example/a/page.html"


def links(body: str) -> list[str]:
    return list(page_links(parse(f"<html><body>{body}</body></html>"), BASE))


def test_links_come_in_the_order_of_the_page_wherever_they_stand() -> None:
    body = "<nav><a href=/menu>Menu</a></nav><p>Words <a href='two.html'>and <b>a</b> link</a></p><footer><a href='?x=1'>End</a>"
    assert links(body) == [
        "https://courier.example/menu Menu",
        "https://courier.example/a/two.html and a link",
        "https://courier.example/a/page.html?x=1 End",
    ]


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("<a href=/1>Words</a>", "Words"),
        ("<a href=/1><img src=x alt='A picture'></a>", "A picture"),
        ("<a href=/1 aria-label='A label'><img src=x></a>", "A label"),
        ("<a href=/1 title='A title'></a>", "A title"),
        ("<a href=/1><input type=image alt=Button></a>", "Button"),
        ("<a href=/1><script>no()</script>Words</a>", "Words"),
        ("<map><area href=/1 alt='An area'></map>", "An area"),
        ("<a href=/1></a>", "1"),
        (f"<a href=/1>{'x' * 500}</a>", "x" * MOST_WORDS),
    ],
)
def test_a_link_is_called_by_its_words_or_by_what_stands_for_them(link: str, words: str) -> None:
    assert links(link) == [f"https://courier.example/1 {words}"]


@pytest.mark.parametrize(
    "href", ["#top", "", "javascript:go()", "mailto:a@b.example", "tel:1", "ftp://x.example/", "http://["]
)
def test_what_leads_to_no_page_is_left_out(href: str) -> None:
    assert links(f"<a href='{href}'>Words</a>") == []


def test_of_links_to_one_address_the_first_with_words_counts() -> None:
    assert links("<a href=/1><img src=x></a><a href=/1#part>Words</a><a href=/1>More</a>") == [
        "https://courier.example/1 Words"
    ]


def test_a_page_of_very_many_links_has_the_first_of_them() -> None:
    found = links("".join(f"<a href=/{n}>Link {n}</a>" for n in range(5000)))
    assert len(found) == MOST_LINKS
    assert found[-1].endswith(f"Link {MOST_LINKS - 1}")


def test_a_link_without_words_is_called_by_the_end_of_its_address() -> None:
    assert name_of("https://x.example/a/software.html?b=c") == "software.html"
    assert name_of("https://x.example/a/") == "a"
    assert name_of("https://x.example/") == "x.example"


def test_what_is_chosen_in_a_list_of_addresses_is_a_link() -> None:
    choice = "<select><option value=''>Go<option value=dory.html>The dory<option value=http://b.example/x>Plans<option value=10>10</select>"
    assert links(choice) == ["https://courier.example/a/dory.html The dory", "http://b.example/x Plans"]
