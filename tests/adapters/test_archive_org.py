"""Items of the Internet Archive, by answers of the shape that its documentation shows."""

import json
from typing import Any

import pytest

from app.adapters.archive_org import MOST_FILES
from app.adapters.table import article_at
from app.errors import NoText
from app.models import Article, ArticleImage, Figure, ItemList, Paragraph, text_of

URL = "https://archive.org/details/harbour"
ITEM: dict[str, Any] = {
    "created": 1711533600,
    "d1": "ia800100.us.archive.org",
    "files_count": 6,
    "metadata": {
        "identifier": "harbour",
        "mediatype": "texts",
        "title": "Harbours of the north",
        "creator": ["Ann Keeper", "Bob Pilot"],
        "date": "1912-05-01",
        "description": "<div>A book of harbours<br>and <b>lamps</b>.</div><script>alert(1)</script>",
    },
    "files": [
        {"name": "harbour.pdf", "source": "original", "format": "Text PDF", "size": "2150400"},
        {"name": "harbour_djvu.txt", "source": "derivative", "format": "DjVuTXT", "size": "81920"},
        {"name": "harbour_hocr_pageindex.json.gz", "source": "derivative", "format": "OCR Page Index", "size": "9"},
        {"name": "harbour_meta.xml", "source": "metadata", "format": "Metadata", "size": "900"},
        {"name": "maps/north & south.gif", "source": "original", "format": "GIF", "size": "1024"},
        {"name": "hidden.txt", "source": "original", "format": "Text", "private": "true"},
    ],
}


def read(item: Any) -> Article:
    return article_at("archive-org", URL, [json.dumps(item).encode()])


def files_of(article: Article) -> list[Paragraph]:
    (found,) = [block for block in article.blocks if isinstance(block, ItemList)]
    return [each for item in found.items for each in item if isinstance(each, Paragraph)]


def test_an_item_has_its_picture_who_made_it_and_what_it_is() -> None:
    article = read(ITEM)
    assert (article.title, article.byline, article.date) == (
        "Harbours of the north",
        "Ann Keeper, Bob Pilot",
        "1912-05-01",
    )
    assert article.images == (ArticleImage("https://archive.org/services/img/harbour"),)
    assert article.blocks[0] == Figure(1)
    assert text_of(article.blocks[1]) == "A book of harbours\nand lamps."


def test_its_files_are_links_texts_first_without_what_the_archive_made_for_itself() -> None:
    files = files_of(read(ITEM))
    assert [text_of(each) for each in files] == [
        "harbour_djvu.txt, DjVuTXT, 80 KB",
        "harbour.pdf, Text PDF, 2.1 MB",
        "maps/north & south.gif, GIF, 1 KB",
    ]
    assert files[2].runs[0].href == "https://archive.org/download/harbour/maps/north%20%26%20south.gif"


def test_of_many_files_the_number_of_those_left_out_is_said() -> None:
    many = [{"name": f"{number:04}.txt", "source": "original"} for number in range(MOST_FILES + 7)]
    article = read({**ITEM, "files": many})
    assert len(files_of(article)) == MOST_FILES
    assert text_of(article.blocks[-1]) == "and 7 more"


def test_fields_may_stand_alone_in_lists_or_be_missing() -> None:
    article = read({"metadata": {"title": ["One", "Two"], "creator": "Ann", "date": "1912"}, "files": []})
    assert (article.title, article.byline, article.date) == ("One", "Ann", "")
    assert article.blocks == (Figure(1),)


@pytest.mark.parametrize("item", [{}, {"is_dark": True, "files": []}])
def test_an_item_that_is_not_there_or_was_taken_away_has_nothing(item: Any) -> None:
    with pytest.raises(NoText):
        read(item)
