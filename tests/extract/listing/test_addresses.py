"""What addresses look like."""

import pytest

from app.extract.listing.addresses import is_forum, place_of


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/index.html", "home"),
        ("/welcome.html", "home"),
        ("/en/stable/index.html", "section"),
        ("/viewforum.php", "list"),
        ("/~joe/links.html", "list"),
        ("/2026/archive.html", "list"),
        ("/manual/contents.htm", "list"),
        ("/pipermail/rope/2026-March/thread.html", "list"),
        ("/pipermail/rope/2026-March/subject.html", "list"),
        ("/archive/maillist.html", "list"),
        ("/lists/rope-l/2026Mar/date.html", "list"),
        ("/lists/rope-l/2026Mar/author.html", "list"),
        ("/pipermail/rope/2026-March/004711.html", "text"),
        ("/manual/install.html", "text"),
        ("/forum-7-1.html", "list"),
        ("/thread-71-1-1.html", "text"),
    ],
)
def test_files_that_stand_for_a_folder_or_a_list_are_no_texts(path: str, place: str) -> None:
    assert place_of(f"https://courier.example{path}") == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("", "home"),
        ("/de/", "home"),
        ("/politics", "section"),
        ("/politics?tag=tower", "list"),
        ("/news/the-tower-moves-inland-at-last", "text"),
        ("/story?id=4711", "text"),
        ("/index.php?board=3.0", "list"),
        ("/index.php?topic=512.0", "text"),
        ("/index.php?showtopic=512", "text"),
        ("/modules.php?name=News&file=article&sid=42", "text"),
        ("/index.php?sid=8acf0012bd4471aa", "home"),
        ("/2026/03/27/tower-20260327", "text"),
        ("/tag/towers", "list"),
        ("/a/b/c/d/e", ""),
    ],
)
def test_the_parts_of_a_path_tell_lists_from_texts(path: str, place: str) -> None:
    assert place_of(f"https://courier.example{path}") == place


def test_what_is_no_address_looks_like_nothing() -> None:
    assert place_of("http://[::1") == ""


@pytest.mark.parametrize(
    "address",
    [
        "viewforum.php?f=3",
        "/viewforum.php?f=3",
        "/board/forumdisplay.php?3-ropes",
        "/index.php?board=3.0",
        "/index.php?act=x;showforum=3",
        "/forums/ropes.3/",
        "/c/ropes/3",
        "/forum-7-1.html",
    ],
)
def test_the_parts_of_boards_are_known_by_their_addresses(address: str) -> None:
    assert is_forum(f"https://courier.example/{address.removeprefix('/')}")


@pytest.mark.parametrize("address", ["/viewtopic.php?t=3", "/forums/", "/threads/a-rope.3/", "/c/3", "/board/members"])
def test_topics_and_boards_are_no_parts(address: str) -> None:
    assert not is_forum(f"https://courier.example{address}")
