from markupsafe import Markup

from app.render.pagination.pages import Chunk, allotted, plainer


def chunks(*sizes: int) -> list[Chunk]:
    return [Chunk(Markup(str(place)), size) for place, size in enumerate(sizes)]


def leading(name: str, size: int) -> Chunk:
    return Chunk(Markup(name), size, leads=True)


def sizes(pages: list[list[Chunk]]) -> list[list[int]]:
    return [[chunk.size for chunk in page] for page in pages]


def test_a_page_holds_what_its_budget_has_room_for() -> None:
    assert sizes(allotted(chunks(40, 40, 40, 60, 60, 10), 90, 100)) == [[40, 40], [40, 60], [60, 10]]


def test_there_is_always_a_page() -> None:
    assert allotted([], 90, 100) == [[]]


def test_what_has_no_room_anywhere_has_a_page_of_its_own() -> None:
    assert sizes(allotted(chunks(10, 500, 10), 90, 100)) == [[10], [500], [10]]


def test_a_page_has_no_more_than_the_most() -> None:
    assert sizes(allotted(chunks(1, 1, 1, 1, 1), 90, 100, 2)) == [[1, 1], [1, 1], [1]]


def test_a_subhead_is_never_last_on_a_page() -> None:
    text, long = Chunk(Markup("text"), 60), Chunk(Markup("long"), 80)
    heads = leading("head", 10), leading("subhead", 10)
    assert allotted([text, *heads, long], 90, 100) == [[text], [*heads, long]]


def test_subheads_stay_where_the_next_page_has_no_room_for_them_or_they_are_all_there_is() -> None:
    head, text, full = leading("head", 10), Chunk(Markup("text"), 60), Chunk(Markup("full"), 95)
    assert allotted([text, head, full], 90, 100) == [[text, head], [full]]
    assert allotted([head, full], 90, 100) == [[head], [full]]


def test_no_page_is_larger_than_its_budget_though_subheads_move() -> None:
    found = allotted([Chunk(Markup(""), 60), leading("", 20), leading("", 20), *chunks(50, 25, 25)], 100, 100)
    assert all(sum(map(sum, [[chunk.size for chunk in page]])) <= 100 for page in found)
    assert sizes(found) == [[60], [20, 20, 50], [25, 25]]


def test_a_page_has_three_pictures_in_its_text_and_lines_for_the_others() -> None:
    shown = [Chunk(Markup(f"<img {number}>"), 9, plain=Markup(f"[{number}]"), figure=number) for number in range(1, 6)]
    mixed = [*shown[:2], *chunks(5), *shown[2:]]
    assert [str(chunk.markup) for chunk in plainer(mixed, 3)] == ["<img 1>", "<img 2>", "0", "<img 3>", "[4]", "[5]"]
    assert [str(chunk.markup) for chunk in plainer(shown, 0)] == ["[1]", "[2]", "[3]", "[4]", "[5]"]
