"""Parts of a text that are alike stay together."""

import pytest

from tests.extract.scoring.pages import SENTENCES, inside, text, whole
from tests.extract.scoring.test_choice import LINE, chosen


def part(heading: str, said: str) -> str:
    return f"<div><div class=head><h4>{heading}</h4></div><div class=body><p>{said}</p></div></div>"


def test_a_part_under_a_heading_stays_with_its_kin() -> None:
    page = f"<p>{LINE}</p><div class=parts>{part('One', LINE)}{part('Two', 'Yes.')}</div><p>{LINE}</p>"
    assert len(chosen(page, 0.9, 0.5, 0.9, 0.3, 0.12, 0.9)) == 6


@pytest.mark.parametrize(
    "other",
    [
        part("Two", "<a href=/two>Two of it, at its own place</a>"),
        part("<a href=/two>Two</a>", "Yes."),
        "<div><p>Two</p><p>Yes.</p></div>",
        part("Most read", "Yes."),
    ],
)
def test_what_leads_elsewhere_or_has_no_heading_is_none(other: str) -> None:
    page = f"<p>{LINE}</p><div class=parts>{part('One', LINE)}{other}</div>"
    assert len(chosen(page, 0.9, 0.5, 0.9, 0.1, 0.12)) == 3


def test_a_part_whose_kin_mostly_go_goes() -> None:
    page = f"<p>{LINE}</p><div class=parts>{part('One', LINE)}{part('Two', 'Yes.')}{part('Three', 'No.')}</div>"
    assert len(chosen(page, 0.9, 0.5, 0.9, 0.1, 0.12, 0.1, 0.12)) == 3


def line(said: str) -> str:
    return f"<div class=segment><b>Ann</b> <a href=#t>(00:01)</a> {said}</div>"


def test_the_short_last_line_of_a_transcript_stays() -> None:
    page = f"<div>{line(LINE) * 8}</div><h2>Fog</h2>{line('Right.')}"
    assert len(chosen(f"<div>{line(LINE) * 8}{line('Right.')}</div>", *[0.9] * 8, 0.3)) == 9
    assert len(chosen(page, *[0.9] * 8, 0.1, 0.3)) == 8


def test_of_few_that_are_named_alike_none_is_kept_for_the_others() -> None:
    assert len(chosen(f"<div>{line(LINE) * 3}{line('Right.')}</div>", *[0.9] * 3, 0.3)) == 3


def test_a_folded_guide_in_the_midst_of_a_text_is_whole() -> None:
    items = "".join(
        f'<div class="card"><div class="card-header"><button data-toggle="collapse" data-target="#c{number}">Rule {number}'
        f'</button></div><div class="collapse" id="c{number}"><div class="card-body"><p>{said}</p></div></div></div>'
        for number, said in enumerate((SENTENCES[6], "Dogs stay below.", SENTENCES[7], "Ask at the door."))
    )
    said = text(inside(f'<div class="accordion">{items}</div>'))
    assert all(words in said for words in ("Rule 1", "Dogs stay below.", "Rule 3", "Ask at the door."))


def test_teasers_under_a_text_stay_out() -> None:
    cards = "".join(
        f"<div class=card><h3><a href=/{number}>Another story of the quay</a></h3><p>A line of it.</p></div>"
        for number in range(6)
    )
    page = whole(
        f"<article><h1>The mill</h1>{''.join(f'<p>{each}</p>' for each in SENTENCES)}</article><div>{cards}</div>"
    )
    assert "A line of it" not in text(page)


def test_a_list_in_a_part_is_kept_whole() -> None:
    lists = "".join(
        f"<div class=release><h2>Version {number}</h2><ul><li>A crash is mended.</li><li>Faster.</li></ul></div>"
        for number in (1, 2, 3)
    )
    kept = chosen(f"<main>{lists}</main>", *[0.1, 0.8, 0.7] * 2, 0.1, 0.3, 0.05)
    assert kept[-3:] == ["Version 3", "A crash is mended.", "Faster."]
