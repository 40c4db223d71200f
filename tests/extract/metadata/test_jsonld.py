"""What a page says of itself in JSON-LD, in all the forms in which pages say it."""

import json

import pytest

from app.models import Article
from tests.extract.reading import extract_article
from tests.modern_site import LIGHTHOUSE

URL = "https://gazette.example/tower"
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in LIGHTHOUSE.paragraphs)
ADA = {"@type": "Person", "name": "Ada Brightwater"}
NEWS = {"@type": "NewsArticle", "headline": "Tower moves", "author": ADA, "datePublished": "2024-03-27"}


def article(*scripts: str) -> Article:
    head = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return extract_article(f"<html><head>{head}</head><body><article>{BODY}</article></body></html>", URL)


def facts(*documents: object) -> tuple[str, str]:
    return facts_in(*map(json.dumps, documents))


def facts_in(*scripts: str) -> tuple[str, str]:
    found = article(*scripts)
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
        {**NEWS, "author": {"@list": [ADA]}},
        {**NEWS, "author": {"@type": "Person", "name": ["Ada Brightwater", "A. B."]}},
        {**NEWS, "author": {"@type": "Person", "name": {"@value": "Ada Brightwater"}}},
        {**NEWS, "@type": "newsarticle"},
        {**NEWS, "@type": "http://schema.org/NewsArticle"},
        {**NEWS, "@type": "schema:NEWSARTICLE"},
        {"@type": "WebPage", "datePublished": "2024-03-27", "author": ADA},
        {"@type": "Recipe", "name": "Tower cake", "datePublished": "2024-03-27", "author": ADA},
    ],
    ids=["node", "list", "graph", "main entity", "two types", "blog", "author as text", "authors as list", "authors as ordered list", "names as list",
         "name as value", "small type", "type as address", "type with prefix", "page", "recipe"],
)  # fmt: skip
def test_the_article_is_found_wherever_it_stands(document: object) -> None:
    assert facts(document) == ("Ada Brightwater", "2024-03-27")


def test_the_article_may_stand_in_the_second_script() -> None:
    assert facts({"@type": "BreadcrumbList"}, NEWS) == ("Ada Brightwater", "2024-03-27")


def test_other_things_on_a_page_say_nothing_about_the_article() -> None:
    assert facts({**NEWS, "@type": "BreadcrumbList"}, {"@type": "Organization", "author": ADA}) == ("", "")


@pytest.mark.parametrize(
    "documents",
    [
        [{**NEWS, "author": {"@id": "#ada"}}, {**ADA, "@id": "#ada"}],
        [{**NEWS, "author": "#ada"}, {**ADA, "@id": "#ada"}],
        [{**ADA, "@id": "#ada"}, {**NEWS, "author": [{"@id": "#ada"}]}],
        [{"@graph": [{**NEWS, "author": {"@id": "#ada"}}, {"@id": "#ada", "@type": "Person"}, {**ADA, "@id": "#ada"}]}],
        [{"@graph": [{**NEWS, "author": [{"@id": "#nobody"}, {"@id": "#ada"}]}]}, {**ADA, "@id": "#ada"}],
    ],
    ids=["node", "text", "before", "named later", "one of two"],
)
def test_references_are_resolved_wherever_they_lead(documents: list[object]) -> None:
    assert facts(*documents) == ("Ada Brightwater", "2024-03-27")


def test_a_reference_that_leads_nowhere_or_around_names_nobody() -> None:
    assert facts({**NEWS, "author": {"@id": "#p"}})[0] == ""
    assert facts({**NEWS, "author": "#p"})[0] == ""
    around = [{"@id": "#a", "name": {"@id": "#b"}}, {"@id": "#b", "name": {"@id": "#a"}}]
    assert facts({**NEWS, "author": {"@id": "#a"}}, *around)[0] == ""


def test_of_several_articles_that_of_the_page_counts_else_the_first() -> None:
    other = {**NEWS, "author": "Max Stone", "datePublished": "2020-01-01", "url": "https://gazette.example/other"}
    assert facts(other, {**NEWS, "url": "http://www.gazette.example/tower/?utm=1#top"}) == (
        "Ada Brightwater",
        "2024-03-27",
    )
    assert facts(other, {**NEWS, "mainEntityOfPage": {"@id": URL}}) == ("Ada Brightwater", "2024-03-27")
    assert facts(other, NEWS) == ("Max Stone", "2020-01-01")


