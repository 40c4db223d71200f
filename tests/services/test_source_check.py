"""Sources that are asked once, and what is said of each."""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from email.utils import formatdate

from app.fetch.client import Client
from app.models import Content, FetchedPage
from app.news.feed_urls import FeedUrls
from app.services.source_check import CheckedSource, SourceCheck
from app.text.humanize import DAY
from tests.origin import Origin, loopback_rules

NOW = time.time()


def checked(urls: Sequence[str]) -> list[CheckedSource]:
    received = FeedUrls("http://127.0.0.1:7", "http://127.0.0.1:9").received
    check = SourceCheck(Client(loopback_rules()), received, lambda: NOW)
    return list(check.check_all(urls))


def feed(*ages: float | None) -> str:
    items = "".join(
        f"<item><title>Item {place}</title><link>http://paper.example/{place}</link>"
        + (f"<pubDate>{formatdate(NOW - age)}</pubDate>" if age is not None else "")
        + "</item>"
        for place, age in enumerate(ages)
    )
    return f'<rss version="2.0"><channel><title>Paper</title>{items}</channel></rss>'


def test_a_feed_that_answers_with_news_is_well(origin: Origin) -> None:
    url = origin.serve("/rss", feed(40 * DAY, 3600), "application/rss+xml")
    assert checked([url]) == [CheckedSource(url)]


def test_feeds_of_many_hosts_are_understood_one_after_the_other() -> None:
    at_work, most = [], []

    def understood(url: str, page: FetchedPage) -> Content:
        at_work.append(url)
        most.append(len(at_work))
        time.sleep(0.01)
        at_work.remove(url)
        return FeedUrls("http://127.0.0.1:7", "http://127.0.0.1:9").received(url, page)

    with ExitStack() as stack:
        origins = [stack.enter_context(Origin(f"127.0.0.{number}")) for number in range(2, 8)]
        urls = [origin.serve("/rss", feed(3600), "application/rss+xml") for origin in origins]
        found = list(SourceCheck(Client(loopback_rules()), understood, lambda: NOW).check_all(urls))
    assert found == [CheckedSource(url) for url in urls]
    assert most == [1] * len(urls)


def test_each_feed_is_asked_once_however_often_it_is_named(origin: Origin) -> None:
    url = origin.serve("/rss", feed(3600), "application/rss+xml")
    assert len(checked([url, url])) == 1
    assert origin.hits("/rss") == 1


def test_what_does_not_answer_or_is_no_feed_is_dead(origin: Origin) -> None:
    gone = origin.serve("/gone", "no", status=404)
    page = origin.serve("/page", "<html><title>We have moved</title><p>Words.</p></html>")
    found = checked([gone, page, "http://127.0.0.1:9/rss"])
    assert [each.kind for each in found] == ["dead", "dead", "dead"]
    assert all(each.said for each in found)


def test_a_feed_that_leads_elsewhere_has_moved_there(origin: Origin) -> None:
    new = origin.serve("/new", feed(3600), "application/rss+xml")
    old = origin.redirect("/old", new, 301)
    assert checked([old]) == [CheckedSource(old, "moved", f"It was {old}", new)]


def test_a_feed_without_items_is_empty(origin: Origin) -> None:
    url = origin.serve("/rss", feed(), "application/rss+xml")
    assert checked([url])[0].kind == "empty"


def test_a_feed_whose_items_are_all_old_is_stale_and_one_without_dates_is_not(origin: Origin) -> None:
    old = origin.serve("/old", feed(40 * DAY, 90 * DAY), "application/rss+xml")
    undated = origin.serve("/undated", feed(None, 90 * DAY), "application/rss+xml")
    assert checked([old, undated]) == [
        CheckedSource(old, "stale", "Its newest item is 40 days old."),
        CheckedSource(undated),
    ]
