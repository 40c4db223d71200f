from typing import Any

import pytest

from app.extract.metadata.guides import NO_GUIDE, Part, answers_of, instruction_of, recipe_of

STEPS = ("Soak the beans.", "Simmer for an hour.")


@pytest.mark.parametrize(
    "instructions",
    [
        "Soak the beans.\nSimmer for an hour.",
        "1. Soak the beans.\n2. Simmer for an hour.",
        "<p>Soak the beans.</p><p>Simmer for an <b>hour</b>.</p>",
        "&lt;ol&gt;&lt;li&gt;Soak the beans.&lt;/li&gt;&lt;li&gt;Simmer for an hour.&lt;/li&gt;&lt;/ol&gt;",
        ["Soak the beans.", "Simmer for an hour."],
        [{"@type": "HowToStep", "text": step} for step in STEPS],
        [{"@type": "HowToStep", "name": "One", "text": "Soak the beans."}, {"name": "Simmer for an hour."}],
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {"text": step}} for step in STEPS]},
        [{"@type": "HowToStep", "itemListElement": [{"@type": "HowToDirection", "text": step} for step in STEPS]}],
    ],
)
def test_steps_are_read_in_all_forms(instructions: Any) -> None:
    parts = recipe_of({"recipeInstructions": instructions}).parts
    assert tuple(step for part in parts for step in part.steps) == STEPS


def test_sections_of_steps_keep_their_names() -> None:
    section = {"@type": "HowToSection", "name": "The day before", "itemListElement": [{"text": "Soak the beans."}]}
    parts = recipe_of({"recipeInstructions": [section, {"text": "Simmer for an hour."}]}).parts
    assert parts == (Part("The day before", STEPS[:1]), Part("", STEPS[1:]))


def test_ingredients_are_lines_under_either_name() -> None:
    assert recipe_of({"recipeIngredient": ["300 g beans", " 2 onions,\n chopped "]}).ingredients == (
        "300 g beans",
        "2 onions,",
        "chopped",
    )
    assert recipe_of({"ingredients": "300 g beans<br>2 onions"}).ingredients == ("300 g beans", "2 onions")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("PT1H20M", "1 h 20 min"),
        ("PT80M", "1 h 20 min"),
        ("P0DT0H45M", "45 min"),
        ("PT0S", ""),
        ("an hour", ""),
        (5, ""),
    ],
)
def test_how_long_it_takes_is_in_signs_of_all_languages(said: object, shown: str) -> None:
    assert recipe_of({"totalTime": said}).time == shown


@pytest.mark.parametrize(
    ("said", "shown"), [("4 servings", "4 servings"), (["4", "4 servings"], "4 servings"), (4, ""), (["4"], "")]
)
def test_how_much_it_makes_is_said_where_it_has_a_word(said: object, shown: str) -> None:
    assert recipe_of({"recipeYield": said}).amount == shown


@pytest.mark.parametrize("node", [{}, {"recipeInstructions": None}, {"recipeIngredient": [None, 4, {}]}])
def test_nothing_is_no_recipe(node: dict[str, Any]) -> None:
    assert not recipe_of(node)
    assert not NO_GUIDE


def test_what_holds_itself_ends() -> None:
    node: dict[str, Any] = {"text": None}
    node["itemListElement"] = [node]
    assert not recipe_of({"recipeInstructions": [node]})


def test_an_instruction_needs_tools_and_supplies() -> None:
    guide = instruction_of(
        {
            "name": "Hang a net",
            "supply": "Rope",
            "tool": [{"@type": "HowToTool", "name": "Drill"}, {"name": ""}],
            "step": [{"text": "Screw two hooks into the beam."}],
        }
    )
    assert guide.ingredients == ("Rope", "Drill")
    assert guide.parts == (Part("", ("Screw two hooks into the beam.",)),)


def test_questions_have_their_answers() -> None:
    asked = {"name": "May I bring a dog?", "acceptedAnswer": {"text": "<p>Yes.</p><p>On a lead.</p>"}}
    guide = answers_of([{"mainEntity": [asked, {"name": "Why?"}, "x"]}, {"mainEntity": asked}])
    assert guide.parts == (Part("May I bring a dog?", ("Yes. On a lead.",)),) * 2
    assert guide.is_answers
    assert not answers_of([])
