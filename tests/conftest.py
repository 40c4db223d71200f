from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.create import create_app
from config import Settings
from tests.news.town import silent_sources
from tests.origin import Origin


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
    )


@pytest.fixture
def browser(settings: Settings) -> FlaskClient:
    return create_app(settings).test_client()
