"""A numbered paragraph belongs to those with the numbers before it."""

import pytest

from tests.extract.scoring.test_choice import LINE, chosen


@pytest.mark.parametrize("pattern", ["({}) ", "{}. ", "{}) "])
def test_a_short_paragraph_with_the_next_number_stays(pattern: str) -> None:
    first, second = pattern.format(1) + LINE, pattern.format(2) + "(repealed)"
    assert chosen(f"<p>{first}</p><p>{second}</p><div><p>Imprint</p></div>", 0.9, 0.1, 0.05) == [first, second]


@pytest.mark.parametrize(
    "second",
    ["<p>(3) (repealed)</p>", "<div class=x>(2) (repealed)</div>", "<p>(2) <a href=/b>Another law of it</a></p>", "<p>2 boats</p>"],
)  # fmt: skip
def test_another_number_or_template_and_links_do_not(second: str) -> None:
    assert chosen(f"<p>(1) {LINE}</p>{second}<div><p>Imprint</p></div>", 0.9, 0.1, 0.05) == [f"(1) {LINE}"]
