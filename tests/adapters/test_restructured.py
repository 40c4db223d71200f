"""reStructuredText as markup."""

import pytest

from app.adapters.restructured import DEEPEST, restructured_markup


def markup(text: str) -> str:
    return restructured_markup(text).replace("\n", " ").strip()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("===\nAbc\n===\n\nOne\n---\ntext", '<h1 id="abc">Abc</h1> <h2 id="one">One</h2> <p>text</p>'),
        ("====\nName\n====\n\nPart\n====", '<h1 id="name">Name</h1> <h2 id="part">Part</h2>'),
        ("a\n\n----\n\nb", "<p>a</p> <hr> <p>b</p>"),
        ("Run::\n\n  $ a\n    b\n\nthen", "<p>Run:</p><pre>$ a   b</pre> <p>then</p>"),
        ("Run it ::\n\n  a", "<p>Run it</p><pre>a</pre>"),
        ("::\n\n  a", "<pre>a</pre>"),
        (".. code-block:: c\n   :linenos:\n\n   if (a < b)\n     c();", "<pre>if (a &lt; b)   c();</pre>"),
        (
            "* one\n  more\n* two\n\n  - in",
            "<ul><li><p>one more</p></li><li><p>two</p><ul><li><p>in</p></li></ul></li></ul>",
        ),
        ("1. a\n2) b\n#. c", "<ol><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></ol>"),
        ("word\n  meaning", "<p><b>word</b></p><blockquote><p>meaning</p></blockquote>"),
        (":Author: Ann", "<p><b>Author:</b> Ann</p>"),
        ("| one\n| two", "<p>one<br>two</p>"),
        (">>> 1\n1\n\nx", "<pre>&gt;&gt;&gt; 1 1</pre> <p>x</p>"),
        ("a\n\n  said", "<p>a</p> <blockquote><p>said</p></blockquote>"),
        (".. note:: Mind.\n   This.", "<blockquote><p><b>Note</b></p><p>Mind. This.</p></blockquote>"),
        ("+---+\n| a |\n+---+\n\nx", "<pre>+---+ | a | +---+</pre> <p>x</p>"),
        ("== ==\na  b\n== ==\n1  2\n\n3  4\n== ==\n\nx", "<pre>== == a  b == == 1  2  3  4 == ==</pre> <p>x</p>"),
        (".. image:: a.png\n   :width: 90", '<p><img src="a.png" alt="" width="90"></p>'),
        (".. _here:\n\ntext", '<a id="here"></a> <p>text</p>'),
        (".. a comment\n   of two lines\n\ntext", "<p>text</p>"),
        (".. raw:: html\n\n   <script>alert(1)</script>\n\n.. include:: /etc/passwd\n\ntext", "<p>text</p>"),
    ],
)
def test_each_block_becomes_what_it_means(text: str, said: str) -> None:
    assert " ".join(markup(text).split()) == " ".join(said.split())


def test_what_is_too_deep_stands_as_it_is() -> None:
    deep = "\n\n".join("  " * level + f"* {level}" for level in range(40))
    found = markup(deep)
    assert found.count("<ul>") == DEEPEST + 1
    assert "* 39" in found


def test_a_name_may_be_told_behind_the_text_that_calls_it() -> None:
    assert markup("See Docs_.\n\n.. _Docs: a.rst") == '<p>See <a href="a.rst">Docs</a>.</p>'
