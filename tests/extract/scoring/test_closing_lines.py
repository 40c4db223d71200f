"""Lines under a text that are part of it: corrections, who else reported, which paper it tells of."""

import pytest

from tests.extract.scoring.pages import TITLE, prose, text, whole


def _page(under: str) -> str:
    return whole(f"<article><h1>{TITLE}</h1><div class=body>{prose(0, 1, 2, 3)}</div>{under}</article>")


@pytest.mark.parametrize(
    "line",
    [
        "Correction: the wheel has 32 paddles, not 23.",
        "Clarification, March 28: The raffle lasted three summers.",
        "An earlier version of this story gave a wrong year.",
        "This article was amended on 28 March 2024 to name the miller.",
        "Anmerkung der Redaktion: Das Rad hat 32 Schaufeln.",
        "In einer früheren Version stand ein falsches Jahr.",
        "Une première version de cet article donnait une autre date.",
        "Fe de errores: el molino es de 1801.",
        "Errata corrige: il mulino è del 1801.",
        "Reporting by Ann Keeper in Quay; Editing by Bo Miller",
        "Bo Miller contributed to this report.",
        "This story was originally published by the Quay Mirror.",
        "Dieser Beitrag erschien zuerst im Mühlenboten.",
    ],
)
def test_what_was_corrected_and_who_reported_stands_under_the_text(line: str) -> None:
    assert line in text(_page(f"<footer class=article-foot><p class=small>{line}</p><p>Tags: mills</p></footer>"))


@pytest.mark.parametrize(
    "under",
    [
        "<div class=facts><h4>Journal</h4><p>Annals of Mills</p><h4>DOI</h4><p>10.1093/mills/7</p></div>",
        '<div class=x><h3>Original publication</h3><p>A. Keeper: Annals of Mills. <a href="https://doi.org/10.1093/mills/7">DOI: 10.1093/mills/7</a></p></div>',
        "<p class=more><b>More information:</b> A. Keeper, <i>Annals of Mills</i> (2024). DOI: 10.1093/mills/7</p>",
    ],
)
def test_the_paper_that_a_text_tells_of_is_named_under_it(under: str) -> None:
    found = text(_page(under))
    assert "Annals of Mills" in found
    assert "10.1093/mills/7" in found


@pytest.mark.parametrize(
    "under",
    [
        "<ul class=list><li>Keeper A. Mills. doi:10.1093/mills/7</li></ul>",
        "<div class=cite><h3>Cite this article</h3><p>Keeper, A. Mills. doi:10.1093/mills/7</p></div>",
    ],
)
def test_one_of_a_list_of_papers_and_how_to_cite_the_page_are_no_such_lines(under: str) -> None:
    assert "10.1093" not in text(_page(under))


def test_what_is_far_below_the_text_is_none() -> None:
    links = "".join(f"<div class=card><a href=/{n}>Another story of the creek, {n}</a></div>" for n in range(20))
    assert "Correction" not in text(_page(f"{links}<p>Correction: another story was wrong.</p>"))
