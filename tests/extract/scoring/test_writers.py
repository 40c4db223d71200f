"""Who wrote what stands in the boxes of a board or a tracker is said before it."""

import pytest

from tests.extract.scoring.test_choice import LINE, chosen


def thread(head: str) -> str:
    """Return two notes with a line each before the text, the second of which is short."""
    return "".join(
        f"<div><p>{head.format(name)}</p><div class=bugnote-note><p>{said}</p></div></div>"
        for name, said in (("ann", LINE), ("bob", "Ten."))
    )


@pytest.mark.parametrize(
    "link",
    ["/users/{0}", "/u/{0}", "/@{0}", "view_user_page.php?id={0}", "/secure/ViewProfile.jspa?name={0}", "/~{0}"],
)
def test_a_line_that_leads_to_the_page_of_a_member_stays_before_the_text(link: str) -> None:
    href = link if link[0] == "/" else f"/{link}"
    assert chosen(thread(f"<a href='{href}'>{{0}}</a> added a note"), 0.1, 0.9, 0.1, 0.02) == [
        "ann added a note", LINE, "bob added a note", "Ten.",
    ]  # fmt: skip


def test_so_does_one_in_an_element_that_is_named_for_it() -> None:
    body = thread("").replace("<p></p>", "<div class=post-author><p>Ann</p></div><p>3 May</p>")
    assert chosen(body, 0.1, 0.1, 0.9, 0.1, 0.1, 0.02) == ["Ann", LINE, "Ann", "Ten."]


def test_the_nearest_line_counts_and_other_links_say_nothing() -> None:
    link = "<a href=/users/1>keeper</a></p><p><a href=/users/2>{0}</a></p><p><a href=/users/2/posts>12 posts</a>"
    assert chosen(thread(link), *(0.1,) * 3, 0.9, *(0.1,) * 3, 0.02) == ["ann", LINE, "bob", "Ten."]
    assert chosen(thread("<a href=/tags/1>{0}</a>"), 0.1, 0.9, 0.1, 0.02) == [LINE, "Ten."]


def test_a_single_text_has_its_author_over_the_page() -> None:
    assert chosen(f"<p><a href=/users/1>ann</a></p><div class=bugnote-note><p>{LINE}</p></div>", 0.1, 0.9) == [LINE]
