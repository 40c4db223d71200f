"""Pictures that lead somewhere."""

import pytest

from app.extract.media.galleries import full_file, gallery_links
from app.extract.parse import parse

BASE = "http://x.example/story"


def full(markup: str) -> str:
    image = parse(f"<body>{markup}</body>").find(".//img")
    assert image is not None
    return full_file(image, BASE).removeprefix("http://x.example/")


@pytest.mark.parametrize(
    ("markup", "file"),
    [
        ('<a href="/big.jpg"><img src="/small.jpg" width="280"></a>', "big.jpg"),
        ('<a href="/big.PNG?v=2"><span><img src="/small.jpg" width="280"></span></a>', "big.PNG?v=2"),
        ('<a href="/view-of-pier.jpg"><img src="/view-of-pier-300x200.jpg"></a>', "view-of-pier.jpg"),
        ('<a href="/big.jpg"><img src="/s.jpg" srcset="/s.jpg 150w, /m.jpg 300w"></a>', "big.jpg"),
        ('<a href="/big.jpg"><img src="/t.jpg" width="900" class="preview"></a>', "big.jpg"),
        ('<a href="/big.jpg"><img src="/t.jpg" srcset="/m.jpg 900w" class="preview"></a>', ""),
        ('<a href="/big.jpg"><img src="/other.jpg"></a>', ""),
        ('<a href="/big.jpg"><img src="/small.jpg" width="900"></a>', ""),
        ('<a href="/page.html"><img src="/small.jpg" width="280"></a>', ""),
        ('<a href="/File:pier.jpg/about"><img src="/small.jpg" width="280"></a>', ""),
        ('<a href="/wiki/File:Pier.jpg"><img src="/small.jpg" width="280"></a>', ""),
        ('<a href="http://["><img src="/small.jpg" width="280"></a>', ""),
        ('<img src="/small.jpg" width="280">', ""),
    ],
)
def test_a_small_picture_that_leads_to_its_file_is_shown_in_full(markup: str, file: str) -> None:
    assert full(markup) == file


def count(markup: str) -> int:
    return len(gallery_links(parse(f"<body>{markup}</body>")))


def rows(markup: str, number: int = 4) -> str:
    return "".join(markup.replace("#", str(n)) for n in range(number))


@pytest.mark.parametrize(
    ("markup", "number"),
    [
        (rows('<div class="item"><a href="/view/#"><img src="/#.jpg"></a><p>View # of the pier</p></div>'), 4),
        (rows('<li><a href="/view/#"><img src="/#.jpg"></a></li>', 3), 3),
        (rows('<li><a href="/view/#"><img src="/#.jpg"></a></li>', 2), 0),
        ('<div class="tiled-gallery-item"><a href="/v/1"><img src="/1.jpg"></a></div>', 1),
        (rows('<dl class="gallery-item"><dt><a href="/v/#"><img src="/#.jpg"></a></dt></dl>', 2), 2),
        ('<div class="gallery-item"><a href="/v/1"><img src="/1.jpg"></a><h3>A story of the pier</h3></div>', 0),
        ('<div class="gallery"><a href="/v/1"><img src="/1.jpg"></a></div>', 0),
        (rows('<div><a href="/s/#"><img src="/#.jpg"></a><a href="/s/#">The story number #</a></div>'), 0),
        (rows('<div><a href="/s/#"><img src="/#.jpg"><span>The story number #</span></a></div>'), 0),
        (rows('<div><a href="/s/#"><img src="/#.jpg"></a><h3>The story number #</h3></div>'), 0),
    ],
)
def test_rows_of_pictures_without_headlines_are_galleries(markup: str, number: int) -> None:
    assert count(markup) == number
