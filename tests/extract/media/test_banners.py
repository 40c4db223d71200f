import pytest

from app.extract.media.banners import is_banner
from app.extract.parse import parse

BASE = "http://gazette.example/story"


@pytest.mark.parametrize(
    ("link", "size", "is_sold"),
    [
        ('<a href="http://shop.example/?c=1">', "width=728 height=90", True),
        ('<a href="//shop.example/">', "width=300 height=600", True),
        ('<a href="/subscribe">', "width=728 height=90", False),
        ('<a href="http://shop.example/">', "width=800 height=533", False),
        ('<a href="javascript:void(0)">', "width=728 height=90", False),
        ("<a>", "width=728 height=90", False),
        ("", "width=728 height=90", False),
    ],
)
def test_a_banner_has_the_measures_of_an_advert_and_leads_to_another_site(link: str, size: str, is_sold: bool) -> None:
    root = parse(f"<body><p>{link}<img src='a.jpg' {size}></p></body>")
    assert is_banner(next(root.iter("img")), BASE) is is_sold
