"""The parts of today's file as plain text."""

from app.models import Article, Headline, Paragraph, Run
from app.render.pages.front_page import FrontView
from app.render.profiles.profiles import PROFILES
from app.render.text.digest import DigestText

HEADLINE = Headline("A tower “moves”", "http://x.example/1", "Post", "", 0, 1_699_996_400, "In short.")
ARTICLE = Article("http://x.example/1", "A tower", (Paragraph((Run("See "), Run("this", href="http://y.example/"))),))


def writer(name: str) -> DigestText:
    profile = PROFILES[name]
    return DigestText(FrontView("", "", (), (), 0, 1_700_000_000), profile, profile.text_charset("western"))


def test_a_story_has_its_number_its_title_who_tells_it_and_its_text() -> None:
    assert writer("universal").story(3, HEADLINE, ARTICLE) == (
        b'3. A tower "moves"\n------------------\nPost, 1 hour ago\n\nSee this\n\n\n'
    )


def test_without_a_text_it_has_its_summary() -> None:
    assert b"1 hour ago\n\nIn short.\n\n\n" in writer("universal").story(3, HEADLINE, None)


def test_the_contents_are_numbered_and_lines_end_as_the_machine_wants() -> None:
    assert writer("macplus").contents([HEADLINE, HEADLINE]) == (
        "1. A tower “moves”\r2. A tower “moves”\r\r\r".encode("mac-roman")
    )


def test_the_head_has_the_title_and_lines_under_it() -> None:
    assert writer("universal").head("News IN", ("Thursday", "3 stories")) == (
        b"News IN\n=======\nThursday\n3 stories\n\n\n"
    )
