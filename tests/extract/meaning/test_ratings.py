"""A row of stars says how many of them are full."""

import pytest

from app.extract.meaning.ratings import spell_ratings
from tests.extract.meaning.spelled import spelled, with_words

STEP = with_words(spell_ratings)


def row(*names: str, tag: str = "i") -> str:
    return " ".join(f'<{tag} class="{name}"></{tag}>' for name in names)


@pytest.mark.parametrize(
    ("stars", "said"),
    [
        (row(*["fa fa-star"] * 3, *["fa fa-star-o"] * 2), "3/5"),
        (row(*["fas fa-star"] * 3, "fas fa-star-half-alt", "far fa-star"), "3.5/5"),
        (row(*["fas fa-star"] * 2, *["far fa-star"] * 3), "2/5"),
        (row(*["bi bi-star-fill"] * 4, "bi bi-star"), "4/5"),
        (row(*["glyphicon glyphicon-star"] * 4, "glyphicon glyphicon-star-empty", tag="span"), "4/5"),
        (row(*["dashicons dashicons-star-filled"] * 5, tag="span"), "5/5"),
        (row("star on", "star on", "star", "star", "star", tag="span"), "2/5"),
        (row("star star--full", "star star--half", "star star--empty", tag="span"), "1.5/3"),
        (row(*["icon-star"] * 3), "\u2605\u2605\u2605"),
        ("".join(f"<li>{row('fa fa-star' + end)}</li>" for end in ("", "", "", "-o", "-o")), "3/5"),
        ("".join(f'<img src="/img/star_{name}.gif">' for name in ("full", "full", "half", "off", "off")), "2.5/5"),
        ("".join(f'<svg class="star {name}"><path d="M0 0"/></svg>' for name in ("on", "on", "on", "", "")), "3/5"),
        (
            "".join(f'<span class="star {name}"><svg><path d="M0 0"/></svg></span>' for name in ("on", "on", "off")),
            "2/3",
        ),
        (
            "".join(f'<svg class="h-4 w-4 star text-{name}"></svg>' for name in ("yellow-400",) * 4 + ("gray-300",)),
            "4/5",
        ),
    ],
)
def test_a_row_of_stars_is_the_number_of_full_ones_of_all(stars: str, said: str) -> None:
    assert spelled(f"<p>Our verdict: <span>{stars}</span></p>", STEP) == f"Our verdict: {said}"
    assert spelled(f'<h2>Verdict</h2><div class="stars">{stars}</div><p>Good.</p>', STEP) == f"Verdict {said} Good."


@pytest.mark.parametrize(
    "said",
    ["4.5 {}", "{} 4.5 out of 5", "Rated 4,5 of 5 {}", "{} (4.3)", "<b>4.4</b> {} <small>1,204 reviews</small>"],
)
def test_stars_beside_their_number_say_nothing_more(said: str) -> None:
    stars = row(*["fa fa-star"] * 4, "fa fa-star-half-o")
    assert spelled(f"<p>{said.format(stars)}</p>", STEP) == spelled(f"<p>{said.format('')}</p>", STEP)


@pytest.mark.parametrize("words", ["{} 23 reviews", "{} on 4 November", "Room 4: {}", "{} 1,204 votes"])
def test_other_numbers_beside_stars_are_none_of_a_rating(words: str) -> None:
    stars = row(*["fa fa-star"] * 4, "fa fa-star-o")
    assert "4/5" in spelled(f"<p>{words.format(stars)}</p>", STEP)


@pytest.mark.parametrize(
    "stars",
    [
        row(*["fa fa-star-o"] * 5),
        row("fa fa-star"),
        row("fa fa-start", "fa fa-start", "fa fa-start"),
        row(*["fa fa-anchor"] * 5),
        row(*["star"] * 11),
        f'<a href="/rate">{row(*["fa fa-star"] * 5)}</a>',
        f"<form>{row(*['fa fa-star'] * 5)}</form>",
        "".join(f"<button>{row('fa fa-star')}</button>" for _ in range(5)),
    ],
)
def test_what_is_there_to_be_clicked_and_what_is_no_row_of_stars_says_nothing(stars: str) -> None:
    assert spelled(f"<p>Rate this: {stars}</p>", STEP) == "Rate this:"


def test_stars_with_words_between_are_no_row() -> None:
    stars = " and ".join([row("fa fa-star")] * 5)
    assert spelled(f"<p>{stars}</p>", STEP) == "and and and and"


def test_words_and_links_around_the_stars_stay() -> None:
    stars = row(*["fa fa-star"] * 4, "fa fa-star-o")
    assert spelled(f"<p>Food {stars}, service {stars}.</p>", STEP) == "Food 4/5, service 4/5."


@pytest.mark.parametrize(
    ("box", "said"),
    [
        ('<div class="stars" role="img" aria-label="Rated 4.5 out of 5"><svg></svg></div>', "Rated 4.5 out of 5"),
        ('<span class="review-rating" title="3 von 5 Sternen"></span>', "3 von 5 Sternen"),
        ('<div class="star-rating" aria-label="4 stars"><span style="width:80%"></span></div>', "4 stars"),
        ('<div class="stars" aria-label="Rated 4.5 out of 5"></div><b>4.5</b>', "4.5"),
        ('<div class="stars" aria-label="Rated 4.5 out of 5">4.5</div>', "4.5"),
        ('<div class="stars" aria-label="Rating"></div>', ""),
        ('<div class="prorated" aria-label="4 of 5"></div>', ""),
        ('<label><span class="stars" title="4 of 5"></span></label>', ""),
        ('<span class="rating" role="button" aria-label="Rate it 4 of 5"></span>', ""),
        ("".join(f'<span class="rating" aria-label="{n} of 5"></span>' for n in (1, 2)), ""),
    ],
)
def test_a_box_of_stars_with_a_label_says_that(box: str, said: str) -> None:
    assert spelled(f"<div>{box}</div>", STEP) == said
