import pytest
from lxml.html import HtmlElement

from app.extract.media.alternatives import words_for
from app.extract.parse import parse


def image(attributes: str) -> HtmlElement:
    found = parse(f"<body><img {attributes}></body>").find(".//img")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ('alt="A tower" title="Of stone"', "A tower"),
        ('title="Of stone"', "Of stone"),
        ('alt="&lt;b&gt;A tower&lt;/b&gt;"', "A tower"),
        ('alt="How &lt;br&gt; breaks"', "How <br> breaks"),
        ('alt="DSC_0042.JPG" title="A tower"', "A tower"),
        ('alt="IMG_2026"', ""),
        ('alt="f:id:keeper:20261120091500j:plain" title="f:id:keeper:20261120091500j:plain"', ""),
        ('alt="f:id:keeper is my name"', "f:id:keeper is my name"),
        ('alt="undefined"', ""),
        ("", ""),
    ],
)
def test_words_stand_for_a_picture_and_names_of_files_do_not(attributes: str, words: str) -> None:
    assert words_for(image(attributes)) == words
