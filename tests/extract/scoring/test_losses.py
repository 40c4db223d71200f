"""What carries meaning is kept, each class in several shapes."""

import pytest

from tests.extract.scoring.pages import SENTENCES, TITLE, inside, prose, text, whole

ITEMS = ("Flour from the first stone", "Bran for the neighbours' hens", "A sieve of horsehair", "Two new millstones")
PLACES = ("/mills/bridge", "/mills/castle", "/mills/island", "/mills/harbour")


def items(tag: str = "li", inner: str = "{}") -> str:
    return "".join(f"<{tag}>{inner.format(item)}</{tag}>" for item in ITEMS)


def links() -> list[str]:
    return [f'<a href="{place}">{item}</a>' for item, place in zip(ITEMS, PLACES, strict=True)]


def cells(rows: int, columns: int, inner: str = "{}") -> str:
    return "".join(
        "<tr>" + "".join(f"<td>{inner.format(f'cell {row}-{column}')}</td>" for column in range(columns)) + "</tr>"
        for row in range(rows)
    )


# What stands in the middle of an article, and what of it must be seen.
INSIDE = {
    "a short list": (f"<ul>{items()}</ul>", ITEMS),
    "a list of one-word items": (
        "<p>What is needed:</p><ol><li>wood</li><li>rope</li><li>patience</li></ol>",
        ("wood", "rope", "patience"),
    ),
    "a list of paragraphs": (f"<ul>{items(inner='<p>{}, which took the better part of a year.</p>')}</ul>", ITEMS),
    "a list with bold beginnings": (
        f"<ul>{items(inner='<strong>{}:</strong> the carpenters made it in a shed by the creek.')}</ul>",
        ITEMS,
    ),
    "a list of links": ("<ul>" + "".join(f"<li>{link}</li>" for link in links()) + "</ul>", ITEMS),
    "a list of links under its line": (
        "<p>The other mills of the coast can be visited too:</p><ul>"
        + "".join(f"<li>{link}, ten miles off</li>" for link in links())
        + "</ul>",
        ITEMS,
    ),
    "links in a line": ("<p>See also the other mills: " + ", ".join(links()) + ".</p>", ITEMS),
    "key points": (f'<div class="key-points"><h2>Key points</h2><ul>{items()}</ul></div>', ("Key points", *ITEMS)),
    "a summary box": (
        f"<section><h3>In brief</h3><ul>{items(inner='{} was the hardest part of it.')}</ul></section>",
        ITEMS,
    ),
    "a small table": (
        "<table><tr><th>Year</th><th>Kilos</th></tr><tr><td>1931</td><td>420</td></tr></table>",
        ("1931", "420"),
    ),
    "a wide table": (f"<table>{cells(4, 12)}</table>", ("cell 0-0", "cell 3-11")),
    "a long table": (f"<table><tbody>{cells(30, 3)}</tbody></table>", ("cell 0-0", "cell 29-2")),
    "a table with links": (
        f"<table><tr><th>Mill</th><th>Tide</th></tr>{cells(5, 2, '<a href=/tides>{}</a>')}</table>",
        ("cell 0-0", "cell 4-1"),
    ),
    "a table in a box": (f'<div class="table-wrapper"><table>{cells(4, 3)}</table></div>', ("cell 0-0", "cell 3-2")),
    "a score": (
        "<table class=score><tr><td>Creek Rovers</td><td>2</td></tr><tr><td>Quay United</td><td>1</td></tr></table>",
        ("Creek Rovers", "Quay United"),
    ),
    "definitions": (
        "<dl><dt>Sluice</dt><dd>the gate of the pond</dd><dt>Hurst</dt><dd>the frame of the stones</dd></dl>",
        ("Sluice", "the gate of the pond", "the frame of the stones"),
    ),
    "an accordion of details": (
        f"<details><summary>How old is it?</summary><p>{SENTENCES[6]}</p></details>",
        ("How old is it?", SENTENCES[6]),
    ),
    "an accordion of buttons": (
        f'<div class="accordion"><h3><button aria-expanded="false">Who built it?</button></h3>'
        f'<div class="panel" style="display:none"><p>{SENTENCES[6]}</p></div></div>',
        ("Who built it?", SENTENCES[6]),
    ),
    "hidden tabs": (
        f'<div role="tabpanel" hidden><p>{SENTENCES[6]}</p></div><div role="tabpanel" hidden><p>{SENTENCES[7]}</p></div>',
        SENTENCES[6:8],
    ),
    "a heading that is a link": (
        f'<h2><a href="/mills/wheel">How the wheel was found</a></h2>{prose(6)}',
        ("How the wheel was found", SENTENCES[6]),
    ),
    "a heading with an anchor": (
        f'<h2 id="related-history">A long history<a class="anchor" href="#related-history">#</a></h2>{prose(6)}',
        ("A long history", SENTENCES[6]),
    ),
    "a heading named like a box": (
        f'<h2 id="social-life">Life at the mill</h2>{prose(6)}',
        ("Life at the mill", SENTENCES[6]),
    ),
    "a heading that leads to another site": (
        f'<h2 id="b"><a href="http://other.example/story">A mill in another country</a></h2>{prose(6)}',
        ("A mill in another country", SENTENCES[6]),
    ),
    "a heading in a box of its own with a link to edit it": (
        f'<div class="mw-heading"><h2 id="H">History of it</h2><span>[<a href="/edit">edit</a>]</span></div>{prose(6)}',
        ("History of it", SENTENCES[6]),
    ),
    "sections whose ids are made of their headings": (
        '<section id="social-impact"><h2>Social impact</h2><p>The old can walk to the mill and back again.</p></section>'
        '<section id="section-related-work"><h2>Related work</h2><p>Two more mills are to be rebuilt next year.</p></section>'
        '<div id="cookies-and-bread"><h3>Cookies and bread</h3><p>Both are baked on the spot by the pupils.</p></div>',
        ("Social impact", "walk to the mill", "Related work", "Two more mills", "Cookies and bread", "by the pupils"),
    ),
    "chapters of a sound, each a link into it": (
        '<h2>Chapters</h2><ul><li><a href="#t=60">01:00 The gate</a></li><li><a href="#t=120">02:00 The wheel</a></li>'
        "</ul><h2>Notes on the sound</h2>",
        ("Chapters", "01:00 The gate", "02:00 The wheel", "Notes on the sound"),
    ),
    "a sentence with a call in it": (
        '<p>To sign up for a tour of the mill, <a href="http://tours.example/mill">click here to choose a day</a>.</p>',
        ("To sign up for a tour",),
    ),
    "a line in bold as a heading": (f"<p><b>What comes next</b></p>{prose(6)}", ("What comes next",)),
    "a quotation": (f"<blockquote><p>{SENTENCES[7]}</p></blockquote>", (SENTENCES[7],)),
    "short lines of talk": (
        "<p>Is it loud?</p><p>Very.</p><p>And dusty?</p><p>You have no idea, says the miller.</p>",
        ("Is it loud?", "Very.", "And dusty?"),
    ),
    "a verse": (
        "<p>Round goes the wheel,<br>down goes the tide,<br>flour for the village,<br>nothing to hide.</p>",
        ("Round goes the wheel", "nothing to hide"),
    ),
    "code": ("<pre>10 OPEN GATE\n20 WAIT TIDE</pre>", ("10 OPEN GATE 20 WAIT TIDE",)),
    "an aside with facts": (
        '<aside class="factbox"><h3>Facts</h3><p>The wheel is five metres across and weighs as much as a bus.</p></aside>',
        ("five metres across",),
    ),
    "an address in a box named like an advert": (
        f'<div class="ad-hoc-notes"><p>{SENTENCES[6]}</p></div>',
        (SENTENCES[6],),
    ),
}


