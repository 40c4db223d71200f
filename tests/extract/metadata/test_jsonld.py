"""What a page says of itself in JSON-LD, in all the forms in which pages say it."""

import json

import pytest

from app.extract.article.pipeline import extract_article
from app.models import Article
from tests.modern_site import LIGHTHOUSE

URL = "https://gazette.example/tower"
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in LIGHTHOUSE.paragraphs)
ADA = {"@type": "Person", "name": "Ada Brightwater"}
NEWS = {"@type": "NewsArticle", "headline": "Tower moves", "author": ADA, "datePublished": "2024-03-27"}


def article(*scripts: str) -> Article:
    head = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return extract_article(f"<html><head>{head}</head><body><article>{BODY}</article></body></html>", URL)


def facts(*documents: object) -> tuple[str, str]:
    found = article(*map(json.dumps, documents))
    return found.byline, found.date


@pytest.mark.parametrize(
    "document",
    [
        NEWS,
        [{"@type": "WebSite", "name": "Gazette"}, NEWS],
        {"@graph": [{"@type": "Organization", "name": "Gazette"}, NEWS]},
        {"@type": "WebPage", "mainEntity": NEWS},
        {**NEWS, "@type": ["NewsArticle", "Article"]},
        {**NEWS, "@type": "BlogPosting"},
        {**NEWS, "author": "Ada Brightwater"},
        {**NEWS, "author": [ADA]},
    ],
    ids=["node", "list", "graph", "main entity", "two types", "blog", "author as text", "authors as list"],
)
def test_the_article_is_found_wherever_it_stands(document: object) -> None:
    assert facts(document) == ("Ada Brightwater", "2024-03-27")


def test_the_article_may_stand_in_the_second_script() -> None:
    assert facts({"@type": "BreadcrumbList"}, NEWS) == ("Ada Brightwater", "2024-03-27")


def test_other_things_on_a_page_say_nothing_about_the_article() -> None:
    assert facts({**NEWS, "@type": "BreadcrumbList"}, {"@type": "Organization", "author": ADA}) == ("", "")


@pytest.mark.parametrize("form", ["<!-- {} -->", "{};", "\n\t{}\n", "{}\n;"])
def test_what_pages_wrap_around_it_does_no_harm(form: str) -> None:
    assert article(form.format(json.dumps(NEWS))).byline == "Ada Brightwater"


def test_a_line_end_within_a_text_does_no_harm() -> None:
    assert article(json.dumps(NEWS).replace("Tower moves", "Tower\nmoves")).byline == "Ada Brightwater"


@pytest.mark.parametrize(
    "script",
    ["", "{", "null", "[[[]]]", "7", "[" * 100_000, '{"@graph": 7}', '{"@type": {"a": []}, "author": {"name": {"name": {}}}}',
     '{"@type": "NewsArticle", "author": null, "datePublished": 20240327, "headline": ["", 7]}'],
)  # fmt: skip
def test_a_broken_one_is_only_a_hint_lost(script: str) -> None:
    assert article(script).words > 100
