import json
from html import escape

import pytest

from app.errors import NoText
from app.extract.article.hidden_text import DESCRIBED, GUESSED, TOLD, WRITTEN
from app.models import Article, Figure, Heading, text_of
from tests.extract.reading import extract_article

LINES = [
    f"On day {n} of the storm the keeper, who had the lamp to himself, wrote a long line into his book."
    for n in range(8)
]
TALE = "".join(f"<p>{line}</p>" for line in LINES)
OTHER = [f"Number {n} of the terms says that nobody may, without leave in writing, copy this page." for n in range(20)]
EMPTY = '<div id="root"></div>'


def read(body: str, head: str = "") -> Article:
    page = f"<html><head><title>The lamp of the bay</title>{head}</head><body>{body}</body></html>"
    return extract_article(page, "http://gazette.example/a")


def told(article: Article) -> list[str]:
    return [text_of(block) for block in article.blocks]


def linked_data(body: str) -> str:
    node = {"@type": "NewsArticle", "headline": "The lamp of the bay", "articleBody": body}
    data = json.dumps(node).replace("</", r"<\/")
    return f'<script type="application/ld+json">{data}</script>'


def state(value: object) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(value)}</script>'


@pytest.mark.parametrize("body", [TALE, escape(TALE), "\n\n".join(LINES), "\n".join(LINES)])
def test_the_body_in_json_ld_is_read_whatever_form_it_has(body: str) -> None:
    found = read(EMPTY, linked_data(body))
    assert (told(found), found.confidence) == (LINES, TOLD)


def test_plain_text_in_json_ld_may_hold_signs_of_markup() -> None:
    body = "\n".join(["The keeper says that 3 < 4 & 5 > 4, which nobody doubts who has a lamp.", *LINES])
    assert told(read(EMPTY, linked_data(body)))[0].startswith("The keeper says that 3 < 4 & 5 > 4, which")


def test_a_teaser_gives_way_to_the_whole() -> None:
    wall = "<p>Subscribe now to go on reading, says the gazette, for a fair sum a month.</p>"
    page = f"<article><h1>The lamp of the bay</h1><p>{LINES[0]}</p><p>{LINES[1]}</p>{wall}</article>"
    assert told(read(page, linked_data("\n".join(LINES)))) == LINES


def test_a_text_that_is_seen_stays_with_its_links_where_the_other_is_no_longer() -> None:
    seen = TALE.replace("the lamp", '<a href="/lamp">the lamp</a>', 1)
    found = read(f"<article><h1>The lamp of the bay</h1>{seen}</article>", linked_data("\n".join([*LINES, "The end."])))
    assert told(found) == LINES
    assert found.confidence != TOLD


def test_a_long_text_that_is_seen_is_no_teaser_whatever_json_ld_adds() -> None:
    seen = [line.replace("day", "a day") for _ in range(6) for line in LINES]
    page = "<article><h1>The lamp of the bay</h1>" + "".join(f"<p>{line}</p>" for line in seen) + "</article>"
    assert told(read(page, linked_data("\n".join([*LINES * 8, *OTHER])))) == seen


def test_what_comes_from_json_ld_is_cleaned_as_all_else() -> None:
    found = read(
        EMPTY, linked_data(f'{TALE}<script>alert(1)</script><p onclick="x()"><a href="javascript:y()">Z</a></p>')
    )
    assert told(found) == [*LINES, "Z"]
    assert not [run for block in found.blocks for run in getattr(block, "runs", ()) if run.href]


def test_a_flood_of_attributes_in_json_ld_is_not_read() -> None:
    with pytest.raises(NoText):
        read(EMPTY, linked_data(TALE + "<p" + " a=b" * 2_000 + ">"))


def test_an_article_for_browsers_without_scripts_is_read() -> None:
    found = read(f"{EMPTY}<noscript><article><h1>The lamp of the bay</h1>{TALE}</article></noscript>")
    assert (told(found), found.confidence) == (LINES, WRITTEN)


@pytest.mark.parametrize(
    "kind", ["script type='text/template'", "script type='text/html'", "template x-if='shown'", "template id=story"]
)
def test_an_article_that_a_script_shows_as_it_is_is_read(kind: str) -> None:
    written = f"<{kind}><article><h1>The lamp of the bay</h1>{TALE}</article></{kind.split(maxsplit=1)[0]}>"
    assert told(read(f"{EMPTY}{written}")) == LINES


def test_a_template_that_takes_the_place_of_something_is_read() -> None:
    stream = f"<turbo-stream action=replace target=story><template>{TALE}</template></turbo-stream>"
    assert told(read(f"<h1>The lamp of the bay</h1><div id=story></div>{stream}")) == LINES


