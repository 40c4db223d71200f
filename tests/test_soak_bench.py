"""What `bench.soak` holds answers against: it must see what is wrong, or it proves nothing."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from app.images import convert
from app.render.profiles.profiles import PROFILES
from app.web.image_sizes import usual_screen
from bench.soak import SqliteFile
from bench.standin.faults import FAULTS, Outcome
from bench.standin.pages import ARTICLES, MARK, article, mark_of, number_in, picture
from bench.standin.readers import complaints
from bench.standin.web import fault_of

SOUND = 7
WHOLE = f"<h1>A {mark_of(SOUND)}</h1><p>The end {mark_of(SOUND, end=True)}</p>"


def test_one_site_in_five_is_faulty_in_forty_ways() -> None:
    assert len({each.name for each in FAULTS}) == len(FAULTS) == 40
    faults = [fault_of(number) for number in range(ARTICLES)]
    assert {each.name for each in faults if each} == {each.name for each in FAULTS}
    assert sum(each is not None for each in faults) == ARTICLES // 5


def test_an_article_has_words_of_its_own_and_no_others() -> None:
    marks = [set(MARK.findall(article(number).decode())) for number in (SOUND, SOUND + 1)]
    assert marks[0] == {mark_of(SOUND), mark_of(SOUND, end=True)}
    assert not marks[0] & marks[1]


def test_a_file_that_hangs_is_let_go_of_by_any_thread(tmp_path: Path) -> None:
    store = SqliteFile(tmp_path)
    path = store.url.removeprefix("sqlite:///")
    store.hang(True)
    with closing(sqlite3.connect(path, timeout=0)) as reader:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            reader.execute("CREATE TABLE a (b)")
        with ThreadPoolExecutor(1) as pool:
            pool.submit(store.hang, False).result()
        reader.execute("CREATE TABLE a (b)")


@pytest.mark.parametrize("profile", ["macplus", "netscape", "palm", "universal"])
@pytest.mark.parametrize("number", [0, 1, 1365, ARTICLES - 1])
def test_a_picture_shows_its_number_on_every_screen(number: int, profile: str) -> None:
    made = convert(picture(number), usual_screen(PROFILES[profile]), 10_000_000)
    assert number_in(made.body) == number


@pytest.mark.parametrize(
    ("outcome", "status", "text", "wrong"),
    [
        (Outcome.WHOLE, 200, WHOLE, []),
        (Outcome.WHOLE, 200, WHOLE.replace("The end", mark_of(8)), ["words of another article"]),
        (Outcome.WHOLE, 200, "<p>Hello</p>", ["the article is not in it", "the end is not in it"]),
        (Outcome.WHOLE, 200, mark_of(SOUND), ["the end is not in it"]),
        (Outcome.WHOLE, 200, f"{mark_of(SOUND)} <a>Next &gt;</a>", []),
        (Outcome.WHOLE, 502, "<p>Sorry</p>", ["the article did not open"]),
        (Outcome.WHOLE, 500, "<p>Our mistake</p>", ["a failure of ours"]),
        (Outcome.FAILED, 500, "<p>Our mistake</p>", ["a failure of ours"]),
        (Outcome.FAILED, 504, "<p>Sorry</p>", []),
        (Outcome.FAILED, 504, mark_of(8), ["words of another article"]),
        (Outcome.FAILED, 200, WHOLE, ["a page that cannot be"]),
        (Outcome.EITHER, 200, mark_of(SOUND), []),
        (Outcome.EITHER, 502, "<p>Sorry</p>", []),
    ],
)
def test_what_is_wrong_with_an_answer_is_seen(outcome: Outcome, status: int, text: str, wrong: list[str]) -> None:
    assert list(complaints(SOUND, outcome, status, text)) == wrong
