"""The settings as the program has them."""

import pytest

from app.settings.read import SettingsError
from config import ServerSettings, Settings


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


def test_the_parts_of_the_store_leave_room_for_what_is_small() -> None:
    with pytest.raises(SettingsError, match="must be 95 together at most, not 96"):
        Settings(STORE_LINKS_PERCENT=11)
    assert Settings(STORE_LINKS_PERCENT=5, STORE_PAGES_PERCENT=20, STORE_PICTURES_PERCENT=70).store_shares == {
        "links": 0.05,
        "pages": 0.2,
        "pictures": 0.7,
    }


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


def test_a_password_is_not_shown_with_the_other_settings() -> None:
    assert "hush" not in repr(Settings(PASSWORD="hush"))


def test_ports_of_the_past_are_ports_with_days() -> None:
    settings = Settings(WAYBACK_PORTS=("8099=1999", "8096=1996-12"))
    assert settings.wayback_ports == {8099: "1999", 8096: "199612"}
    for wrong in ("1999", "8099=", "8099=soon", "0=1999", "x=1999", "99999=1999"):
        with pytest.raises(SettingsError, match="WAYBACK_PORTS must be a JSON list of ports and days"):
            Settings(WAYBACK_PORTS=(wrong,))
    with pytest.raises(SettingsError, match="WAYBACK_PORTS names a port twice"):
        Settings(WAYBACK_PORTS=("8099=1999", "8099=1996"))


def test_the_server_listens_at_the_ports_of_the_past_too() -> None:
    assert ServerSettings(HOST="::1", PORT=8080).binds([8099]) == ["[::1]:8080", "[::1]:8099"]
    assert ServerSettings(HOST="unix:/run/x").binds([]) == ["unix:/run/x"]
    with pytest.raises(SettingsError, match="HOST is a socket"):
        ServerSettings(HOST="unix:/run/x").binds([8099])
    with pytest.raises(SettingsError, match="WAYBACK_PORTS names the port 8080, which is PORT"):
        ServerSettings(PORT=8080).binds([8099, 8080])
