import pytest

from app.extract.meaning.code_lines import open_numbered_code
from tests.extract.meaning.spelled import tree, with_words

LINES = "def f():\n    return 1"
GUTTER = '<td class="gutter"><pre>1\n2\n</pre></td>'


@pytest.mark.parametrize(
    "markup",
    [
        f"<table><tr>{GUTTER}<td class=code><pre>{LINES}\n</pre></td></tr></table>",
        '<table><tr><td class="gutter"><pre><span>1</span><br><span>2</span><br></pre></td>'
        "<td><pre><span>def f():</span><br><span>    return 1</span><br></pre></td></tr></table>",
        '<table><tr><td data-line-number="1" class="blob-num"></td><td class="blob-code">def f():</td></tr>'
        '<tr><td data-line-number="2" class="blob-num"></td><td class="blob-code">    return 1</td></tr></table>',
        "<table><tr><td>1</td><td><code>def f():</code></td></tr><tr><td>2</td><td><code>    return 1</code></td></tr></table>",
        '<pre><span class="lineno">1 </span>def f():\n<span class="lineno">2 </span>    return 1</pre>',
        "<pre><code><span>7</span>def f():\n<span>8</span>    return 1</code></pre>",
        '<pre><code>def f():\n    return 1<span class="line-numbers-rows"><span></span><span></span></span></code></pre>',
    ],
)
def test_numbers_of_lines_are_no_code(markup: str) -> None:
    (found,) = tree(markup, open_numbered_code).iter("pre")
    assert found.text_content().strip("\n") == LINES


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>1</td><td>Ann</td></tr><tr><td>2</td><td>Bob</td></tr></table>",
        "<table><tr><td>2023</td><td><code>x</code></td></tr><tr><td>2025</td><td><code>y</code></td></tr></table>",
        "<pre>1\n2\n3</pre>",
        "<pre>x = <span>1</span>\ny = <span>2</span></pre>",
        "<p>Call <code>run(4)</code> now</p>",
    ],
)
def test_other_numbers_stay(markup: str) -> None:
    body = tree(markup, open_numbered_code)
    assert body.text_content() == tree(markup, lambda root: None).text_content()
    assert len(list(body.iter("table"))) == markup.count("<table")


def test_code_with_lines_of_its_own_is_preformatted() -> None:
    assert tree("<div><code>a\n  b</code></div>", open_numbered_code)[0][0].tag == "pre"
    assert tree('<p>x <code style="white-space:pre">a</code></p>', open_numbered_code)[0][0].tag == "pre"


def test_a_difference_says_what_is_added_and_what_is_taken_away() -> None:
    rows = "".join(
        f'<tr><td class="blob-num" data-line-number="{number}"></td><td class="blob-code">'
        f'<span data-code-marker="{sign}">fare = {number}</span></td></tr>'
        for number, sign in enumerate("-+", 4)
    )
    (found,) = tree(f"<table>{rows}</table>", open_numbered_code).iter("pre")
    assert found.text_content() == "-fare = 4\n+fare = 5"


@pytest.mark.parametrize(
    "markup",
    [
        "<pre><code><div>def f():</div><div>    return 1</div><div>}</div></code></pre>",
        "<pre><code><div>def f():\n</div><div>    <b>return</b> 1\n</div><div>}\n</div></code></pre>",
        "<pre><ol><li>def f():</li><li>    return 1</li><li>}</li></ol></pre>",
        "<pre><div><div>def f():<br></div><div>    return 1</div></div><div>}</div></pre>",
    ],
)
def test_lines_that_are_blocks_are_lines_of_one_text(markup: str) -> None:
    (found,) = tree(markup, open_numbered_code).iter("pre")
    assert found.text_content().strip("\n") == f"{LINES}\n}}"
    assert not list(found.iter("div", "li", "p"))


def test_a_line_without_words_stays_a_line() -> None:
    (found,) = tree("<pre><div>a</div><div></div><div>b</div></pre>", open_numbered_code).iter("pre")
    assert found.text_content().strip("\n") == "a\n\nb"


def test_lines_in_a_box_of_code_that_names_its_language_are_preformatted() -> None:
    box = '<div class="code-block" data-lang="kotlin">\nfun main() {\n    run()\n}\n</div>'
    (found,) = tree(box, with_words(open_numbered_code)).iter("pre")
    assert found.text == "fun main() {\n    run()\n}"


@pytest.mark.parametrize(
    "box",
    [
        '<div class="code-block" data-lang="en">One line</div>',
        '<div class="code-block code-block-2">An\nadvert</div>',
        '<div class="code-block" data-lang="x">a\n<p>b</p></div>',
    ],
)
def test_other_boxes_of_the_name_are_none(box: str) -> None:
    assert tree(box, with_words(open_numbered_code)).find(".//pre") is None


def test_parts_numbered_as_lines_end_as_lines_where_nothing_else_ends_them() -> None:
    numbered = (
        '<pre><span id="l1">def f():</span><a href="#l1"></a><span id="l2">    return 1</span><a href="#l2"></a></pre>'
    )
    assert tree(numbered, open_numbered_code)[0].text_content() == LINES
    ended = '<pre><span id="l1">def f():</span>\n<span id="l2">    return 1</span></pre>'
    assert tree(ended, open_numbered_code)[0].text_content() == LINES
    words = '<pre><span class="k">def</span> <span class="n">f</span>():</pre>'
    assert tree(words, open_numbered_code)[0].text_content() == "def f():"


def test_code_that_a_box_holds_twice_is_there_once() -> None:
    twice = f'<div><div class="plain"><pre>{LINES}</pre></div><div class="main"><pre><i>def</i> f():\n  return 1</pre></div></div>'
    assert [each.text_content() for each in tree(twice, open_numbered_code).iter("pre")] == [LINES]


@pytest.mark.parametrize(
    "markup",
    [
        f"<div><pre>{LINES}</pre></div><p>Again:</p><section><div><div><pre>{LINES}</pre></div></div></section>",
        f"<div><div><pre>{LINES}</pre></div><div><pre>{LINES} + 1</pre></div></div>",
        "<div><div><pre>make</pre></div><div><pre>make</pre></div></div>",
    ],
)
def test_code_that_is_shown_again_elsewhere_stays(markup: str) -> None:
    assert len(list(tree(markup, open_numbered_code).iter("pre"))) == 2
