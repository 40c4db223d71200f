"""The answers of a page that asks a question (https://schema.org/QAPage): each is its text, the last as the first."""

from collections import Counter
from collections.abc import Sequence

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.text_blocks import Container, PageText

_ANSWERS = frozenset({"itemprop=acceptedanswer", "itemprop=suggestedanswer"})
_FEWEST = 2  # answers, and kept blocks of the template that text has
_LEAST_HOPE = 0.05  # the score of a block that stands as the text of other answers does


def keep_answers(page: PageText, scores: Sequence[float], kept: list[bool]) -> None:
    """Keep in each answer, in place, what stands in such elements as kept text of the answers does."""
    answers, blocks = _answers(page), page.blocks
    if len(answers) < _FEWEST:
        return
    places = [place for answer in answers for place in range(answer.first, answer.end)]
    known = Counter(blocks[place].container.template for place in places if kept[place] and not blocks[place].links)
    for place in places:
        block = blocks[place]
        if known[block.container.template] >= _FEWEST and scores[place] >= _LEAST_HOPE and not is_furniture(block):
            kept[place] = True


def _answers(page: PageText) -> list[Container]:
    """Return the containers that are said to be answers, in reading order, of one in another the inner one."""
    said = {each for each in page.containers if each.extra and not _ANSWERS.isdisjoint(each.extra)}
    if len(said) < _FEWEST:
        return []
    found = (next((each for each in block.container.outward() if each in said), None) for block in page.blocks)
    return list(dict.fromkeys(answer for answer in found if answer is not None))
