"""What each setting must be."""

from dataclasses import fields

import pytest

from app.settings.read import SettingsError
from app.settings.rules import RULES, SERVER_RULES
from config import ServerSettings, Settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ARTICLE_FRESH_SECONDS", "-1"),
        ("DEFAULT_EDITION", "United States"),
        ("FETCH_ALLOWED_NETWORKS", '["all"]'),
        ("FETCH_ALLOWED_NETWORKS", "127.0.0.0/8"),
        ("FETCH_ALLOWED_PORTS", "[70000]"),
        ("FETCH_ALLOWED_PORTS", "80"),
        ("FETCH_DEADLINE", "soon"),
        ("GOOGLE_NEWS_URL", "news.google.com"),
        ("GOOGLE_NEWS_URL", "https://[/"),
        ("BING_NEWS_URL", "https://example.org:99999/"),
        ("BASE_URL", "http://:8080"),
        ("FETCH_DEADLINE", "true"),
        ("FETCH_DEADLINE", "NaN"),
        ("FETCH_DEADLINE", "1" + "0" * 400),
        ("FETCH_DEADLINE", "1" + "0" * 5000),
        ("FETCH_ALLOWED_PORTS", "[" * 100_000),
        ("FETCH_MAX_HTML_BYTES", "4.5"),
        ("FETCH_USER_AGENT", "a\nb"),
        ("MEMORY_CACHE_BYTES", '"32 MiB"'),
        ("PASSTHROUGH_HOSTS", '["http://example.org/"]'),
        ("PROXY", "yes"),
        ("PROXY_SITE", "News.Example"),
        ("PROXY_SITE", "a-name-that-is-too-long-for-links.example"),
        ("SECRET", "too short"),
        ("SECRET", "not in ASCII, caf\xe9"),
        ("SITE_NAME", ""),
        ("SITE_NAME", "<b>"),
        ("SITE_NAME", "Caf\udce9"),
        ("STORE_LINKS_PERCENT", "0"),
        ("STORE_PAGES_PERCENT", "96"),
        ("STORE_URL", "mysql://x"),
        ("STORE_URL", "redis://"),
        ("STORE_URL", "redis://cache.lan:99999/0"),
        ("STORE_URL", "redis://cache.lan/0?max_connections=1"),
        ("STORE_URL", "unix://socket"),
    ],
)
def test_a_wrong_value_stops_the_start_with_one_line_naming_it(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({f"NEWS68K_{name}": value})
    assert f"NEWS68K_{name} must be" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "url",
    [
        "redis://cache.lan",
        "redis://ada:p%40ss@[2001:db8::1]:6380/2",
        "rediss://:secret@cache.lan:6379/0?ssl_ca_certs=/etc/ssl/own.pem",
        "unix:///run/redis/socket",
        "unix://:secret@/run/redis/socket?db=1",
        "sqlite:///store.sqlite3",
    ],
)
def test_a_store_is_a_file_or_a_server(url: str) -> None:
    settings = Settings.from_environment({"NEWS68K_STORE_URL": url})
    assert url == settings.STORE_URL
    assert url not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HOST", ""),
        ("HOST", "0.0.0.0:8080"),
        ("HOST", "[::]:8080"),
        ("HOST", "[::"),
        ("HOST", "[127.0.0.1]"),
        ("HOST", ":::"),
        ("HOST", "fe80::1%eth0"),
        ("HOST", "http://127.0.0.1"),
        ("HOST", "two words"),
        ("HOST", "a\nb"),
        ("HOST", "unix:"),
        ("HOST", "unix:/run/"),
        ("HOST", "*"),
        ("PORT", ""),
        ("PORT", "0.0"),
        ("PORT", "false"),
        ("PORT", "-1"),
        ("PORT", "65536"),
        ("PORT", "8080x"),
        ("PORT", "tcp://10.0.0.1:8080"),
        ("PORT", "0x50"),
        ("WEB_CONCURRENCY", "0"),
        ("WEB_CONCURRENCY", "auto"),
        ("WEB_CONCURRENCY", "2.0"),
        ("WEB_CONCURRENCY", "100000"),
    ],
)
def test_a_wrong_value_of_the_server_stops_the_start_with_one_line(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        ServerSettings.from_environment({name: value})
    assert str(caught.value).startswith(f"{name} must be ")
    assert "\n" not in str(caught.value)


def test_every_setting_has_its_rule_in_a_sorted_table() -> None:
    assert sorted(RULES) == list(RULES)
    assert {field.name for field in fields(Settings)} == set(RULES)
    assert [field.name for field in fields(ServerSettings)] == list(SERVER_RULES) == sorted(SERVER_RULES)


@pytest.mark.parametrize("value", ["", "secret", "ada:secret", ":se:cret", "schlüssel", "two words"])
def test_a_password_may_have_a_user_name_in_front(value: str) -> None:
    assert value == Settings.from_environment({"NEWS68K_PASSWORD": value}).PASSWORD


@pytest.mark.parametrize("name", ["FETCH_ALLOW_HOSTS", "FETCH_DENY_HOSTS", "OWN_HOSTS"])
def test_hosts_may_be_written_as_people_write_them_and_nothing_else_may(name: str) -> None:
    good = '["Example.ORG.", "*.example.net", "bücher.example", "xn--bcher-kva.example", "192.0.2.1", "::1"]'
    assert len(getattr(Settings.from_environment({f"NEWS68K_{name}": good}), name)) == 6
    for bad in ('["*"]', '["http://example.org/"]', '["192.0.2.0/24"]', '[""]', "[7]", "example.org"):
        with pytest.raises(SettingsError, match=rf"^NEWS68K_{name} must be a JSON list of names"):
            Settings.from_environment({f"NEWS68K_{name}": bad})
