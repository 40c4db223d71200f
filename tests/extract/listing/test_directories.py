"""Directories of servers, each in the form in which one shows them."""

import pytest

from app.extract.listing.directories import PARENT, directory
from app.extract.page import extract_page
from app.extract.parse import parse
from app.models import Entry, Listing

URL = "http://kestrel.example/pub/"
NGINX = (
    "<html><head><title>Index of /pub/</title></head><body><h1>Index of /pub/</h1><hr><pre><a href='../'>../</a>\n"
    "<a href='mac/'>mac/</a>        01-Nov-2026 10:00       -\n<a href='ship.sit'>ship.sit</a>     02-Nov-2026 11:00   1234\n"
    "</pre><hr></body></html>"
)
APACHE = (
    "<html><head><title>Index of /pub</title></head><body><table><tr><th><a href='?C=N;O=D'>Name</a></th><th>Size</th></tr>"
    "<tr><td><img alt='[   ]'></td><td><a href='a-very-long-name.hqx'>a-very-long..&gt;</a></td><td>1.2M</td></tr></table></body></html>"
)
PYTHON = "<html><head><title>Directory listing for /pub/</title></head><body><ul><li><a href='ship.sit'>ship.sit</a></li></ul></body></html>"
IIS = (
    "<html><head><title>kestrel.example - /pub/</title></head><body><H1>kestrel.example - /pub/</H1><hr><pre><A HREF='/'>[To "
    "Parent Directory]</A><br><br> 11/1/2026 10:00 AM     1234 <A HREF='/pub/ship.sit'>ship.sit</A><br></pre></body></html>"
)


def files(markup: str) -> tuple[Entry, ...]:
    found = directory(parse(markup), URL, URL)
    assert found is not None
    return found.entries


@pytest.mark.parametrize(
    ("markup", "entry"),
    [
        (NGINX, Entry("ship.sit", f"{URL}ship.sit", "02-Nov-2026 11:00 1234")),
        (NGINX, Entry("mac/", f"{URL}mac/", "01-Nov-2026 10:00 -")),
        (NGINX, Entry(PARENT, "http://kestrel.example/")),
        (APACHE, Entry("a-very-long-name.hqx", f"{URL}a-very-long-name.hqx", "1.2M")),
        (PYTHON, Entry("ship.sit", f"{URL}ship.sit")),
        (IIS, Entry("ship.sit", f"{URL}ship.sit", "11/1/2026 10:00 AM 1234")),
    ],
)
def test_a_file_is_a_link_with_what_stands_in_its_line(markup: str, entry: Entry) -> None:
    assert entry in files(markup)


def test_links_that_sort_are_no_files() -> None:
    assert [entry.title for entry in files(APACHE)] == ["a-very-long-name.hqx"]


def test_a_directory_of_one_file_is_a_list() -> None:
    found = extract_page(PYTHON, URL)
    assert isinstance(found, Listing)
    assert found.title == "Directory listing for /pub/"


@pytest.mark.parametrize("title", ["Index of Economic Freedom", "Directory of members", "Ferries - the story"])
def test_other_pages_are_no_directories(title: str) -> None:
    assert directory(parse(PYTHON.replace("Directory listing for /pub/", title)), URL, URL) is None
