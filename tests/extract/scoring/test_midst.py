"""Boxes in the midst of a text are kept with their titles: callouts, talk, notes, lists with a line over them."""

import pytest

from tests.extract.scoring.pages import SENTENCES, TITLE, inside, prose, text, whole
from tests.extract.scoring.test_choice import LINE, chosen

TALK = ("hello", "is it turning", "yes", "how loud", "very loud", "bring bread")
POINTS = "<ul><li>A wheel turns after ninety years</li><li>It makes forty kilos an hour</li></ul>"


def talk(row: str) -> str:
    return "".join(row.format(who=("ann", "ben")[at % 2], words=words) for at, words in enumerate(TALK))


# What stands between paragraphs, and what of it must be seen.
BOXES = {
    "a note of two words": ('<div class="note"><p>Bring boots.</p></div>', ("Bring boots.",)),
    "a note with its label in bold": ('<div class="note"><b>Note:</b> The gate is shut at noon.</div>', ("is shut at noon",)),
    "a tip with a title": (
        '<div class="tip"><div class="tip-title">Tip</div><div class="tip-body">Come at low water.</div></div>',
        ("Tip", "Come at low water."),
    ),
    "an aside with a list": (
        '<aside class="box"><h4>Mills in figures</h4><ul><li>12 mills</li><li>4 turn</li></ul></aside>',
        ("Mills in figures", "12 mills", "4 turn"),
    ),
    "an aside of a sentence": ("<aside><p>The stairs are steep.</p></aside>", ("The stairs are steep.",)),
    "a note by its role": ('<div role="note"><p>A stone weighs a ton.</p></div>', ("weighs a ton",)),
    "talk in boxes": (
        f'<div class="transcript">{talk("<div class=line><div class=who>{who}</div><div class=said>{words}</div></div>")}</div>',
        TALK,
    ),
    "talk in definitions": (f"<dl>{talk('<dt>{who}</dt><dd>{words}</dd>')}</dl>", TALK),
    "talk in a table": (f"<table>{talk('<tr><td>{who}</td><td>{words}</td></tr>')}</table>", TALK),
    "figures over what they count": (
        '<div class="facts"><div class="fact"><div class="no">3t</div><div class="of">of flour</div></div>'
        '<div class="fact"><div class="no">12</div><div class="of">mills left</div></div>'
        '<div class="fact"><div class="no">4</div><div class="of">that turn</div></div></div>',
        ("3t", "12", "mills left", "4", "that turn"),
    ),
    "two dates": (
        '<div class="timeline"><div class="timeline-item"><div class="timeline-date">1790</div><h3>Weir</h3><p>A weir is laid.</p>'
        '</div><div class="timeline-item"><div class="timeline-date">1934</div><h3>Flood</h3><p>It is swept away.</p></div></div>',
        ("1790", "A weir is laid.", "1934", "Flood", "It is swept away."),
    ),
    "numbered steps": (
        "".join(
            f'<div class="step"><div class="step-number">{number}.</div><h3>{what}</h3><p>{what} the sluice by hand.</p></div>'
            for number, what in ((71, "Lift"), (72, "Watch"), (73, "Close"))
        ).join(('<div class="steps">', "</div>")),
        ("71.", "Lift", "72.", "Watch", "73.", "Close the sluice by hand."),
    ),
    "talk in messages": (
        f'<div class="chat">{talk("<div class=msg><span>{who}</span> <span>{words}</span></div>")}</div>',
        TALK,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BOXES)
def test_a_box_between_paragraphs_is_kept_whole(name: str) -> None:
    middle, wanted = BOXES[name]
    found = text(inside(middle))
    assert [words for words in (SENTENCES[2], *wanted, SENTENCES[3]) if words not in found] == []


# Boxes with a title that is no heading, and that title.
TITLED = {
    "a box with a header": (f'<div class="RenderKeyPoints-list"><div class="header">Key Points</div>{POINTS}</div>', "Key Points"),
    "an aside with a paragraph": (f'<aside class="takeaways"><p class="title">What to know</p>{POINTS}</aside>', "What to know"),
    "a label": (f'<div class="in-brief"><span class="label">In brief</span>{POINTS}</div>', "In brief"),
    "a line with a colon": (f'<div><p class="kt-head">Key takeaways:</p>{POINTS}</div>', "Key takeaways"),
}  # fmt: skip


@pytest.mark.parametrize("name", TITLED)
def test_key_points_keep_their_title(name: str) -> None:
    box, title = TITLED[name]
    found = text(whole(f"<main><article><h1>{TITLE}</h1>{box}{prose(0, 1, 2, 3)}</article></main>"))
    assert title in found
    assert "A wheel turns after ninety years" in found


@pytest.mark.parametrize(
    "list_of_terms",
    [
        "<dl><dt>Sluice</dt><dd>the gate</dd><dt>Hurst</dt><dd>the frame</dd></dl>",
        "<ul><li>Sluice: the gate</li><li>Hurst: the frame</li></ul>",
        "<table><tr><td>Sluice</td><td>the gate</td></tr><tr><td>Hurst</td><td>the frame</td></tr></table>",
    ],
)
def test_a_list_at_the_end_keeps_its_heading(list_of_terms: str) -> None:
    found = text(whole(f"<article><h1>{TITLE}</h1>{prose(0, 1, 2, 3, 4)}<h2>Terms</h2>{list_of_terms}</article>"))
    assert [words for words in ("Terms", "Sluice", "the gate", "the frame") if words not in found] == []


@pytest.mark.parametrize(
    "note",
    [
        '<hr><div class="footnote"><sup>1</sup> Box 12.</div>',
        '<section class="footnotes"><h2>Notes</h2><ol><li>Box 12.</li></ol></section>',
        '<div role="doc-endnotes"><p>Box 12.</p></div>',
        "<hr><p>1. Box 12.</p>",
    ],
)
def test_a_short_note_alone_is_kept(note: str) -> None:
    found = text(whole(f"<article><h1>{TITLE}</h1>{prose(0, 1, 2, 3, 4)}{note}</article>"))
    assert "Box 12." in found


def test_a_box_of_links_between_paragraphs_stays_out() -> None:
    links = "".join(f'<li><a href="/{n}/other-story">Another story, number {n}</a></li>' for n in range(4))
    assert "Another story" not in text(inside(f'<aside class="note"><h3>More from us</h3><ul>{links}</ul></aside>'))


def test_a_verse_is_whole_if_half_of_its_lines_are_kept() -> None:
    verse = "<div>one line<br>two lines<br>three lines<br>four lines<br>five lines</div>"
    assert len(chosen(f"<p>{LINE}</p>{verse}", 0.9, 0.6, 0.6, 0.6, 0.4, 0.35)) == 6
    assert len(chosen(f"<p>{LINE}</p>{verse}", 0.9, 0.6, 0.1, 0.1, 0.4, 0.35)) == 2


def test_what_falls_short_by_little_is_kept_with_the_others_of_its_kind() -> None:
    entries = "".join(
        f"<div class=entry><p>{LINE}</p><div class=where>Quay {number}</div></div>" for number in range(4)
    )
    assert chosen(entries, *(0.9, 0.7) * 3, 0.9, 0.4)[-1] == "Quay 3"
    assert chosen(entries, *(0.9, 0.7) * 3, 0.9, 0.1)[-1] == LINE


def test_a_series_with_prose_at_the_end_of_the_article_is_kept() -> None:
    entries = "".join(
        f"<div class=timeline-item><div class=date>{year}</div><h3>A wheel turns</h3><p>{SENTENCES[at]}</p></div>"
        for at, year in enumerate((1650, 1931, 2024))
    )
    found = text(whole(f"<article><h1>{TITLE}</h1><p>{SENTENCES[7]}</p><div class=timeline>{entries}</div></article>"))
    assert [sentence for sentence in SENTENCES[:3] if sentence not in found] == []


@pytest.mark.parametrize(
    "lead",
    [
        "<div class=related><h1>One</h1><p>{}</p></div>",
        "<h1>One</h1><div class=related><p>{}</p></div>",
        "<header><h1>One</h1></header><div class=related><div><p>{}</p></div></div>",
    ],
)
def test_a_sure_sentence_between_headline_and_text_stays_in_whatever_box(lead: str) -> None:
    body = lead.format(LINE) + f"<div><p>{LINE * 6}</p></div>" * 3
    assert LINE in chosen(body, 0.2, 0.6, 0.9, 0.9, 0.9)
    assert LINE not in chosen(body, 0.2, 0.4, 0.9, 0.9, 0.9)


@pytest.mark.parametrize("count", ["13", "1.204", "27 K"])
@pytest.mark.parametrize(
    "box", ["<div><span class=count>{}</span></div>", "<div class=views>{}</div>", "<ul><li>{}</li></ul>"]
)
def test_a_figure_between_headline_and_text_is_none_of_it(box: str, count: str) -> None:
    body = f"<header><h1>One</h1>{box.format(count)}</header><div><p>{LINE}</p><p>{LINE}</p></div>"
    assert chosen(body, 0.2, 0.4, 0.9, 0.9)[-2:] == [LINE, LINE]
    assert count not in chosen(body, 0.2, 0.4, 0.9, 0.9)


@pytest.mark.parametrize(
    "facts",
    [
        "<ul><li>Rank</li><li>Bosun of the mill</li><li>Ship</li><li>The good ship Anna</li></ul>",
        "<p>Rank</p><p>Bosun of the mill</p><p>Ship</p><p>The good ship Anna</p>",
        "<div>Rank</div><div>Bosun of the mill</div><div>Ship</div><div>The good ship Anna</div>",
    ],
)
def test_facts_under_a_headline_that_is_not_sure_stay(facts: str) -> None:
    text = f"<p>{LINE * 3}</p>" * 3
    body = f"<h1>Ann Miller</h1><section><div class=related>{facts}</div>{text}</section>"
    assert "Bosun of the mill" in chosen(body, 0.1, 0.1, 0.2, 0.1, 0.2, 0.9, 0.9, 0.9)


def test_a_labelled_note_at_the_end_of_the_article_is_kept() -> None:
    body = f"<article><h1>Options</h1><p>{LINE}</p><div class={{}}><p>Restart it.</p></div></article>"
    assert chosen(body.format("admonition"), 0.9, 0.9, 0.3)[-1] == "Restart it."
    assert chosen(body.format("box"), 0.9, 0.9, 0.3)[-1] == LINE


def test_a_series_of_short_lines_at_the_end_of_the_article_needs_more_than_one_with_prose() -> None:
    crew = "".join(f"<div class=one><h3>{name}</h3><p>Keeps the key.</p></div>" for name in ("Ida", "Per", "Ann"))
    body = f"<article><h1>The crew</h1><p>{LINE}</p><div class=crew>{crew}</div></article>"
    assert chosen(body, 0.9, 0.9, *(0.2, 0.4) * 3)[-2:] == ["Ann", "Keeps the key."]
    assert chosen(body, 0.9, 0.9, *(0.1, 0.2) * 3)[-1] == LINE


@pytest.mark.parametrize("name", ["vc_message_box vc_color-info", "notice-box", "highlight-box", "message_box"])
def test_a_box_of_site_builders_before_a_heading_that_follows_its_text_is_kept(name: str) -> None:
    page = f"<div>{'<p>' + LINE + '</p>'}<div class='{name}'><p>The stairs are wet.</p></div><h4>Rules</h4><p>{LINE}</p></div>"
    assert "The stairs are wet." in chosen(page, 0.9, 0.3, 0.1, 0.9)


def test_facts_in_boxes_at_the_end_stay_under_a_heading_that_is_sure() -> None:
    facts = "".join(
        f"<div class=f1><div>{name}</div><div>{n} g</div></div>" for n, name in enumerate(("Rope", "Tar", "Hemp"), 4)
    )
    body = f"<article><h1>The lamp</h1><p>{LINE}</p><h2>In figures</h2><div class=f0>{facts}</div></article>"
    assert chosen(body, 0.9, 0.9, 0.8, *(0.2, 0.1) * 3)[-2:] == ["Hemp", "6 g"]
    assert chosen(body, 0.9, 0.9, 0.4, *(0.2, 0.1) * 3)[-1] == LINE


@pytest.mark.parametrize(("markup", "stays"), [("aside class=tip", True), ("div class=tip", False), ("aside", False)])
def test_an_aside_that_is_named_for_a_note_ends_the_text_that_it_stands_in(markup: str, stays: bool) -> None:
    end = f"<{markup}>Mind the key.</{markup.split(maxsplit=1)[0]}>"
    body = f"<main><h1>Winches</h1><p>{LINE * 3}</p>{end}</main><p>Terms</p>"
    assert ("Mind the key." in chosen(body, 0.5, 0.9, 0.3, 0.0)) is stays
