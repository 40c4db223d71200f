"""Words are looked up: an entry with its summary first, its sections, pictures and languages on pages of their own."""

import re
from dataclasses import replace
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from config import Settings
from tests import engines
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin
from tests.wikis import CHOICE, ENTRY, LANGUAGES, Works, defined, missing

MEANINGS = defined(
    [
        ("sv", "Noun", [('A <a href="/wiki/lampa">lampa</a>', [])]),
        ("en", "Noun", [("A device that gives <b>light</b>.", ["The <b>lamp</b> was lit."]), ("A torch.", [])]),
    ]
)


@pytest.fixture
def works(origin: Origin) -> Works:
    made = Works(origin)
    for picture in made.pictures:
        origin.serve(f"/media/{picture}.jpg", drawing(400, 300), "image/png")
    made.lack_the_rest()
    made.lack_the_rest(work="words")
    return made


@pytest.fixture
def browser(settings: Settings, works: Works) -> FlaskClient:
    return create_app(replace(settings, **works.settings)).test_client()  # type: ignore[arg-type]


def text(browser: FlaskClient, path: str, status: int = 200) -> str:
    answer = browser.get(path)
    assert answer.status_code == status, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


def link(page: str, words: str) -> str:
    found = re.search(rf'<a href="([^"]+)">{words}</a>', page)
    assert found, page
    return found[1]


def test_an_entry_has_its_summary_first_then_facts_as_lines_then_its_sections(
    browser: FlaskClient, works: Works
) -> None:
    works.add("Lamp")
    page = text(browser, "/wiki/Lamp")
    places = [
        page.index(words)
        for words in ("by which", "Kettle Point Light", "24 m", "Ann Keeper, Bo Warden", ">History<", ">Light<")
    ]
    assert places == sorted(places)
    for unwanted in (
        "[2]",
        "[edit]",
        "Lights of the coast",
        "References",
        "Lighthouse on rails",
        "For the film",
        "1911, and",
    ):
        assert unwanted not in page


def test_an_entry_that_is_kept_is_not_said_to_be_old(browser: FlaskClient, works: Works) -> None:
    works.add("Lamp")
    assert text(browser, "/gb/wiki/Lamp") == text(browser, "/gb/wiki/Lamp")


def test_a_section_is_a_page_of_its_own_and_leads_to_the_next(browser: FlaskClient, works: Works) -> None:
    works.add("Lamp")
    first = text(browser, "/wiki/Lamp")
    section = text(browser, link(first, "History"))
    assert "It was lit in 1911, and moved since." in section
    assert "The rails" in section
    assert "The crew, on rails" in section
    assert "Of oil, at first." in text(browser, link(section, "Next section"))
    assert "by which" in text(browser, link(section, "&lt; Back to the beginning"))
    assert "no such section" in text(browser, link(first, "Light").removesuffix("2") + "9", 404)


def test_pictures_lead_back_to_the_entry(browser: FlaskClient, works: Works) -> None:
    works.add("Lamp")
    first = text(browser, "/wiki/Lamp")
    picture = re.search(r'href="(/i/[^"]+)"', first)
    assert picture
    page = text(browser, picture[1])
    assert "Picture 1 of 3" in page
    assert "The tower in 1911" in page
    assert "by which" in text(browser, link(page, "&lt; Back to article"))
    assert works.origin.hits("/pedia/en/wiki/Lamp") == 0


def test_links_to_other_entries_lead_to_those_and_languages_to_theirs(browser: FlaskClient, works: Works) -> None:
    works.add("Lamp")
    works.add("Harbour", "<p>A place for ships.</p>")
    works.add("AT&T", "<p>People who talk.</p>")
    works.add("Lampe", "<p>Ein Leuchtmittel, das leuchtet und das man anmachen kann.</p>", "de")
    first = text(browser, "/wiki/Lamp")
    assert "A place for ships." in text(browser, link(first, "harbour"))
    assert "People who talk." in text(browser, link(first, "people"))
    others = text(browser, link(first, "Other languages"))
    assert all(f"{name}: {title}".split(" (")[0] in others for _, name, title in LANGUAGES)
    assert "Ein Leuchtmittel" in text(browser, link(others, "German: Lampe"))


