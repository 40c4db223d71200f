"""Of two pictures, one for telephones and one for other screens, the second is the article's."""

import pytest

from app.extract.media.images import mark_images
from app.extract.parse import parse

BASE = "http://gazette.example/story"


def names(markup: str) -> list[str]:
    root = parse(f"<body><article><p>{'Words of it. ' * 9}</p>{markup}</article></body>")
    return [each.image.url.removeprefix("http://gazette.example/") for each in mark_images(root, BASE)]


@pytest.mark.parametrize(
    "markup",
    [
        '<figure><img src="/a.jpg" class="desktop-only"><img src="/b.jpg" class="mobile-only"></figure>',
        '<figure><img src="/b.jpg" class="hide-on-desktop"><img src="/a.jpg" class="hide-on-mobile"></figure>',
        '<div><div class="d-none d-md-block"><img src="/a.jpg"></div><div class="d-md-none"><img src="/b.jpg"></div></div>',
        '<div><picture class="md:hidden"><img src="/b.jpg"></picture><picture class="hidden md:block"><img src="/a.jpg"></picture></div>',
        '<div><span class="visible-xs"><img src="/b.jpg"></span><span class="hidden-xs"><img src="/a.jpg"></span></div>',
        '<div class="lg:hidden"><img src="/b.jpg"></div><div class="hidden lg:block"><img src="/a.jpg"></div>',
        '<figure><img src="/b.jpg" class="show-for-small-only"><img src="/a.jpg" class="hide-for-small-only"></figure>',
        '<figure><img src="/b.jpg" class="show-for-small-only"><img src="/c.jpg" class="show-for-medium-only"><img src="/a.jpg" class="show-for-large"></figure>',
    ],
)  # fmt: skip
def test_the_twin_for_telephones_is_left_out(markup: str) -> None:
    assert names(markup) == ["a.jpg"]


@pytest.mark.parametrize(
    "markup",
    [
        '<figure><img src="/a.jpg" class="mobile-only"></figure>',
        '<figure><img src="/a.jpg" class="d-md-none"></figure><figure><img src="/b.jpg"></figure>',
        '<figure><img src="/a.jpg" class="mobile-friendly"><img src="/b.jpg" class="desktop-only"></figure>',
    ],
)
def test_a_picture_without_a_twin_stays(markup: str) -> None:
    assert names(markup)[0] == "a.jpg"
