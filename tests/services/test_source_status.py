"""How the sources of the newspaper have fared."""

from pathlib import Path

import pytest

from app.errors import UnknownPlace
from app.fetch.client import Client
from app.news.aggregators.google_links import GoogleLinks
from app.news.aggregators.google_state import GoogleRefused
from app.services.source_status import SourceStatus
from tests.news.aggregators.fakes import GoogleNews, Mode
from tests.origin import Origin, loopback_rules
from tests.services.newspaper import Newspaper


def test_each_source_of_every_section_is_told_of_once_asked_or_not(tmp_path: Path, origin: Origin) -> None:
    newspaper = Newspaper(tmp_path, origin)
    google = GoogleLinks(Client(loopback_rules()), newspaper.store, "http://127.0.0.1:7", daily_exchanges=1)
    status = SourceStatus(newspaper.front_pages, newspaper.feed_urls, newspaper.stats, google)
    good = newspaper.publish("top", "tide", ["One", "Two"])
    dead = newspaper.publish("top", "post", ["One"])
    origin.serve("/post/top", "gone", status=503)
    quiet = newspaper.publish("nation", "echo", ["One"])
    newspaper.feeds["health"] = (good,)
    newspaper.front_pages.warm("in", "top")
    counts = status.of("in")
    assert {url: (each.fetched, each.failed, each.items) for url, each in counts.items() if url in (good, dead, quiet)} == {
        good: (1, 0, 2), dead: (0, 1, 0), quiet: (0, 0, 0),
    }  # fmt: skip
    assert "cannot answer" in counts[dead].trouble
    assert "0 were asked, 0 resolved, 0 refused" in status.google_links()
    with pytest.raises(UnknownPlace):
        status.of("xx")
    newspaper.close()


def test_why_nobody_asks_google_is_said_and_for_how_long(tmp_path: Path, origin: Origin) -> None:
    newspaper = Newspaper(tmp_path, origin)
    with GoogleNews() as server:
        google = GoogleLinks(Client(loopback_rules()), newspaper.store, server.base)
        status = SourceStatus(newspaper.front_pages, newspaper.feed_urls, newspaper.stats, google)
        link = server.add_story("bridge", "https://post.test/bridge")
        server.fail(Mode.LIMITED)
        with pytest.raises(GoogleRefused):
            google.resolve(link)
    said = status.google_links()
    assert "1 were asked, 0 resolved, 1 refused" in said
    assert said.endswith("Google had been asked too often, or took us for a robot. It is asked again in 5 hours.")
    newspaper.close()
