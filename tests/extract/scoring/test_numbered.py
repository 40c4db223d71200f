"""A numbered paragraph belongs to those with the numbers before it."""

import pytest

from tests.extract.scoring.test_choice import LINE, chosen


@pytest.mark.parametrize("pattern", ["({}) ", "{}. ", "{}) ", "{}° "])
def test_a_short_paragraph_with_the_next_number_stays(pattern: str) -> None:
    first, second = pattern.format(1) + LINE, pattern.format(2) + "(repealed)"
    assert chosen(f"<p>{first}</p><p>{second}</p><div><p>Imprint</p></div>", 0.9, 0.1, 0.05) == [first, second]


@pytest.mark.parametrize(
    "second",
    ["<p>(3) (repealed)</p>", "<div class=x>(2) (repealed)</div>", "<p>(2) <a href=/b>Another law of it</a></p>", "<p>2 boats</p>"],
)  # fmt: skip
def test_another_number_or_template_and_links_do_not(second: str) -> None:
    assert chosen(f"<p>(1) {LINE}</p>{second}<div><p>Imprint</p></div>", 0.9, 0.1, 0.05) == [f"(1) {LINE}"]


@pytest.mark.parametrize(
    "name", ["Article L. 3", "§ 3", "Art. 3", "Artículo 3.", "Статья 3", "المادة 3", "第三条", "第12条の2", "제3조(등대)", "MADDE 3 –"]
)  # fmt: skip
def test_the_number_of_an_article_stays_over_its_text(name: str) -> None:
    body = f"<p><a href=/3>{name}</a></p><div><p>{LINE}</p></div>"
    assert chosen(body, 0.1, 0.9) == [name, LINE]
    assert chosen(f"{body}<p><a href=/4>{name}</a></p>", 0.1, 0.9, 0.1) == [name, LINE]


@pytest.mark.parametrize("name", ["Article of the day", "Artisans 1910 to 1914 in the whole of the harbour", "Ships"])
def test_another_line_that_is_a_link_does_not(name: str) -> None:
    assert chosen(f"<p><a href=/3>{name}</a></p><div><p>{LINE}</p></div>", 0.1, 0.9) == [LINE]
