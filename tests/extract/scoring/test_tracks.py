"""The titles on a record stay with their lengths, though all are links; a list of films elsewhere does not."""

import pytest

from tests.extract.scoring.pages import TITLE, prose, text, whole

TITLES = ("Mud and Silver", "Rope Song", "The Widow of Pier Two")


def table(names: str, buttons: str = "") -> str:
    rows = "".join(
        f'<tr class="{names}"><td>{n}.</td><td><a href="/t/{n}">{title}</a> <span>0{n}:1{n}</span></td>{buttons}</tr>'
        for n, title in enumerate(TITLES, 1)
    )
    return f"<table>{rows}</table>"


@pytest.mark.parametrize("names", ["track", "track_row_view linked", "song-row"])
def test_tracks_stay_with_their_lengths_and_without_their_buttons(names: str) -> None:
    record = table(names, '<td><a href="/l">lyrics</a></td>')
    found = text(whole(f"<div><h2>Low Tide Songs</h2>{record}<div><p>Played by Ann Lowe in a shed.</p></div></div>"))
    assert all(title in found for title in TITLES)
    assert "02:12" in found
    assert "lyrics" not in found


def test_a_list_of_tracks_may_be_of_items() -> None:
    items = "".join(f'<li><a href="/t/{n}">{title}</a> {n}:0{n}</li>' for n, title in enumerate(TITLES, 1))
    found = text(whole(f"<div><h1>Low Tide Songs</h1><ol class='tracklist'>{items}</ol>{prose(0)}</div>"))
    assert all(title in found for title in TITLES)


@pytest.mark.parametrize("names", ["video", "teaser"])
def test_films_elsewhere_are_none_of_the_text(names: str) -> None:
    assert TITLES[0] not in text(whole(f"<h1>{TITLE}</h1>{prose(0, 1, 2)}<div>{table(names)}</div>"))
