from dataclasses import fields

import pytest

from config import RULES, Settings, SettingsError


def test_the_names_and_defaults_that_others_rely_on() -> None:
    settings = Settings()
    assert settings.SITE_NAME == "68k.news"
    assert settings.DEFAULT_EDITION == "us"
    assert settings.STORE_URL.startswith("sqlite:///")
    assert "/instance/" in settings.STORE_URL
    assert settings.FETCH_ALLOWED_NETWORKS == ()
    assert settings.FETCH_ALLOWED_PORTS == (80, 443, 8080, 8443)
    assert settings.FETCH_DEADLINE == 12
    assert settings.FETCH_MAX_HTML_BYTES == 4 * 1024 * 1024
    assert settings.FETCH_MAX_FILE_BYTES == 8 * 1024 * 1024
    assert settings.ARTICLE_FRESH_SECONDS == 900
    assert settings.ARTICLE_STALE_SECONDS == 86400
    assert settings.FAILURE_SECONDS == 60
    assert settings.MEMORY_CACHE_BYTES == 32 * 1024 * 1024
    assert settings.PROXY == "off"


def test_values_are_json_where_they_parse_as_json_and_text_otherwise() -> None:
    settings = Settings.from_environment(
        {
            "NEWS68K_FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
            "NEWS68K_FETCH_DEADLINE": "5",
            "NEWS68K_SITE_NAME": "Old News",
            "NEWS68K_DEFAULT_EDITION": '"in"',
            "NEWS68K_FETCH_USER_AGENT": "123",
            "NEWS68K_SOMETHING_OF_LATER": "1",
            "HOME": "/root",
        }
    )
    assert settings.FETCH_ALLOWED_NETWORKS == ("127.0.0.0/8",)
    assert settings.FETCH_DEADLINE == 5
    assert settings.SITE_NAME == "Old News"
    assert settings.DEFAULT_EDITION == "in"
    assert settings.FETCH_USER_AGENT == "123"


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
        ("FETCH_DEADLINE", "true"),
        ("FETCH_DEADLINE", "NaN"),
        ("FETCH_MAX_HTML_BYTES", "4.5"),
        ("FETCH_USER_AGENT", "a\nb"),
        ("MEMORY_CACHE_BYTES", '"32 MiB"'),
        ("PASSTHROUGH_HOSTS", '["http://example.org/"]'),
        ("PROXY", "yes"),
        ("PROXY_SITE", "News.Example"),
        ("PROXY_SITE", "a-name-that-is-too-long-for-links.example"),
        ("SITE_NAME", ""),
        ("SITE_NAME", "<b>"),
        ("STORE_URL", "mysql://x"),
    ],
)
def test_a_wrong_value_stops_the_start_with_one_line_naming_it(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({f"NEWS68K_{name}": value})
    assert f"NEWS68K_{name} must be" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_setting_has_its_rule_in_a_sorted_table() -> None:
    assert sorted(RULES) == list(RULES)
    assert {field.name for field in fields(Settings)} == set(RULES)
