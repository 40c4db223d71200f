"""Marks within lines of reStructuredText."""

import pytest

from app.adapters.restructured_inline import inline, name_of

LINKS = {"guide": "docs/guide.rst", "the docs": "https://x.example/docs"}
DRAWN = {"logo": '<img src="logo.png" alt="">'}


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("a **bold** and *slanted* word", "a <b>bold</b> and <i>slanted</i> word"),
        ("run ``pip <x>`` now", "run <code>pip &lt;x&gt;</code> now"),
        ("see `this <a/b.rst>`_.", 'see <a href="a/b.rst">this</a>.'),
        ("see `this <guide_>`__.", 'see <a href="docs/guide.rst">this</a>.'),
        (
            "see `The Docs`_ or Guide_",
            'see <a href="https://x.example/docs">The Docs</a> or <a href="docs/guide.rst">Guide</a>',
        ),
        ("see `nothing`_ of nobody_", "see nothing of nobody_"),
        ("call :func:`~a.read` or `it`", "call <code>a.read</code> or <i>it</i>"),
        ("|Logo| and |other|", '<img src="logo.png" alt=""> and |other|'),
        ("at https://x.example/a_b.", 'at <a href="https://x.example/a_b">https://x.example/a_b</a>.'),
        ("snake_case_name, 2 * 3 * 4", "snake_case_name, 2 * 3 * 4"),
        (r"C:\\temp and \*no\*", r"C:\temp and *no*"),
        ("<script>", "&lt;script&gt;"),
    ],
)
def test_each_mark_becomes_what_it_means(text: str, markup: str) -> None:
    assert inline(text, LINKS, DRAWN) == markup


def test_names_are_compared_without_regard_to_case_and_spaces() -> None:
    assert name_of("`The \n Docs`") == "the docs"
