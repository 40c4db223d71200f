import re
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.net.urls import short_id
from tests.modern_site import LIGHTHOUSE, Story, modern_page
from tests.origin import Origin


def read(browser: FlaskClient, url: str, edition: str = "") -> str:
    answer = browser.get(f"{edition}/read?url={quote(url, safe='')}")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", page.replace("<br>", " ")).split())


@pytest.fixture
def story(origin: Origin) -> str:
    return origin.serve("/lighthouse", modern_page(LIGHTHOUSE))


def test_an_article_has_the_anatomy_of_the_old_site(browser: FlaskClient, story: str) -> None:
    text = words(read(browser, story, "/in"))
    parts = [
        "&lt; Back to 68k.news IN front page",
        LIGHTHOUSE.title,
        "Original source (on modern site) | Article images: [1] [2] ",
        LIGHTHOUSE.deck,
        "When the cliff lost",
        "A railway for one passenger",
        "The crew measures the level of the beams",
        "&lt; Back to 68k.news IN front page",
    ]
    place = -1
    for part in parts:
        place = text.find(part, place + 1)
        assert place >= 0, part
    assert text.startswith(LIGHTHOUSE.title + " " + parts[0])
    assert text.endswith(parts[0])


def test_nothing_of_the_site_around_the_article_is_left(browser: FlaskClient, story: str) -> None:
    page = read(browser, story)
    for junk in ("partners", "Advertisement", "newsletter", "Another story", "too expensive", "Politics", "All rights"):
        assert junk not in page


def test_an_article_without_pictures_has_no_line_of_pictures(browser: FlaskClient, origin: Origin) -> None:
    bare = Story(LIGHTHOUSE.title, LIGHTHOUSE.deck, LIGHTHOUSE.paragraphs)
    page = read(browser, origin.serve("/bare", modern_page(bare)))
    assert "(on modern site)<br>\n" in page
    assert "Article images" not in page


def test_links_lead_through_the_reader_within_the_edition(browser: FlaskClient, origin: Origin, story: str) -> None:
    origin.serve("/2023/mill?id=7&view=full", modern_page(Story("The mill", "", LIGHTHOUSE.paragraphs)))
    link = re.search(r'<a href="(/in/a/[a-z2-7]{10})">sugar mill</a>', read(browser, story, "/in"))
    assert link
    assert "<h1>The mill</h1>" in browser.get(link[1]).get_data(as_text=True)


def test_the_original_is_linked_directly_or_by_a_short_way_out(
    browser: FlaskClient, origin: Origin, story: str
) -> None:
    assert f'<a href="{story}">Original source</a>' in read(browser, story)
    origin.serve("/paged", modern_page(LIGHTHOUSE))
    url = origin.url("/paged?story=1&page=2")
    link = re.search(r'<a href="(/gb/o/[a-z2-7]{10})">Original source</a>', read(browser, url, "/gb"))
    assert link
    answer = browser.get(link[1])
    assert answer.status_code == 302
    assert answer.headers["Location"] == url
    assert url.replace("&", "&amp;") in answer.get_data(as_text=True)


def test_a_video_is_a_line_that_leads_to_it(browser: FlaskClient, origin: Origin) -> None:
    frames = (
        '<iframe src="https://www.youtube.com/embed/a1B2c3D4e5F" title="The tower moves"></iframe>'
        '<iframe src="https://player.example.org/video/?id=7&start=3"></iframe>'
    )
    halves = "".join(f"<p>{paragraph}</p>" for paragraph in LIGHTHOUSE.paragraphs)
    url = origin.serve("/film", f"<html><body><article><h1>A film</h1>{halves}{frames}{halves}</article></body></html>")
    page = read(browser, url, "/in")
    known = '<a href="https://www.youtube.com/watch?v=a1B2c3D4e5F">Video: The tower moves</a>, youtube.com]'
    assert f"<p>[{known}</p>" in page
    link = re.search(r'<p>\[<a href="(/in/o/[a-z2-7]{10})">Video</a>, player.example.org\]</p>', page)
    assert link
    assert browser.get(link[1]).headers["Location"] == "https://player.example.org/video/?id=7&start=3"


def test_an_article_as_plain_text(browser: FlaskClient, story: str) -> None:
    link = re.search(r'href="(/a/[a-z2-7]{10}\.txt)"', read(browser, story))
    assert link
    answer = browser.get(link[1])
    assert answer.headers["Content-Type"] == "text/plain"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    text = answer.get_data(as_text=True)
    assert text.startswith("The lighthouse that moved: how Kettle Point outran the sea\n====")
    assert max(len(line) for line in text.split("\n") if "http" not in line) <= 72
    assert "sugar mill [1]" in text
    assert "[2] https://cliffs.example.org/rates" in text


def file_of(browser: FlaskClient, story: str, profile: str, name: str) -> TestResponse:
    page = read(browser, story, profile)
    link = re.search(r'href="([^"]*/files)">Other files', page)
    assert link
    files = browser.get(link[1]).get_data(as_text=True)
    assert "This article as a file:" in files
    file = re.search(rf'href="([^"]*{re.escape(name)})"', files)
    assert file
    return browser.get(file[1])


def test_an_article_as_text_for_a_word_processor_has_no_line_ends_but_behind_paragraphs(
    browser: FlaskClient, story: str
) -> None:
    answer = file_of(browser, story, "/~macplus", "/flowing.txt")
    assert answer.headers["Content-Type"] == "text/plain"
    paragraphs = answer.data.decode("mac_roman").split("\r\r")
    assert paragraphs[0] == "The lighthouse that moved: how Kettle Point outran the sea"
    assert any(len(each) > 100 and "sugar mill" in each for each in paragraphs)
    assert b"\n" not in answer.data


