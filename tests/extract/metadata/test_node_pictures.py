import pytest

from app.extract.metadata import read_metadata
from app.extract.metadata.node_pictures import picture_of
from app.extract.parse import parse

NODES = ({"@id": "#lead", "@type": "ImageObject", "contentUrl": "/lead.jpg"},)


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("/lead.jpg", "/lead.jpg"),
        (["/lead.jpg", "/other.jpg"], "/lead.jpg"),
        ({"@type": "ImageObject", "url": " /lead.jpg "}, "/lead.jpg"),
        ([{"url": "/s.jpg", "width": 320}, {"url": "/lead.jpg", "width": "1200px"}, "/other.jpg"], "/lead.jpg"),
        ([{"url": "/s.jpg"}, {"contentUrl": "/lead.jpg", "width": {"value": 800}}], "/lead.jpg"),
        ([{"url": ["/lead.jpg"], "width": 800}], "/lead.jpg"),
        ({"@id": "#lead"}, "/lead.jpg"),
        ({"@id": "#elsewhere"}, ""),
        ({"@id": "#own", "url": "/lead.jpg"}, "/lead.jpg"),
        ([], ""),
        (None, ""),
        (7, ""),
        ([[[[[["/lead.jpg"]]]]]], ""),
    ],
)
def test_a_picture_is_named_in_several_ways(value: object, address: str) -> None:
    assert picture_of(value, NODES) == address


@pytest.mark.parametrize(
    ("head", "picture"), [("", "/lead.jpg"), ('<meta property="og:image" content="/social.jpg">', "/social.jpg")]
)
def test_the_picture_of_an_article_is_the_one_that_its_json_names_where_no_meta_tag_does(
    head: str, picture: str
) -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ships", "image": ["/lead.jpg"]}</script>'
    root = parse(f"<html><head><title>Ships</title>{head}{script}</head><body><p>Words</p></body></html>")
    assert read_metadata(root, "http://gazette.example/story").lead_image == picture
