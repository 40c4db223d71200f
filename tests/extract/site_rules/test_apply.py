import pytest
from lxml.html import HtmlElement

from app.extract.page import extract_page
from app.extract.parse import parse
from app.extract.site_rules.apply import MOST_FOUND, body_of, link_at, replaced, strip, text_at, texts_at
from app.extract.site_rules.load import load_sites
from app.extract.site_rules.rules import SiteRules
from app.models import Article, text_of

URL = "https://harbour.example/ferry"
WORDS = "The ferry was repaired in the dock behind the market, and sails again on Monday. "


def tree(markup: str) -> HtmlElement:
    return parse(f"<html><head><title>T</title></head><body>{markup}</body></html>")


RUSTDOC = (
    "<nav class=sidebar><a href=#m>Lamp</a></nav><main><section id=main-content class=content><h1>Struct Lamp</h1>"
    "<a class='src rightside' href=s>Source</a><pre class='rust item-decl'>pub struct Lamp</pre><details class=toggle open>"
    "<summary class=hideme><span>Expand description</span></summary><div class=docblock><p>A lamp.</p></div></details>"
    "<details class=toggle open><summary><section class=method><a class=src href=s>Source</a><h4>pub fn "
    "<a href=#m>light</a>(&amp;self) -&gt; bool</h4></section></summary><div class=docblock><p>Lights it.</p></div>"
    "</details></section></main>"
)


def article(markup: str, rules: SiteRules, url: str = URL) -> Article:
    found = extract_page(markup, url, rules)
    assert isinstance(found, Article)
    return found


def said(found: Article) -> str:
    return " ".join(map(text_of, found.blocks))


def test_the_body_is_what_the_first_rule_finds_that_finds_anything() -> None:
    page = (
        f"<html><title>T</title><body><div id=a><p>{WORDS * 9}</p></div><div id=b><p>Short and wanted.</p></div></body>"
    )
    rules = SiteRules(body=("//div[@id='none']", "//div[@id='b']", "//div[@id='a']"))
    assert said(article(page, rules)) == "Short and wanted."


def test_several_elements_are_one_body_and_none_stands_there_twice() -> None:
    page = tree("<div class=t>One <div class=t>two</div></div> between <div class=t>three</div>")
    body = body_of(page, SiteRules(body=("//div[@class='t']",)))
    assert body is not None
    assert " ".join(body.itertext()).split() == ["One", "two", "three"]
    assert "between" in page.text_content()


def test_a_page_of_links_is_an_article_where_a_rule_says_so() -> None:
    links = "".join(f"<li><a href='/{n}'>A headline of some length, number {n}</a></li>" for n in range(40))
    page = f"<html><title>T</title><body><ul>{links}</ul><div id=text><p>{WORDS}</p></div></body></html>"
    assert said(article(page, SiteRules(body=("//div[@id='text']",)))).strip() == WORDS.strip()


def test_a_body_keeps_its_pictures_and_its_forms_only_where_it_is_not_pruned() -> None:
    page = "<html><title>T</title><body><div id=t><img src='/f.jpg' width=600 height=400><p>Text.</p><nav><p>More.</p></nav></div></body>"
    pruned, whole = (article(page, SiteRules(body=("//div[@id='t']",), prune=prune)) for prune in (True, False))
    assert [image.url for image in pruned.images] == ["https://harbour.example/f.jpg"]
    assert "More." not in said(pruned)
    assert "More." in said(whole)


def test_what_is_stripped_is_gone_and_what_follows_it_stays() -> None:
    page = tree(
        "<p>One <b class='x promo-box'>ad</b> two <i id=promo>ad</i> three <u>ad</u> four</p><img src=/ads/1.gif>"
    )
    strip(page, SiteRules(strip=("//u",), strip_id_or_class=("promo",), strip_image_src=("/ads/",)))
    assert "".join(page.find("body").itertext()).split() == ["One", "two", "three", "four"]
    assert list(page.iter("img")) == []


def test_the_page_itself_is_never_stripped() -> None:
    page = parse("<html class=promo><body class=promo><p>Text</p></body></html>")
    strip(page, SiteRules(strip=("//*[self::html or self::body]",), strip_id_or_class=("promo",)))
    assert page.text_content() == "Text"


