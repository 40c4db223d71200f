"""Every kind of page with our words in other languages: valid, within its budget, in bytes that its set has."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.render.language import languages
from app.render.profiles.spec import read_spec
from config import Settings
from tests.news.town import silent_sources
from tests.origin import Origin
from tests.render.everything import Everything, in_profile
from tests.render.test_matrix import links_of, troubles
from tests.validity import all_sgml_errors

# A few of each kind: small budgets, references, sets of one script, UTF-8, text from the right; by the language, sorted.
SPEAKING = {
    "ar": ("ie-utf8-ar",),
    "de": ("dos-de", "mosaic-de"),
    "el": ("macplus-utf8-el",),
    "fr": ("c64-fr",),
    "hi": ("modern-8k-hi",),
    "ja": ("netscape-utf8-ja",),
    "ru": ("modern-8k-ru", "netscape-ru"),
}
SPECS = [spec for code, specs in SPEAKING.items() if code in languages() for spec in specs]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everything]:
    folder = tmp_path_factory.mktemp("everything")
    (folder / "silent.toml").write_text(silent_sources())
    settings = Settings(
        STORE_URL=f"sqlite:///{folder}/store.sqlite3",
        FETCH_ALLOWED_NETWORKS=("127.0.0.0/8",),
        GOOGLE_NEWS_URL="http://127.0.0.1:9",
    )
    with Origin() as origin:
        yield Everything(origin, settings, folder)


@pytest.mark.parametrize("spec", SPECS)
def test_every_kind_of_page_is_right_in_another_language(everything: Everything, spec: str, tmp_path: Path) -> None:
    profile = read_spec(spec)
    found: dict[str, object] = {}
    pages: dict[str, str] = {}
    for name, kind in everything.kinds.items():
        answer = everything.browser.get(in_profile(profile, kind.path))
        charset = profile.charset(kind.family)
        assert answer.status_code == kind.status, name
        assert answer.headers["Content-Type"] == profile.html_type(charset), name
        text = answer.data.decode(charset.codec)
        wrong = troubles(answer.data, name, kind, profile)
        wrong += [link for link in links_of(text) if link.startswith("/") and not link.startswith("/~")]
        found |= {name: wrong} if wrong else {}
        pages[name] = text
    assert found == {}
    assert all_sgml_errors(pages, tmp_path) == ""


def test_the_words_are_those_of_the_language_where_the_set_has_its_letters(everything: Everything) -> None:
    def page(path: str) -> str:
        answer = everything.browser.get(path)
        body: bytes = answer.data
        return body.decode(answer.content_type.partition("charset=")[2] or "ascii")

    assert "Über 68k.news" in page("/~modern-de/in/about")
    assert "&#220;ber 68k.news" in page("/~mosaic-de/in/about")
    assert "О 68k.news" in page("/~modern-ru/in/about")
    assert "About 68k.news" in page("/~mosaic-ru/in/about")
    assert "About 68k.news" in page("/~modern-en/in/about")
    assert "Такой страницы здесь нет." in page("/~modern-ru/in/nothing")
