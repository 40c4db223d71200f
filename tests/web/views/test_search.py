"""The read form takes an address or words; results lead through the reader."""

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


def site(settings: Settings, *rows: str, **changes: object) -> FlaskClient:
    return create_app(replace(settings, SEARCH_ENGINES=rows, **changes)).test_client()  # type: ignore[arg-type]


def text(browser: FlaskClient, path: str, status: int = 200) -> str:
    answer = browser.get(path)
    assert answer.status_code == status, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("path", ["/read?url=old+lamps", "/read?old+lamps", "/find?q=old+lamps", "/find?old+lamps"])
def test_words_are_searched_for_by_forms_and_by_isindex(settings: Settings, origin: Origin, path: str) -> None:
    page = text(site(settings, engines.serve(origin, "mojeek")), path)
    assert 'value="old lamps"' in page
    assert "example.org/lamp/0?a=1&amp;b=2" in page
    assert len(re.findall(r'<a href="/a/[a-z2-7]+">Lamp', page)) == 10
    assert "Results of Mojeek" in page
    assert '<a href="/search/1/old%20lamps">News on this</a>' in page


def test_a_result_is_read_through_the_reader(settings: Settings, origin: Origin) -> None:
    url = origin.serve("/lighthouse", modern_page(LIGHTHOUSE))
    row = engines.serve(origin, "wiby")
    origin.serve("/wiby/json/", engines.wiby([(url, "The lighthouse", "It moved")]), "application/json")
    browser = site(settings, row)
    link = re.search(r'<a href="([^"]+)">The lighthouse', text(browser, "/read?url=lighthouse"))
    assert link
    assert LIGHTHOUSE.title in text(browser, link[1])


def test_more_leads_on_with_the_engine_that_answered(settings: Settings, origin: Origin) -> None:
    browser = site(settings, engines.serve(origin, "duckduckgo"), engines.serve(origin, "wiby"))
    many = [(f"https://example.org/{place}", f"Pier {place}", "") for place in range(25)]
    origin.serve("/wiby/json/", engines.wiby(many), "application/json")
    first = text(browser, "/read?url=" + quote("маяк !wiby"))
    more = re.search(r'<a href="(/find/[a-z2-7]+/2)">More', first)
    assert more
    second = text(browser, more[1])
    assert "Pier 10" in second
    third = text(browser, more[1].removesuffix("2") + "3")
    assert "Pier 24" in third
    assert "More</a>" not in third


def test_addresses_are_read_and_not_searched_for(settings: Settings, origin: Origin) -> None:
    url = origin.serve("/lighthouse", modern_page(LIGHTHOUSE))
    browser = site(settings, engines.serve(origin, "mojeek"))
    for typed in (url, url.removeprefix("http://"), f"Look: {url} !"):
        assert LIGHTHOUSE.title in text(browser, f"/read?url={quote(typed, safe='')}")
    assert "Only http and https" in text(browser, "/read?url=ftp://x.example/", 400)
    assert origin.hits("/mojeek/search") == 0


def test_without_engines_words_are_no_address_as_before(settings: Settings) -> None:
    browser = site(settings)
    assert "is not a web address" in text(browser, "/read?url=old+lamps", 400)
    assert "search the web" not in text(browser, "/read")
    assert "does not search the web" in text(browser, "/find?q=lamp", 404)


def test_the_form_says_that_it_takes_words(settings: Settings, origin: Origin) -> None:
    browser = site(settings, engines.serve(origin, "mojeek"))
    assert "by its address, or search the web" in text(browser, "/read")
    assert "Type its address, or words to search for." in text(browser, "/~linemode/read")


def test_other_words_are_offered_and_nothing_found_is_said(settings: Settings, origin: Origin) -> None:
    row = engines.serve(origin, "searxng")
    browser = site(settings, row)
    origin.serve("/searxng/search", engines.searxng(engines.ROWS, ["old lamps"]), "application/json")
    meant = re.search(r'Did you mean <a href="([^"]+)">old lamps</a>\?', text(browser, "/read?url=odl+lamps"))
    assert meant
    assert 'value="old lamps"' in text(browser, meant[1])
    engines.serve(origin, "searxng", rows=False)
    assert 'Nothing was found for "a &lt;b&gt; c".' in text(browser, "/read?url=" + quote("a <b> c"))


def test_news_have_a_mark_of_their_own_and_a_mark_alone_asks_for_words(settings: Settings, origin: Origin) -> None:
    browser = site(settings, engines.serve(origin, "mojeek"))
    assert "<title>ferry: news search</title>" in text(browser, "/read?url=!news+ferry")
    assert "Read any page" in text(browser, "/read?url=!w")
    assert origin.hits("/mojeek/search") == 0


@pytest.mark.parametrize("path", ["/read?url=old+lamps", "/find?q=old+lamps", "/in/find?old+lamps"])
def test_silence_is_one_sentence_and_the_words_stay_in_the_form(settings: Settings, path: str) -> None:
    page = text(site(settings, "wiby=http://127.0.0.1:9"), path, 502)
    assert "<h1>No answer</h1>" in page
    assert "No search engine answers at the moment; please try again in a few minutes." in page
    assert 'value="old lamps"' in page
    assert "Original source" not in page


