"""What is marked on a page, and where."""

import pytest

from app.extract.metadata.evidence import Evidence, decoded, is_jsonld, names_of
from app.extract.parse import parse


def marks(tag: str) -> set[str]:
    evidence = Evidence(parse(f"<html><body><main>{tag}x</main></body></html>"))
    place = next(place for place, element in enumerate(evidence.elements) if element.tag == "main") + 1
    return set(evidence.marks(place))


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("<p class='author'>", {"author"}),
        ("<p class='c-article__author-name'>", {"author"}),
        ("<p class='articleAuthor'>", {"author"}),
        ("<p class='post_author'>", {"author"}),
        ("<p id='byline'>", {"author", "day"}),
        ("<a rel='author'>", {"author"}),
        ("<p itemprop='author'>", {"author"}),
        ("<p property='schema:author'>", {"author"}),
        ("<p class='posted-by'>", {"author", "day"}),
        ("<p class='author-bio'>", set()),
        ("<p class='quote__author'>", set()),
        ("<p class='authority'>", set()),
        ("<p class='entry-date published'>", {"day"}),
        ("<p itemprop='datePublished'>", {"day"}),
        ("<p class='updated'>", {"day"}),
        ("<time>", {"day"}),
        ("<p class='candidate'>", set()),
        ("<h3 class='entry-title'>", {"title"}),
        ("<p class='subtitle'>", set()),
    ],
)
def test_an_element_is_marked_by_what_it_is_called(tag: str, expected: set[str]) -> None:
    assert marks(tag) == expected


def test_marked_places_stand_in_order_and_each_once() -> None:
    evidence = Evidence(
        parse("<html><body><p class='author' id='author'>a</p><p>b</p><p class='author'>c</p></body></html>")
    )
    texts = [evidence.elements[place].text for place in evidence.marked("author", 10)]
    assert texts == ["a", "c"]
    assert len(evidence.marked("author", 1)) == 1


def test_headings_stand_by_their_tags() -> None:
    evidence = Evidence(parse("<html><body><h2>b</h2><h1>a</h1><h2>c</h2></body></html>"))
    assert [evidence.elements[place].text for place in evidence.headings("h1", "h2")] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Tom &amp;amp; Ann&amp;#039;s", "Tom & Ann's"),
        ("Tom &amp; Ann", "Tom & Ann"),
        ("R&D; more", "R&D; more"),
        ("<b>Tom</b>\n &lt;b&gt;", "Tom"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("\u200bTom\xa0 Ann ", "Tom Ann"),
    ],
)
def test_what_was_encoded_twice_is_decoded(text: str, plain: str) -> None:
    assert decoded(text) == plain


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("application/ld+json", True),
        ("Application/LD+JSON; charset=utf-8", True),
        ("application/json", False),
        ("", False),
    ],
)
def test_json_ld_is_known_by_its_type(kind: str, expected: bool) -> None:
    script = parse(f"<html><head><script type='{kind}'>x</script></head><body>x</body></html>").find(".//script")
    assert is_jsonld(script) is expected


def test_names_are_words_in_small_letters() -> None:
    element = parse("<html><body><p class='postMeta post_date' itemprop='dateModified'>x</p></body></html>").find(
        ".//p"
    )
    assert names_of(element) == "post-meta-post-date-date-modified"
