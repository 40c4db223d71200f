"""The title that a link stands for."""

import pytest

from app.extract.listing.titles import is_file_label, text_in, unshortened, usable
from app.extract.parse import parse


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<div>One<p>two</p>three</div>", "One two three"),
        ("<div>mov<em>ed</em> in<b>land</b></div>", "moved inland"),
        ("<div>One<script>two()</script><style>three</style> four</div>", "One four"),
        ("<div>One</div> not this", "One"),
        ("<div><a href=1>log</a><a href=2>plain</a>, <a href=3>raw</a></div>", "log plain, raw"),
    ],
)
def test_the_text_of_an_element_parts_blocks_and_leaves_scripts_out(markup: str, text: str) -> None:
    assert text_in(parse(f"<body>{markup}</body>").find(".//div")) == text


def test_of_a_very_long_text_the_beginning_is_enough() -> None:
    found = text_in(parse("<body><div>" + "<p>some words</p>" * 100_000 + "</div></body>").find(".//div"))
    assert found.startswith("some words some words")
    assert len(found) < 10_000


@pytest.mark.parametrize("text", ["Today 10:15", "10:15", "Wed 9.30 pm", "42", "??", "Read more", "ab"])
def test_times_numbers_and_labels_are_no_titles(text: str) -> None:
    assert usable(text) == ""


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("<a title='The tower moves inland'>The tower mo...</a>", "The tower moves inland"),
        ("<a aria-label='The tower moves inland'>The tower mo\u2026</a>", "The tower moves inland"),
        ("<a title='Read the story'>The tower mo...</a>", "The tower mo..."),
        ("<a title='The tower moves inland'>The tower moves</a>", "The tower moves"),
        ("<a>And then...</a>", "And then..."),
    ],
)
def test_a_title_that_a_site_cut_short_is_whole_where_the_link_is_called_so(link: str, said: str) -> None:
    element = next(parse(f"<html><body>{link}</body></html>").iter("a"))
    assert unshortened(element, element.text) == said


@pytest.mark.parametrize("said", ["PDF", "(PDF, 1.2 MB)", "Download", "Download PDF", "docx 300 KB", "[epub]"])
def test_the_kind_and_the_size_of_a_file_are_no_title(said: str) -> None:
    assert is_file_label(said)
    assert not is_file_label(f"Minutes of May {said}")