def test_a_template_adds_nothing_to_a_short_text_that_is_seen_or_to_what_stands_without_scripts() -> None:
    consent = (
        "<script type='text/template'><h1>Cookies</h1>" + "".join(f"<p>{each}</p>" for each in OTHER) + "</script>"
    )
    seen = f"<article><h1>The lamp of the bay</h1><p>{LINES[0]}</p><p>{LINES[1]}</p><p>{LINES[2]}</p></article>"
    assert told(read(seen + consent)) == LINES[:3]
    twice = f"<article><h1>The lamp of the bay</h1>{TALE}</article>"
    assert told(read(f"<script type='text/template'>{twice}</script><noscript>{twice}</noscript>")) == LINES


def test_a_template_of_something_else_is_no_text() -> None:
    with pytest.raises(NoText):
        read(f"{EMPTY}<template id=letter><div>{TALE}</div></template>")


def test_a_template_with_places_to_be_filled_is_no_text() -> None:
    with pytest.raises(NoText):
        read(f"{EMPTY}<script type='text/template'><h1>{{{{ title }}}}</h1>{TALE}</script>")


def test_a_request_to_turn_scripts_on_is_no_article() -> None:
    with pytest.raises(NoText):
        read(f"{EMPTY}<noscript><p>You need to enable JavaScript to run this app.</p></noscript>")


@pytest.mark.parametrize(
    "value",
    [
        {"props": {"pageProps": {"article": {"title": "The lamp of the bay", "body": TALE}}}},
        {"props": {"post": {"title": {"rendered": "The lamp of the bay"}, "content": {"rendered": TALE}}}},
        {"story": {"headline": "The lamp of the bay", "blocks": [{"type": "paragraph", "text": line} for line in LINES]}},
        {"doc": {"title": "The lamp of the bay", "content": [
            {"type": "paragraph", "content": [{"type": "text", "text": line[:20]}, {"type": "text", "text": line[20:]}]}
            for line in LINES
        ]}},
        {"page": {"title": "The lamp of the bay", "body": [
            {"nodeType": "paragraph", "data": {}, "content": [{"nodeType": "text", "value": line, "marks": []}]}
            for line in LINES
        ]}},
        {"article": {"headline": "The lamp of the bay", "paragraphs": LINES}},
        {"article": {"headline": "The lamp of the bay", "body": [{"_type": "block", "children": [{"text": line}]} for line in LINES]}},
    ],
)  # fmt: skip
def test_the_text_is_found_in_the_data_of_a_page(value: object) -> None:
    found = read(EMPTY + state(value))
    assert (told(found), found.confidence) == (LINES, WRITTEN)


@pytest.mark.parametrize(
    "script",
    [
        "window.__INITIAL_STATE__ = DATA;",
        "window.__STATE__=DATA,window.x={};",
        "var a={b:1};self['state']=DATA",
        "window.__PRELOADED__ = JSON.parse(TEXT);",
        'window.__NUXT__={"error":undefined,"data":DATA}',
        "window.__STATE__ = {ready: !0, store: DATA,};",
        "window.__STATE__ = JSON.parse('QUOTED');",
        "self.__next_f.push([1,CHUNK])",
    ],
)
def test_the_text_is_found_in_what_a_script_assigns(script: str) -> None:
    data = json.dumps({"article": {"title": "The lamp of the bay", "bodyHtml": TALE}})
    chunk, quoted = json.dumps(f"7:{data}\n"), data.replace("\\", "\\\\").replace("'", "\\'")
    script = script.replace("DATA", data).replace("TEXT", json.dumps(data)).replace("CHUNK", chunk)
    script = script.replace("QUOTED", quoted).replace("</", "<\\/")
    assert told(read(f"{EMPTY}<script>{script}</script>")) == LINES


def test_subheads_in_data_are_headings() -> None:
    blocks = [{"type": "paragraph", "text": line} for line in LINES]
    blocks.insert(3, {"type": "heading", "text": "The third night"})
    found = read(EMPTY + state({"title": "The lamp of the bay", "body": blocks}))
    assert [text_of(block) for block in found.blocks if isinstance(block, Heading)] == ["The third night"]


def test_another_story_in_the_data_is_not_taken_though_it_is_longer() -> None:
    related = {"title": "Terms of the trade", "body": "".join(f"<p>{line}</p>" for line in OTHER)}
    article = {"title": "The lamp of the bay", "body": TALE}
    assert told(read(EMPTY + state({"related": [related], "article": article, "also": related}))) == LINES


def test_stories_in_a_list_are_not_joined_to_one() -> None:
    stories = [{"title": f"Story {n}", "text": line} for n, line in enumerate(OTHER)]
    with pytest.raises(NoText):
        read(EMPTY + state({"title": "The lamp of the bay", "content": stories}))


def test_a_text_without_the_headline_is_a_guess_where_nothing_is_seen() -> None:
    found = read(EMPTY + state({"content": {"body": TALE}}))
    assert (told(found), found.confidence) == (LINES, GUESSED)


