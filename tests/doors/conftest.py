from collections.abc import Iterator
from pathlib import Path

import pytest

from app.web.app_factory import create_app
from app.web.context import EXTENSION, Services
from config import Settings
from tests.news.town import Paper, newspaper_of, town


@pytest.fixture(scope="module")
def papers() -> Iterator[list[Paper]]:
    with town() as found:
        yield found[:3]


@pytest.fixture
def services(settings: Settings, papers: list[Paper], tmp_path: Path) -> Services:
    app = create_app(newspaper_of(papers, settings, tmp_path))
    found: Services = app.extensions[EXTENSION]
    return found
