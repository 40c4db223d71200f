"""Boxes beside the article are left out by their names, unless they hold a good part of the page's prose."""

import pytest

from app.extract.article.pipeline import extract_article
from app.models import text_of
from tests.modern_site import LIGHTHOUSE

URL = "http://gazette.example/2024/03/27/lighthouse"
ARTICLE = [paragraph for paragraph in LIGHTHOUSE.paragraphs if not paragraph.startswith("##")]
BESIDE = "Readers of the week's other pieces, who are many, may find this one to their liking as well."


def text(body: str) -> str:
    page = f"<html><head><title>Tower moves inland</title></head><body><h1>Tower moves inland</h1>{body}</body></html>"
    return " ".join(map(text_of, extract_article(page, URL).blocks))


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{each}</p>" for each in texts)


@pytest.mark.parametrize(
    "box",
    [
        '<div class="related">{}</div>',
        '<div id="comments">{}</div>',
        '<section class="newsletter-signup">{}</section>',
        '<div role="complementary">{}</div>',
        "<footer>{}</footer>",
    ],
)
def test_a_box_with_little_of_the_prose_is_left_out(box: str) -> None:
    found = text(f"<article>{paragraphs(ARTICLE)}{box.format(paragraphs([BESIDE]))}</article>")
    assert ARTICLE[0] in found
    assert ARTICLE[-1] in found
    assert BESIDE not in found


@pytest.mark.parametrize("name", ["newsletter", "popular", "sharing", "teaser"])
def test_a_box_with_half_of_the_prose_or_more_is_the_article_whatever_its_name(name: str) -> None:
    size = sum(map(len, ARTICLE))
    others = [BESIDE] * round(size * 0.9 / len(BESIDE))
    found = text(f'<div class="{name}">{paragraphs(ARTICLE)}</div><div class="wall">{paragraphs(others)}</div>')
    assert ARTICLE[0] in found
    assert ARTICLE[-1] in found


@pytest.mark.parametrize("name", ["newsletter", "popular", "sharing", "teaser"])
def test_a_box_with_the_headline_is_the_article_however_short_it_is(name: str) -> None:
    remarks = "".join(f"<li><p>{BESIDE}</p></li>" for _ in range(12))
    page = f'<body><div class="{name}"><h1>Tower</h1>{paragraphs(ARTICLE[:2])}</div><ul>{remarks}</ul></body>'
    assert ARTICLE[0] in " ".join(map(text_of, extract_article(page, URL).blocks))
