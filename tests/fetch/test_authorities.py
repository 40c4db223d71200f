"""Whose certificates are believed."""

import time

from app.fetch.authorities import authorities


def test_there_are_many_and_each_holds_for_years() -> None:
    found = authorities()
    assert len(found) > 50
    assert all(each.begins < each.ends for each in found)
    assert sum(each.begins < time.time() < each.ends for each in found) > len(found) / 2
