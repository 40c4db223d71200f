"""A page that is nothing but the terms of its site has them."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.hints import Hints
from app.extract.scoring.own_notices import TITLES, keep_own_notice
from app.extract.scoring.walk import page_text
from app.text.normalize import letters
from tests.extract.scoring.pages import text, whole

CLAUSES = (
    "We use cookies to remember your berth.",
    "You may unsubscribe at any time, and sign up again.",
    "Boats that stay for more than one hour, with an engine or without, pay the fee of the day on which they came.",
)
LIST = "<ol>" + "".join(f"<li>{clause}</li>" for clause in CLAUSES) + "</ol>"
OTHERS = "<aside class=legal><a href=/terms>Terms</a> <a href=/cookies>Cookies</a></aside>"


def page(title: str, body: str) -> str:
    around = f"<div>{OTHERS}<div class=legal><h1>{title}</h1>{body}</div></div>"
    return whole(around).replace("<title>The tide mill grinds again", f"<title>{title}")


def missing(said: str) -> list[str]:
    return [clause for clause in CLAUSES if clause not in said]


@pytest.mark.parametrize("title", [titles.split(",")[0].strip().capitalize() for titles in TITLES.values()])
def test_all_clauses_of_terms_stay_in_every_language(title: str) -> None:
    assert missing(text(page(title, f"<h2>1.</h2>{LIST}"))) == []


def test_what_stands_beside_them_does_not() -> None:
    said = text(
        page("Privacy policy of the harbour", f"{LIST}<nav><a href=/a>Jobs</a></nav><p><a href=/b>Sign in</a></p>")
    )
    assert not missing(said)
    assert not any(word in said for word in ("Sign in", "Jobs", "Cookies"))


@pytest.mark.parametrize(
    ("title", "stays"),
    [
        ("Privacy policy | The harbour", True),
        ("Privacy policy of the largest harbour in the land is against the law, a court says", False),
        ("The harbour has a new privacy policy", False),
    ],
)
def test_a_story_about_them_is_a_story(title: str, stays: bool) -> None:
    found = page_text(parse(f"<body><h1>{title}</h1>{LIST}</body>"))
    kept = [False] * len(found.blocks)
    keep_own_notice(found, kept, Hints(titles=f"\n{letters(title)}\n"))
    assert any(kept) is stays


def test_where_nearly_all_is_kept_anyway_nothing_is_added() -> None:
    found = page_text(parse(f"<body><h1>Terms of use</h1><p>5 June</p><p>{CLAUSES[2] * 9}</p></body>"))
    kept = [False, False, True]
    keep_own_notice(found, kept, Hints(titles="\ntermsofuse\n"))
    assert kept == [False, False, True]
