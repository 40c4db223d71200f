"""Steps that a page says for machines, too, are its text."""

import json

from tests.extract.scoring.pages import text, whole

STEPS = ("Boil potatoes.", "Mash it all.", "Fry eggs for it.")


def recipe(shown: str, steps: tuple[str, ...] = STEPS) -> str:
    """Return the text of a page whose data have the steps, and that shows them as `shown` has it."""
    data = {"@context": "https://schema.org", "@type": "Recipe", "name": "Hash", "recipeInstructions": "\n".join(steps)}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return text(whole(f"<main><h1>Hash</h1>{shown}</main>", head))


def test_a_step_of_two_words_stays_with_the_others() -> None:
    said = recipe(f"<div><div>40 Min.</div><p>{STEPS[0]}<br>{STEPS[1]}<br>{STEPS[2]}</p></div>")
    assert [step for step in STEPS if said.count(step) != 1] == []


def test_a_step_stays_once() -> None:
    teaser = "".join(f"<div class=preview>{step}</div>" for step in STEPS)
    said = recipe(f"{teaser}<ol>{''.join(f'<li>{step}</li>' for step in STEPS)}</ol>")
    assert all(step in said for step in STEPS)
