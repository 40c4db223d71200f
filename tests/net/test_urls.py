import pytest

from app.errors import BadAddress
from app.net.urls import canonical, checked, host_of, is_unchecked, parse, resolve, short_id, unchecked


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("example.org", "http://example.org/"),
        ("  example.org/a b ", "http://example.org/a%20b"),
        ("EXAMPLE.org:8080/x", "http://example.org:8080/x"),
        ("127.0.0.1:5000", "http://127.0.0.1:5000/"),
        ("//example.org/x", "http://example.org/x"),
        ("https://example.org", "https://example.org/"),
        ("<https://example.org/x>", "https://example.org/x"),
        ("https://exam\nple.org/\tx", "https://example.org/x"),
    ],
)
def test_what_a_person_types_becomes_an_address(typed: str, meant: str) -> None:
    assert parse(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "javascript:alert(1)", "ftp://example.org/", "file:///etc/passwd", "http://", "http://exa mple.org/",
     "http://[::1", "http://[fe80::1%25eth0]/", "http://example.org:99999/", "http://-x/", "http://ex<ample>/", "x" * 5000],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(BadAddress) as caught:
        parse(typed)
    assert caught.value.status == 400
    assert caught.value.sentence.endswith(".")
    assert len(caught.value.sentence) < 200


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("HTTP://Example.ORG:80/", "http://example.org/"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("http://example.org/a#part", "http://example.org/a"),
        ("http://example.org/a/./b/../c", "http://example.org/a/c"),
        ("http://example.org/a/..", "http://example.org/"),
        ("http://example.org/é?q=ü", "http://example.org/%C3%A9?q=%C3%BC"),
        ("http://example.org/100%", "http://example.org/100%25"),
        ("http://example.org/%41%c3%a9", "http://example.org/%41%C3%A9"),
        ("http://example.org/a'b\"c", "http://example.org/a%27b%22c"),
        ("http://example.org/x?utm_source=a&id=7&fbclid=zz", "http://example.org/x?id=7"),
        ("http://example.org/x?", "http://example.org/x"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
        ("http://127。0。0。1/", "http://127.0.0.1/"),
        ("http://user:secret@example.org/", "http://example.org/"),
        ("http://example.org./", "http://example.org/"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("http://http://example.org/a", "http://example.org/a"),
        ("http://HTTPS://example.org/a", "https://example.org/a"),
        ("http://https.example.org/a", "http://https.example.org/a"),
        ("http://http/a//b", "http://http/a//b"),
        # As browsers take them (WHATWG URL standard).
        ("http:/example.org", "http://example.org/"),
        ("http:example.org/x", "http://example.org/x"),
        ("http:///example.org", "http://example.org/"),
        ("http:\\\\example.org\\x", "http://example.org/x"),
        ("http://ex%61mple.org/", "http://example.org/"),
        ("http://☃.net/", "http://xn--n3h.net/"),
        ("http://faß.example/", "http://xn--fa-hia.example/"),
        ("http://example.org/a/%2e%2e/b", "http://example.org/b"),
        ("http://example.org/a/%2E/b", "http://example.org/a/b"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://a\\@b.example/", "http://a/@b.example/"),
        ("http://example.org/\ud800", "http://example.org/%EF%BF%BD"),
    ],
)
def test_an_address_has_one_canonical_form(given: str, expected: str) -> None:
    assert canonical(given) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    "url", ["http://example.org/a//b", "http://example.org/a/.b/", "http://x.example/a.b/c-d_e~f/"]
)
def test_what_looks_canonical_at_once_is_what_the_long_way_gives(url: str) -> None:
    assert canonical(url) == canonical(url.replace("http:", "HTTP:"))


def test_the_host_that_is_checked_is_the_host_that_a_browser_would_connect_to() -> None:
    assert canonical("http://evil.example\\@example.org/") == "http://evil.example/@example.org/"


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("/x", "http://example.org/x"),
        ("y", "http://example.org/a/y"),
        ("?q=1", "http://example.org/a/b?q=1"),
        ("//other.example/z", "http://other.example/z"),
        (" \n/x ", "http://example.org/x"),
        ("../../../x", "http://example.org/x"),
    ],
)
def test_a_link_is_resolved_against_its_page(reference: str, expected: str) -> None:
    assert resolve("http://example.org/a/b", reference) == expected


@pytest.mark.parametrize("reference", ["javascript:123", "data:123", "vbscript:1", "mailto:a@b.c", "http://[bad"])
def test_a_link_that_is_no_web_address_does_not_resolve(reference: str) -> None:
    with pytest.raises(BadAddress):
        resolve("http://example.org/", reference)


def test_short_ids_are_alike_everywhere_and_differ_for_different_addresses() -> None:
    assert short_id("http://example.org/") == "ica2qzjgzy"
    assert short_id("http://example.org/", 12).startswith(short_id("http://example.org/"))
    assert short_id("http://example.org/a") != short_id("http://example.org/b")


def test_hosts_are_told() -> None:
    assert host_of("https://www.example.org:8443/x") == "example.org"


@pytest.mark.parametrize(
    "base", ["https://example.org/a/b", "http://Example.org:81/x", "https://example.org", "http://127.0.0.1/"]
)
@pytest.mark.parametrize(
    "reference",
    [
        "/x/y.html",
        "/",
        "/x/../y",
        "//other.example/z",
        "/a//b",
        "/x?y=1",
        "https://other.example/x",
        "/%7Ex",
        "/ü",
        "/x#y",
    ],
)
def test_a_link_that_needs_no_work_resolves_to_what_the_parser_makes_of_it(base: str, reference: str) -> None:
    # A space in front keeps the parser at it, and means nothing to it.
    assert resolve(base, reference) == resolve(base, f" {reference}")


@pytest.mark.parametrize("url", ["https://example.org/", "http://example.org/a?b=1", "https://[2001:db8::1]:8443/x"])
def test_an_unchecked_address_is_another_one_and_leads_back(url: str) -> None:
    assert not is_unchecked(url)
    assert is_unchecked(unchecked(url))
    assert checked(unchecked(url)) == checked(url) == url
    assert unchecked(unchecked(url)) == unchecked(url)
    assert short_id(unchecked(url)) != short_id(url)
    assert host_of(unchecked(url)) == host_of(url)


@pytest.mark.parametrize("text", ["https://example.org/#unchecked", "https://example.org/%23unchecked", "/#unchecked"])
def test_no_address_that_somebody_types_or_links_to_is_unchecked(text: str) -> None:
    assert not is_unchecked(resolve("https://example.org/", text))
    if "example" in text:
        assert not is_unchecked(parse(text))
