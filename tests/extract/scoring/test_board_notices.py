"""What boards and old sites say around a text is none of it."""

import pytest

from app.extract.scoring.board_notices import is_board_notice


@pytest.mark.parametrize(
    "text",
    [
        "you may not post new threads",
        "you cannot post new topics in this forum you cannot reply to topics in this forum",
        "you can vote in polls",
        "you are visitor number",
        "you are the visitor no. 12,345",
        "ip logged",
        "there are currently, 14 guest(s) and 2 member(s) that are online.",
        "you are anonymous user. you can register for free by clicking here",
        "please take a second and vote for this article:",
        "all logos and trademarks in this site are property of their respective owner.",
        "powered by phpbb © 2001, 2005 phpbb group",
    ],
)
def test_rules_counters_and_makers_are_notices(text: str) -> None:
    assert is_board_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "you may not post a letter without a stamp. the keeper will throw it into the sea.",
        "you can sail round the island in a day",
        "there are currently 14 guests in the inn, and one more is expected from the boat",
        "you are visitors here, said the keeper",
        "powered by two engines of ninety horses each, the boat is fast",
    ],
)
def test_sentences_that_begin_so_are_none(text: str) -> None:
    assert not is_board_notice(text)