def test_markup_is_replaced_before_it_is_read() -> None:
    rules = SiteRules(replacements=(("<noscript>", "<div>"), ("</noscript>", "</div>")))
    assert replaced("<noscript>x</noscript>", rules) == "<div>x</div>"


def test_title_author_and_date_are_those_of_the_rules() -> None:
    page = (
        f"<html><title>Wrong</title><body><h1>Wrong</h1><div id=t>The <i>ferry</i></div><b class=w>Ann Quay</b>"
        f"<b class=w>Bo Pier</b><time datetime=2026-11-26T08:00:00Z></time><p>{WORDS * 9}</p></body></html>"
    )
    rules = SiteRules(title=("//div[@id='t']",), author=("//b[@class='w']",), date=("//time/@datetime",))
    found = article(page, rules)
    assert (found.title, found.byline, found.date) == ("The ferry", "Ann Quay, Bo Pier", "2026-11-26")


def test_links_are_found_as_elements_attributes_or_text() -> None:
    page = tree(
        "<a class=n href='/2'>2</a><p id=u>https://other.example/3</p><a class=m href='mailto:x@y.example'>m</a>"
    )
    for path, url in (
        ("//a[@class='n']", "https://harbour.example/2"),
        ("//a[@class='n']/@href", "https://harbour.example/2"),
        ("string(//p[@id='u'])", "https://other.example/3"),
        ("//a[@class='m']", ""),
        ("//a[@class='none']", ""),
    ):
        assert link_at(page, (path,), URL) == url


def test_an_article_names_the_pages_that_rules_find() -> None:
    page = f"<html><title>T</title><body><p>{WORDS * 9}</p><a id=n href='/part-b'>b</a><a id=s href='/all'>all</a>"
    rules = SiteRules(next_page_link=("//a[@id='n']",), single_page_link=("//a[@id='s']/@href",))
    found = article(page, rules)
    assert (found.next_page, found.single_page) == ("https://harbour.example/part-b", "https://harbour.example/all")


def test_rules_that_find_nothing_change_nothing() -> None:
    page = f"<html><title>Ferry</title><body><h1>Ferry</h1><p>{WORDS * 9}</p></body></html>"
    rules = SiteRules(title=("//h6",), body=("//main",), author=("//address",), strip=("//aside",))
    assert extract_page(page, URL, rules) == extract_page(page, URL)


def test_what_is_found_is_bounded() -> None:
    page = tree("<p>x</p>" * (MOST_FOUND + 50))
    body = body_of(page, SiteRules(body=("//p",)))
    assert body is not None
    assert len(body) == MOST_FOUND
    assert text_at(tree(f"<p>{'x' * 5000}</p>"), ("//p",)) == "x" * 300
    assert len(texts_at(tree("".join(f"<p>{n}</p>" for n in range(50))), ("//p",))) == 5


@pytest.mark.parametrize(
    ("url", "page", "wanted", "unwanted"),
    [
        ("https://lwn.net/Articles/1/", "<div class=ArticleText><p>Kernel.</p></div><div class=CommentBox><p>Me too.</p></div>", "Kernel", "Me too"),
        ("https://github.com/a/b", "<ul><li>file.c</li></ul><article class='markdown-body entry'><p>It sails.</p></article>", "It sails", "file.c"),
        ("https://docs.rs/lamp/1.0/lamp/struct.Lamp.html", RUSTDOC, "pub fn light(&self) -> bool", "Source"),
        ("https://doc.rust-lang.org/std/struct.Lamp.html", RUSTDOC, "Lights it.", "Expand description"),
        ("https://doc.rust-lang.org/book/ch01.html", f"<main><h1>Lamps</h1><p>{WORDS * 9}</p></main>", "ferry", "Source"),
        ("https://arxiv.org/abs/1", "<blockquote class='abstract mathjax'>We sail.</blockquote><p>Cite as us</p>", "We sail", "Cite"),
        ("https://en.wikipedia.org/wiki/F", f"<p>{WORDS * 9}</p><h2>History<span class=mw-editsection>[edit]</span></h2><p>{WORDS * 3}</p>", "ferry", "[edit]"),
    ],
)  # fmt: skip
def test_packaged_rules_do_what_they_say(url: str, page: str, wanted: str, unwanted: str) -> None:
    markup = f"<html><head><title>T</title></head><body>{page}</body></html>"
    found = said(article(markup, load_sites(None).of(url), url))
    assert wanted in found
    assert unwanted not in found
