"""Who may read the figures, and what they say."""

import re
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families as families

from app.web.app_factory import create_app
from config import Settings

BEARER = "Bearer s3cret"


@pytest.mark.parametrize(
    ("changes", "authorization", "status"),
    [
        ({}, "", 403),
        ({}, "Bearer ", 403),
        ({"METRICS_NETWORKS": ("127.0.0.0/8",)}, "", 200),
        ({"METRICS_NETWORKS": ("192.0.2.0/24",)}, "", 403),
        ({"METRICS_TOKEN": "s3cret"}, BEARER, 200),
        ({"METRICS_TOKEN": "s3cret"}, "bearer  s3cret", 200),
        ({"METRICS_TOKEN": "s3cret"}, "Bearer s3cre", 403),
        ({"METRICS_TOKEN": "s3cret"}, "Basic s3cret", 403),
        ({"METRICS_TOKEN": "s3cret"}, "Bearer s3cr\xe9t", 403),
    ],
)
def test_only_who_may_reads_them(settings: Settings, changes: dict[str, Any], authorization: str, status: int) -> None:
    browser = create_app(replace(settings, **changes)).test_client()
    answer = browser.get("/metrics", headers={"Authorization": authorization} if authorization else {})
    assert answer.status_code == status


@pytest.mark.parametrize("address", ["192.0.2.7", "::ffff:192.0.2.7", "::ffff:c000:207"])
def test_an_address_of_ipv4_within_ipv6_is_in_the_network_of_the_other(settings: Settings, address: str) -> None:
    browser = create_app(replace(settings, METRICS_NETWORKS=("192.0.2.0/24",))).test_client()
    assert browser.get("/metrics", environ_base={"REMOTE_ADDR": address}).status_code == 200


def test_requests_are_counted_by_kind_status_and_profile(settings: Settings) -> None:
    browser: FlaskClient = create_app(replace(settings, METRICS_NETWORKS=("127.0.0.0/8",))).test_client()

    def counted() -> float:
        text = browser.get("/metrics").get_data(as_text=True)
        wanted = {"kind": "site.about", "status": "200", "profile": "macplus"}
        samples = [each for family in families(text) for each in family.samples]
        return sum(each.value for each in samples if each.name == "news68k_requests_total" and each.labels == wanted)

    before = counted()
    browser.get("/~macplus/in/about")
    assert counted() == before + 1


def test_the_store_tells_how_much_it_holds_of_each_kind(settings: Settings) -> None:
    browser = create_app(replace(settings, METRICS_NETWORKS=("127.0.0.0/8",))).test_client()
    text = browser.get("/metrics").get_data(as_text=True)
    assert 'news68k_store_entries{quota="links"} 0.0' in text
    found = re.search(r'news68k_store_most_bytes\{quota="links"\} (\S+)', text)
    assert found
    assert float(found[1]) == settings.STORE_MAX_BYTES // 10
