"""Files and folders on GitHub, by answers of the shape that its documentation shows."""

import base64
import json
from typing import Any

import pytest

from app.adapters.github_files import MOST_NAMES
from app.adapters.table import article_at
from app.errors import NoText
from app.models import Article, ArticleImage, Figure, Heading, ItemList, Paragraph, Preformatted, text_of

HOME = "https://github.com/ann/reader"
RAW = "https://raw.githubusercontent.com/ann/reader/main/src"
SOURCE: dict[str, Any] = {
    "type": "file",
    "encoding": "base64",
    "name": "a b.c",
    "path": "src/a b.c",
    "size": 31,
    "html_url": f"{HOME}/blob/main/src/a%20b.c",
    "download_url": f"{RAW}/a%20b.c",
    "content": base64.encodebytes(b"int main(void)\n{\n\treturn 0;  \n}\n").decode(),
}
FOLDER: list[dict[str, Any]] = [
    {**SOURCE, "size": 812, "content": None},
    {"type": "dir", "name": "old", "path": "src/old", "size": 0, "html_url": f"{HOME}/tree/main/src/old"},
    {"type": "submodule", "name": "lib", "path": "src/lib", "size": 0, "html_url": None},
]


def read(answer: Any, path: str = "blob/main/src/a%20b.c") -> Article:
    return article_at("github", f"{HOME}/{path}", [json.dumps(answer).encode()])


def file(name: str, held: bytes, **changes: Any) -> dict[str, Any]:
    return {**SOURCE, "name": name, "content": base64.encodebytes(held).decode(), **changes}


def test_a_file_stands_as_it_is() -> None:
    article = read(SOURCE)
    assert article.title == "src/a b.c (ann/reader)"
    assert article.blocks == (Preformatted("int main(void)\n{\n        return 0;\n}"),)


def test_markdown_is_read_as_what_it_means() -> None:
    article = read(file("NOTES.MD", b"# Notes\n\nAs *ever*."))
    assert isinstance(article.blocks[0], Heading)
    assert text_of(article.blocks[1]) == "As ever."


def test_a_picture_is_shown() -> None:
    article = read(file("tower.png", b"\x89PNG\0"))
    assert article.images == (ArticleImage(f"{RAW}/a%20b.c"),)
    assert article.blocks == (Figure(1),)


@pytest.mark.parametrize(
    "found", [file("tower.bin", b"\0\1\2"), {**SOURCE, "encoding": "none", "content": ""}], ids=["binary", "large"]
)
def test_what_is_no_text_or_too_large_is_a_link(found: dict[str, Any]) -> None:
    (line,) = read(found).blocks
    assert isinstance(line, Paragraph)
    assert line.runs[0].href == f"{RAW}/a%20b.c"
    assert text_of(line).endswith(", 31 bytes")


def test_a_folder_lists_other_folders_first() -> None:
    (names,) = read(FOLDER, "tree/main/src").blocks
    assert isinstance(names, ItemList)
    assert [text_of(each) for item in names.items for each in item] == ["old/", "a b.c, 812 bytes", "lib"]
    assert [each.runs[0].href for item in names.items for each in item if isinstance(each, Paragraph)] == [
        f"{HOME}/tree/main/src/old",
        f"{HOME}/blob/main/src/a%20b.c",
        "",
    ]


def test_of_a_folder_no_more_is_listed_than_the_interface_tells() -> None:
    (listed,) = read(FOLDER * MOST_NAMES, "tree/main/src").blocks
    assert isinstance(listed, ItemList)
    assert len(listed.items) == MOST_NAMES


def test_an_empty_folder_has_nothing() -> None:
    with pytest.raises(NoText):
        read([], "tree/main")
