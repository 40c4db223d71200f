from dataclasses import fields
from pathlib import Path

import pytest

from config import RULES, SERVER_RULES, ServerSettings, Settings, SettingsError


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
    assert settings.MEMORY_CACHE_BYTES == 16 * 1024 * 1024
    assert settings.PROXY == "off"


def test_values_are_json_where_they_parse_as_json_and_text_otherwise() -> None:
    settings = Settings.from_environment(
        {
            "NEWS68K_FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
            "NEWS68K_FETCH_DEADLINE": "5",
            "NEWS68K_SITE_NAME": "Old News",
            "NEWS68K_DEFAULT_EDITION": '"in"',
            "NEWS68K_FETCH_USER_AGENT": "123",
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


@pytest.mark.parametrize("url", ["redis://ada:s3cret@cache.lan:x/0", "mysql://:s3cret@h", "redis://:s3/s3cret@h/0"])
def test_what_is_wrong_with_the_address_of_a_store_is_said_without_its_password(url: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"NEWS68K_STORE_URL": url})
    assert "s3" not in str(caught.value)


def test_the_parts_of_the_store_leave_room_for_what_is_small() -> None:
    with pytest.raises(SettingsError, match="must be 95 together at most, not 96"):
        Settings(STORE_LINKS_PERCENT=11)
    assert Settings(STORE_LINKS_PERCENT=5, STORE_PAGES_PERCENT=20, STORE_PICTURES_PERCENT=70).store_shares == {
        "links": 0.05,
        "pages": 0.2,
        "pictures": 0.7,
    }


def test_what_is_wrong_with_a_secret_is_said_without_it() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings(SECRET="hush hush")  # of nobody
    assert "NEWS68K_SECRET must be" in str(caught.value)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("STORE_ULR", "STORE_URL"),
        ("STORE", "STORE_URL"),
        ("store_url", "STORE_URL"),
        ("FETCH_PORTS", "FETCH_ALLOWED_PORTS"),
        ("READS_PER_MINUTE", "LIMIT_READS_PER_MINUTE"),
        ("PROXIED", "PROXY"),
        ("ZZZ", ""),
        ("", ""),
    ],
)
def test_a_name_that_is_no_setting_stops_the_start_and_the_nearest_is_named(name: str, nearest: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({f"NEWS68K_{name}": "1", "NEWS68K": "1", "news68k_store": "1"})
    assert f"NEWS68K_{name} is no setting; the nearest is NEWS68K_{nearest}" in str(caught.value)


def test_a_name_of_several_lines_is_said_in_one() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"NEWS68K_A\nB": "1"})
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("host", "bind"),
    [
        ("127.0.0.1", "127.0.0.1:9000"),
        ("::", "[::]:9000"),
        ("[::1]", "[::1]:9000"),
        ("2001:DB8::1", "[2001:DB8::1]:9000"),
        ("localhost", "localhost:9000"),
        ("News.Example", "News.Example:9000"),
        ("unix:/run/news68k/socket", "unix:/run/news68k/socket"),
    ],
)
def test_gunicorn_is_told_where_to_listen(host: str, bind: str) -> None:
    assert ServerSettings.from_environment({"HOST": host, "PORT": "9000"}).bind == bind


def test_without_a_word_it_listens_everywhere() -> None:
    settings = ServerSettings.from_environment({"NEWS68K_PORT": "1"})
    assert (settings.bind, settings.WEB_CONCURRENCY) == ("0.0.0.0:8080", 2)


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


@pytest.mark.parametrize("value", ["ada:", ":", "hush\nhush", "hush\x7f", "hush\udce9"])
def test_a_wrong_password_is_named_but_not_said(value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"NEWS68K_PASSWORD": value})
    assert "NEWS68K_PASSWORD must be" in str(caught.value)
    assert not [word for word in ("hush", "ada") if word in str(caught.value)]


def test_a_password_is_not_shown_with_the_other_settings() -> None:
    assert "hush" not in repr(Settings(PASSWORD="hush"))


