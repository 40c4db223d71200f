"""Lines through an engine that translates, over a real server: in batches, kept for a while, and as far as it gets."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import OriginBusy, OriginFailed, OriginRefused, OriginTimeout
from app.fetch.client import Client
from app.isolation import TaskLimits, TaskPool
from app.models import Run, Runs
from app.services.translator import MOST_CHARACTERS, MOST_TEXTS, Translator, batches, length_of
from app.storage import SqliteStore
from app.storage.cache import Cache
from app.translate.languages import AUTO
from tests.libretranslate import LibreTranslate, said
from tests.origin import loopback_rules

LINES: tuple[Runs, ...] = tuple((Run(f"Satz Nummer {place}, "), Run("betont", "b")) for place in range(50))


@pytest.fixture
def engine() -> Iterator[LibreTranslate]:
    with LibreTranslate("secret-1") as server:
        yield server


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "store.sqlite3", 10_000_000)


@pytest.fixture
def translator(engine: LibreTranslate, store: SqliteStore) -> Callable[..., Translator]:
    def made(key: str = "secret-1", seconds: float = 20, **rules: object) -> Translator:
        client = Client(replace(loopback_rules(deadline=30), **rules))  # type: ignore[arg-type]
        tasks = TaskPool(0, TaskLimits(5, 400_000_000))
        return Translator(client, Cache(store, 1_000_000), tasks, engine.base, key, seconds)

    return made


def text(line: Runs) -> str:
    return "".join(run.text for run in line)


def test_lines_are_asked_in_batches_and_come_back_in_order(
    engine: LibreTranslate, translator: Callable[..., Translator]
) -> None:
    progress = translator().translated(LINES, AUTO, "en")
    assert progress.error is None
    assert [len(asked["q"]) for asked in engine.asked] == [20, 20, 10]
    assert len(progress.lines) == len(LINES)
    assert progress.lines[3] == (Run("the old 3, "), Run("lighthouse", "b"))
    assert all(asked["api_key"] == "secret-1" for asked in engine.asked)


def test_the_language_that_is_found_first_counts_for_the_rest(
    engine: LibreTranslate, translator: Callable[..., Translator]
) -> None:
    assert translator().translated(LINES, AUTO, "en").source == "de"
    assert [asked["source"] for asked in engine.asked] == ["auto", "de", "de"]


def test_no_batch_is_larger_than_an_engine_answers_soon() -> None:
    lines = [(Run("word " * size),) for size in (1, 300, 300, 1, 900, 1, *([1] * 30))]
    groups = list(batches(lines))
    assert [each for group in groups for each in group] == lines
    for group in groups:
        assert len(group) <= MOST_TEXTS
        assert len(group) == 1 or sum(map(length_of, group)) <= MOST_CHARACTERS


def test_lines_without_their_tags_are_asked_once_more_without_any(
    engine: LibreTranslate, translator: Callable[..., Translator]
) -> None:
    engine.write(lambda texts: [each.replace("</a>", "") for each in texts])
    line = (Run("Der "), Run("Turm", "", "https://example.org/"))
    progress = translator().translated([line, (Run("Das Meer"),)], "de", "en")
    assert [asked["q"] for asked in engine.asked] == [['Der <a id="1">Turm</a>', "Das Meer"], ["Der Turm"]]
    assert text(progress.lines[0]) == "Der Turm [Turm]"
    assert progress.lines[0][-2] == line[1]


def test_what_the_engine_does_not_take_stays_as_it_was(
    engine: LibreTranslate, translator: Callable[..., Translator]
) -> None:
    engine.limit(1000)
    long = (Run("Ein langes Wort. " * 120),)
    progress = translator().translated([(Run("Titel"),), long, (Run("Ende"),)], "de", "en")
    assert progress.error is None
    assert progress.lines[1] == long
    assert [text(progress.lines[place]) for place in (0, 2)] == ["the", "the"]


@pytest.mark.parametrize(
    ("status", "kind"), [(403, OriginRefused), (429, OriginBusy), (500, OriginFailed), (502, OriginFailed)]
)
def test_what_had_come_before_a_failure_is_there(
    engine: LibreTranslate, translator: Callable[..., Translator], status: int, kind: type[Exception]
) -> None:
    engine.fail(status, after=1)
    progress = translator().translated(LINES, "de", "en")
    assert isinstance(progress.error, kind)
    assert len(progress.lines) == 20
    assert progress.has_words


def test_it_goes_on_where_it_stopped(engine: LibreTranslate, translator: Callable[..., Translator]) -> None:
    engine.hang(after=2)
    slow = translator(seconds=0.5).translated(LINES, AUTO, "en")
    assert isinstance(slow.error, OriginTimeout)
    assert len(slow.lines) == 40
    engine.mend()
    assert translator().translated(LINES, AUTO, "en").error is None
    assert [asked["q"] for asked in engine.asked[2:]] == [
        ['Satz Nummer 40, <a id="1">betont</a>', *engine.asked[2]["q"][1:]]
    ]


@pytest.mark.parametrize("answer", [[], ["a"], [1] * 20, [None] * 20, ["a"] * 21])
def test_garbage_is_a_failure(
    engine: LibreTranslate, translator: Callable[..., Translator], answer: list[object]
) -> None:
    engine.write(lambda texts: answer)
    progress = translator().translated(LINES, "de", "en")
    assert isinstance(progress.error, OriginFailed)
    assert (progress.lines, progress.has_words) == ([], False)


def test_where_nothing_comes_back_the_lines_stay(engine: LibreTranslate, translator: Callable[..., Translator]) -> None:
    engine.write(lambda texts: [""] * len(texts))
    progress = translator().translated(LINES, "de", "en")
    assert tuple(progress.lines) == LINES
    assert not progress.has_words


def test_nothing_is_sent_on_to_where_an_engine_redirects(
    engine: LibreTranslate, store: SqliteStore, translator: Callable[..., Translator]
) -> None:
    engine.fail(302)
    progress = translator().translated(LINES, "de", "en")
    assert isinstance(progress.error, OriginRefused | OriginFailed)
    assert len(engine.requests) == 1


def test_code_comes_back_as_it_went() -> None:
    assert said('Der <code id="1">print()</code> Turm', "en").count("print()") == 1
