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


@pytest.mark.parametrize("name", ["Message userContent", "postbody", "bbWrapper", "post_body scaleimages"])
def test_a_thread_of_short_posts_alone_is_what_its_page_is_about(name: str) -> None:
    body = "".join(
        f'<div class="c"><a href=/u>ann</a><div class="{name}">{said}</div></div>' for said in "Glue. No. Tar.".split()
    )
    assert chosen(body, *(0.003, 0.01) * 3)[1::2] == ["Glue.", "No.", "Tar."]


def test_a_page_with_more_than_its_posts_or_with_one_is_about_something_else() -> None:
    line = '<div class="postbody">Glue.</div>'
    assert chosen(f"<p>{LINE}</p>{line * 3}", 0.9, *[0.01] * 3) == [LINE]
    assert chosen(line, 0.01) == []


@pytest.mark.parametrize("box", ['class="Item ItemComment"', 'itemprop="comment"', 'class="post"'])
def test_posts_that_are_items_of_a_list_are_judged_one_by_one(box: str) -> None:
    item = f'<li {box}><div class="head"><a href=/u class="Username">ann</a></div><div class="said">{LINE}</div><p>Reply Flag</p></li>'
    assert chosen(f"<ul>{item * 3}</ul>", *(0.1, 0.9, 0.01) * 3) == ["ann", LINE] * 3
    assert "Reply Flag" in chosen(f"<ul>{item.replace('Username', 'x') * 3}</ul>", *(0.4, 0.9, 0.3) * 3)


ENTRY = (
    "<li id=entry><div class=content>{}</div><footer><a href=/e>1.3.2026 10:10</a>"
    "<div><a class=entry-author href=/u>{}</a></div></footer></li>"
)


def test_short_texts_that_somebody_signed_each_are_what_a_page_is_about_that_has_no_other() -> None:
    said = ("the ferry that runs again", "its tea is good", "i shall go on sunday")
    entries = "".join(ENTRY.format(words, name) for words, name in zip(said, ("ann", "bob", "cy"), strict=True))
    found = chosen(f"<ul>{entries}</ul>", *(0.03, 0.01, 0.01) * 3)
    assert [words for words in said if words not in found] == []
    unsigned = entries.replace("entry-author", "more")
    assert chosen(f"<ul>{unsigned}</ul>", *(0.03, 0.01, 0.01) * 3) == []


@pytest.mark.parametrize(
    ("times", "stays"), [(("10:00", "2 pm", "18.30", "20h15"), True), (("a", "b", "c", "d"), False)]
)
def test_days_times_and_places_of_a_programme_stay_with_what_is_on(times: tuple[str, ...], stays: bool) -> None:
    slot = "<div class=slot><div class=at>{0}</div><div><h3>Race at {0}</h3><div>Basin {0}</div><p>{1}</p></div></div>"
    slots = [slot.format(time, LINE) for time in times]
    days = f"<div><h2>Day 1</h2>{slots[0]}{slots[1]}</div><div><h2>Day 2</h2>{slots[2]}{slots[3]}</div>"
    said = chosen(days, *(0.3, *((0.02, 0.1, 0.1, 0.9) * 2)) * 2)
    wanted = ["Day 1", "Day 2", *times, *(f"Race at {time}" for time in times), *(f"Basin {time}" for time in times)]
    assert all(each in said for each in wanted) is stays


@pytest.mark.parametrize(
    "link", ["/user/2", "./memberlist.php?u=2", "/forum/index.php?action=profile;u=2", "/space-uid-2.html"]
)
def test_the_line_that_leads_to_a_member_says_who_wrote_a_post(link: str) -> None:
    post = (
        f"<div class=post><p><a href='#'>#1</a> <a href='{link}'>Ann</a></p><ul class=author_info><li>Users</li><li>17 posts</li><li>Kestrel</li></ul>"
        f"<div><p>{LINE}</p></div></div>"
    )
    assert chosen(post * 3, *(0.05, *(0.01,) * 3, 0.9) * 3) == ["#1 Ann", LINE] * 3


def test_so_do_words_that_say_it() -> None:
    post = f"<div class=comments>{LINE}<div class=smallcopy>posted by <a href=/x>ann</a> at 10:21 AM</div></div>"
    assert chosen(post * 3, *(0.9, 0.05) * 3) == [LINE, "posted by ann at 10:21 AM"] * 3