def test_searches_have_a_limit_of_their_own(settings: Settings, origin: Origin, within_a_minute: None) -> None:
    browser = site(settings, engines.serve(origin, "mojeek"), LIMIT_SEARCHES_PER_MINUTE=2, LIMIT_EXEMPT_NETWORKS=())
    assert [browser.get(f"/find?q=word{place}").status_code for place in range(3)] == [200, 200, 429]


def test_a_short_id_of_another_address_is_no_search(settings: Settings, origin: Origin) -> None:
    browser = site(settings, engines.serve(origin, "mojeek"))
    key = re.search(r'<a href="/a/([a-z2-7]+)">', text(browser, "/find?q=lamp"))
    assert key
    assert "There is no search at this address." in text(browser, f"/find/{key[1]}", 404)


def test_isindex_stays_beside_results_and_asks_anew_on_any_page_of_them(settings: Settings, origin: Origin) -> None:
    browser = site(settings, engines.serve(origin, "mojeek"))
    first = text(browser, "/~linemode/read?old+lamps")
    assert "<isindex>" in first
    more = re.search(r'<a href="(/~linemode/find/[a-z2-7]+/2)">More', first)
    assert more
    assert "<title>new lamps: web search" in text(browser, f"{more[1]}?new+lamps")
    assert "<title>tide: news search" in text(browser, "/~linemode/search/2/lamps?tide")


def pictures(settings: Settings, origin: Origin, **changes: object) -> FlaskClient:
    rows = [
        (origin.url(f"/page/{place}"), f"Lamp {place}", origin.url(f"/small/{place}.png"), origin.url(f"/{place}.png"))
        for place in range(8)
    ]
    for place in range(8):
        origin.serve(f"/small/{place}.png", drawing(200, 100), "image/png")
        origin.serve(f"/{place}.png", drawing(800, 400), "image/png")
    row = engines.serve(origin, "searxng")
    query = "q=lamp&format=json&language=en&safesearch=1&pageno=1&categories=images"
    origin.serve(f"/searxng/search?{query}", engines.searxng_pictures(rows), "application/json")
    return site(settings, row, **changes)


def test_pictures_are_small_on_a_page_and_lead_to_themselves_and_their_pages(
    settings: Settings, origin: Origin
) -> None:
    browser = pictures(settings, origin)
    origin.serve("/page/0", modern_page(LIGHTHOUSE))
    link = re.search(r'<a href="(/~netscape/pictures/[a-z2-7]+)">Pictures</a>', text(browser, "/~netscape/find?q=lamp"))
    assert link
    page = text(browser, link[1])
    sources = re.findall(r'<img src="([^"]+)" width="160" height="120"', page)
    assert len(sources) == 6
    small = browser.get(sources[0])
    assert str(small.mimetype).startswith("image/")
    assert origin.hits("/small/0.png") == 1
    whole = re.search(r'<a href="(/~netscape/i/[^"]+)"><img', page)
    own = re.search(r'<a href="([^"]+)">127.0.0.1</a>', page)
    assert whole
    assert own
    assert "pixels" in text(browser, whole[1])
    assert LIGHTHOUSE.title in text(browser, own[1])
    assert "Lamp 7" in text(browser, re.findall(r'<a href="([^"]+)">More</a>', page)[0])


def test_pictures_stand_as_words_where_a_browser_shows_none(settings: Settings, origin: Origin) -> None:
    browser = pictures(settings, origin)
    link = re.search(r'<a href="(/~lynx/pictures/[a-z2-7]+)">', text(browser, "/~lynx/find?q=lamp"))
    assert link
    page = text(browser, link[1])
    assert "<img" not in page
    assert "[Picture 1]</a>" in page


def test_pictures_can_be_off_and_need_an_engine_that_has_them(settings: Settings, origin: Origin) -> None:
    key = "/find?q=lamp"
    off = pictures(settings, origin, SEARCH_PICTURES="off")
    assert "Pictures</a>" not in text(off, key)
    assert "Pictures</a>" not in text(site(settings, engines.serve(origin, "mojeek")), key)


def test_pictures_at_addresses_that_are_refused_are_refused(settings: Settings, origin: Origin) -> None:
    browser = pictures(settings, origin)
    rows = [("http://10.0.0.1/", "Lamp", "http://10.0.0.1/a.png", "http://10.0.0.1/b.png")]
    query = "q=lamp&format=json&language=en&safesearch=1&pageno=1&categories=images"
    origin.serve(f"/searxng/search?{query}", engines.searxng_pictures(rows), "application/json")
    link = re.search(r'<a href="(/~netscape/pictures/[a-z2-7]+)">', text(browser, "/~netscape/find?q=lamp"))
    assert link
    whole = re.search(r'<a href="(/~netscape/i/[^"]+)"><img', text(browser, link[1]))
    assert whole
    assert "private network" in text(browser, whole[1], 403)
