import pytest

from app.extract.page import extract_page
from app.models import Article
from tests.extract.walls.pages import WORDS

URL = "https://harbour.example/story"
CUT = "The rest of this text is only for subscribers of harbour.example."
PROMPT = "<div class='offer'><h3>Subscribe to continue reading</h3><p>Already a subscriber? Log in.</p></div>"


def closed(more: str = "", value: str = "false") -> str:
    return f'<script type="application/ld+json">{{"@type":"NewsArticle","isAccessibleForFree":{value}{more}}}</script>'


PART = ',"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paid"}'


def cut(head: str, body: str) -> str:
    page = f"<html><head><title>Ships</title>{head}</head><body><article><h1>Ships</h1>{body}</article></body></html>"
    found = extract_page(page, URL)
    assert isinstance(found, Article)
    return found.cut


def text(times: int) -> str:
    return f"<p>{WORDS * 2}</p>" * times


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (closed(PART), text(2) + PROMPT),
        (closed(PART), text(2)),
        (closed(value='"False"'), text(2)),
        (closed(value='"http://schema.org/False"'), text(2)),
        (closed(PART), text(2) + '<div class="paid"></div>'),
        ('<meta property="article:content_tier" content="locked">', text(2)),
        ("", text(3) + PROMPT),
        (closed(), text(10) + PROMPT),
        ('<meta property="article:content_tier" content="locked">', text(10) + PROMPT),
        ("", text(3) + "<p>Pour lire la suite, abonnez-vous.</p>"),
        ("", text(3) + "<div><span>Nur für Abonnenten</span></div>"),
        ("", text(3) + "<p>Create a free account to continue reading.</p>"),
        ("", text(3) + "<div class='article-paywall__box'><p>One euro a month</p><a href='/buy'>Go on</a></div>"),
        ('<meta itemprop="isAccessibleForFree" content="False">', text(2)),
    ],
)
def test_a_text_that_ends_at_a_paywall_says_so(head: str, body: str) -> None:
    assert cut(head, body) == CUT


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", text(2)),
        (closed(value="true"), text(2)),
        (closed(PART), text(1) + f'<div class="paid box">{text(6)}</div>'),
        (closed(), text(30)),
        (closed(), text(10)),
        (closed(), text(30) + PROMPT),
        ("", text(10) + PROMPT),
        ('<meta property="article:content_tier" content="free">', text(2)),
        ("", text(30) + PROMPT),
        ("", f"<div class='paywall-content'>{text(4)}<a href='/x'>A link</a></div>"),
        ("", text(3) + "<div class='paywall'></div>"),
        ('<meta itemprop="isAccessibleForFree" content="True">', text(2)),
        ("", text(3) + f'<div style="display: none">{PROMPT}</div>'),
        ("", f"<nav><a href='/x'>Solo para suscriptores</a></nav>{text(3)}"),
        ("", text(3) + "<ul><li><b>Subscribe to</b><li><b>continue reading</b></ul>"),
        ("", text(3) + "<p>The library lends its papers for subscribers and strangers alike.</p>"),
    ],
)
def test_a_text_that_is_whole_does_not(head: str, body: str) -> None:
    assert cut(head, body) == ""


def test_the_part_that_is_not_free_may_be_named_by_id_or_by_a_list() -> None:
    part = ',"hasPart":{"isAccessibleForFree":false,"cssSelector":"#gone, section.story #paid"}'
    assert cut(closed(part), text(1) + f'<div id="paid">{text(6)}</div>') == ""
    assert cut(closed(part), text(1) + f'<div id="other">{text(2)}</div>') == CUT


@pytest.mark.parametrize("selector", ["..", "div > [data-x=']", ":not(", "\\\\", " , , "])
def test_a_selector_that_is_not_understood_selects_nothing(selector: str) -> None:
    assert cut(closed(f',"hasPart":{{"cssSelector":"{selector}"}}'), text(2)) == CUT


def test_a_text_that_goes_on_behind_what_asks_to_pay_is_not_cut() -> None:
    assert cut("", "<p>Subscribe to continue reading: so say the papers.</p>" + text(3)) == ""


@pytest.mark.parametrize(
    "asks",
    [
        "With a trial you unlock the whole story.",
        "Hele artikelen? Neem een abonnement en lees verder.",
        "登录会员，继续阅读全文。",
    ],
)
def test_an_offer_to_read_on_cuts_a_text_in_other_words_only_at_its_end(asks: str) -> None:
    assert cut("", text(3) + f"<p>{asks}</p>") == CUT
    assert not cut("", text(3) + f"<p>{asks}</p><p>It sails on Monday.</p>")
