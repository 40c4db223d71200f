import pytest

from app.extract.media.unfilled import fill_boxes
from app.extract.parse import parse

OBJECT = 'itemscope itemtype="http://schema.org/ImageObject"'


def files(body: str) -> list[str]:
    """Return the addresses of pictures that stand in no template."""
    root = parse(f"<body>{body}</body>")
    fill_boxes(root)
    return [each.get("src") for each in root.iter("img") if next(each.iterancestors("template"), None) is None]


@pytest.mark.parametrize(
    "box",
    [
        '<figure><div class="lazy"><template><img src="a.jpg"></template></div><figcaption>Quay</figcaption></figure>',
        '<div><template class="x"><picture><img src="a.jpg"></picture></template></div>',
        '<li><template><img src="a.jpg"></template><p>The quay at noon</p></li>',
        f'<figure {OBJECT}><meta itemprop="contentUrl" content="a.jpg"><div></div><figcaption>Quay</figcaption></figure>',
        f'<figure {OBJECT}><link itemprop="url" href="a.jpg"></figure>',
        f'<figure {OBJECT} itemid="a.jpg?w=9"><span>Image</span><figcaption>Quay</figcaption></figure>',
    ],
)
def test_a_box_that_a_script_fills_has_its_picture(box: str) -> None:
    assert [each.partition("?")[0] for each in files(f"<p>Words</p>{box}")] == ["a.jpg"]


@pytest.mark.parametrize(
    "box",
    [
        '<div><template id="card"><img src="a.jpg"></template></div>',
        '<div><template><a href="/x"><img src="a.jpg">Another story</a></template></div>',
        '<div><template><img src="a.jpg"><img src="b.jpg"></template></div>',
        f'<div><template><img src="a.jpg"></template><p>{"Words of the text. " * 40}</p></div>',
        f'<div {OBJECT}><meta itemprop="url" content="logo.png"></div>',
        f'<figure {OBJECT} itemid="/story"><figcaption>Quay</figcaption></figure>',
        '<figure itemid="a.jpg"><figcaption>Quay</figcaption></figure>',
    ],
)
def test_patterns_of_scripts_and_other_names_are_no_pictures(box: str) -> None:
    assert files(f"<p>Words</p>{box}") == []


def test_a_picture_that_is_there_is_not_put_in_again() -> None:
    assert files('<div><template><img src="a.jpg"></template><img src="b.jpg"></div>') == ["b.jpg"]
    assert files(f'<figure {OBJECT} itemid="a.jpg"><img src="b.jpg"></figure>') == ["b.jpg"]
