"""Sentences as pictures."""

from app.images import notice
from tests.images.samples import BLACK, WHITE, decoded


def test_a_notice_is_a_framed_gif_in_black_and_white() -> None:
    picture = notice("example.org did not answer within 12 seconds.", 160)
    image = decoded(picture)
    assert picture.width <= 160
    assert picture.body.startswith(b"GIF87a")
    shown = image.convert("RGB")
    colours = shown.getcolors(4)
    assert colours is not None
    assert {colour for _, colour in colours} == {BLACK, WHITE}
    edge = [(x, y) for x in range(image.width) for y in (0, image.height - 1)]
    assert all(shown.getpixel(place) == BLACK for place in edge)
    assert shown.getpixel((1, 1)) == WHITE
    inside = shown.crop((1, 1, image.width - 1, image.height - 1)).convert("L")
    assert 50 < inside.histogram()[0] < image.width * image.height // 3


def test_a_notice_wraps_its_sentence_and_never_leaves_its_width() -> None:
    long = "The picture has 30 million pixels; those of more than 25 million are not converted."
    wide, narrow = notice(long, 600), notice(long, 120)
    assert wide.height < narrow.height
    assert narrow.width <= 120
    assert notice("word", 480).width < 60
    assert notice("A" * 300, 100).width <= 100
    assert notice("", 100).height > 8
    assert notice("Caf\u00e9 \u2014 closed", 200) == notice("Caf? ? closed", 200)


def test_a_notice_of_a_promised_size_has_exactly_that() -> None:
    for size in ((200, 150), (40, 12), (3, 2), (1, 1)):
        picture = notice("The picture has 30 million pixels; those of more than 25 million are not converted.", *size)
        assert decoded(picture).size == size


def test_what_has_no_room_in_a_notice_is_left_out_whole() -> None:
    two_lines = decoded(notice("one two", 30, 2 * 11 + 8)).convert("L")
    less = decoded(notice("one two", 30, 2 * 11 + 7)).convert("L")
    assert two_lines.crop((4, 15, 26, 26)).histogram()[0] > 5
    assert less.crop((4, 15, 26, 28)).histogram()[0] == 0
