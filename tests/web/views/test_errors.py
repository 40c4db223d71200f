import socket
import threading
from dataclasses import replace
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from config import Settings
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin


def asked(browser: FlaskClient, url: str) -> tuple[int, str]:
    answer = browser.get(f"/read?url={quote(url, safe='')}")
    assert answer.headers["Content-Type"] == "text/html"
    return answer.status_code, answer.get_data(as_text=True)


def assert_small_page(page: str, sentence: str) -> None:
    assert sentence in page
    assert "Back to 68k.news" in page
    assert '<input name="url"' in page
    assert len(page) < 1500


@pytest.mark.parametrize(
    ("typed", "status", "sentence"),
    [
        ("", 400, "Please type the address of a page"),
        ("http://exa mple/", 400, "is not a web address"),
        ("javascript:alert(1)", 400, "Only http and https addresses can be read"),
        ("http://10.0.0.1/", 403, "private network"),
        ("http://169.254.169.254/latest/meta-data/", 403, "private network"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_with_a_sentence(
    browser: FlaskClient, typed: str, status: int, sentence: str
) -> None:
    found, page = asked(browser, typed)
    assert found == status
    assert_small_page(page, sentence)


def test_what_was_typed_is_still_in_the_form(browser: FlaskClient) -> None:
    _, page = asked(browser, 'ftp://example.org/a&b"<c>')
    assert 'value="ftp://example.org/a&amp;b%22&lt;c&gt;"' in page


@pytest.mark.parametrize(
    ("status", "ours", "sentence"),
    [(404, 404, "404"), (403, 502, "refuses"), (429, 502, "429"), (500, 502, "500")],
)
def test_what_the_original_says_is_passed_on_in_words(
    browser: FlaskClient, origin: Origin, status: int, ours: int, sentence: str
) -> None:
    found, page = asked(browser, origin.serve("/x", "no", status=status))
    assert found == ours
    assert_small_page(page, sentence)


def test_a_site_that_does_not_answer_is_given_up_at_the_deadline(settings: Settings, origin: Origin) -> None:
    def hang(connection: socket.socket) -> None:
        origin.stopped.wait(20)

    url = origin.serve_raw("/hangs", hang)
    browser = create_app(replace(settings, FETCH_DEADLINE=0.3)).test_client()
    status, page = asked(browser, url)
    assert status == 504
    assert_small_page(page, "did not answer within")


def test_a_page_that_only_its_scripts_can_write_says_so(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/app", "<html><body><div id='root'></div><script>go()</script></body></html>")
    status, page = asked(browser, url)
    assert status == 502
    assert_small_page(page, "no text that could be read without its scripts")


def test_a_file_that_is_too_large_is_refused_with_its_kind_and_size(settings: Settings, origin: Origin) -> None:
    url = origin.serve("/paper.pdf", b"%PDF-1.4" + b"x" * 2_202_009, "application/pdf")
    browser = create_app(replace(settings, FETCH_MAX_FILE_BYTES=1024 * 1024)).test_client()
    status, page = asked(browser, url)
    assert status == 502
    assert_small_page(page, "This is a PDF of 2.1 MB")


def test_a_failure_is_remembered(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/x", "no", status=500)
    assert asked(browser, url) == asked(browser, url)
    assert origin.hits("/x") == 1


@pytest.mark.parametrize("path", ["/nothing", "/zz/", "/in/nothing", "/a/short", "/i/abcdefghij.tif", "/%ff"])
def test_a_place_that_does_not_exist_is_a_small_page(browser: FlaskClient, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404
    assert_small_page(answer.get_data(as_text=True), "<p>There is no")


@pytest.mark.parametrize("path", ["/de/nothing", "/DE/world/x", "/~netscape/de/c/!", "/de/today.doc"])
def test_what_is_not_there_in_an_edition_is_said_in_its_language(browser: FlaskClient, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404
    assert b"68k.news DE" in answer.data


def test_other_methods_are_refused_with_the_ones_that_work(browser: FlaskClient) -> None:
    answer = browser.post("/read", data={"url": "http://example.org/"})
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert_small_page(answer.get_data(as_text=True), "can only be asked for")


def test_a_request_with_a_large_body_is_refused(browser: FlaskClient) -> None:
    answer = browser.post("/read", data=b"x" * 100_000)
    assert answer.status_code == 413
    assert_small_page(answer.get_data(as_text=True), "larger than anything")


@pytest.mark.usefixtures("within_a_minute")
def test_a_client_who_reads_too_much_is_asked_to_wait(settings: Settings, origin: Origin) -> None:
    strict = replace(settings, LIMIT_READS_PER_MINUTE=2, LIMIT_EXEMPT_NETWORKS=())
    browser = create_app(strict).test_client()
    urls = [origin.serve(f"/{number}", modern_page(LIGHTHOUSE)) for number in range(3)]
    assert [asked(browser, url)[0] for url in [*urls[:2], *urls[:2]]] == [200] * 4
    answer = browser.get(f"/read?url={quote(urls[2], safe='')}")
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert_small_page(answer.get_data(as_text=True), "wait")
    assert asked(browser, urls[0])[0] == 200


def test_while_all_who_may_wait_are_waiting_the_rest_is_answered_as_always(settings: Settings, origin: Origin) -> None:
    app = create_app(replace(settings, READ_CONCURRENCY=2))
    browser, kept = app.test_client(), origin.serve("/kept", modern_page(LIGHTHOUSE))
    assert asked(browser, kept)[0] == 200
    under_way, answers = threading.Semaphore(0), threading.Event()

    def hang(connection: socket.socket) -> None:
        under_way.release()
        answers.wait(10)

    slow = [origin.serve_raw(f"/slow/{number}", hang) for number in range(2)]
    threads = [threading.Thread(target=asked, args=(app.test_client(), url)) for url in slow]
    for thread in threads:
        thread.start()
    assert all(under_way.acquire(timeout=5) for _ in slow)
    refused = browser.get(f"/read?url={quote(origin.url('/other'), safe='')}")
    statuses = [asked(browser, kept)[0], *(browser.get(path).status_code for path in ("/healthz", "/read", "/none"))]
    answers.set()
    for thread in threads:
        thread.join(10)
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "5")
    assert_small_page(refused.get_data(as_text=True), "Too many pages are being fetched for other readers")
    assert statuses == [200, 200, 200, 404]
    assert (origin.hits("/kept"), origin.hits("/other")) == (1, 0)
    assert asked(browser, origin.url("/other"))[0] == 404


def test_our_own_request_coming_back_is_refused(browser: FlaskClient) -> None:
    answer = browser.get("/", headers={"Via": "1.0 proxy, 1.1 68k.news"})
    assert answer.status_code == 508
    assert_small_page(answer.get_data(as_text=True), "from this site itself")
    assert browser.get("/", headers={"Via": "1.1 proxy (68k.news)"}).status_code == 200


def test_a_fault_of_ours_is_a_page_too(browser: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.web.views.search.parse", lambda text: 1 // 0)
    status, page = asked(browser, "http://example.org/")
    assert status == 500
    assert_small_page(page, "the fault is not yours")


@pytest.mark.parametrize("path", ["/nowhere", "/read?url=ftp://example.org/", "/a/aaaaaaaaaa"])
def test_who_would_hide_an_error_gets_its_page_as_a_success(browser: FlaskClient, path: str) -> None:
    agent = {"User-Agent": "CERN-LineMode/2.09 libwww/2.09"}
    shown, usual = browser.get(path, headers=agent), browser.get(path)
    assert usual.status_code >= 400
    assert shown.status_code == 200
    assert "Back to 68k.news" in shown.get_data(as_text=True)
    assert shown.headers["Expires"].endswith("1970 00:00:00 GMT")
