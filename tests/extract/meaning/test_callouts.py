import pytest
from lxml.html import document_fromstring

from app.extract.meaning.callouts import label_callouts
from app.extract.meaning.looks import words_of
from app.text.normalize import line
from tests.extract.meaning.spelled import spelled, with_words

TEXT = "<p>Do not stand on the ramp.</p>"


@pytest.mark.parametrize(
    "markup",
    [
        f'<div class="admonition"><p class="admonition-title">Warning</p>{TEXT}</div>',
        f'<div class="markdown-alert"><p class="markdown-alert-title"><svg></svg>Warning</p>{TEXT}</div>',
        f'<div class="callout"><div class="callout-title">Warning:</div><div class="x">{TEXT}</div></div>',
        f'<div class="alert"><h4 class="alert-heading">Warning</h4>{TEXT}</div>',
    ],
)
def test_the_label_of_a_box_begins_its_text(markup: str) -> None:
    assert spelled(markup, with_words(label_callouts)) == "Warning: Do not stand on the ramp."


@pytest.mark.parametrize("title", ["article-title", "title", "page-heading"])
def test_other_titles_stay_where_they_are(title: str) -> None:
    assert (
        spelled(f'<p class="{title}">Warning</p> {TEXT}', with_words(label_callouts))
        == "Warning Do not stand on the ramp."
    )


@pytest.mark.parametrize(
    "markup",
    [
        f'<div class="confluence-information-macro-warning"><span class="icon"></span><div>{TEXT}</div></div>',
        f'<div class="hint hint-danger"><div><svg></svg></div><div>{TEXT}</div></div>',
        f'<aside class="callout callout--warning">{TEXT}</aside>',
        '<div class="alert alert-warning">Do not stand on the ramp.</div>',
    ],
)
def test_a_box_whose_colour_alone_warns_says_so(markup: str) -> None:
    assert spelled(markup, with_words(label_callouts)) == "Warning: Do not stand on the ramp."


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="alert alert-warning"><strong>Mind!</strong> Do not stand on the ramp.</div>',
        '<div class="alert alert-warning">Please note: the ramp is closed.</div>',
        '<div class="alert alert-danger"><h4>The ramp</h4><p>It is closed.</p></div>',
        '<div class="alert alert-info">The ramp is open.</div>',
        '<div class="alert alert-danger">Error!</div>',
        '<p class="text-warning">Do not stand on the ramp.</p>',
    ],
)
def test_a_box_that_says_what_it_is_or_is_no_warning_stays(markup: str) -> None:
    assert "Warning" not in spelled(markup, with_words(label_callouts))


@pytest.mark.parametrize(
    ("language", "text"), [("de-AT", "Warnung: Do not"), ("FR", "Avertissement: Do not"), ("xx", "Do not")]
)
def test_a_warning_is_in_the_language_of_its_page(language: str, text: str) -> None:
    root = document_fromstring(
        f'<html lang="{language}"><body><div class="alert alert-danger">{TEXT}</div></body></html>'
    )
    label_callouts(root, words_of(root))
    assert line(str(root.xpath("string()"))).startswith(text)
