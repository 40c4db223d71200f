import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from config import Settings
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.news.town import silent_sources
from tests.origin import Origin
from tests.serving import asked, quiet_site

# Seconds that a test with a limit may take, on a machine that is busy.
LEAST_OF_A_MINUTE = 15
# Open files from which what tests have dropped is collected; many systems let a process have 1,024.
MANY_FILES = 300


def pytest_collection_finish() -> None:
    """Spare the collector the tests themselves, which stay: it has little left to look at, and does so soon."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _closed_files() -> Iterator[None]:
    """Sites that tests have dropped close their stores when they are collected, which may be many tests later."""
    yield
    if len(os.listdir("/dev/fd")) > MANY_FILES:
        gc.collect()


@pytest.fixture
def origin() -> Iterator[Origin]:
    with Origin() as server:
        yield server


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a site that may ask the loopback and nobody else; nobody is at home at its sources."""
    sources = tmp_path / "silent.toml"
    sources.write_text(silent_sources())
    return Settings(
        STORE_URL=f"sqlite:///{tmp_path}/store.sqlite3",
        FETCH_ALLOWED_NETWORKS=("127.0.0.0/8",),
        SOURCES_FILE=str(sources),
        GOOGLE_NEWS_URL="http://127.0.0.1:9",
        BING_NEWS_URL="http://127.0.0.1:7",
        SEARCH_ENGINES=(),
        WAYBACK_URL="http://127.0.0.1:9",
        RATES_URL="http://127.0.0.1:9/rates.xml",
        WEATHER_URL="http://127.0.0.1:9",
        WEATHER_PLACES_URL="http://127.0.0.1:7",
        WIKIPEDIA_URL="http://127.0.0.1:9/{language}",
        WIKTIONARY_URL="http://127.0.0.1:7/{language}",
        TASK_PROCESSES=0,  # tests/isolation has those of the pool; a process a test would be slow
    )


@pytest.fixture
def browser(settings: Settings) -> FlaskClient:
    return create_app(settings).test_client()


@pytest.fixture
def within_a_minute() -> None:
    """Wait, where a minute of the clock is about to end, until the next one begins: what is counted is counted by it."""
    left = 60 - time.time() % 60
    if left < LEAST_OF_A_MINUTE:
        time.sleep(left)


@pytest.fixture(scope="session")
def place() -> Iterator[Origin]:
    """A site with an article, its picture and a file, for the real servers."""
    with Origin() as origin:
        origin.serve("/lighthouse", modern_page(LIGHTHOUSE))
        origin.serve("/pictures/tower.jpg", drawing(file_format="JPEG"), "image/jpeg")
        origin.serve("/tides.bin", bytes(range(256)) * 1000, "application/octet-stream")
        yield origin


@pytest.fixture(scope="session")
def port(place: Origin, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a gunicorn that serves the site and may read `place`."""
    with quiet_site(tmp_path_factory.mktemp("store")) as number:
        # By itself, before anybody reads the article: a worker that did not find the size of its picture says so for
        # half a minute, in which another may know it already.
        picture = quote(place.url("/pictures/tower.jpg?w=1280"), safe="")
        assert asked(number, f"GET /read?url={picture} HTTP/1.0\r\n\r\n")[0] == "HTTP/1.0 200 OK"
        yield number
