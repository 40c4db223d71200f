"""Of two pictures, one for white screens and one for dark ones, the first is the article's."""

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
        '<p><img src="/a.png" class="only-light"><img src="/b.png" class="only-dark"></p>',
        '<p><img src="/b.png" class="dark-mode-only"><img src="/a.png" class="light-mode-only"></p>',
        '<p><img src="/a.png#gh-light-mode-only"><img src="/b.png#gh-dark-mode-only"></p>',
        '<div><span class="block dark:hidden"><img src="/a.png"></span><span class="hidden dark:block"><img src="/b.png"></span></div>',
        '<figure><img src="/a.png" class="themedComponent_m themedComponent--light_N"><img src="/b.png" class="themedComponent_m themedComponent--dark_x"></figure>',
        '<picture><source media="(prefers-color-scheme: dark)" srcset="/b.png"><img src="/a.png"></picture>',
        '<picture><source media="(prefers-color-scheme:dark) and (min-width: 600px)" srcset="/b.png 2x"><source media="(prefers-color-scheme: light)" srcset="/a.png"><img src="/a.png"></picture>',
    ],
)  # fmt: skip
def test_the_twin_for_dark_screens_is_left_out(markup: str) -> None:
    assert [name.partition("#")[0] for name in names(markup)] == ["a.png"]


@pytest.mark.parametrize(
    "markup",
    [
        '<p><img src="/a.png" class="only-dark"></p>',
        '<p><img src="/a.png" class="dark shadow"></p>',
        '<div class="dark-theme"><img src="/a.png"></div>',
        '<p><img src="/the-dark-mode-only.png"></p>',
    ],
)
def test_a_picture_without_such_a_twin_stays(markup: str) -> None:
    assert len(names(markup)) == 1
