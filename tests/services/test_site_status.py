"""Whom the site asks, and since when they are left alone."""

import time
from dataclasses import replace

from app.news.aggregators.google_state import GoogleState
from app.services import wayback
from app.services.site_status import Standing
from app.web.wiring.services import build_services
from config import Settings


def test_those_whom_the_site_asks_are_named_and_those_that_are_off_are_not(settings: Settings) -> None:
    asking = replace(settings, SEARCH_ENGINES=("wiby", "mojeek"))
    names = ["wiby", "mojeek", "Wayback Machine", "Google News"]
    assert list(build_services(asking).site_status.hosts()) == [Standing(name, 0) for name in names]
    alone = replace(settings, SEARCH_ENGINES=(), WAYBACK="off", GOOGLE_NEWS="off")
    assert list(build_services(alone).site_status.hosts()) == []


def test_it_is_told_since_when_somebody_is_left_alone(settings: Settings) -> None:
    services, now = build_services(replace(settings, SEARCH_ENGINES=("wiby",))), int(time.time())
    services.store.set("search pause wiby", b"%d" % now, 60)
    services.store.set(wayback.PAUSE_KEY, b"%d" % now, 60)
    GoogleState(services.store, lambda: now).failed("limited", "some story")
    assert {each.name: each.since for each in services.site_status.hosts()} == dict.fromkeys(
        ("wiby", "Wayback Machine", "Google News"), now
    )
    for key in ("search pause wiby", wayback.PAUSE_KEY):
        services.store.set(key, b"what an older program noted", 60)
    assert [each.since for each in services.site_status.hosts()][:2] == [0, 0]
