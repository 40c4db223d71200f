import re

from flask.testing import FlaskClient

from app.news.editions import EDITIONS


def test_robots_are_kept_out(browser: FlaskClient) -> None:
    answer = browser.get("/robots.txt")
    assert answer.data == b"User-agent: *\nDisallow: /\n"
    assert answer.headers["Content-Type"] == "text/plain"
    assert browser.get("/").headers["X-Robots-Tag"] == "noindex, nofollow"


def test_health_is_told_without_any_work(browser: FlaskClient) -> None:
    answer = browser.get("/healthz")
    assert (answer.status_code, answer.data) == (200, b"ok")


def test_readiness_tells_how_much_of_the_store_is_used(browser: FlaskClient) -> None:
    answer = browser.get("/readyz")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/plain"
    lines = answer.get_data(as_text=True).splitlines()
    assert lines[0] == "ready"
    assert [line.partition(":")[0] for line in lines[1:]] == ["other", "links", "pages", "pictures"]
    assert lines[2] == "links: 0 values, 0 bytes of 51.2 MB"


def test_the_page_about_the_site_has_the_form(browser: FlaskClient) -> None:
    page = browser.get("/in/about").get_data(as_text=True)
    assert "<h1>About 68k.news</h1>" in page
    assert 'action="/in/read"' in page


def test_every_edition_is_listed_and_opens(browser: FlaskClient) -> None:
    page = browser.get("/editions").get_data(as_text=True)
    links = re.findall(r'<li><a href="(/[a-z-]+/)">', page)
    assert len(links) == len(EDITIONS) > 80
    assert all(browser.get(link).status_code == 200 for link in links)


def test_an_edition_has_no_name_that_the_page_cannot_show(browser: FlaskClient) -> None:
    page = browser.get("/editions", headers={"User-Agent": "Mozilla/5.0 Gecko/20100101"}).get_data(as_text=True)
    for line in ("Greece - Ελλάδα", "Israel (Hebrew) - ישראל", "Austria - Österreich", "Japan - ニッポン"):
        assert f">{line}</a>" in page
    plain = browser.get("/editions").get_data(as_text=True)
    for line in ("Greece - Ellada", "Israel (Hebrew)", "Austria - &#214;sterreich", "Japan"):
        assert f">{line}</a>" in plain


def test_head_has_the_headers_of_get_and_no_body(browser: FlaskClient) -> None:
    got, head = browser.get("/"), browser.head("/")
    assert head.data == b""
    assert head.headers["Content-Length"] == str(len(got.data))
    assert "charset" not in got.headers["Content-Type"]
