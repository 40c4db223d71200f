"""Rules match paths as Werkzeug's own do, and make addresses, though nothing is prepared for that."""

import pytest
from werkzeug.exceptions import NotFound
from werkzeug.routing import Map, MapAdapter, Rule

from app.web.rules import PathRule

PATHS = ("/", "/page/<int:number>", "/page/<int:number>/of/<name>", "/old/<path:rest>")


def bound(kind: type[Rule]) -> MapAdapter:
    """Return a site whose rules are of a kind."""
    return Map([kind(path, endpoint=path) for path in PATHS]).bind("68k.test")


@pytest.mark.parametrize("path", ["/", "/page/7", "/page/7/of/Mosaic", "/old/a/b"])
def test_a_path_is_matched_as_by_werkzeug(path: str) -> None:
    assert bound(PathRule).match(path) == bound(Rule).match(path)


def test_a_path_of_no_rule_is_not_found() -> None:
    with pytest.raises(NotFound):
        bound(PathRule).match("/page/seven")


def test_an_address_is_made_as_by_werkzeug() -> None:
    values = {"number": 7, "name": "NCSA Mosaic", "from": "here"}
    endpoint = "/page/<int:number>/of/<name>"
    assert bound(PathRule).build(endpoint, values) == bound(Rule).build(endpoint, values)
    assert bound(PathRule).build(endpoint, values, append_unknown=False) == "/page/7/of/NCSA%20Mosaic"


def test_nothing_is_compiled_until_an_address_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    monkeypatch.setattr(Rule, "_compile_builder", lambda rule, append_unknown: compiled.append(rule))
    bound(PathRule).match("/page/7")
    assert compiled == []
