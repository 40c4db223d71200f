"""An article in the reader's language as a reader sees it: the link, the pages, the files, and what goes wrong."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from app.render.language import ENGLISH, language
from app.web.app_factory import create_app
from app.web.views.translations import name_of
from config import Settings
from tests.libretranslate import LibreTranslate
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin
from tests.render.everything import tongue_page

GERMAN = (
    "<html lang='de'><title>Der Turm</title><article><h1>Der Turm am Meer</h1>"
    "<p>Der alte Turm stand <b>lange</b> am Meer, sagt <a href='/waechter?a=1&b=2'>der Wächter der Küste</a>, und niemand sah hin.</p>"
    "<p>Im Januar fiel die Klippe, und im März bewegte sich der Turm; die ganze Stadt ging neben ihm her.</p>"
    "<pre>turm.bewegen()</pre><ul><li>Ein langer Weg für einen alten Turm</li><li>Zwei Wochen auf Schienen und Balken</li></ul>"
    "<figure><img src='/turm.jpg' width='900' height='600' alt='Turm'><figcaption>Der Turm von oben</figcaption></figure>"
    "<p>Am Sonntag brannte das Licht wieder, drei Boote antworteten, und dann ging jeder nach Hause.</p></article></html>"
)

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=y>&lt;b&gt; &amp;lt; \x00\x1b[31m&#27;[2J&#x202e;<a href=javascript:z>"
)


@pytest.fixture
def engine() -> Iterator[LibreTranslate]:
    with LibreTranslate("secret-1") as server:
        yield server


@pytest.fixture
def reader(settings: Settings, engine: LibreTranslate) -> Callable[..., FlaskClient]:
    def made(**changes: object) -> FlaskClient:
        usual = {"TRANSLATE_URL": engine.base, "TRANSLATE_KEY": "secret-1", "HOST_PER_SECOND": 100}
        return create_app(replace(settings, **usual | changes)).test_client()  # type: ignore[arg-type]

    return made


@pytest.fixture
def turm(origin: Origin) -> str:
    return origin.serve("/turm", GERMAN)


def page(browser: FlaskClient, path: str, status: int = 200) -> str:
    answer = browser.get(path)
    assert answer.status_code == status, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


def read(browser: FlaskClient, url: str, prefix: str = "") -> str:
    answer = browser.get(f"{prefix}/read", query_string={"url": url})
    assert answer.status_code == 200
    return str(answer.data, answer.mimetype_params.get("charset", "ascii"))


def link_into(text: str, words: str) -> str:
    found = re.search(rf'<a href="([^"]+)">{words}</a>', text)
    assert found, text
    return found[1]


def test_an_article_in_another_language_is_offered_in_ones_own(reader: Callable[..., FlaskClient], turm: str) -> None:
    browser = reader()
    text = read(browser, turm)
    assert text.index("<h1>") < text.index("In English</a>") < text.index("Turm stand")
    done = page(browser, link_into(text, "In English"))
    assert "<title>the old lighthouse was" in done
    assert "Translated by a machine. Language of the original: German." in done
    assert re.search(r"<strong>[a-z]+</strong> ", done)
    assert "Meer" not in done
    assert "turm.bewegen()" in done
    assert f"/a/{re.findall('/a/([a-z2-7]+)', text)[0]}" == link_into(done, "Back to the article")


def test_links_pictures_lists_and_captions_are_where_they_were(
    reader: Callable[..., FlaskClient], turm: str, origin: Origin
) -> None:
    browser = reader()
    text = read(browser, turm)
    done = page(browser, link_into(text, "In English"))
    links = [set(re.findall(r'href="(/a/[a-z2-7]+|/i/[a-z2-7]+/[a-z2-7]+)"', each)) for each in (text, done)]
    assert links[0] <= links[1]
    assert done.count("<li>") == text.count("<li>")
    assert "von oben" not in done


def test_it_is_read_by_all_and_translated_once(
    reader: Callable[..., FlaskClient], turm: str, engine: LibreTranslate
) -> None:
    browser = reader()
    path = link_into(read(browser, turm), "In English")
    first = page(browser, path)
    asked = len(engine.asked)
    assert page(reader(), path) == first
    assert len(engine.asked) == asked


def test_ones_own_language_is_that_of_the_edition(reader: Callable[..., FlaskClient], origin: Origin) -> None:
    browser = reader()
    url = origin.serve("/tower", modern_page(LIGHTHOUSE))
    text = read(browser, url, "/de")
    assert "In English" not in text
    done = page(browser, link_into(text, "Auf Deutsch"))
    assert "der Leuchtturm" in done
    assert 'href="/de/' in done
    assert "In English" not in read(browser, url)


def test_the_profile_names_a_language_too(reader: Callable[..., FlaskClient], origin: Origin) -> None:
    url = origin.serve("/tower", modern_page(LIGHTHOUSE))
    assert "/in/de" in link_into(read(reader(), url, "/~netscape-de"), "Auf Deutsch")


@pytest.mark.parametrize(
    ("prefix", "tag", "charset", "word"),
    [
        ("/~netscape-utf8/il", "he", "utf-8", "המגדלור"[::-1]),
        ("/~ie-utf8/jp", "ja", "utf-8", "灯台"),
        ("/~netscape-koi8r/ru", "ru", "koi8-r", "маяк"),
        ("/~netscape-utf8/cn", "zh-hans", "utf-8", "灯塔"),
    ],
)
def test_a_language_in_other_letters_is_a_page_in_its_own_set(
    reader: Callable[..., FlaskClient], origin: Origin, prefix: str, tag: str, charset: str, word: str
) -> None:
    browser = reader()
    url = origin.serve("/tower", modern_page(LIGHTHOUSE))
    text = read(browser, url, prefix)
    link = re.findall(rf'href="({prefix}/a/[a-z2-7]+/in/[a-z-]+)"', text)
    assert [each.rpartition("/")[2] for each in link] == [tag]
    answer = browser.get(link[0])
    assert answer.headers["Content-Type"].lower() == f"text/html; charset={charset}"
    assert word in answer.data.decode(charset)


def test_who_cannot_see_the_letters_of_his_edition_is_offered_english(
    reader: Callable[..., FlaskClient], turm: str
) -> None:
    assert "/in/en" in link_into(read(reader(), turm, "/~macplus/jp"), "In English")


def test_a_text_in_other_letters_than_its_page_says_is_offered(
    reader: Callable[..., FlaskClient], origin: Origin
) -> None:
    url = origin.serve("/russian", tongue_page("russian").replace("lang='ru'", "lang='en'"))
    browser = reader()
    done = page(browser, link_into(read(browser, url), "In English"))
    assert "the old lighthouse" in done


def test_a_long_one_has_pages_of_its_own(reader: Callable[..., FlaskClient], origin: Origin) -> None:
    url = origin.serve("/russian", tongue_page("russian"))
    browser = reader()
    path = link_into(read(browser, url, "/~macplus"), "In English")
    second = link_into(page(browser, path), "Next &gt;")
    assert second == f"{path}/2"
    assert "the old lighthouse" in page(browser, second)
    page(browser, f"{path}/99", 404)
    assert page(browser, f"{path}/all").count("the old lighthouse") > page(browser, path).count("the old lighthouse")


def test_it_is_printed_and_saved_as_a_file(reader: Callable[..., FlaskClient], turm: str) -> None:
    browser = reader()
    path = link_into(read(browser, turm), "In English")
    done = page(browser, path)
    for name in ("As plain text", "To print", "Other files"):
        assert f'href="{path}' in done, name
    files = page(browser, f"{path}/files")
    assert link_into(files, "&lt; Back to the article") == path
    for suffix in ("/print", ".txt", "/flowing.txt", ".rtf"):
        text = page(browser, path + suffix)
        assert "Language of the original: German." in text, suffix
        assert "lighthouse" in text, suffix
    assert b"lighthouse" in browser.get(f"{path}.pdb").data


def test_a_browser_that_has_it_is_told_so(reader: Callable[..., FlaskClient], turm: str) -> None:
    browser = reader()
    path = link_into(read(browser, turm), "In English")
    modified = browser.get(path).headers["Last-Modified"]
    assert browser.get(path, headers={"If-Modified-Since": modified}).status_code == 304


@pytest.mark.parametrize(("status", "answer"), [(403, 502), (429, 502), (500, 502)])
def test_where_the_engine_fails_one_sentence_says_so_and_leads_back(
    reader: Callable[..., FlaskClient], turm: str, engine: LibreTranslate, status: int, answer: int
) -> None:
    browser = reader()
    text = read(browser, turm)
    engine.fail(status)
    said = page(browser, link_into(text, "In English"), answer)
    assert "LibreTranslate does not answer at the moment; please try again in a few minutes." in said
    assert "Turm stand" in page(browser, link_into(said, "Back to the article"))


def test_where_it_does_not_answer_in_time_that_is_a_timeout(
    reader: Callable[..., FlaskClient], turm: str, engine: LibreTranslate
) -> None:
    browser = reader(TRANSLATE_SECONDS=0.3)
    text = read(browser, turm)
    engine.hang()
    page(browser, link_into(text, "In English"), 504)


def test_a_language_that_the_engine_lacks_is_not_found(reader: Callable[..., FlaskClient], turm: str) -> None:
    browser = reader()
    path = link_into(read(browser, turm), "In English").replace("/in/en", "/in/el")
    assert "LibreTranslate does not translate between these languages." in page(browser, path, 404)


@pytest.mark.parametrize("tag", ["xx", "english", "zh_hans"])
def test_there_is_no_page_in_a_language_that_nobody_knows(
    reader: Callable[..., FlaskClient], turm: str, tag: str
) -> None:
    browser = reader()
    page(browser, link_into(read(browser, turm), "In English").replace("/in/en", f"/in/{tag}"), 404)


def test_what_is_hostile_in_an_answer_is_text(
    reader: Callable[..., FlaskClient], turm: str, engine: LibreTranslate
) -> None:
    engine.write(lambda texts: [HOSTILE] * len(texts))
    browser = reader()
    done = page(browser, link_into(read(browser, turm), "In English"))
    assert "<script" not in done
    assert "<img src=x" not in done
    assert "alert(1)&lt;b&gt; &amp;lt;" in done
    assert "javascript" not in done
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]|&#(27|8238);", done)
    # The links of a text whose tags are lost stand behind it.
    assert re.search(r'\[<a href="/a/[a-z2-7]+">der W', done)


def test_a_reader_whose_reads_are_used_up_waits(
    reader: Callable[..., FlaskClient], turm: str, engine: LibreTranslate, within_a_minute: None
) -> None:
    browser = reader(LIMIT_READS_PER_MINUTE=1, LIMIT_EXEMPT_NETWORKS=())
    path = link_into(read(browser, turm), "In English")
    answer = browser.get(path)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert engine.asked == []


def test_without_an_engine_nothing_is_offered(reader: Callable[..., FlaskClient], turm: str) -> None:
    path = link_into(read(reader(), turm), "In English")
    browser = reader(TRANSLATE_URL="")
    assert "In English" not in read(browser, turm)
    page(browser, path, 404)


def test_a_page_of_the_past_stays_as_it_was(
    settings: Settings, reader: Callable[..., FlaskClient], origin: Origin
) -> None:
    url = origin.url("/turm")
    origin.serve(f"/web/20090701120000id_/{url}", GERMAN)
    browser = reader(WAYBACK_URL=origin.url("").rstrip("/"))
    assert "In English" not in page(browser, f"/web/2009/{url}")


def test_what_is_no_article_has_its_usual_page(reader: Callable[..., FlaskClient], turm: str, origin: Origin) -> None:
    browser = reader(ARTICLE_FRESH_SECONDS=0)
    path = link_into(read(browser, turm), "In English")
    links = "".join(f"<li><a href='/n/{place}'>Nachricht vom Tag {place}, die lang ist</a></li>" for place in range(80))
    origin.serve("/turm", f"<html lang='de'><title>Liste</title><ul>{links}</ul></html>")
    assert "Nachricht vom Tag" in page(browser, path)


def test_a_language_is_called_by_its_name_in_another() -> None:
    assert name_of("de", ENGLISH) == "German"
    assert name_of("zh-Hant", language("de")) == "Chinesisch"
    assert [name_of(tag, ENGLISH) for tag in ("", "x", "tlhtlh", "<b>")] == ["", "", "", ""]


def test_an_engine_in_a_private_network_opens_that_to_nobody(
    reader: Callable[..., FlaskClient], turm: str, engine: LibreTranslate
) -> None:
    path = link_into(read(reader(), turm), "In English")
    browser = reader(FETCH_ALLOWED_NETWORKS=())
    for place in ("", "/languages", "/translate"):
        assert browser.get("/read", query_string={"url": engine.base + place}).status_code == 403
    assert engine.requests == []
    page(browser, path, 403)


@pytest.mark.parametrize("place", ["/languages", "/translate"])
def test_an_engine_sends_nobody_elsewhere(
    reader: Callable[..., FlaskClient], turm: str, engine: LibreTranslate, origin: Origin, place: str
) -> None:
    origin.serve("/elsewhere", '[{"code": "en"}, {"code": "de"}]', "application/json")
    engine.move(place, origin.url("/elsewhere"))
    browser = reader()
    said = page(browser, link_into(read(browser, turm), "In English"), 502)
    assert "LibreTranslate does not answer at the moment" in said
    assert origin.hits("/elsewhere") == 0