def test_an_article_as_rtf_is_in_the_set_of_its_machine(browser: FlaskClient, story: str) -> None:
    answer = file_of(browser, story, "/~macplus", ".rtf")
    assert answer.headers["Content-Type"] == "application/rtf"
    assert answer.data.startswith(rb"{\rtf1\mac")
    assert rb"\b\fs36 The lighthouse that moved" in answer.data


def test_an_article_as_a_palm_doc(browser: FlaskClient, story: str) -> None:
    answer = file_of(browser, story, "/~palm", ".pdb")
    assert answer.headers["Content-Type"] == "application/vnd.palm"
    assert answer.data.startswith(b"The lighthouse that moved: how ")
    assert answer.data[60:68] == b"TEXtREAd"


def test_nobody_learns_from_an_address_whether_others_have_read_it(browser: FlaskClient, story: str) -> None:
    assert "/a/" in read(browser, story)
    for path in ("a", "o", "i"):
        answer = browser.get(f"/{path}/{short_id(story)}")
        assert answer.status_code == 404
        assert "Location" not in answer.headers


def test_an_unknown_short_address_gets_the_form_and_a_sentence(browser: FlaskClient) -> None:
    for path in ("/a/aaaaaaaaaa", "/in/a/aaaaaaaaaa.txt", "/o/aaaaaaaaaa", "/i/aaaaaaaaaa"):
        answer = browser.get(path)
        assert answer.status_code == 404
        page = answer.get_data(as_text=True)
        assert "no longer known here" in page
        assert 'name="url"' in page


def test_addresses_are_alike_after_a_restart(browser: FlaskClient, story: str) -> None:
    first = re.findall(r'href="(/[aio]/[^"]*)"', read(browser, story))
    again = browser.application.test_client()
    assert re.findall(r'href="(/[aio]/[^"]*)"', read(again, story)) == first


def test_a_feed_is_a_list_of_its_entries(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve(
        "/feed",
        '<?xml version="1.0"?><rss version="2.0"><channel><title>The Gazette</title><link>/</link><item><title>Tea &amp;amp; tides</title>'
        "<link>/tea</link><description>About tea.</description><pubDate>Wed, 27 Mar 2024 09:30:00 GMT</pubDate></item></channel></rss>",
        "application/rss+xml",
    )
    page = read(browser, url)
    assert "<h1>The Gazette</h1>" in page
    assert re.search(r'<h3><a href="/a/[a-z2-7]{10}">Tea &amp; tides</a></h3>', page)
    assert "27 March 2024: About tea." in page


def test_a_text_file_is_read_as_text(browser: FlaskClient, origin: Origin) -> None:
    page = read(browser, origin.serve("/notes.txt", "Notes\n\nOne < two.\n\nThree.\n", "text/plain"))
    assert "<h1>Notes</h1>" in page
    assert "<p>One &lt; two.</p>\n<p>Three.</p>" in page


def test_another_file_passes_under_its_own_type_and_a_safe_name(browser: FlaskClient, origin: Origin) -> None:
    body = b"%PDF-1.4 a document"
    url = origin.serve("/a%22b%0D%0A/paper%22.pdf", body, "application/pdf")
    answer = browser.get(f"/read?url={quote(url, safe='')}")
    assert answer.data == body
    assert answer.headers["Content-Type"] == "application/pdf"
    assert re.fullmatch(r'attachment; filename="[\w.%-]+\.pdf"', answer.headers["Content-Disposition"])


@pytest.mark.parametrize(
    ("path", "edition"),
    [("/in", "IN Edition"), ("/in/", "IN Edition"), ("/IN/", "IN Edition"), ("/ch-fr/", "&#201;dition CH-FR")],
)
def test_the_edition_is_in_the_path_and_stays_on_every_link(browser: FlaskClient, path: str, edition: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 200
    prefix = path.rstrip("/").lower()
    assert f'action="{prefix}/read"' in answer.get_data(as_text=True)
    assert edition in answer.get_data(as_text=True)


def test_an_address_without_a_scheme_works(browser: FlaskClient, story: str) -> None:
    assert LIGHTHOUSE.title in read(browser, story.removeprefix("http://"))


def test_one_fetch_serves_many_readers(browser: FlaskClient, origin: Origin, story: str) -> None:
    assert read(browser, story) == read(browser, story)
    assert origin.hits("/lighthouse") == 1


def test_all_links_of_a_page_are_listed_without_asking_for_it_again(
    browser: FlaskClient, origin: Origin, story: str
) -> None:
    page = read(browser, story, "/in")
    link = re.search(r'<a href="(/in/a/[a-z2-7]{10}/links)">Links of this page</a>', page)
    assert link
    asked = len(origin.requests)
    listed = browser.get(link[1]).get_data(as_text=True)
    assert len(origin.requests) == asked
    assert re.search(r'<li><a href="/in/a/[a-z2-7]{10}">sugar mill</a>', listed)
    assert "links of this page." in listed
    assert browser.get(link[1] + "/99").status_code == 404


def test_a_file_has_no_links_of_its_own(browser: FlaskClient, origin: Origin) -> None:
    origin.serve("/notes.zip", b"PK\x03\x04", content_type="application/zip")
    paged = modern_page(LIGHTHOUSE).replace("</body>", "<a href='/notes.zip'>Notes</a></body>")
    page = read(browser, origin.serve("/with-notes", paged))
    links = re.search(r'<a href="(/a/[a-z2-7]{10}/links)">', page)
    assert links
    file = re.search(r'<a href="(/a/[a-z2-7]{10})">Notes</a>', browser.get(links[1]).get_data(as_text=True))
    assert file
    assert browser.get(file[1] + "/links").data == b"PK\x03\x04"