def test_a_text_without_the_headline_is_none_where_another_is_seen() -> None:
    seen = LINES[:3]
    page = "<article><h1>The lamp of the bay</h1>" + "".join(f"<p>{line}</p>" for line in seen) + "</article>"
    terms = state({"text": "".join(f"<p>{line}</p>" for line in OTHER)})
    assert told(read(page + terms)) == seen


def test_a_page_without_any_text_shows_what_it_is_described_with() -> None:
    words = "The lamp burns again from Monday on, as the board of the harbour says."
    found = read(EMPTY, f'<meta property="og:description" content="{words}">')
    assert (told(found), found.confidence) == ([words], DESCRIBED)


@pytest.mark.parametrize("data", ["{" * 100_000, "[" * 100_000, '{"a":' * 20_000, "x={" * 50_000, '={"' * 50_000])
def test_data_that_is_none_is_passed_over(data: str) -> None:
    with pytest.raises(NoText):
        read(f"{EMPTY}<script>{data}</script>")


PICTURE = '<figure><img src="/storm.jpg" width="640" height="480"><figcaption>The storm</figcaption></figure>'


@pytest.mark.parametrize(
    "page",
    [
        EMPTY + state({"article": {"title": "The lamp of the bay", "body": PICTURE + TALE}}),
        f"{EMPTY}<noscript><article><h1>The lamp of the bay</h1>{PICTURE}{TALE}</article></noscript>",
        f'<img src="/top.jpg" width="640" height="480">{linked_data(PICTURE + TALE)}',
    ],
)
def test_a_hidden_text_has_its_pictures_where_they_stand(page: str) -> None:
    found = read(page)
    assert [(image.url, image.caption) for image in found.images] == [("http://gazette.example/storm.jpg", "The storm")]
    assert isinstance(found.blocks[0], Figure)
    assert told(found)[1:] == LINES


def test_a_hidden_text_without_pictures_has_the_first_that_is_seen() -> None:
    found = read('<img src="/top.jpg" width="640" height="480">' + linked_data(TALE))
    assert [image.url for image in found.images] == ["http://gazette.example/top.jpg"]


def test_elements_that_a_stream_holds_are_read_as_markup() -> None:
    parts = [["$", "p", None, {"children": [line[:30], ["$", "em", None, {"children": line[30:]}]]}] for line in LINES]
    body = ["$", "$L9", None, {"title": "The lamp of the bay", "content": parts}]
    assert (
        told(read(EMPTY + f"<script>self.__next_f.push([1,{json.dumps('4:' + json.dumps(body))}])</script>")) == LINES
    )


@pytest.mark.parametrize("tag", ["article", "main"])
def test_what_an_element_of_a_stream_holds_is_read_without_a_headline(tag: str) -> None:
    parts = [["$", "p", str(number), {"children": said}] for number, said in enumerate(LINES)]
    row = "5:" + json.dumps(["$", tag, None, {"children": parts}]) + "\n"
    assert told(read(EMPTY + f"<script>self.__next_f.push([1,{json.dumps(row)}])</script>")) == LINES


def test_a_short_chunk_at_the_beginning_of_a_stream_is_not_lost() -> None:
    rows = '2:["$","article",null,{"children":[' + ",".join(
        f'["$","p",null,{{"children":{json.dumps(line)}}}]' for line in LINES
    )
    chunks = (rows[:40], rows[40:], "]}]\n")
    page = "".join(f"<script>self.__next_f.push([1,{json.dumps(chunk)}])</script>" for chunk in chunks)
    assert told(read(EMPTY + page)) == LINES


def test_the_data_that_a_script_starts_a_program_with_is_read() -> None:
    data = '[null,{"type":"data",data:{post:{title:"The lamp of the bay",html:' + json.dumps(TALE) + "}},uses:{}}]"
    start = (
        f"import('/a.js').then(([kit, app]) => {{ kit.start(app, element, {{ node_ids: [0, 2], data: {data} }}); }});"
    )
    assert told(read(f"{EMPTY}<script>{start}</script>")) == LINES
    assert told(read(f"{EMPTY}<script>{{ {start} }}</script>")) == LINES


def test_a_short_thread_for_those_without_scripts_is_read_where_there_is_nothing_else() -> None:
    posts = "<article><h3>Nell</h3><p>My lamp is wet, and so am I.</p></article><article><h3>Ida</h3><p>Dry it, then, said all the others at once.</p></article>"
    loading = "<main><div id=app>Loading...</div>{}</main>"
    assert told(read(loading.format(f"<noscript id=content><h1>The lamp of the bay</h1>{posts}</noscript>"))) == [
        "Nell", "My lamp is wet, and so am I.", "Ida", "Dry it, then, said all the others at once.",
    ]  # fmt: skip
    asking = "<noscript><p>This site is best viewed in a modern browser with JavaScript enabled.</p></noscript>"
    with pytest.raises(NoText):
        read(loading.format(asking))
