from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.create import create_app
from config import Settings
from tests.origin import Origin


@pytest.fixture
def origin() -> Iterator[Origin]:
    with Origin() as server:
        yield server


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(STORE_URL=f"sqlite:///{tmp_path}/store.sqlite3", FETCH_ALLOWED_NETWORKS=("127.0.0.0/8",))


@pytest.fixture
def browser(settings: Settings) -> FlaskClient:
    return create_app(settings).test_client()
