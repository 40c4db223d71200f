"""A feed as a flat tree of what is shown."""

from typing import Any

import pytest

from app.errors import NoText
from app.feeds import xml_tree
from app.feeds.xml_tree import MOST_ENTRIES, document, name_of


def reduced(text: str) -> Any:
    return xml_tree.reduced(document(text))


def names(tree: Any) -> list[str]:
    return [name_of(element) for element in tree]


def texts(text: str) -> dict[str, str]:
    """Return the texts of the first entry by their names."""
    entry = next(element for element in reduced(text) if name_of(element) in ("item", "entry"))
    return {name_of(element): element.text or "" for element in entry}


def feed(items: str, prolog: str = "") -> str:
    return f"{prolog}<rss><channel><title>Paper</title>{items}</channel></rss>"


def test_entries_stand_side_by_side_and_hold_what_is_shown() -> None:
    tree = reduced(feed("<item><title>One</title><link>/1</link></item><item><title>Two</title></item>"))
    assert names(tree) == ["channel", "item", "item"]
    assert [names(entry) for entry in tree[1:]] == [["title", "link"], ["title"]]


def test_what_is_not_shown_is_left_out_with_all_that_it_holds() -> None:
    item = "<item><author>Ada<title>no</title></author><media:group><title>no</title></media:group><title>One</title></item>"
    assert texts(feed(item)) == {"title": "One"}


def test_markup_within_a_text_becomes_text() -> None:
    entry = "<entry><summary type='xhtml'><div>So <b>new</b></div></summary></entry>"
    found = texts(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>")["summary"]
    assert "<b" in found
    assert "new" in found


@pytest.mark.parametrize(
    ("guid", "kept"),
    [
        ("<guid>https://example.org/g</guid>", True),
        ("<guid isPermaLink='true'>http://example.org/g</guid>", True),
        ("<guid isPermaLink='false'>https://example.org/g</guid>", False),
        ("<guid>number-7</guid>", False),
    ],
)
def test_a_guid_is_kept_where_it_is_an_address(guid: str, kept: bool) -> None:
    assert ("guid" in texts(feed(f"<item>{guid}</item>"))) is kept


def test_an_entry_that_is_not_closed_does_not_hold_the_next() -> None:
    tree = reduced("<rss><channel><item><title>One</title><item><title>Two</title></item></channel></rss>")
    titles = [entry[0].text for entry in tree if name_of(entry) == "item"]
    assert titles == ["One", "Two"]


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("Bread &amp; butter", "Bread & butter"),
        ("Plan &#X41;&#x42;", "Plan &#X41;B"),
        ("Bread & butter", "Bread & butter"),
        ("caf&eacute;", "café"),
        ("R&D; of AT&T", "R&D; of AT&T"),
        ("&lt;b&gt;", "<b>"),
        ("<![CDATA[Bread & <i>butter</i> &eacute;]]>", "Bread & <i>butter</i> &eacute;"),
        ("&#233;&#xe9;", "éé"),
    ],
)
def test_entities_of_html_and_bare_signs_are_mended(given: str, text: str) -> None:
    assert texts(feed(f"<item><title>{given}</title></item>"))["title"] == text


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("The ferry&#146;s &#x93;bell&#x94;", "The ferry’s “bell”"),
        ("A &#55357;&#56832; face", "A 😀 face"),
        ("A &#xD83D;&#xDE00; face", "A 😀 face"),
        ("Half &#55357; a face", "Half \ufffd a face"),
        ("&#56832;&#55357;", "\ufffd\ufffd"),
        ("Pier &#12;opens&#0;", "Pier  opens\ufffd"),
        ("Bay &#xFFFF;&#65534;calm", "Bay calm"),
        ("Far &#1114112; away", "Far \ufffd away"),
        ("&#60;b&#62; &#38;amp;", "<b> &amp;"),
        ("&#54620;&#44397;&#50612;", "한국어"),
        ("&#9999999999;", "&#9999999999;"),
    ],
)
def test_a_reference_that_xml_forbids_does_not_end_the_feed(given: str, text: str) -> None:
    tree = reduced(feed(f"<item><title>{given}</title></item><item><title>Last</title></item>"))
    assert [entry[0].text for entry in tree[1:]] == [text, "Last"]


def test_a_feed_of_nothing_but_references_is_read_in_a_moment() -> None:
    assert texts(feed(f"<item><title>{'&#1103;' * 200_000}</title></item>"))["title"].startswith("яя")


def test_the_prolog_goes_and_with_it_what_it_declares() -> None:
    prolog = "\ufeff <?xml version='1.0' encoding='koi8-r'?><!-- <rss> --><!DOCTYPE rss [<!ENTITY x 'grown'>]>"
    found = texts(feed("<item><title>Käse &x; – вода</title></item>", prolog))
    assert found["title"] == "Käse &x; – вода"


def test_there_are_no_more_entries_than_anybody_lists() -> None:
    tree = reduced(feed("".join(f"<item><title>{number}</title></item>" for number in range(MOST_ENTRIES + 50))))
    assert names(tree).count("item") == MOST_ENTRIES
    assert tree[1][0].text == "0"


def test_an_entry_of_very_many_texts_has_the_first_of_them() -> None:
    entry = reduced(feed("<item>" + "".join(f"<title>{n}</title>" for n in range(1000)) + "</item>"))[1]
    assert [title.text for title in entry][:20] == [str(number) for number in range(20)]
    assert len(entry) < 60


@pytest.mark.parametrize("text", ["", "words", "<?xml version='1.0'?>", "<!DOCTYPE rss>", "<!-- <rss/> -->", "< rss>"])
def test_a_text_without_an_element_is_no_feed(text: str) -> None:
    with pytest.raises(NoText, match="cannot be read"):
        reduced(text)


@pytest.mark.parametrize(
    "prefixed", ["<x:item xmlns:x='urn:x'><x:title>One</x:title></x:item>", "<ITEM><TITLE>One</TITLE></ITEM>"]
)
def test_names_count_without_their_prefix_and_case(prefixed: str) -> None:
    assert texts(feed(prefixed)) == {"title": "One"}
