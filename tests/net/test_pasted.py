"""What people paste, and the address that they mean."""

import pytest

from app.net.pasted import address_in, is_address
from app.net.urls import MAX_LENGTH

STORY = "http://example.org/story.html"


@pytest.mark.parametrize(
    "pasted", ["(example.org)", "«example.org»", "„example.org“.", "[example.org/]", "'example.org'", "{example.org}"]
)
def test_a_bare_name_is_found_in_what_stands_around_it(pasted: str) -> None:
    assert address_in(pasted).rstrip("/") == "example.org"


@pytest.mark.parametrize("mark", ["\u2066", "\u2069", "\u202a", "\u200e", "\u2060"])
def test_marks_of_direction_that_come_along_are_left_out(mark: str) -> None:
    assert address_in(f"{mark}http://{mark}example.org/{mark}") == "http://example.org/"


@pytest.mark.parametrize(
    "pasted",
    [
        STORY,
        f"  {STORY}\n",
        f"<{STORY}>",
        f"<{STORY}>.",
        f"<URL:{STORY}>",
        f"< {STORY} >,",
        f"Read this: <{STORY}>, it is good",
        f"({STORY})",
        f"({STORY}).",
        f"[{STORY}]",
        f'"{STORY}"',
        f'"{STORY}", he wrote',
        f"'{STORY}';",
        f"“{STORY}”,",
        f"„{STORY}“",
        f"«{STORY}»",
        f"「{STORY}」。",
        f"`{STORY}`",
        f"(<{STORY}>)!",
        f"[The ferry]({STORY})",
        "mailto:?subject=Ferry&body=Look%3A%20http%3A%2F%2Fexample.org%2Fstory.html%20%21",
        f"whatsapp://send?text=The+ferry%20{STORY}",
        f"[The ferry]({STORY}).",
        f"[The ferry](<{STORY}> 'Harbour Gazette')",
        f"The ferry sinks - Harbour Gazette {STORY}",
        f"The ferry sinks:\n{STORY}\nwhat a day",
        f"{STORY}, which is good",
        f"{STORY}; and another one",
        f"{STORY}. It was good.",
        f"{STORY}! Read it.",
        "http://example.org/sto\n> ry.html",
        "http://example.org/sto\r\n> > ry.html",
        "http://example.org/sto=\nry.html",
        "<http://example.org/\n   story.html>",
        f"<{STORY}\n>",
        f"||{STORY}||",
        f"„{STORY}“, sagte er",
        f"«{STORY}» et plus",
        f'["{STORY}", "http://other.example/"]',
        f"('{STORY}', 'The ferry')",
        f"> {STORY}",
        "> > http://example.org/\n> > story.html",
        f"- **[Ferry]({STORY})** by Ann",
        f"{STORY}[The ferry]",
        f"<plist><dict><key>URL</key><string>{STORY}</string></dict></plist>",
        '<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/a.dtd">\n'
        f'<plist version="1.0"><dict><key>URL</key><string>{STORY}</string></dict></plist>',
        f'<div xmlns="http://www.w3.org/1999/xhtml"><a href="{STORY}">Ferry</a></div>',
        f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF='{STORY}'>Ferry</A></DL>",
        f"{STORY}\nhttp://other.example/page",
        f"{STORY} https://other.example/page",
        f"{STORY}\r\n\r\nhttp://other.example/\r\nhttp://third.example/",
        f"See ({STORY}), or do not.",
        f"URL: {STORY}",
        f"view-source:{STORY}",
        f"feed:{STORY}",
        "feed://example.org/story.html",
        "http:/example.org/story.html",
        "http:///example.org/story.html",
        "http:example.org/story.html",
        "http//example.org/story.html",
        f"http://{STORY}",
        f"https://http://{STORY}",
        "http;//example.org/story.html",
        "http:\\\\example.org/story.html",
        f"\ufeff{STORY}\u200b",
        "http://example.org/\u00adstory.\u200bhtml",
        "http://example.org/sto\nry.html",
        f"[[{STORY}][The ferry]]",
        f"[{STORY} The ferry]",
        f"[url={STORY}]The ferry[/url]",
        f"[url]{STORY}[/url]",
        f'<a href="{STORY}">The ferry</a>',
        '{"url":"http:\\/\\/example.org\\/story.html"}',
        "hxxp://example[.]org/story.html",
        "hxxp[:]//example[.]org/story.html",
        "hxxp[://]example[.]org/story.html",
        "htp://example.org/story.html",
        "ttp://example.org/story.html",
        "http://http//example.org/story.html",
        "ｈｔｔｐ：／／ｅｘａｍｐｌｅ．ｏｒｇ/story.html",
        "http%3A%2F%2Fexample.org%2Fstory.html",
        "http%253A%252F%252Fexample.org%252Fstory.html",
        "about:reader?url=http%3A%2F%2Fexample.org%2Fstory.html",
        "about://reader?url=http%3A%2F%2Fexample.org%2Fstory.html",
        "read://http_example.org/?url=http%3A%2F%2Fexample.org%2Fstory.html",
        "chrome-extension://abcdefgh/data/reader/index.html?id=7&url=http%3A%2F%2Fexample.org%2Fstory.html&mode=day",
        f"moz-extension://0f1e-2d3c/reader.html?url={STORY}",
        f"chrome-distiller://0f1e_2d3c/?title=Ferry&url={STORY}",
        f"wysiwyg://12/{STORY}",
        f"x-safari-{STORY}",
        "intent://example.org/story.html#Intent;package=a.b;scheme=http;end",
        f"{STORY},",
        f"{STORY};",
        f"{STORY}...",
        f"{STORY}!",
        f"*{STORY}*",
        f"_{STORY}_",
        f"[1] {STORY}",
        f"URL={STORY}",
        f"<{STORY}|The ferry>",
        f"{STORY}|The ferry",
        f"{STORY} (via Ann)",
        f"{STORY} - Harbour Gazette",
        f"{STORY} is good",
        f"The ferry\t{STORY}\t2024-05-03",
        f"请看：{STORY}。更多内容",
        f"渡轮{STORY}",
        f"フェリー「{STORY}」",
        f"url = {{{STORY}}},",
        f"\\url{{{STORY}}}",
        f"→ {STORY}",
        f"{STORY}”",
        f"{STORY}&quot;",
        "http:// example.org/story.html",
        "http ://example.org/story.html",
        "Read http: //example.org/story.html",
        "http : //example.org/story.html",
        "http:\\u002F\\u002Fexample.org\\u002Fstory.html",
        f"\\href{{{STORY}}}{{The ferry}}",
        f"see \\href{{{STORY}}}{{The ferry}}",
        f'"The ferry":{STORY}',
        f'"The ferry",{STORY}',
        f"<!-- saved from url=(0030){STORY} -->",
        f"\x0304,12{STORY}\x03 ferry",
        f'requests.get("{STORY}", timeout=5)',
        f"window.open('{STORY}');",
        f"[![The ferry](http://other.example/a.png)]({STORY})",
        f"{{{{cite web|url={STORY}|title=Ferry|date=2026}}}}",
        f"{STORY}!!!",
        f"{STORY}<br>",
        f"{STORY}</a> is good",
        f"{STORY}\\n",
        f"{STORY}%20",
        f"{STORY}%0D%0A",
        f"詳しくは{STORY}をご覧ください",
        f"{STORY}에서 읽기",
        f"「渡し船」({STORY})を読む",
        f"渡し船（{STORY}）を読む",
        f"【{STORY}】を読む",
        "http://example.org /story.html",
        f"{STORY}.",
    ],
)
def test_an_address_is_found_in_what_stands_around_it(pasted: str) -> None:
    expected = STORY.removeprefix("http://") if pasted.startswith("feed://") else STORY
    assert address_in(pasted) == expected


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "example.org/a b",
        "localhost:5000",
        "feed:8080",
        "http:8080",
        "url.example.org/x",
        "https.example.org/",
        "//example.org/x",
        "[2001:db8::1]:8080/x",
        "http://[::1]/",
        "http://example.org/wiki/E.T.",
        "http://example.org/wiki/Yahoo!",
        "http://example.org/wiki/Mamma_Mia!",
        "http://example.org/wiki/a[.]b",
        "http://example.org/what?",
        "http://example.org/wiki/Ferry_(ship)",
        "http://example.org/(a)",
        "http://example.org/a?b=http://example.net/",
        "http://example.org/my file.html",
        "ftp://example.org/",
        "javascript:alert(1)",
        "no address at all",
        "",
    ],
)
def test_what_is_an_address_or_none_stays_as_it_is(address: str) -> None:
    assert address_in(address) == address


