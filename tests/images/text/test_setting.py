"""Text as pictures: all of it is there, within the width of the screen, and dark on white."""

from io import BytesIO

import pytest
from PIL import Image

from app.images.text.setting import LEADING, MARGIN, MOST_CHARACTERS, TextPage, TextScreen, set_text
from app.images.text.typefaces import FACES, can_set

ARABIC = "انتقل المنار القديم إلى الداخل على قضبان حديدية في 2026 كما قال المهندس. "
GEORGIAN = "შუქურა რელსებზე გადაიტანეს, და ქალაქი მას ერთი კვირა მისდევდა. "
THAI = "ประภาคารเก่าที่ปลายหน้าผาถูกย้ายเข้าฝั่งบนรางเหล็ก "
HINDI = "मुख्यमंत्री ने कहा कि BBC ने इसे दिखाया। "
TEXTS = {"arabic": ARABIC, "georgian": GEORGIAN, "indic": HINDI, "thai": THAI}


def pixels(page: TextPage) -> Image.Image:
    image = Image.open(BytesIO(page.picture.body))
    assert image.format == "GIF"
    return image.convert("L")


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    box = image.point([255] * 128 + [0] * 128).getbbox()
    assert box
    return box


@pytest.mark.parametrize("family", TEXTS)
@pytest.mark.parametrize("width", [150, 320, 496])
def test_all_of_a_text_is_set_within_the_width(family: str, width: int) -> None:
    assert can_set(family)
    pages = set_text([TEXTS[family] * 6, TEXTS[family]], TextScreen(width, 320, family))
    assert "".join(page.text for page in pages).replace(" ", "") == (TEXTS[family] * 7).replace(" ", "")
    for page in pages:
        image = pixels(page)
        assert (image.width, image.height) == (page.picture.width, page.picture.height)
        assert image.width == width
        assert image.height <= 320
        assert {level for _, level in image.getcolors(2) or ()} == {0, 255}
        left, _, right, _ = ink(image)
        assert left >= MARGIN - 1
        assert right <= width


def test_lines_from_the_right_begin_there() -> None:
    (page,) = set_text(["منار"], TextScreen(400, 320, "arabic"))
    assert ink(pixels(page))[0] > 300
    (page,) = set_text(["ქალაქი"], TextScreen(400, 320, "georgian"))
    assert ink(pixels(page))[2] < 100


def test_letters_of_arabic_are_joined() -> None:
    joined, apart = (
        ink(pixels(set_text([text], TextScreen(400, 320, "arabic"))[0])) for text in ("سسسس", "س\u200cس\u200cس\u200cس")
    )
    assert joined != apart


def test_a_script_of_its_own_typeface_is_no_row_of_boxes() -> None:
    (page,) = set_text(["กขคง", "ฉชซฌ"], TextScreen(400, 320, "thai"))
    image = pixels(page)
    upper, lower = (image.crop((0, top, 400, top + LEADING)) for top in (MARGIN, MARGIN + 2 * LEADING))
    assert upper.tobytes() != lower.tobytes()


def test_a_page_is_never_empty_and_a_text_never_endless() -> None:
    (page,) = set_text([], TextScreen(400, 320, "georgian"))
    assert page.picture.height > 0
    pages = set_text([GEORGIAN * 1000], TextScreen(400, 720, "georgian"))
    assert sum(len(each.text) for each in pages) <= MOST_CHARACTERS


def test_a_word_wider_than_a_line_is_broken() -> None:
    (page,) = set_text(["ქ" * 40], TextScreen(150, 320, "georgian"))
    assert page.text.replace(" ", "") == "ქ" * 40
    assert ink(pixels(page))[2] <= 150


def test_what_can_be_read_in_latin_letters_is_not_set() -> None:
    assert not can_set("cyrillic")
    assert not can_set("western")
    assert "greek" not in FACES