@pytest.mark.parametrize("name", INSIDE)
def test_what_stands_within_an_article_is_kept(name: str) -> None:
    middle, wanted = INSIDE[name]
    found = text(inside(middle))
    assert [words for words in (SENTENCES[2], *wanted, SENTENCES[3]) if words not in found] == []


SISTERS = "".join(f'<div class="block block-{n}"><div class="inner">{prose(n)}</div></div>' for n in range(8))
BUILDER = "".join(
    f'<section class="s-{n}"><div><div class="col"><div class="widget w{n}">{prose(n)}</div></div></div></section>'
    for n in range(8)
)
# Pages whose whole text, all eight sentences, must be found.
WHOLE = {
    "sister boxes": f"<main><h1>{TITLE}</h1>{SISTERS}</main>",
    "boxes of a page builder": f"<h1>{TITLE}</h1><div class=page>{BUILDER}</div>",
    "adverts between boxes": f"<h1>{TITLE}</h1>" + '<div class="ad-slot">Advertisement</div>'.join(f"<div class=text>{prose(n)}</div>" for n in range(8)),
    "a lead outside": f"<h1>{TITLE}</h1><div class=intro><p>{SENTENCES[0]}</p></div><div class=body>{prose(1, 2, 3, 4, 5, 6, 7)}</div>",
    "a lead in the box of the headline": f'<article><div class="hd"><h1>{TITLE}</h1><div class="lead">{SENTENCES[0]}</div></div><div class="bd">{prose(1, 2, 3, 4, 5, 6, 7)}</div></article>',
    "a lead in the header": f"<article><header><h1>{TITLE}</h1><p>{SENTENCES[0]}</p></header><section>{prose(1, 2, 3, 4, 5, 6, 7)}</section></article>",
    "an article in a nav": f"<nav class=wrap><div><ul><li><a href=/x>Home</a></li></ul></div><main><h1>{TITLE}</h1>{prose(0, 1, 2, 3, 4, 5, 6, 7)}</main></nav>",
    "a nav that is never closed": f"<nav><ul><li><a href=/x>Home</a></li></ul><div><h1>{TITLE}</h1>{prose(0, 1, 2, 3, 4, 5, 6, 7)}</div>",
    "a box named for a sidebar": f"<h1>{TITLE}</h1><div class=layout-sidebar-right>{prose(0, 1, 2, 3, 4, 5, 6, 7)}</div>",
    "a form around the page": f"<form action=/x><h1>{TITLE}</h1><div>{prose(0, 1, 2, 3, 4, 5, 6, 7)}</div></form>",
    "paragraphs that are divs": f"<h1>{TITLE}</h1><div>" + "".join(f"<div>{s}</div>" for s in SENTENCES) + "</div>",
    "paragraphs that line breaks part": f"<h1>{TITLE}</h1><div>" + "<br><br>".join(SENTENCES) + "</div>",
    "cells of a layout": f"<table><tr><td><a href=/a>Index</a></td><td><h1>{TITLE}</h1>{prose(0, 1, 2, 3, 4, 5, 6, 7)}</td></tr></table>",
    "a list of paragraphs alone": f"<h1>{TITLE}</h1><ul>" + "".join(f"<li>{s}</li>" for s in SENTENCES) + "</ul>",
    "questions and answers": f"<h1>{TITLE}</h1>" + "".join(f"<h3>Question {n}?</h3>{prose(n)}" for n in range(8)),
    "an interview": f"<h1>{TITLE}</h1>" + "".join(f"<p><b>And then, number {n}?</b></p>{prose(n)}" for n in range(8)),
    "a live blog": f"<main><h1>{TITLE}</h1>" + "".join(f"<article class=post><time>10.0{n}</time><h2>Update {n} of the day</h2>{prose(n)}</article>" for n in range(8)) + "</main>",
    "posts of a thread": f"<h1>{TITLE}</h1>" + "".join(f"<div class=post><div class=poster>Reader {n}</div><div class=content>{prose(n)}</div></div>" for n in range(8)),
    "answers of a question": f'<h1>{TITLE}</h1><div class=question>{prose(0, 1)}</div>' + "".join(f"<div class=answer><div class=text>{prose(n)}</div></div>" for n in range(2, 8)),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_text_is_found_in_order(name: str) -> None:
    found = text(whole(WHOLE[name]))
    places = [found.find(sentence) for sentence in SENTENCES]
    assert -1 not in places
    assert places == sorted(places)


def test_a_recipe_keeps_what_goes_in_and_what_is_done() -> None:
    found = text(
        inside(
            "<div class=recipe><h2>Tide bread</h2><h3>Ingredients</h3><ul><li>500 g flour</li><li>2 spoons of salt</li><li>water</li></ul>"
            "<h3>Method</h3><ol><li>Mix it.</li><li>Wait a night.</li><li>Bake it hot.</li></ol></div>"
        )
    )
    for words in ("Ingredients", "500 g flour", "2 spoons of salt", "Method", "Wait a night.", "Bake it hot."):
        assert words in found


def test_footnotes_stay_with_the_text() -> None:
    notes = "<ol class=footnotes><li id=fn1>The drawings are in the county archive, box 12.</li><li id=fn2>Measured at spring tide.</li></ol>"
    found = text(whole(f"<article><h1>{TITLE}</h1>{prose(0, 1, 2, 3, 4)}<hr>{notes}</article>"))
    assert "in the county archive" in found
    assert "Measured at spring tide." in found


def test_a_page_whose_article_the_parser_puts_into_its_head_is_read() -> None:
    found = text(f"<html><title>{TITLE}</title><article><h1>{TITLE}</h1>{prose(0, 1, 2, 3)}</article></html>")
    assert SENTENCES[0] in found
    assert SENTENCES[3] in found
