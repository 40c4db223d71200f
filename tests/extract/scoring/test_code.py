"""Code and other preformatted text, which is kept whole."""

import pytest

from tests.extract.scoring.test_choice import LINE, chosen


def test_code_in_a_box_of_its_own_stays_with_the_text_before_it_whatever_its_tools_are_called() -> None:
    code = "<div><pre>a {\n  color: red;\n}</pre><div><span>CSS</span></div></div>"
    page = f"<p>{LINE}</p>{code}<p>{LINE}</p>"
    assert chosen(page, 0.9, 0.01, 0.01, 0.9) == [LINE, "a { color: red; }", LINE]


def test_code_stays_with_the_text_before_its_box_where_its_language_stands_over_it() -> None:
    code = "<div class=related><div><span>bash</span></div><pre>- old\n+ new</pre></div>"
    page = f"<p>{LINE}</p>{code}<p>{LINE}</p>"
    assert chosen(page, 0.9, 0.1, 0.2, 0.9) == [LINE, "- old + new", LINE]
    assert chosen(page, 0.1, 0.1, 0.2, 0.9) == [LINE]


@pytest.mark.parametrize(
    "panes", ["<div>{}</div><div>{}</div>", '<div class="a">{}</div><div class="b">{}</div>', "{}{}"]
)
def test_code_for_another_system_stays_beside_that_for_the_first(panes: str) -> None:
    tabs = panes.format("<pre><code>make rope</code></pre>", "<pre><code>NMAKE ROPE</code></pre>")
    body = f"<p>{LINE}</p><div><div class=names><p>Linux</p><p>DOS</p></div><div>{tabs}</div></div><p>{LINE}</p>"
    assert "NMAKE ROPE" in chosen(body, 0.9, 0.1, 0.1, 0.6, 0.2, 0.9)


def test_code_behind_a_table_stays() -> None:
    table = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    code = "<div class=panel><div><b>run.sh</b></div><div><pre>- old\n+ new</pre></div></div>"
    found = chosen(f"<p>{LINE}</p>{table}{code}", 0.9, 0.9, 0.9, 0.9, 0.9, 0.2, 0.2)
    assert found[-1] == "- old + new"


def test_what_a_line_of_code_or_a_letter_is_called_says_nothing_against_it() -> None:
    body = f"<p>{LINE * 6}</p><pre class=related>Try it with TZ=UTC.</pre><p>{LINE * 6}</p>"
    assert "Try it with TZ=UTC." in chosen(body, 0.9, 0.6, 0.9)
