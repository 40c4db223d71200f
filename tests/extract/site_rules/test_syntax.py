import pytest

from app.extract.site_rules.rules import SiteRules
from app.extract.site_rules.syntax import MOST_RULES, BadRule, parse_rules


def rules(text: str) -> SiteRules:
    return parse_rules(iter(enumerate(text.splitlines(), 1)))


def test_each_key_of_the_format_is_read_in_its_order() -> None:
    found = rules(
        """
        # A comment
        title: //h1
        title: //title
        body: //div[@id='text']
        author: //a[@rel="author"]
        date: //time/@datetime
        strip: //aside
        strip_id_or_class: promo
        strip_id_or_class: "share bar"
        strip_image_src: /ads/
        single_page_link: //a[. = 'All']/@href
        next_page_link: //a[@rel='next']
        http_header(User-Agent): Mozilla/5.0 (X11)
        http_header(cookie): seen=1; grown=yes
        find_string: <br><br>
        replace_string: <p>
        replace_string(<b>): <i>
        prune: no
        """
    )
    assert found == SiteRules(
        title=("//h1", "//title"),
        body=("//div[@id='text']",),
        author=('//a[@rel="author"]',),
        date=("//time/@datetime",),
        strip=("//aside",),
        strip_id_or_class=("promo", "share bar"),
        strip_image_src=("/ads/",),
        single_page_link=("//a[. = 'All']/@href",),
        next_page_link=("//a[@rel='next']",),
        replacements=(("<br><br>", "<p>"), ("<b>", "<i>")),
        headers=(("User-Agent", "Mozilla/5.0 (X11)"), ("Cookie", "seen=1; grown=yes")),
        prune=False,
    )


def test_finds_and_replacements_belong_together_in_their_order() -> None:
    found = rules("find_string: a\nfind_string: b\nreplace_string: 1\nreplace_string:\n")
    assert found.replacements == (("a", "1"), ("b", ""))


@pytest.mark.parametrize(
    "line",
    [
        "tidy: no",
        "test_url: http://harbour.example/a",
        "test_contains: ferry",
        "requires_login: yes",
        "parser: html5php",
    ],
)
def test_what_means_nothing_here_is_passed_over(line: str) -> None:
    assert rules(line) == SiteRules()


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("title: //h1\nbdoy: //p", 2, "no key 'bdoy'"),
        ("\n\nbody //p", 3, "it is not 'key: value'"),
        (": //p", 1, "it is not 'key: value'"),
        ("http_header(cookie seen=1", 1, "http_header may set"),
        ("body: //p[", 1, "this is no XPath"),
        ("body: //p[matches(., 'x')]", 1, "this is no XPath"),
        ("body: //re:p", 1, "this is no XPath"),
        ("body: $text", 1, "this is no XPath"),
        ("body: count(//p)", 1, "neither elements nor text"),
        ("strip:", 1, "nothing behind the colon"),
        ("strip_image_src:", 1, "nothing behind the colon"),
        ("find_string: a", 1, "no replace_string"),
        ("replace_string: a", 1, "no find_string"),
        ("http_header(host): other.example", 1, "http_header may set"),
        ("http_header(x-forwarded-for): 1", 1, "http_header may set"),
        ("http_header(cookie): é", 1, "ASCII"),
        ("prune: maybe", 1, "prune is yes or no"),
        ("strip: //b\n" * (MOST_RULES + 1), MOST_RULES + 1, "at most"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(BadRule) as raised:
        rules(text)
    assert raised.value.line == line
    assert reason in str(raised.value)
