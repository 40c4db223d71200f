import pytest

from app.extract.article.figures import figures_in, number_images, place_figures
from app.models import ArticleImage, Blocks, Figure, ItemList, Paragraph, Quote, Run

WORDS = Paragraph((Run("Words."),))
BLOCKS: Blocks = (Figure(7), Quote((WORDS, Figure(3))), ItemList(False, ((Figure(9),), (WORDS,))), Figure(7))


def test_figures_are_found_in_reading_order_within_quotes_and_lists() -> None:
    assert figures_in(BLOCKS) == [7, 3, 9, 7]


def test_a_picture_in_two_sizes_is_the_larger_one_under_the_first_caption_that_there_is() -> None:
    small, large = ArticleImage("http://x.example/a.jpg?w=100"), ArticleImage("http://x.example/a.jpg?w=900", "A mill")
    images, numbers = number_images([small, ArticleImage("http://x.example/b.jpg"), large])
    assert [(image.url, image.caption) for image in images] == [
        ("http://x.example/a.jpg?w=900", "A mill"),
        ("http://x.example/b.jpg", ""),
    ]
    assert numbers == {small.url: 1, "http://x.example/b.jpg": 2, large.url: 1}


def test_a_picture_stands_at_its_first_place_and_what_has_no_number_leaves_nothing_behind() -> None:
    assert place_figures(BLOCKS, {7: 1, 3: 2}, {}) == (
        Figure(1),
        Quote((WORDS, Figure(2))),
        ItemList(False, ((WORDS,),)),
    )


def test_pictures_with_one_name_in_two_formats_are_two_and_one_in_a_modern_one_is_not() -> None:
    urls = [f"http://x.example/photograph.{each}" for each in ("jpg", "png", "webp", "jpeg")]
    images, numbers = number_images([ArticleImage(url) for url in urls])
    assert [image.url for image in images] == urls[:2]
    assert list(numbers.values()) == [1, 2, 1, 1]


def test_the_links_of_a_map_stand_under_its_picture() -> None:
    areas = {7: (Run("Software", href="http://x.example/s"), Run("Links", href="http://x.example/l"))}
    assert place_figures((WORDS, Figure(7)), {7: 1}, areas) == (
        WORDS,
        Figure(1),
        ItemList(False, tuple((Paragraph((run,)),) for run in areas[7])),
    )


@pytest.mark.parametrize(
    ("kept", "said", "caption"),
    [
        ("The ferry at rest.", "The same ferry, an hour later.", "The ferry at rest. / The same ferry, an hour later."),
        ("The ferry at rest.", "The ferry at rest.", "The ferry at rest."),
        ("The ferry at rest. Photo: J. Finch", "The ferry at rest.", "The ferry at rest. Photo: J. Finch"),
        ("The ferry at rest (J. Finch)", "The ferry at rest, by J. Finch", "The ferry at rest (J. Finch)"),
        ("The mill of the town.", "A ferry", "The mill of the town."),
        ("", "The same ferry, an hour later.", "The same ferry, an hour later."),
    ],
)
def test_what_is_said_where_a_picture_stands_again_is_said_under_it(kept: str, said: str, caption: str) -> None:
    images, _ = number_images([ArticleImage("http://x.example/a.jpg", each) for each in (kept, said)])
    assert [image.caption for image in images] == [caption]