def test_the_language_is_that_of_the_edition(browser: FlaskClient, works: Works) -> None:
    works.add("Lampe", "<p>Not this one.</p>")
    works.add("Lampe", "<p>Das ist sie.</p>", "de")
    assert "Das ist sie." in text(browser, "/de/wiki/Lampe")


@pytest.mark.parametrize(
    "path",
    [
        "/gb/wiki/Caf\xc3\xa9",
        "/gb/wiki/Caf\xe9",
        "/~netscape/gb/wiki/Caf\xe9/",
        "/gb/wiki/Caf\xc3\xa9/",
        "/~macroman/gb/wiki/Caf\x8e",
    ],
)
def test_a_title_in_the_path_is_in_the_letters_of_the_machine(browser: FlaskClient, works: Works, path: str) -> None:
    works.add("Caf\xe9")
    # The client of the tests has nothing but UTF-8 in a path.
    assert browser.get("/", environ_overrides={"PATH_INFO": path}).status_code == 200


def test_what_may_be_meant_is_a_list_on_one_page(browser: FlaskClient, works: Works) -> None:
    works.add("Lamp", CHOICE, properties={"disambiguation": ""})
    works.add("Kettle lamp")
    page = text(browser, "/wiki/Lamp")
    assert page.count("<li>") == 2
    assert "Other uses" in page
    assert "by which" in text(browser, link(page, "Kettle lamp"))


def test_a_redirect_says_where_it_comes_from(browser: FlaskClient, works: Works) -> None:
    works.add("Kettle lamp", asked="Lamp")
    page = text(browser, "/wiki/Lamp")
    assert "<title>Kettle lamp</title>" in page
    assert '"Lamp" leads here.' in page


@pytest.mark.parametrize("path", ["/wiki?q=old+lamps", "/wiki?old+lamps", "/wiki/old%20lamps", "/wiki/old_lamps"])
def test_what_there_is_not_is_said_with_entries_that_may_be_meant(
    browser: FlaskClient, works: Works, path: str
) -> None:
    works.found("old lamps", ["Lamp", "Oil lamp"])
    works.add("Lamp")
    page = text(browser, path, 404)
    assert 'There is no entry "old lamps".' in page
    assert "by which" in text(browser, link(page, "Lamp"))
    assert 'value="old lamps"' in page


def test_a_word_has_its_meanings_those_in_the_readers_language_first(browser: FlaskClient, works: Works) -> None:
    works.define("lamp", MEANINGS)
    page = text(browser, "/word?q=lamp")
    assert "A device that gives" in page
    assert "was lit." in page
    assert page.index("English") < page.index("A torch.") < page.index(">Swedish<")
    assert "lampa" in text(browser, link(page, "Swedish"))


@pytest.mark.parametrize("spoiled", ["status", "shape", "page"])
def test_where_there_are_no_definitions_the_page_of_the_word_is_read(
    browser: FlaskClient, works: Works, spoiled: str
) -> None:
    answers = {"status": ("{}", 503), "shape": ('{"meanings": []}', 200), "page": ("<h1>Moved</h1>", 200)}
    works.define("lamp", answers[spoiled][0], status=answers[spoiled][1])
    works.add("lamp", "<h2>English</h2><h3>Noun</h3><ol><li>A device.</li></ol>", work="words")
    page = text(browser, "/word/lamp")
    assert "A device." in text(browser, link(page, "English"))


def test_a_capital_letter_of_a_phone_or_a_beginning_finds_the_word(browser: FlaskClient, works: Works) -> None:
    works.define("lamp", MEANINGS)
    works.define("Lamp", '{"title": "Not found."}', status=404)
    assert "A device that gives" in text(browser, "/word/Lamp")


def test_where_the_api_fails_the_page_itself_is_read(browser: FlaskClient, works: Works) -> None:
    works.answer("Lamp", "busy", status=503)
    works.origin.serve("/pedia/en/wiki/Lamp", modern_page(LIGHTHOUSE))
    page = text(browser, "/wiki/Lamp")
    assert LIGHTHOUSE.title in page
    assert "This is the page as it stands there" in page


