"""Pictures come out at their places in the text, and those of other things not at all."""

import pytest

from app.models import Figure, text_of
from tests.extract.reading import extract_article
from tests.modern_site import LIGHTHOUSE

TEXTS = [paragraph for paragraph in LIGHTHOUSE.paragraphs if not paragraph.startswith("##")]
PARAGRAPHS = [f"<p>{text}</p>" for text in TEXTS]
IMAGE = '<img src="/tower-at-night.jpg" width="600" height="400">'


def places(body: str, head: str = "") -> list[int]:
    """Return behind how many paragraphs of the text each picture stands."""
    page = f"<html><head>{head}</head><body><h1>Tower moves</h1>{body}</body></html>"
    found, passed = [], 0
    for block in extract_article(page, "http://gazette.example/tower").blocks:
        if isinstance(block, Figure):
            found.append(passed)
        passed += text_of(block) in TEXTS
    return found


def text_with(markup: str, behind: int) -> str:
    return "".join([*PARAGRAPHS[:behind], markup, *PARAGRAPHS[behind:]])


@pytest.mark.parametrize(
    "box",
    [IMAGE, f"<figure>{IMAGE}</figure>", f"<div class='wide'><div><a href='/tower-at-night.jpg'>{IMAGE}</a></div></div>",
     f"<p>{IMAGE}</p>", f"<center>{IMAGE}</center>"],
)  # fmt: skip
@pytest.mark.parametrize("behind", [0, 3, 7])
def test_a_picture_stands_between_the_paragraphs_between_which_it_stood(box: str, behind: int) -> None:
    assert places(f"<article>{text_with(box, behind)}</article>") == [behind]


def test_pictures_side_by_side_keep_their_order() -> None:
    pair = '<img src="/first-of-two.jpg"><img src="/second-of-two.jpg">'
    page = f"<html><body><article>{text_with(f'<div>{pair}</div>', 2)}</article></body></html>"
    found = extract_article(page, "http://gazette.example/tower")
    assert [picture.url.rpartition("/")[2] for picture in found.images] == ["first-of-two.jpg", "second-of-two.jpg"]
    assert found.blocks[2:4] == (Figure(1), Figure(2))


def test_a_picture_between_the_headline_and_the_text_leads() -> None:
    assert places(f"<div class='lead'>{IMAGE}</div><article>{''.join(PARAGRAPHS)}</article>") == [0]


def test_pictures_behind_the_text_in_another_box_are_not_of_it() -> None:
    more = "".join(
        f'<div><a href="/other-{n}"><h4>Another story</h4></a><img src="/other-{n}.jpg"></div>' for n in range(3)
    )
    assert places(f"<article>{''.join(PARAGRAPHS)}</article><section>{more}</section>") == []


def test_the_picture_that_the_head_names_leads_wherever_it_stood_before_the_text() -> None:
    head = '<meta property="og:image" content="/tower-at-night.jpg">'
    above = f"<div>{IMAGE}</div>" + "<p>Another text of some length, which is not a part of this one.</p>" * 3
    assert places(f"{above}<article>{''.join(PARAGRAPHS)}</article>", head)[:1] == [0]


def test_a_picture_with_several_sources_keeps_its_place() -> None:
    sources = '<source type="image/webp" srcset="/tower-at-night.webp 800w"><source srcset="/tower-at-night.jpg 800w">'
    assert places(f"<article>{text_with(f'<picture>{sources}{IMAGE}</picture>', 3)}</article>") == [3]
