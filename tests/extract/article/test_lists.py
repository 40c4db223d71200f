import pytest

from app.extract.article.blocks import blocks_of, replace_figures
from app.models import ItemList, Paragraph, Run, numbers_of


def plain(text: str) -> Paragraph:
    return Paragraph((Run(text),))


@pytest.mark.parametrize(
    ("markup", "numbers"),
    [
        ("<ol><li>a</li><li>b</li></ol>", (1, 2)),
        ("<ol start=5><li>a</li><li>b</li></ol>", (5, 6)),
        ("<ol start=-1><li>a</li><li>b</li></ol>", (-1, 0)),
        ("<ol reversed><li>a</li><li>b</li><li>c</li></ol>", (3, 2, 1)),
        ("<ol reversed=reversed start=10><li>a</li><li>b</li></ol>", (10, 9)),
        ("<ol><li>a</li><li value=7>b</li><li>c</li></ol>", (1, 7, 8)),
        ("<ol start=x><li value=y>a</li><li value=99999999999>b</li></ol>", (1, 2)),
        (f"<ol start={'9' * 5000}><li>a</li><li>b</li></ol>", (1, 2)),
        ("<ol><li>a</li><li> </li><li>c</li></ol>", (1, 3)),
        ("<ol><li>a</li><ul><li>of a</li></ul><li>b</li></ol>", (1, 2)),
        ("<ul start=5><li value=9>a</li><li>b</li></ul>", (1, 2)),
    ],
)
def test_a_list_counts_from_where_it_says(markup: str, numbers: tuple[int, ...]) -> None:
    (found,) = blocks_of(markup)
    assert isinstance(found, ItemList)
    assert tuple(numbers_of(found)) == numbers
    assert found.ordered == markup.startswith("<ol")


def test_items_keep_their_numbers_when_figures_go() -> None:
    found = blocks_of("<ol start=4><li>a</li><li><figure data-n=1></figure></li><li>c</li></ol>")
    (left,) = replace_figures(found, lambda number: ())
    assert left == ItemList(True, ((plain("a"),), (plain("c"),)), (4, 6))


def test_a_list_between_two_items_belongs_to_the_one_above() -> None:
    (found,) = blocks_of("<ol><li>a</li><ol start=8><li>of a</li></ol><li>b</li></ol>")
    inner = ItemList(True, ((plain("of a"),),), (8,))
    assert found == ItemList(True, ((plain("a"), inner), (plain("b"),)))


def test_text_between_items_belongs_to_the_item_above() -> None:
    (found,) = blocks_of("<ol><li>a</li>more of a<li>b</li><p>more of b</p></ol>")
    assert found == ItemList(True, ((plain("a"), plain("more of a")), (plain("b"), plain("more of b"))))


@pytest.mark.parametrize(("kind", "style"), [("a", "a"), ("I", "I"), ("1", ""), ("disc", "")])
def test_a_list_counts_in_letters_where_it_says_so(kind: str, style: str) -> None:
    assert blocks_of(f"<ol type={kind}><li>a</li></ol>") == (ItemList(True, ((plain("a"),),), (), style),)


def test_lists_nest_and_keep_their_order() -> None:
    (found,) = blocks_of("<ol><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li><li> </li></ol>")
    assert found == ItemList(True, ((plain("a"), ItemList(False, ((plain("b"),),))), (plain("c"), plain("d"))))
