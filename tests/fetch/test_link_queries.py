"""Links of pages in old character sets, and what a browser would ask for."""

import pytest

from app.fetch.decode import markup_of
from app.fetch.link_queries import with_queries
from app.models import FetchedPage, Kind


@pytest.mark.parametrize(
    ("codec", "link", "sent"),
    [
        ("cp1251", '<a href="/s?q=паром">', '<a href="/s?q=%EF%E0%F0%EE%EC">'),
        (
            "koi8_r",
            "<a class=x HREF = '/s?q=паром&amp;n=1#порт'>",
            "<a class=x HREF = '/s?q=%D0%C1%D2%CF%CD&amp;n=1#порт'>",
        ),
        ("cp932", '<a href="s?q=船">', '<a href="s?q=%91D">'),
        ("gb18030", '<a href="?k=渡轮&p=2">', '<a href="?k=%B6%C9%C2%D6&p=2">'),
        ("cp1252", '<a href="/s?q=café+—">', '<a href="/s?q=caf%E9+%97">'),
        ("cp1252", '<a href="/s?q=ферри">', f'<a href="/s?q={"".join(f"%26%23{ord(each)}%3B" for each in "ферри")}">'),
        ("cp1251", "<a href=/s?q=паром&n=1>паром?</a>", "<a href=/s?q=%EF%E0%F0%EE%EC&n=1>паром?</a>"),
        ("cp1251", '<form action="/s?порт=1">', '<form action="/s?%EF%EE%F0%F2=1">'),
    ],
)
def test_a_query_is_in_the_set_of_its_page(codec: str, link: str, sent: str) -> None:
    assert with_queries(link, codec) == sent


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("utf-8", '<a href="/s?q=паром">'),
        ("utf-16-le", '<a href="/s?q=паром">'),
        ("ascii", '<a href="/s?q=x">'),
        ("cp1251", '<a href="/паром/s">'),
        ("cp1251", '<a href="/s?q=%D0%BF">паром? да</a>'),
        ("cp1251", '<a title="паром?" href="/s">'),
        ("cp1251", '<a href="/s?q=паром'),
    ],
)
def test_everything_else_stays_as_it_is(codec: str, text: str) -> None:
    assert with_queries(text, codec) == text


def test_a_page_is_decoded_and_its_links_with_it() -> None:
    body = '<meta charset="windows-1251"><a href="/s?q=паром">Старый паром вернулся в порт</a>'.encode("cp1251")
    page = FetchedPage("http://example.org/", "text/html", body, Kind.HTML)
    assert '<a href="/s?q=%EF%E0%F0%EE%EC">Старый паром' in markup_of(page)


def test_links_that_never_end_cost_no_more_than_their_length() -> None:
    text = "href='" * 200_000 + 'href="' * 200_000 + "href=" * 200_000 + "href =" + " " * 1_000_000 + "ы"
    assert with_queries(text, "cp1251") == text
