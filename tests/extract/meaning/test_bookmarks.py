import pytest
from lxml.html import tostring

from app.extract.meaning.bookmarks import open_bookmarks
from app.extract.parse import parse

CARD = (
    '<a class="{}" href="https://bees.example/book"><div><div class="kg-bookmark-title">The old book</div>'
    '<div class="kg-bookmark-description">All that is known.</div></div><div><img src="t.jpg"></div></a>'
)


def opened(markup: str) -> str:
    root = parse(f"<body>{markup}")
    open_bookmarks(root)
    made: str = tostring(root.body, encoding="unicode")
    return made.strip()


@pytest.mark.parametrize("names", ["kg-bookmark-container", "bookmark source", "bookmark-card wide"])
@pytest.mark.parametrize("around", ["{}", "<figure>{}</figure>", "<div>{}</div>"])
def test_the_card_of_a_page_elsewhere_is_a_link_in_a_paragraph(names: str, around: str) -> None:
    made = opened(around.format(CARD.format(names)))
    assert '<p><a href="https://bees.example/book">The old book</a></p>' in made
    assert "All that is known" not in made


def test_cards_of_files_and_of_posts_elsewhere_are_links_too() -> None:
    file = '<a class="kg-file-card-container" href="/plan.pdf"><div class="kg-file-card-title">Plan</div><div>2 MB</div></a>'
    assert '<p><a href="/plan.pdf">Plan</a></p>' in opened(f"<div>{file}</div>")
    post = (
        '<a class="embedded-post" href="/p/key"><div class="embedded-post-title">The key</div><div>Read more</div></a>'
    )
    assert '<p><a href="/p/key">The key</a></p>' in opened(post)


def test_a_figure_with_a_caption_keeps_it() -> None:
    made = opened(f"<figure>{CARD.format('kg-bookmark-container')}<figcaption>Found in May</figcaption></figure>")
    assert "<p><a" in made
    assert "Found in May" in made


@pytest.mark.parametrize("markup", [CARD.format("card"), '<a class="bookmark-card" href="/x">Words alone</a>'])
def test_other_links_stay_what_they_are(markup: str) -> None:
    assert "<p>" not in opened(markup)
