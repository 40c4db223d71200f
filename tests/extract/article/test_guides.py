"""A recipe that stands in JSON-LD alone comes behind the text of its page."""

import json

from app.models import Heading, ItemList, text_of
from tests.extract.reading import extract_article

URL = "https://cooks.example/bean-soup"
RECIPE = {
    "@type": "Recipe",
    "name": "Bean soup",
    "recipeYield": "4 servings",
    "totalTime": "PT1H",
    "recipeIngredient": ["300 g white beans", "2 onions", "½ l of stock"],
    "recipeInstructions": [{"text": "Soak the beans overnight."}, {"text": "Simmer all for an hour."}],
}
PROSE = "<p>We had this soup on the quay, on a cold day in March, when the ferry was late and the kiosk was about to close.</p>"


def page(body: str, *documents: object, title: str = "Bean soup") -> str:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(each)}</script>' for each in documents)
    return f"<html><head><title>{title}</title>{scripts}</head><body>{body}</body></html>"


def shown(markup: str) -> list[str]:
    return [text_of(block) for block in extract_article(markup, URL).blocks]


def test_a_card_that_a_script_draws_is_shown_behind_the_text() -> None:
    article = extract_article(page(f"<article><h1>Bean soup</h1>{PROSE}<div id=card></div></article>", RECIPE), URL)
    prose, facts, ingredients, steps = article.blocks
    assert text_of(prose).startswith("We had this soup")
    assert text_of(facts) == "4 servings, 1 h"
    assert isinstance(ingredients, ItemList)
    assert not ingredients.ordered
    assert isinstance(steps, ItemList)
    assert steps.ordered
    assert len(ingredients.items) == 3


def test_a_page_that_shows_nothing_has_its_recipe_and_is_whole() -> None:
    article = extract_article(page("<div id=root></div>", [RECIPE]), URL)
    assert "Soak the beans overnight." in " ".join(map(text_of, article.blocks))
    assert article.confidence >= 0.65


def test_a_recipe_that_the_page_shows_comes_once() -> None:
    card = (
        "<ul><li>300g white beans</li><li>2 onions</li><li>1/2 l of stock</li></ul>"
        "<ol><li>Soak the beans overnight.</li><li>Simmer all for an hour.</li></ol>"
    )
    said = " ".join(shown(page(f"<article><h1>Bean soup</h1>{PROSE}{card}</article>", RECIPE)))
    assert said.count("white beans") == 1
    assert said.count("Simmer all") == 1


def test_steps_alone_come_where_the_ingredients_are_shown() -> None:
    card = "<ul><li>300 g white beans</li><li>2 onions</li><li>½ l of stock</li></ul>"
    said = " ".join(shown(page(f"<article><h1>Bean soup</h1>{PROSE}{card}{PROSE}</article>", RECIPE)))
    assert said.count("white beans") == 1
    assert "Soak the beans overnight." in said


def test_another_name_than_the_title_heads_it() -> None:
    article = extract_article(page(f"<article><h1>Cold days</h1>{PROSE}</article>", RECIPE, title="Cold days"), URL)
    assert [text_of(block) for block in article.blocks if isinstance(block, Heading)] == ["Bean soup"]


def test_several_recipes_are_a_list_of_other_pages() -> None:
    said = " ".join(shown(page(f"<article><h1>Soups</h1>{PROSE}</article>", RECIPE, RECIPE)))
    assert "Soak the beans" not in said


HOW_TO = {"@type": "HowTo", "name": "Hang a net", "step": [{"text": "Screw in two hooks."}, {"text": "Hang the net."}]}
QUESTIONS = {
    "@type": "FAQPage",
    "mainEntity": [
        {
            "@type": "Question",
            "name": "May I bring a dog?",
            "acceptedAnswer": {"@type": "Answer", "text": "On a lead."},
        },
        {"@type": "Question", "name": "Is there a bar?", "acceptedAnswer": {"@type": "Answer", "text": "On Fridays."}},
    ],
}


def test_another_instruction_is_shown_as_a_recipe_is() -> None:
    said = " ".join(shown(page("<div id=root></div>", HOW_TO, title="Hang a net")))
    assert "Screw in two hooks." in said
    assert "Hang the net." in said


def test_questions_and_answers_are_shown_where_a_page_shows_nothing_else() -> None:
    assert shown(page("<div id=root></div>", QUESTIONS, title="Questions")) == [
        "May I bring a dog?",
        "On a lead.",
        "Is there a bar?",
        "On Fridays.",
    ]
    assert "On Fridays." not in " ".join(shown(page(f"<article><h1>Soup</h1>{PROSE * 3}</article>", QUESTIONS)))
