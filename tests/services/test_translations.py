"""An article in another language, over real servers: kept by its text, asked for once, counted once."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from app.errors import LimitReached, OriginFailed, OriginTimeout, ReaderError, UnknownPlace
from app.models import Article, Heading, Paragraph, Run
from app.services.admission import OWN_WORK, CountedOnce
from app.services.cached_content import CachedContent
from app.services.translations import MOST_CHARACTERS, Translations
from app.storage.single_flight import InThread
from app.translate.lines import SO_FAR
from app.web.wiring.groundwork import lay_groundwork
from app.web.wiring.services import build_services
from app.web.wiring.translating import build_translations
from config import Settings
from tests.libretranslate import LibreTranslate

ARTICLE = Article(
    "https://example.org/turm",
    "Der Turm",
    tuple(Paragraph((Run(f"Absatz {place} über den Turm. " * 4),)) for place in range(30)),
    language="de",
    links=("https://example.org/ Anfang",),
)


class Counted(InThread):
    """The admission of a client who may read so often."""

    def __init__(self, most: int = 99) -> None:
        self.left = most
        self.counted = 0

    def count(self) -> None:
        if self.counted >= self.left:
            raise LimitReached("enough")
        self.counted += 1


@pytest.fixture
def engine() -> Iterator[LibreTranslate]:
    with LibreTranslate() as server:
        yield server


@pytest.fixture
def made(settings: Settings, engine: LibreTranslate) -> Callable[..., Translations]:
    def build(**changes: object) -> Translations:
        changed = replace(settings, TRANSLATE_URL=engine.base, **changes)  # type: ignore[arg-type]
        return build_translations(lay_groundwork(changed))

    return build


def cached(article: Article = ARTICLE) -> CachedContent:
    return CachedContent(article, 1_000_000, 0)


def test_an_article_is_translated_once_and_kept(engine: LibreTranslate, made: Callable[..., Translations]) -> None:
    first = made().translated(cached(), "en", OWN_WORK)
    assert (first.source, first.is_final, first.article.language) == ("de", True, "en")
    assert first.article.title == "the old"
    asked = len(engine.asked)
    again = made().translated(cached(), "en", OWN_WORK)
    assert again == first
    assert len(engine.asked) == asked


def test_it_is_kept_by_its_text_not_by_what_stands_around_it(
    engine: LibreTranslate, made: Callable[..., Translations]
) -> None:
    made().translated(cached(), "en", OWN_WORK)
    asked = len(engine.asked)
    moved = replace(ARTICLE, links=("https://example.org/new Neues",))
    assert made().translated(cached(moved), "en", OWN_WORK).article.links == moved.links
    assert len(engine.asked) == asked
    changed = replace(ARTICLE, blocks=(*ARTICLE.blocks, Heading(2, (Run("Nachtrag"),))))
    made().translated(cached(changed), "en", OWN_WORK)
    assert len(engine.asked) > asked


def test_it_is_one_read_of_the_client_however_often_the_engine_is_asked(made: Callable[..., Translations]) -> None:
    client = Counted()
    made().translated(cached(), "en", CountedOnce(client))
    assert client.counted == 1
    made().translated(cached(), "en", CountedOnce(client))
    assert client.counted == 1


def test_a_client_whose_reads_are_used_up_has_none_made(
    engine: LibreTranslate, made: Callable[..., Translations]
) -> None:
    with pytest.raises(LimitReached):
        made().translated(cached(), "en", Counted(1))
    assert engine.asked == []


def test_many_who_want_the_same_wait_for_one(engine: LibreTranslate, made: Callable[..., Translations]) -> None:
    translations, barrier = made(), threading.Barrier(5)
    found: list[str] = []

    def read() -> None:
        barrier.wait(30)
        found.append(translations.translated(cached(), "en", OWN_WORK).article.title)

    threads = [threading.Thread(target=read) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert found == ["the old"] * 5
    texts = [text for asked in engine.asked for text in asked["q"]]
    assert len(texts) == 31


def test_a_language_that_the_engine_does_not_know_is_said(
    engine: LibreTranslate, made: Callable[..., Translations]
) -> None:
    for tag in ("el", "de"):
        with pytest.raises(UnknownPlace, match="does not translate between these languages"):
            made().translated(cached(), tag, OWN_WORK)
    assert engine.asked == []


def test_a_page_that_lies_about_its_language_is_left_to_the_engine(
    engine: LibreTranslate, made: Callable[..., Translations]
) -> None:
    russian = Article("https://example.org/", "Маяк", (Paragraph((Run("Маяк перенесли."),)),), language="en")
    made().translated(cached(russian), "en", OWN_WORK)
    assert engine.asked[0]["source"] == "auto"


@pytest.mark.parametrize("status", [400, 403, 429, 500, 503])
def test_a_failure_is_one_sentence_and_not_asked_for_at_once_again(
    engine: LibreTranslate, made: Callable[..., Translations], status: int
) -> None:
    engine.fail(status)
    for _ in range(2):
        with pytest.raises(OriginFailed, match="LibreTranslate does not answer at the moment"):
            made().translated(cached(), "en", OWN_WORK)
    assert engine.hits("/translate") == (2 if status == 400 else 1)


def test_an_engine_that_failed_is_left_alone_by_all_articles(
    engine: LibreTranslate, made: Callable[..., Translations]
) -> None:
    engine.fail(500)
    for title in ("Eins", "Zwei"):
        with pytest.raises(ReaderError):
            made().translated(cached(replace(ARTICLE, title=title)), "en", OWN_WORK)
    assert engine.hits("/translate") == 1
    assert made().standing()["LibreTranslate"] > 0


def test_texts_that_it_does_not_take_do_not_keep_others_from_it(
    engine: LibreTranslate, made: Callable[..., Translations]
) -> None:
    engine.fail(400)
    with pytest.raises(OriginFailed):
        made().translated(cached(), "en", OWN_WORK)
    engine.mend()
    assert made().translated(cached(replace(ARTICLE, title="Ein anderer")), "en", OWN_WORK).is_final


def test_an_engine_that_hangs_is_waited_for_so_long(engine: LibreTranslate, made: Callable[..., Translations]) -> None:
    engine.hang()
    with pytest.raises(OriginTimeout, match="LibreTranslate does not answer at the moment"):
        made(TRANSLATE_SECONDS=0.3).translated(cached(), "en", OWN_WORK)


def test_a_slow_engine_gets_further_each_time(engine: LibreTranslate, made: Callable[..., Translations]) -> None:
    engine.hang(after=1)
    part = made(TRANSLATE_SECONDS=0.5, FAILURE_SECONDS=0).translated(cached(), "en", OWN_WORK)
    assert not part.is_final
    assert part.article.title == "the old"
    assert Paragraph((Run(SO_FAR, "b"),)) in part.article.blocks
    engine.mend()
    whole = made(FAILURE_SECONDS=0).translated(cached(), "en", OWN_WORK)
    assert whole.is_final
    assert Paragraph((Run(SO_FAR, "b"),)) not in whole.article.blocks


def test_a_text_that_is_very_long_is_translated_as_far_as_that_goes(made: Callable[..., Translations]) -> None:
    long = Paragraph((Run("Ein langer Satz. " * 110),))
    article = replace(ARTICLE, blocks=(long,) * (MOST_CHARACTERS // 1800 + 5))
    found = made(TRANSLATIONS_PER_DAY=1).translated(cached(article), "en", OWN_WORK)
    assert found.is_final
    assert Paragraph((Run(SO_FAR, "b"),)) in found.article.blocks
    assert found.article.blocks[-1] == long


def test_so_many_are_made_in_a_day(engine: LibreTranslate, made: Callable[..., Translations]) -> None:
    translations = made(TRANSLATIONS_PER_DAY=1)
    translations.translated(cached(), "en", OWN_WORK)
    with pytest.raises(ReaderError, match="LibreTranslate is not asked at the moment"):
        translations.translated(cached(replace(ARTICLE, title="Zwei")), "en", OWN_WORK)
    assert translations.translated(cached(), "en", OWN_WORK).is_final


@pytest.mark.parametrize("lists", [{"FETCH_ALLOW_HOSTS": ("example.org",)}, {"FETCH_DENY_HOSTS": ("127.0.0.1",)}])
def test_the_engine_may_be_where_no_reader_is_let(made: Callable[..., Translations], lists: dict[str, object]) -> None:
    found = made(FETCH_ALLOWED_NETWORKS=(), **lists).translated(cached(), "en", OWN_WORK)
    assert found.is_final
    assert found.cached.granted == ()


def test_what_keeps_an_article_from_readers_keeps_its_translation(made: Callable[..., Translations]) -> None:
    held = replace(cached(), granted=("10.0.0.1",))
    assert made().translated(held, "en", OWN_WORK).cached.granted == ("10.0.0.1",)


def test_an_engine_that_does_not_say_what_it_knows_fails(
    engine: LibreTranslate, made: Callable[..., Translations]
) -> None:
    engine.languages = {"error": "no"}
    with pytest.raises(OriginFailed, match="LibreTranslate sent an answer that makes no sense"):
        made().translated(cached(), "en", OWN_WORK)


def test_without_an_address_nobody_is_asked(settings: Settings) -> None:
    translations = build_services(settings).translations
    assert not translations.is_on
    assert translations.standing() == {}