@pytest.mark.parametrize("name", ["FETCH_ALLOW_HOSTS", "FETCH_DENY_HOSTS", "OWN_HOSTS"])
def test_hosts_may_be_written_as_people_write_them_and_nothing_else_may(name: str) -> None:
    good = '["Example.ORG.", "*.example.net", "bücher.example", "xn--bcher-kva.example", "192.0.2.1", "::1"]'
    assert len(getattr(Settings.from_environment({f"NEWS68K_{name}": good}), name)) == 6
    for bad in ('["*"]', '["http://example.org/"]', '["192.0.2.0/24"]', '[""]', "[7]", "example.org"):
        with pytest.raises(SettingsError, match=rf"^NEWS68K_{name} must be a JSON list of names"):
            Settings.from_environment({f"NEWS68K_{name}": bad})


def in_file(tmp_path: Path, text: str) -> dict[str, str]:
    path = tmp_path / "news.toml"
    path.write_text(text, "utf-8")
    return {"NEWS68K_CONFIG": str(path)}


def test_a_file_has_settings_by_their_names_and_the_environment_goes_before_it(tmp_path: Path) -> None:
    environment = in_file(
        tmp_path,
        'site_name = "Café News"\nFETCH_ALLOWED_PORTS = [80]\nfetch_deadline = 5\n\n[server]\nport = 9000\nhost = "::"\n',
    )
    settings = Settings.from_environment(environment | {"NEWS68K_FETCH_DEADLINE": "7"})
    assert (settings.SITE_NAME, settings.FETCH_ALLOWED_PORTS, settings.FETCH_DEADLINE) == ("Café News", (80,), 7)
    assert ServerSettings.from_environment(environment | {"HOST": "127.0.0.1"}).bind == "127.0.0.1:9000"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('site_nmae = "x"', "SITE_NMAE is no setting; the nearest is SITE_NAME."),
        ("fetch_deadline = 0", "FETCH_DEADLINE must be a number from 0.1 to 120, not 0."),
        ('fetch_allowed_networks = ["all"]', "FETCH_ALLOWED_NETWORKS must be a JSON list of networks"),
        ("store_url = 2026-11-26", "STORE_URL must be sqlite:/// and the path"),
        ("[limits]\nreads = 3", "LIMITS is no setting"),
        ("a = ?", "cannot be read: Invalid value (at line 1, column 5)."),
    ],
)
def test_what_is_wrong_in_the_file_is_one_line_that_names_it(tmp_path: Path, text: str, said: str) -> None:
    environment = in_file(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment(environment | {"NEWS68K_FETCH_DEADLINE": "7"})
    assert said in str(caught.value)
    assert environment["NEWS68K_CONFIG"] in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("server = 1", "server must be a table, [server]."),
        ("[server]\nports = 1", "PORTS is no setting; the nearest is PORT."),
        ('[server]\nport = "80"', "PORT must be a port"),
    ],
)
def test_what_is_wrong_in_the_table_of_the_server_is_one_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        ServerSettings.from_environment(in_file(tmp_path, text))
    assert said in str(caught.value)


@pytest.mark.parametrize(("content", "reason"), [(None, "No such file or directory"), (b"\xff", "utf-8")])
def test_a_file_that_cannot_be_read_stops_the_start(tmp_path: Path, content: bytes | None, reason: str) -> None:
    path = tmp_path / "news.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError, match=f"NEWS68K_CONFIG names .*, which cannot be read: .*{reason}"):
        Settings.from_environment({"NEWS68K_CONFIG": str(path)})


def test_ports_of_the_past_are_ports_with_days() -> None:
    settings = Settings(WAYBACK_PORTS=("8099=1999", "8096=1996-12"))
    assert settings.wayback_ports == {8099: "1999", 8096: "199612"}
    for wrong in ("1999", "8099=", "8099=soon", "0=1999", "x=1999", "99999=1999"):
        with pytest.raises(SettingsError, match="WAYBACK_PORTS must be a JSON list of ports and days"):
            Settings(WAYBACK_PORTS=(wrong,))


def test_the_server_listens_at_the_ports_of_the_past_too() -> None:
    assert ServerSettings(HOST="::1", PORT=8080).binds([8099]) == ["[::1]:8080", "[::1]:8099"]
    assert ServerSettings(HOST="unix:/run/x").binds([]) == ["unix:/run/x"]
    with pytest.raises(SettingsError, match="HOST is a socket"):
        ServerSettings(HOST="unix:/run/x").binds([8099])