@pytest.mark.parametrize(
    ("pasted", "address"),
    [
        ("see http://example.org/wiki/Ferry_(ship).", "http://example.org/wiki/Ferry_(ship)"),
        ("(see http://example.org/wiki/Ferry_(ship))", "http://example.org/wiki/Ferry_(ship)"),
        ("[Ferry](http://example.org/wiki/Ferry_(ship))", "http://example.org/wiki/Ferry_(ship)"),
        ("have you read www.example.org/a?", "www.example.org/a"),
        ("请看：http://example.org/wiki/渡轮（船）。", "http://example.org/wiki/渡轮（船）"),
        ("http://example.org/a.html%E2%80%8B%EF%BB%BF", "http://example.org/a.html"),
        ("'example.org'", "example.org"),
        ('"example.org', "example.org"),
    ],
)
def test_what_ends_a_sentence_does_not_belong_to_an_address_in_it(pasted: str, address: str) -> None:
    assert address_in(pasted) == address


@pytest.mark.parametrize(
    ("pasted", "address"),
    [
        ("doi:10.1234/ferry.5", "https://doi.org/10.1234/ferry.5"),
        ("DOI: 10.1234/S0140-6736(24)1.", "https://doi.org/10.1234/S0140-6736(24)1"),
        ("10.1234/ferry.5", "https://doi.org/10.1234/ferry.5"),
        ("arXiv:2101.00001v2", "https://arxiv.org/abs/2101.00001v2"),
        ("arxiv: math.GT/0309136", "https://arxiv.org/abs/math.GT/0309136"),
        ("10.1.2.3/page", "10.1.2.3/page"),
        ("doi:ferry", "doi:ferry"),
        ("arxiv:ferry", "arxiv:ferry"),
    ],
)
def test_the_number_of_a_paper_is_the_address_of_it(pasted: str, address: str) -> None:
    assert address_in(pasted) == address
    assert is_address(pasted) == ("/" in address)


