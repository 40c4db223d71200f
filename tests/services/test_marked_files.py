"""A text file is what its marks mean where its name or its type tells which."""

import pytest

from app.models import Article, ItemList, Paragraph, text_of
from app.services.marked_files import marked_article

HERE = "http://harbour.example/docs/"
README = """---
layout: page
---
# Tide *clock*

See [the manual](/man), and **wind** it.

- winds itself
"""


def read(name: str, text: str, content_type: str = "text/plain") -> Article:
    found = marked_article(text, HERE + name, content_type)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "content_type"),
    [("clock", "text/markdown; charset=utf-8"), ("README.md", "text/plain"), ("a.MD?raw=1", "text/plain")],
)
def test_markdown_is_what_its_marks_mean(name: str, content_type: str) -> None:
    found = read(name, README, content_type)
    assert (found.title, found.site) == ("Tide clock", "harbour.example")
    paragraph, items = found.blocks
    assert isinstance(paragraph, Paragraph)
    assert [run.href for run in paragraph.runs if run.href] == ["http://harbour.example/man"]
    assert isinstance(items, ItemList)
    assert text_of(items) == "winds itself"


def test_so_is_restructured_text() -> None:
    found = read("clock", "Tides\n=====\n\nHigh *water*.\n", "text/x-rst")
    assert (found.title, text_of(found.blocks[0])) == ("Tides", "High water.")


def test_pictures_are_those_beside_the_file() -> None:
    found = read("clock.md", "# Clock\n\n![Face](face.png)\n\nIt is round.\n")
    assert [image.url for image in found.images] == ["http://harbour.example/docs/face.png"]


def test_without_a_heading_the_title_is_the_name() -> None:
    assert read("notes.md", "Buy **rope**.").title == "notes.md"


@pytest.mark.parametrize(("name", "text"), [("clock.txt", README), ("clock", README), ("clock.md", "   ")])
def test_other_files_stand_as_they_are(name: str, text: str) -> None:
    assert marked_article(text, HERE + name, "text/plain") is None
