"""Paragraphs of laws, rules and terms that are numbered: the next number belongs to those before it, however short.

So does the number of an article in a line of its own, which sites of laws make a link.
"""

import re
from collections.abc import Sequence

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.text_blocks import TextBlock

_NUMBER = re.compile(r"\(?(\d{1,3})[.)°º]\s")
_LEAST_HOPE = 0.08  # the score of a paragraph with the next number
# What laws call their articles: whole, in small letters, with the number.
_ARTICLE = re.compile(
    r"(?:§{1,2}|art(?:\.|icle|icolo|ículo|igo|ikel|ykuł)?|madde|section|điều|άρθρο|стат(?:ья|тя)|член|المادة|ماده)"
    r"\s?[a-z]{0,2}[.\s-]{0,2}\d{1,4}(?:\W.{0,20})?|"
    r"第\s?[\d一二三四五六七八九十百千零〇]{1,7}\s?[条條](?:の[\d一二三四五六七八九十])?|제\s?\d{1,4}조.{0,20}"
)
_LONGEST_ARTICLE = 40  # characters


def keep_next_numbers(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, each paragraph that has the number behind that of the last kept one of its template, and each
    line that is the number of an article over kept text.
    """
    last: dict[tuple[str, ...], int] = {}
    for place, block in enumerate(blocks):
        if block.container.level:
            continue
        if not kept[place] and _is_over_article(blocks, kept, place):
            kept[place] = True
        found = _NUMBER.match(block.text)
        if found is None:
            continue
        number, template = int(found[1]), block.container.template
        if number == last.get(template, -1) + 1 and _may_be_text(block) and scores[place] >= _LEAST_HOPE:
            kept[place] = True
        if kept[place]:
            last[template] = number


def _is_over_article(blocks: Sequence[TextBlock], kept: Sequence[bool], place: int) -> bool:
    text = blocks[place].text
    follows = place + 1 < len(blocks) and kept[place + 1] and not blocks[place + 1].container.level
    return follows and len(text) <= _LONGEST_ARTICLE and _ARTICLE.fullmatch(text.lower()) is not None


def _may_be_text(block: TextBlock) -> bool:
    return not block.is_linked and not is_furniture(block)