def test_references_of_markup_in_a_query_are_the_signs_that_they_stand_for() -> None:
    assert address_in("http://example.org/?a=1&amp;b=2") == "http://example.org/?a=1&b=2"


@pytest.mark.parametrize(
    ("pasted", "query"),
    [
        ("?a=3D1&b=3D2", "?a=1&b=2"),
        ("?a=3D1&b=\r\ncd=3D2", "?a=1&bcd=2"),
        ("?a=3d1&b=3d=\n2", "?a=1&b=2"),
        ("?model=3D", "?model=3D"),
        ("?a=3D1&b=2", "?a=3D1&b=2"),
        ("?a=1&b=\n2", "?a=1&b=2"),
    ],
)
def test_a_query_is_quoted_printable_where_every_sign_before_a_value_is(pasted: str, query: str) -> None:
    assert address_in(f"http://example.org/{pasted}") == f"http://example.org/{query}"


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<?xml ",
        "http : ",
        "\\u00",
        "}{",
        ")渡",
        " xmlns='",
        "=3D",
        "read://a?&url=",
        "<url: ",
        "[",
        "[]( ",
        "(",
        '"',
        "http:",
        " http://",
        "a.",
        "([{<",
        "[url=",
        "intent://a#Intent;",
        ",;",
        "%25",
    ],
)
def test_any_length_of_anything_is_looked_through_at_once(piece: str) -> None:
    assert len(address_in(piece * MAX_LENGTH)) <= len(piece) * MAX_LENGTH + 2


