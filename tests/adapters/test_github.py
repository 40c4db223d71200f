"""Repositories and releases on GitHub, by answers of the shape that its documentation shows."""

import base64
import json
from typing import Any

import pytest

from app.adapters.table import adapter_of, article_at
from app.models import Article, ItemList, Paragraph, text_of

URL = "https://github.com/ann/reader"
REPOSITORY = {
    "full_name": "ann/reader",
    "description": "Reads the news",
    "default_branch": "main",
    "pushed_at": "2024-03-27T10:00:00Z",
}
README: dict[str, Any] = {
    "type": "file",
    "encoding": "base64",
    "name": "README.md",
    "path": "README.md",
    "size": 120,
    "html_url": "https://github.com/ann/reader/blob/main/README.md",
    "download_url": "https://raw.githubusercontent.com/ann/reader/main/README.md",
    # In lines of sixty letters, as it comes.
    "content": base64.encodebytes(
        b'<p align="center"><b>For old machines</b></p><!-- badges -->\n\n'
        b"## How to begin\n\nSee [the guide](docs/guide.md).<script>alert(1)</script>\n"
    ).decode(),
}
RELEASE: dict[str, Any] = {
    "tag_name": "v2.0",
    "name": "Second edition",
    "published_at": "2024-03-27T10:00:00Z",
    "author": {"login": "ann"},
    "body": "- Faster\n- Smaller",
    "assets": [{"name": "reader.sit", "browser_download_url": f"{URL}/releases/download/v2.0/reader.sit"}],
}


def read(url: str, *answers: Any) -> Article:
    return article_at("github", url, [json.dumps(answer).encode() for answer in answers])


def hrefs(article: Article) -> list[str]:
    """Return where the paragraphs and the lists of an article lead."""
    inner = [each for block in article.blocks if isinstance(block, ItemList) for item in block.items for each in item]
    return [
        run.href
        for block in (*article.blocks, *inner)
        if isinstance(block, Paragraph)
        for run in block.runs
        if run.href
    ]


def test_a_repository_is_its_readme_with_the_markup_in_it_cleaned() -> None:
    article = read(URL, REPOSITORY, README)
    assert (article.title, article.deck, article.date) == ("ann/reader", "Reads the news", "2024-03-27")
    assert [text_of(block) for block in article.blocks] == [
        "Code | Releases",
        "For old machines",
        "How to begin",
        "See the guide.",
    ]
    assert hrefs(article) == [f"{URL}/tree/main", f"{URL}/releases", f"{URL}/blob/main/docs/guide.md"]


def test_a_release_is_what_is_said_of_it_and_its_files() -> None:
    article = read(f"{URL}/releases/tag/v2.0", RELEASE)
    assert (article.title, article.byline) == ("Second edition (ann/reader)", "ann")
    assert hrefs(article) == [
        f"{URL}/releases/download/v2.0/reader.sit",
        f"{URL}/archive/refs/tags/v2.0.zip",
        f"{URL}/archive/refs/tags/v2.0.tar.gz",
    ]


def test_releases_stand_under_their_names_or_else_their_tags() -> None:
    article = read(f"{URL}/releases", [RELEASE, {**RELEASE, "name": None, "tag_name": "v1.0", "body": None}])
    said = [text_of(block) for block in article.blocks]
    assert said[0] == "Second edition 2024-03-27"
    assert "v1.0 2024-03-27" in said


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("", ["", "/readme"]),
        ("/", ["", "/readme"]),
        (".git", ["", "/readme"]),
        ("/issues/7", ["/issues/7", "/issues/7/comments?per_page=100"]),
        ("/releases", ["/releases?per_page=20"]),
        ("/releases?page=2", ["/releases?per_page=20"]),
        ("/releases/latest", ["/releases/latest"]),
        ("/releases/tag/v2.0", ["/releases/tags/v2.0"]),
        ("/tree/main", ["/contents/?ref=main"]),
        ("/tree/main/src/", ["/contents/src?ref=main"]),
        ("/blob/v2.0/src/a%20b.c?plain=1", ["/contents/src/a%20b.c?ref=v2.0"]),
    ],
)
def test_each_kind_of_page_has_its_own_answer_and_one_name_for_all(page: str, asked: list[str]) -> None:
    adapter = adapter_of(URL + page, ("github",), leads=True)
    assert adapter is not None
    assert adapter.addresses(URL + page, "http://mirror.example") == tuple(
        f"http://mirror.example/repos/ann/reader{each}" for each in asked
    )
