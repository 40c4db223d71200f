import pytest
from lxml.html import document_fromstring

from app.extract.media.images import mark_images
from app.extract.media.lone_asides import open_picture_asides
from app.extract.page import extract_page
from app.extract.parse import parse
from app.models import Article

MARK = '<figure data-n="1"></figure>'
TEXT = "<p>The council said on Monday that the ferry will sail again in May, when the quay is dry and paid for.</p>"
BASE = "http://harbour.example/story"


def tag_of(aside: str, captioned: str = "1") -> str:
    root = document_fromstring(f"<body><aside>{aside}</aside></body>")
    box = root.find(".//aside")
    assert box is not None
    open_picture_asides(root, captioned)
    return str(box.tag)


@pytest.mark.parametrize("aside", [MARK, f"<div>\n{MARK}<p> </p></div>"])
def test_a_box_of_one_picture_is_no_longer_aside(aside: str) -> None:
    assert tag_of(aside) == "div"


@pytest.mark.parametrize(
    ("aside", "captioned"),
    [(MARK, ""), (f"{MARK}<p>More to read</p>", "1"), (f'{MARK}<figure data-n="2"></figure>', "12"), ("<p></p>", "1")],
)
def test_other_boxes_stay_there(aside: str, captioned: str) -> None:
    assert tag_of(aside, captioned) == "aside"


def test_a_picture_with_words_under_it_stays_in_its_text() -> None:
    box = '<aside><div><img src="/a.jpg"></div><p class="credit-line">The quay at dusk.<span>(Photo: J. Finch)</span></p></aside>'
    markup = f"<body><article><h1>Ferry</h1>{TEXT * 3}{box}{TEXT * 3}</article></body>"
    found = extract_page(markup, BASE)
    assert isinstance(found, Article)
    assert [each.caption for each in found.images] == ["The quay at dusk. (Photo: J. Finch)"]


def test_an_advertisement_aside_stays_aside() -> None:
    root = parse(f'<body><article>{TEXT}<aside><a href="/buy"><img src="/a.jpg"></a></aside></article></body>')
    mark_images(root, BASE)
    assert root.find(".//aside") is not None
