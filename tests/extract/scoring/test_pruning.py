import lxml.html

from app.extract.scoring.pruning import prune
from app.extract.scoring.walk import page_text
from tests.extract.reading import with_marks

WORDS = "words that stand in a sentence which is long enough to be one of a text"


def pruned(body: str, *drop: str, lead: int = 0) -> str:
    """Return the markup that is left when the blocks that begin with one of `drop` go."""
    page = page_text(with_marks(f"<html><body>{body}</body></html>"))
    kept = [not block.text.startswith(drop) for block in page.blocks]
    tree = prune(page, kept, lead)
    markup: str = lxml.html.tostring(tree, encoding="unicode")
    return markup.removeprefix("<body>").removesuffix("</body>")


def test_kept_text_stays_in_its_own_elements() -> None:
    body = "<ul><li>one <b>bold</b></li><li>two</li></ul><blockquote><p>three</p></blockquote>"
    assert pruned(f"<nav>menu</nav>{body}<div><p>menu</p></div>", "menu") == body


def test_text_behind_an_element_that_goes_stays() -> None:
    assert pruned("<div><p>menu</p>one<p>two</p><span>menu</span></div>", "menu") == "<div>one<p>two</p></div>"


def test_line_breaks_in_an_element_that_stays_stay() -> None:
    assert pruned("<div>one<br><br>two<br>menu</div>", "menu") == "<div>one<br><br>two<br></div>"


def test_an_empty_cell_keeps_its_place() -> None:
    body = "<table><tr><td>a</td><td></td><td>c</td></tr></table>"
    assert pruned(body) == body


def test_a_rule_between_stays() -> None:
    assert pruned("<div><p>one</p><hr><p>two</p></div>") == "<div><p>one</p><hr><p>two</p></div>"


def test_a_mark_stays_where_it_stands_among_kept_text() -> None:
    body = f'<div><p>{WORDS}</p><div><figure data-n="1"></figure></div><p>{WORDS}</p></div>'
    assert pruned(body) == body


def test_a_mark_among_what_goes_goes() -> None:
    related = f'<div><figure data-n="2"></figure><a href="/x">menu {WORDS}</a></div>'
    assert 'data-n="2"' not in pruned(f"<div><p>{WORDS}</p></div>{related}<div><p>{WORDS}</p></div>", "menu")


def test_a_mark_is_not_judged_by_the_names_of_boxes_of_text() -> None:
    body = f'<div><p>{WORDS}</p><div class="item link media"><figure data-n="1"></figure></div><p>{WORDS}</p></div>'
    assert pruned(body) == body


def test_a_mark_in_front_leads_and_one_far_above_the_headline_does_not() -> None:
    body = (
        f'<figure data-n="1"></figure><p>menu</p><h1>menu</h1><p>menu by</p><figure data-n="2"></figure><p>{WORDS}</p>'
    )
    found = pruned(body, "menu")
    assert 'data-n="1"' not in found
    assert 'data-n="2"' in found
    assert 'data-n="1"' in pruned(body, "menu", lead=1)


def test_a_mark_behind_the_end_stays_in_the_box_of_the_text_alone() -> None:
    body = f'<div><p>{WORDS}</p><figure data-n="1"></figure></div><div><p>menu {WORDS * 9}</p><figure data-n="2"></figure></div>'
    found = pruned(body, "menu")
    assert 'data-n="1"' in found
    assert 'data-n="2"' not in found


def test_a_row_of_pictures_behind_the_end_may_be_counted() -> None:
    slides = "".join(f'<div><p>{n} of 3</p><figure data-n="{n}"></figure></div>' for n in (1, 2, 3))
    body = f"<main><p>{WORDS}</p><div>{slides}</div></main>"
    assert pruned(body, "1 of", "2 of", "3 of").count("data-n") == 3
    assert pruned(body.replace("1 of 3", "Another story"), "Another", "2 of", "3 of").count("data-n") == 0


def test_a_page_of_pictures_keeps_them() -> None:
    assert pruned('<p>menu</p><figure data-n="1"></figure>', "menu") == '<figure data-n="1"></figure>'


def test_the_first_line_of_preformatted_text_keeps_its_indent() -> None:
    for code in ("   <b>if</b> x", "<code>  <i>if</i> x</code>", '<span class="w">    </span><span>if</span> x'):
        assert pruned(f"<p>menu</p> <pre>{code}</pre>", "menu").removeprefix(" ") == f"<pre>{code}</pre>"


def test_a_sign_in_a_row_that_stays_is_there() -> None:
    row = "<tr><td>Loss</td><td>$</td><td>(345</td><td>)</td><td>–</td></tr>"
    assert pruned(f"<table>{row}</table>") == f"<table>{row}</table>"
    assert pruned("<table><tr><td>menu</td><td>$</td></tr><tr><td>one</td></tr></table>", "menu") == (
        "<table><tr><td>one</td></tr></table>"
    )


def test_a_link_and_quotation_marks_as_a_picture_are_no_such_sign() -> None:
    for cell in ('<td><a href="/next">»</a></td>', "<td>“</td>", "<td>* * * * * *</td>"):
        assert pruned(f"<table><tr>{cell}<td>one</td></tr></table>") == "<table><tr><td></td><td>one</td></tr></table>"