def test_where_nothing_answers_one_sentence_says_so(settings: Settings) -> None:
    browser = create_app(settings).test_client()
    assert "Wikipedia does not answer at the moment" in text(browser, "/wiki/Lamp", 502)
    assert "Wiktionary does not answer at the moment" in text(browser, "/word/Lamp", 502)


def test_the_pages_of_searches_have_fields_and_links_for_it(settings: Settings, works: Works, origin: Origin) -> None:
    changed = replace(settings, SEARCH_ENGINES=(engines.serve(origin, "mojeek"),), **works.settings)  # type: ignore[arg-type]
    browser = create_app(changed).test_client()
    page = text(browser, "/find?q=old+lamp")
    assert link(page, "Wikipedia") == "/wiki/old%20lamp"
    assert link(page, "Wiktionary") == "/word/old%20lamp"
    assert 'action="/wiki"' in page
    assert 'action="/word"' in page


def test_results_of_the_encyclopedia_lead_to_its_entries(settings: Settings, works: Works, origin: Origin) -> None:
    rows = (f"wikipedia={origin.url('/pedia/{language}')}",)
    browser = create_app(replace(settings, SEARCH_ENGINES=rows, **works.settings)).test_client()  # type: ignore[arg-type]
    works.found("lights", ["Lamp"])
    works.add("Lamp")
    page = text(browser, "/find?q=lights")
    assert "by which" in text(browser, link(page, "Lamp"))


@pytest.mark.parametrize("path", ["/wiki", "/word"])
def test_without_a_word_there_is_the_form(browser: FlaskClient, path: str) -> None:
    assert 'name="q"' in text(browser, path)
    assert "<isindex>" in text(browser, f"/~linemode{path}")


def test_what_is_no_title_gets_a_sentence(browser: FlaskClient) -> None:
    assert "Please type a word" in text(browser, "/wiki/%3C%3E", 400)
    assert "too long" in text(browser, f"/wiki/{'a' * 300}", 400)


def test_a_site_without_the_works_says_so(settings: Settings) -> None:
    browser = create_app(replace(settings, WIKIPEDIA_URL="", WIKTIONARY_URL="")).test_client()
    assert "does not look words up" in text(browser, "/wiki/Lamp", 404)
    assert "does not look words up" in text(browser, "/word", 404)


def test_accents_come_through_the_form_and_the_path(browser: FlaskClient, works: Works) -> None:
    works.add("Café", "<p>A house for coffee.</p>")
    for path in ("/wiki/" + quote("Café"), "/wiki?q=" + quote("Café", encoding="latin-1")):
        assert "A house for coffee." in text(browser, path)


def test_a_wiki_on_a_host_that_is_not_read_is_not_asked(settings: Settings, works: Works) -> None:
    changed = replace(settings, FETCH_DENY_HOSTS=("127.0.0.1",), **works.settings)  # type: ignore[arg-type]
    works.add("Lamp")
    asked = len(works.origin.requests)
    assert "Not from here" in text(create_app(changed).test_client(), "/wiki/Lamp", 403)
    closed = replace(settings, FETCH_ALLOWED_NETWORKS=(), **works.settings)  # type: ignore[arg-type]
    assert "Not from here" in text(create_app(closed).test_client(), "/wiki/Lamp", 403)
    assert len(works.origin.requests) == asked


def test_looking_up_counts_as_a_read_once(settings: Settings, works: Works, within_a_minute: None) -> None:
    limits = {"LIMIT_EXEMPT_NETWORKS": (), "LIMIT_READS_PER_MINUTE": 1}
    browser = create_app(replace(settings, **limits, **works.settings)).test_client()  # type: ignore[arg-type]
    works.define("lamp", "busy", status=503)
    works.add("lamp", ENTRY, work="words")
    works.add("Lamp")
    assert "by which" in text(browser, "/word/lamp")
    assert "by which" in text(browser, "/word/lamp")
    assert browser.get("/wiki/Lamp").status_code == 429


def test_missing_is_an_answer_and_no_failure(browser: FlaskClient, works: Works) -> None:
    works.answer("Nothing", missing())
    works.add("Lamp")
    text(browser, "/wiki/Nothing", 404)
    assert "by which" in text(browser, "/wiki/Lamp")
