"""Settings as the environment and a file give them."""

from pathlib import Path

import pytest

from app.settings.read import SettingsError
from config import ServerSettings, Settings


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


@pytest.mark.parametrize("url", ["redis://ada:s3cret@cache.lan:x/0", "mysql://:s3cret@h", "redis://:s3/s3cret@h/0"])
def test_what_is_wrong_with_the_address_of_a_store_is_said_without_its_password(url: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"NEWS68K_STORE_URL": url})
    assert "s3" not in str(caught.value)


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


@pytest.mark.parametrize("name", ["PORT", "HOST", "WEB_CONCURRENCY"])
def test_a_name_of_the_server_is_said_to_stand_elsewhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match=f"NEWS68K_{name} is no setting; {name} stands without NEWS68K_"):
        Settings.from_environment({f"NEWS68K_{name}": "80"})
    with pytest.raises(SettingsError, match=rf"{name} is no setting; {name} stands in the table \[server\]"):
        Settings.from_environment(in_file(tmp_path, f"{name.lower()} = 80"))


def test_a_file_may_begin_with_the_mark_that_editors_of_windows_put_there(tmp_path: Path) -> None:
    environment = in_file(tmp_path, '\ufeffsite_name = "Old News"\n[server]\nport = 9000\n')
    assert Settings.from_environment(environment).SITE_NAME == "Old News"
    assert ServerSettings.from_environment(environment).PORT == 9000


def test_a_name_of_several_lines_is_said_in_one() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"NEWS68K_A\nB": "1"})
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("value", ["ada:", ":", "hush\nhush", "hush\x7f", "hush\udce9"])
def test_a_wrong_password_is_named_but_not_said(value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"NEWS68K_PASSWORD": value})
    assert "NEWS68K_PASSWORD must be" in str(caught.value)
    assert not [word for word in ("hush", "ada") if word in str(caught.value)]


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
        ("a = " + "[" * 5000, "cannot be read: maximum recursion depth exceeded"),
        ('site_name = "x"\nSITE_NAME = "y"', "SITE_NAME stands there twice, in capitals and in small letters."),
        ("proxy = true", "PROXY must be on or off, not true."),
        ('fetch_allowed_networks = ["10.0.0.1/8"]', 'such as ["192.168.1.0/24"], not ["10.0.0.1/8"].'),
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
        ("[SERVER]\nport = 0.5", "PORT must be a port"),
        ("[server]\nport = 80\n[Server]\nport = 81", "SERVER stands there twice"),
        ("[server]\nport = 80\nPORT = 81", "PORT stands there twice"),
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