def test_what_the_article_leaves_open_its_page_may_say() -> None:
    page = {"@type": "WebPage", "datePublished": "2024-03-27", "author": "Max Stone"}
    assert facts(page, {"@type": "Article", "author": ADA}) == ("Ada Brightwater", "2024-03-27")


def test_the_questions_of_a_page_of_many_are_not_its_title() -> None:
    question = {"@type": "Question", "name": "How high is the tower?", "author": "Max Stone"}
    assert facts({"@type": "FAQPage", "mainEntity": [question, question]})[0] == ""
    assert facts({"@type": "QAPage", "mainEntity": question})[0] == "Max Stone"


@pytest.mark.parametrize("kind", ["application/ld+json; charset=utf-8", "Application/LD+JSON", " application/ld+json "])
def test_the_type_of_the_script_may_be_written_in_any_way(kind: str) -> None:
    head = f'<script type="{kind}">{json.dumps(NEWS)}</script>'
    page = f"<html><head>{head}</head><body><article>{BODY}</article></body></html>"
    assert extract_article(page, URL).byline == "Ada Brightwater"


@pytest.mark.parametrize(
    "form",
    ["<!-- {} -->", "{};", "\n\t{}\n", "{}\n;", "//<![CDATA[\n{}\n//]]>", "/*<![CDATA[*/{}/*]]>*/", "<![CDATA[{}]]>",
     "// <![CDATA[\n{}\n// ]]>", "<!--//--><![CDATA[//><!--\n{}\n//--><!]]>", "{},", "{}\n{{\"@type\": \"WebSite\"}}",
     "{{\"@type\": \"WebSite\"}}{}", "[{},]"],
)  # fmt: skip
def test_what_pages_wrap_around_it_does_no_harm(form: str) -> None:
    assert article(form.format(json.dumps(NEWS))).byline == "Ada Brightwater"


@pytest.mark.parametrize(
    "script",
    ["<!--" * 200_000 + "-->" * 200_000, "[" * 100_000, '{"@type":"Article","author":{"x":"y",' * 20_000, '{"@id":"#a"},' * 50_000],
    ids=["marks", "depth", "broken", "nodes"],
)  # fmt: skip
def test_scripts_without_end_say_nothing(script: str) -> None:
    assert facts_in(script) == ("", "")


def test_entities_in_place_of_quotation_marks_are_decoded() -> None:
    assert article(json.dumps(NEWS).replace('"', "&quot;")).byline == "Ada Brightwater"


@pytest.mark.parametrize(
    "broken",
    [
        "[{},]",
        '{"@context": "x" "y", "@graph": [{}]}',
        '{}, "oops',
        '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ada Brightwater"}, '
        '"datePublished": "2024-03-27", "description": "the "old" tower"}',
    ],
    ids=["comma at the end", "comma left out", "cut off", "quotation marks within"],
)
def test_what_can_be_made_out_of_a_broken_one_counts(broken: str) -> None:
    assert facts_in(broken.replace("{}", json.dumps(NEWS))) == ("Ada Brightwater", "2024-03-27")


def test_a_broken_one_about_something_else_says_nothing() -> None:
    script = '{"@type": "Organization", "author": {"name": "Max"}, "datePublished": "2020-01-01",, }'
    assert facts_in(script) == ("", "")


def test_a_line_end_within_a_text_does_no_harm() -> None:
    assert article(json.dumps(NEWS).replace("Tower moves", "Tower\nmoves")).byline == "Ada Brightwater"


@pytest.mark.parametrize(
    "script",
    ["", "{", "null", "[[[]]]", "7", "[" * 100_000, '{"@graph": 7}', '{"@type": {"a": []}, "author": {"name": {"name": {}}}}',
     '{"@type": "NewsArticle", "author": null, "datePublished": 20240327, "headline": ["", 7]}'],
)  # fmt: skip
def test_a_broken_one_is_only_a_hint_lost(script: str) -> None:
    assert article(script).words > 100


def test_a_person_may_be_named_in_two_parts() -> None:
    authors = {"@list": [{"@type": "Person", "givenName": "Ada", "familyName": "Brightwater"}, {"familyName": "Carr"}]}
    assert facts({"@type": "Article", "author": authors})[0] == "Ada Brightwater, Carr"
