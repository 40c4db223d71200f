import pytest

from tests.extract.scoring.pages import SENTENCES, TITLE, text, whole
from tests.extract.scoring.test_choice import LINE, chosen


def post(name: str, said: str, *, box: str = "post") -> str:
    return f"<div class={box}><p class=username>{name}</p><p class=when>noon</p><div class=said>{said}</div></div>"


def test_posts_have_the_names_of_those_who_wrote_them() -> None:
    body = post("ann", LINE) + post("bob", LINE) + post("cy", LINE)
    assert chosen(body, *(0.02, 0.02, 0.9) * 3) == ["ann", "noon", LINE, "bob", "noon", LINE, "cy", "noon", LINE]


def test_a_short_post_among_long_ones_stays_if_there_is_any_hope_for_it() -> None:
    body = post("ann", LINE) + post("bob", LINE) + post("cy", LINE) + post("dee", "Thanks!")
    assert "Thanks!" in chosen(body, *(0.02, 0.02, 0.9) * 3, 0.02, 0.02, 0.3)
    assert "Thanks!" not in chosen(body, *(0.02, 0.02, 0.9) * 3, 0.02, 0.02, 0.01)


def test_two_boxes_are_no_series_of_labels() -> None:
    entry = f"<div class=entry><p>1931</p><p>{LINE}</p></div>"
    assert "1931" not in chosen(entry * 2, 0.02, 0.9, 0.02, 0.9)
    assert "1931" in chosen(entry * 3, 0.02, 0.9, 0.02, 0.9, 0.02, 0.9)


def test_the_years_of_a_timeline_stay() -> None:
    entries = "".join(
        f"<div class=timeline-item><div class=timeline-date>{year}</div><div class=timeline-content><h3>{name}</h3>"
        f"<p>{SENTENCES[number]}</p></div></div>"
        for number, (year, name) in enumerate([("1650", "First mill"), ("1931", "Last flour"), ("2024", "New wheel")])
    )
    found = text(whole(f"<article><h1>{TITLE}</h1><p>{SENTENCES[7]}</p><div class=timeline>{entries}</div></article>"))
    assert [
        word for word in ("1650", "First mill", "1931", "Last flour", "2024", "New wheel") if word not in found
    ] == []


def test_who_took_the_pictures_is_no_author_of_posts() -> None:
    entry = f"<div class=photo-box><p>{LINE}</p><p class=photo-author>Photograph by Ann Weir</p></div>"
    assert chosen(entry * 3, *(0.9, 0.02) * 3) == [LINE] * 3


@pytest.mark.parametrize("name", ["message-name", "bigusername", "username", "post-author", "nickname", "member-name"])
def test_who_wrote_a_post_stays_whatever_forum_it_is(name: str) -> None:
    page = "".join(
        f"<article class=message><div><h4 class={name}>bosun{n}</h4><h5>Member</h5><p>2009</p><p>Norway</p></div><div class=said>{LINE}</div></article>"
        for n in range(3)
    )
    assert chosen(page, *(0.03, 0.01, 0.01, 0.01, 0.9) * 3) == [said for n in range(3) for said in (f"bosun{n}", LINE)]


def test_buttons_before_the_text_of_a_box_do_not_count_as_its_labels() -> None:
    speech = (
        "<div class=item><div>Ann Keeper {0}</div><div>(North Pier)</div><a href=/s>Share this page</a><p>{1}</p></div>"
    )
    body = "".join(speech.format(number, LINE) for number in range(3))
    found = chosen(body, *[0.02, 0.02, 0.02, 0.9] * 3)
    assert found == [each for number in range(3) for each in (f"Ann Keeper {number}", "(North Pier)", LINE)]