@pytest.mark.parametrize(
    "typed",
    [
        STORY,
        "example.org",
        "example.org/a b",
        "www.example.org",
        "localhost",
        "localhost:8080/x",
        "nas:8080",
        "127.0.0.1",
        "10.1/x",
        "example.org/story.2026",
        "example.org/v1.2",
        "example.org?v=1.2",
        "10.1:80",
        "h2.example",
        "[::1]:80",
        "ftp://example.org/",
        "mailto:a@b.example",
        "magnet:?xt=urn:btih:abc&dn=lamps",
        "sms:+4412345",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W",
        "skype:anna?call",
        "xmpp:a@b.example",
        "javascript:alert(1)",
        "http://exa mple/",
        f"have you read {STORY}?",
        "\u4f8b\u3048\u3002\u30c6\u30b9\u30c8",
        "127\u30020\u30020\u30021",
        "feed:example.org/rss",
        "//127.0.0.1",
        "jar:http://127.0.0.1!/",
        "unix:/run/docker.sock",
        "ht tp://127.0.0.1/",
        "C:\\Documents and Settings\\Ann\\story.htm",
    ],
)
def test_these_are_addresses(typed: str) -> None:
    assert is_address(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "lighthouse",
        "old lamps",
        "is node.js better than php",
        "what is a URL?",
        "tcp/ip",
        "and/or meaning",
        "AT&T / Verizon",
        "c++",
        "1984",
        "3.14",
        "v2.5",
        "12.5%",
        "1.000.000",
        "24.12.2026",
        "!w lighthouse",
        "site:example.org lamps",
        "lamps site:example.org",
        "C: drive",
        "hello!",
        "\u043c\u0430\u044f\u043a",
        "\u4e3a\u4ec0\u4e48\u5929\u662f\u84dd\u7684\u3002",
        "www.example.org or not",
        "what does http:// mean",
        "site:http://example.org/ lamps",
        "news: today",
    ],
)
def test_these_are_words(typed: str) -> None:
    assert not is_address(typed)


@pytest.mark.parametrize("piece", ["a.", "a\u3002", "!w ", "site:", "a:1", "https:", "a "])
def test_any_length_of_anything_is_told_apart_at_once(piece: str) -> None:
    assert is_address(piece * MAX_LENGTH) in (True, False)


@pytest.mark.parametrize(
    ("pasted", "address"),
    [
        ("http://example.org/go?to=\nhttp://other.example/", "http://example.org/go?to=http://other.example/"),
        ("http://example.org/web/1999/\nhttp://other.example/", "http://example.org/web/1999/http://other.example/"),
        ("http://example.org/ http://other.example/", "http://example.org/"),
        ("http://example.org/find?q=Smith, John", "http://example.org/find?q=Smith, John"),
        ("http://example.org/boats, and ships", "http://example.org/boats"),
        ("http://example.org/Monsters,_Inc. is a film", "http://example.org/Monsters,_Inc."),
        ("http://example.org/find?q=\nboats", "http://example.org/find?q=boats"),
        ("http://example.org/[d]/e", "http://example.org/[d]/e"),
        ("http://example.org/?ids[0]", "http://example.org/?ids[0]"),
        ("http://example.org/it's", "http://example.org/it's"),
        ("www.example.org/boats, page 3", "www.example.org/boats"),
        ("http://example.org/a|b?c=d", "http://example.org/a|b?c=d"),
        ("http://example.org/?family=Sans|Serif|Mono", "http://example.org/?family=Sans|Serif|Mono"),
        ("http://example.org/?a=1&props=b|c{d}", "http://example.org/?a=1&props=b|c{d}"),
        ("http://example.org/?a=1|The old ferry", "http://example.org/?a=1"),
        ("The ferry sails again,http://example.org/a", "http://example.org/a"),
        ("URL;TYPE=work;PREF=1:http://example.org/a", "http://example.org/a"),
        ("URL;VALUE=URI:http://example.org/a", "http://example.org/a"),
        ("hThe ferry\tURL:http://example.org/a\thost.example\t70", "http://example.org/a"),
        ("window.open('http://example.org/a','_blank')", "http://example.org/a"),
        ("http://example.org/?a=1\\u0026b\\u003d2", "http://example.org/?a=1&b=2"),
        ("http://example.org/a%20b", "http://example.org/a%20b"),
        ("http://example.org/渡轮", "http://example.org/渡轮"),
        ("http://example.org/渡轮（船）图", "http://example.org/渡轮（船）图"),
        ("http://example.org/a)b", "http://example.org/a)b"),
        ("http://example.org/a.htmlb", "http://example.org/a.htmlb"),
    ],
)
def test_what_is_behind_an_address_belongs_to_it_only_where_it_can(pasted: str, address: str) -> None:
    assert address_in(pasted) == address


@pytest.mark.parametrize("field", ["q=http://example.org/", "sa=U&url=https%3A%2F%2Fexample.org"])
def test_a_link_out_of_the_page_of_a_search_engine_is_one_of_the_engine(field: str) -> None:
    assert address_in(f"/url?{field}&ved=1") == f"https://www.google.com/url?{field}&ved=1"
