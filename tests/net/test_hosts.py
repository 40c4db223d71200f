"""Which hosts the operator has read: how a list is written, and what it covers."""

from ipaddress import ip_address
from urllib.parse import urlsplit

import pytest

from app.errors import AddressRefused, BadAddress
from app.net.hosts import NO_LISTS, HostLists, host_name
from app.net.urls import parse


def is_read(lists: HostLists, text: str) -> bool:
    """Tell whether what somebody types into the form is read under `lists`."""
    try:
        lists.check(urlsplit(parse(text)).hostname or "")
    except AddressRefused:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Example.ORG.", "example.org"),
        ("*.example.org", "example.org"),
        (".example.org", "example.org"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("XN--BCHER-KVA.example", "xn--bcher-kva.example"),
        ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
        ("*.Bücher.example.", "xn--bcher-kva.example"),
        ("localhost", "localhost"),
        ("192.0.2.7", "192.0.2.7"),
        ("0xC0000207", "192.0.2.7"),
        ("2001:DB8:0::1", "2001:db8::1"),
        ("[2001:db8::1]", "2001:db8::1"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
    ],
)
def test_a_host_has_one_name_however_it_is_written(text: str, name: str) -> None:
    assert host_name(text) == name


@pytest.mark.parametrize(
    "text",
    """* *. . *.*.org http://example.org/ example.org/news example.org:8080 me@example.org example.org? example.org#top
    192.0.2.0/24 example..org -example.org [::1 1.2.3.4.5""".split(),
)
def test_what_is_no_name_of_a_host_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(BadAddress):
        host_name(text)


@pytest.mark.parametrize("text", ["", " ", "a b"])
def test_what_is_empty_or_has_spaces_is_no_host_either(text: str) -> None:
    with pytest.raises(BadAddress):
        host_name(text)


@pytest.mark.parametrize("entry", ["bad.example", "*.bad.example", "BAD.example."])
@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("http://bad.example/", False),
        ("https://www.bad.example/page", False),
        ("a.b.c.bad.example:8080", False),
        ("http://BAD.Example./", False),
        ("http://user:word@bad.example/", False),
        ("http://notbad.example/", True),
        ("http://bad.example.org/", True),
        ("http://example/", True),
        ("http://good.example/?bad.example", True),
    ],
)
def test_a_denied_name_covers_its_subdomains_and_no_more(entry: str, text: str, read: bool) -> None:
    assert is_read(HostLists.of([entry], []), text) is read
    assert is_read(HostLists.of([], [entry]), text) is not read


@pytest.mark.parametrize("entry", ["bücher.example", "xn--bcher-kva.example"])
@pytest.mark.parametrize(
    "text", ["bücher.example", "http://www.BÜCHER.example/", "xn--bcher-kva.example", "b%C3%BCcher.example"]
)
def test_a_name_in_other_letters_may_be_written_either_way(entry: str, text: str) -> None:
    assert not is_read(HostLists.of([entry], []), text)


@pytest.mark.parametrize(
    "text",
    ["8.8.8.8", "http://134744072/", "0x8.8.8.8", "http://[::ffff:8.8.8.8]/", "８.8.8.8", "8.8.8.8.", "010.8.8.8"],
)
def test_an_address_is_denied_however_it_is_written(text: str) -> None:
    assert not is_read(HostLists.of(["8.8.8.8"], []), text)
    assert is_read(HostLists.of(["8.8.8.9", "8.8.8"], []), text)
    assert not is_read(HostLists.of(["::ffff:808:808"], []), text)


def test_the_parts_of_an_address_are_no_domains() -> None:
    assert is_read(HostLists.of(["8.8"], []), "1.1.8.8")
    assert host_name("8.8") == "8.0.0.8"


def test_what_is_denied_stays_so_where_it_is_allowed_too() -> None:
    lists = HostLists.of(["ads.paper.example"], ["paper.example"])
    assert is_read(lists, "http://www.paper.example/")
    assert not is_read(lists, "http://ads.paper.example/")
    assert not is_read(lists, "http://other.example/")


def test_without_lists_everything_is_read() -> None:
    assert is_read(NO_LISTS, "http://anything.example/")
    assert not NO_LISTS.denies(ip_address("8.8.8.8"))


def test_the_sentences_name_the_host() -> None:
    with pytest.raises(AddressRefused, match=r"^This reader is set up not to read www\.bad\.example\.$"):
        HostLists.of(["bad.example"], []).check("www.bad.example")
    with pytest.raises(AddressRefused, match=r"to read a few sites only, and other\.example is none of them\.$"):
        HostLists.of([], ["good.example"]).check("other.example")


def test_a_denied_address_is_known_under_any_name() -> None:
    lists = HostLists.of(["8.8.8.8", "2001:db8::1"], [])
    assert lists.denies(ip_address("8.8.8.8"))
    assert lists.denies(ip_address("::ffff:8.8.8.8"))
    assert lists.denies(ip_address("2001:db8:0::1"))
    assert not lists.denies(ip_address("8.8.8.9"))
