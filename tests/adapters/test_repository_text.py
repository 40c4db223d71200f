"""Texts of repositories, with their pictures and links."""

import pytest

from app.adapters.repository_text import RepositoryText, marked_text, plain_text
from app.models import Block, Figure, Heading, ItemList, Paragraph, Preformatted, text_of
from app.text.markdown import MOST_LINES

HOME = "https://github.com/ann/reader"
FILE = f"{HOME}/blob/main/docs/a%20b.md"


def read(text: str, name: str = "a b.md") -> RepositoryText:
    found = marked_text(name, f"docs/{name}", FILE, text)
    assert found is not None
    return found


def hrefs(block: Block) -> list[str]:
    if isinstance(block, ItemList):
        return [href for item in block.items for each in item for href in hrefs(each)]
    return [run.href for run in block.runs if run.href] if isinstance(block, Paragraph) else []


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("![A](shot.png)", f"{HOME}/raw/main/docs/shot.png"),
        ("![A](./art/front%20page.png)", f"{HOME}/raw/main/docs/art/front%20page.png"),
        ("![A](../art/shot.png)", f"{HOME}/raw/main/art/shot.png"),
        ("![A](/art/shot.png)", f"{HOME}/raw/main/art/shot.png"),
        (f"![A]({HOME}/blob/main/shot.png?raw=true)", f"{HOME}/raw/main/shot.png?raw=true"),
        ("![A](https://x.example/blob/a.png)", "https://x.example/blob/a.png"),
        ('<p align="center"><img src="shot.png" width="500"></p>', f"{HOME}/raw/main/docs/shot.png"),
    ],
)
def test_pictures_are_files_of_the_repository_or_of_elsewhere(said: str, url: str) -> None:
    found = read(f"Words.\n\n{said}\n")
    assert [each.url for each in found.images] == [url]
    assert found.blocks[-1] == Figure(1)


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("guide.md", f"{HOME}/blob/main/docs/guide.md"),
        ("/LICENSE", f"{HOME}/blob/main/LICENSE"),
        ("../../wiki", f"{HOME}/blob/wiki"),
        ("//x.example/a", "https://x.example/a"),
        ("https://x.example/a", "https://x.example/a"),
    ],
)
def test_links_are_relative_to_the_file_or_the_top_of_the_repository(said: str, url: str) -> None:
    assert hrefs(read(f"See [it]({said}).").blocks[0]) == [url]


def test_a_list_of_contents_leads_to_subheads_by_their_words() -> None:
    found = read(
        "# Reader\n\n- [How](#how-to-begin-now)\n- [Again](#how-to-begin-now-1)\n\n## How to begin, now?\n\nSo.\n\n## How to begin now\n\nSo.\n"
    )
    head, contents, first, _, second, _ = found.blocks
    assert text_of(head) == "Reader"
    assert isinstance(first, Heading)
    assert isinstance(second, Heading)
    assert hrefs(contents) == [f"#{first.runs[0].name}", f"#{second.runs[0].name}"]


def test_badges_are_no_pictures_of_it() -> None:
    badge = "[![Build](https://github.com/ann/reader/actions/workflows/ci.yml/badge.svg)](../../actions)"
    found = read(
        f"{badge} [![Licence](https://img.shields.io/badge/licence-MIT-blue)](https://reader.example/licence)\n\nWords.\n"
    )
    assert found.images == ()
    assert [text_of(block) for block in found.blocks] == ["Words."]


def test_markup_in_it_is_cleaned() -> None:
    found = read("<script>alert(1)</script><b onclick='x'>Fine</b> <a href='javascript:alert(1)'>x</a>\n")
    assert [text_of(block) for block in found.blocks] == ["Fine x"]
    assert not hrefs(found.blocks[0])


def test_restructured_text_is_read_by_its_own_marks() -> None:
    found = read("Reader\n======\n\nSee `it <guide.rst>`_::\n\n  make\n\n.. image:: shot.png\n", "README.rst")
    head, text, code, picture = found.blocks
    assert (head, code, picture) == (Heading(2, head.runs), Preformatted("make"), Figure(1))  # type: ignore[union-attr]
    assert hrefs(text) == [f"{HOME}/blob/main/docs/guide.rst"]


def test_a_text_without_marks_has_paragraphs_and_its_own_subheads() -> None:
    said = "Reader 2.0\n\nA small reader\nof news.\n\n  $ make\n  $ make install\n\nBUGS\n====\nNone.\n"
    kinds = [(type(block), text_of(block)) for block in plain_text(f"{HOME}/blob/main/README", said).blocks]
    assert kinds == [
        (Heading, "Reader 2.0"),
        (Paragraph, "A small reader of news."),
        (Preformatted, "  $ make\n  $ make install"),
        (Heading, "BUGS"),
        (Paragraph, "None."),
    ]


def test_an_empty_text_has_nothing_and_other_kinds_of_files_are_not_marked() -> None:
    assert plain_text(FILE, " \n") == RepositoryText(())
    assert marked_text("a.c", "a.c", FILE, "# no") is None


def test_marks_are_not_looked_for_in_more_lines_than_anybody_writes() -> None:
    many = "- a\n" * (MOST_LINES + 1)
    assert marked_text("README.md", "README.md", FILE, many) is None
    assert marked_text("README.rst", "README.rst", FILE, many) is None
