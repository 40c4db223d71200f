"""Headings and lines that announce sources, or other stories."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.labels import may_head_teasers, says_contents, says_others, says_sources
from app.extract.scoring.text_blocks import TextBlock
from app.extract.scoring.walk import page_text


def _block(words: str) -> TextBlock:
    (block,) = page_text(parse(f"<body><p>{words}</p></body>")).blocks
    return block


@pytest.mark.parametrize(
    "words",
    [
        "Related stories",
        "'공지' 카테고리의 다른 글",
        "RELATED:",
        "Also check:",
        "More On This Topic",
        "If you liked this post you might also like:",
        "If you enjoyed this article, check out our other guides",
        "Stories you may like",
        "اقرأ أيضًا:",
        "עוד בנושא",
        "আরও পড়ুন",
        "ข่าวที่เกี่ยวข้อง",
        "Tin liên quan",
        "Berita Terpopuler",
        "İlginizi çekebilir",
        "Материалы по теме:",
        "Още по темата",
        "Kapcsolódó",
        "Lue myös",
        "관련 뉴스",
        "延伸閱讀",
    ],
)
def test_other_stories_are_announced(words: str) -> None:
    assert says_others(_block(words))
    assert not says_sources(_block(words))


@pytest.mark.parametrize("words", ["Sources", "Quellen", "Источники", "参考文献"])
def test_sources_are_announced(words: str) -> None:
    assert says_sources(_block(words))


@pytest.mark.parametrize(
    "words",
    ["The related stories of the mill", "If you like this, so will the miller", "Тема дня", "Leer", "Kapcsolat"],
)
def test_other_headings_announce_neither(words: str) -> None:
    assert not says_others(_block(words))
    assert not says_sources(_block(words))


@pytest.mark.parametrize(
    "words", ["Table of Contents", "In this article:", "Inhaltsverzeichnis", "目次", "İçindekiler"]
)
def test_a_table_of_contents_is_announced(words: str) -> None:
    assert says_contents(_block(words))


@pytest.mark.parametrize("words", ["Contents", "Inhalt", "In this article the mill is moved"])
def test_what_may_head_a_text_announces_none(words: str) -> None:
    assert not says_contents(_block(words))


@pytest.mark.parametrize(
    "words",
    ["Most Read from the Gazette", "Don’t miss these stories from <a href=/more>the Gazette</a>", "More from the quay"],
)
def test_teasers_may_stand_under_a_line_that_names_where_they_are_from(words: str) -> None:
    assert may_head_teasers(_block(words))
    assert not may_head_teasers(_block(f"<a href=/a>{words}</a>"))
