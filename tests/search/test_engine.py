from app.search.engine import MOST_RESULTS, entries


def test_what_cannot_be_read_and_what_comes_twice_is_no_result() -> None:
    rows = [
        ("ftp://example.org/", "A", ""),
        ("javascript:x", "B", ""),
        ("https://example.org/#a", "C", ""),
        ("https://example.org/", " D & <b>\n bold ", "of it"),
        ("", "E", ""),
    ]
    assert [(each.url, each.title, each.summary) for each in entries(rows)] == [
        ("https://example.org/", "D & <b> bold", "of it")
    ]


def test_there_are_only_so_many_and_each_has_a_title() -> None:
    found = entries((f"https://example.org/{place}", "", "") for place in range(500))
    assert len(found) == MOST_RESULTS
    assert found[0].title == "https://example.org/0"
