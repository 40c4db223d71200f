"""Recipes, reviews, verse, law: kinds of text with parts of their own."""

import pytest

from tests.extract.scoring.pages import SENTENCES, TITLE, prose
from tests.extract.shapes.shape import CARDS, FOOT, NAV, Shape, article, document

SHAPES: dict[str, Shape] = {}

SHAPES["recipe"] = Shape(
    document(
        NAV
        + f'<main><article><h1>Mill bread</h1>{prose(0, 1)}<div id="wprm-recipe-container-7" class="wprm-recipe-container"><div class="wprm-recipe wprm-recipe-template-basic"><div class="wprm-container-float-left"><img src="/b.jpg" width=150 height=150></div><h2 class="wprm-recipe-name">Mill bread</h2><div class="wprm-recipe-rating">4.8 from 12 votes</div><a href="/print" class="wprm-recipe-print">Print Recipe</a><div class="wprm-recipe-times-container"><div class="wprm-recipe-time-container"><span class="wprm-recipe-time-label">Prep Time</span> <span>20 minutes</span></div><div class="wprm-recipe-time-container"><span>Cook Time</span> <span>50 minutes</span></div></div><div class="wprm-recipe-ingredients-container"><h3 class="wprm-recipe-header">Ingredients</h3><ul class="wprm-recipe-ingredients"><li class="wprm-recipe-ingredient"><span class="wprm-recipe-ingredient-amount">500</span> <span>g</span> <span>flour</span></li><li class="wprm-recipe-ingredient"><span>10</span> <span>g</span> <span>sea salt</span></li><li class="wprm-recipe-ingredient"><span>1</span> <span>knob of yeast</span></li></ul></div><div class="wprm-recipe-instructions-container"><h3>Instructions</h3><ul class="wprm-recipe-instructions"><li><div class="wprm-recipe-instruction-text"><span>Mix it all.</span></div></li><li><div class="wprm-recipe-instruction-text">Knead for ten minutes.</div></li><li><div class="wprm-recipe-instruction-text">Bake until brown.</div></li></ul></div><div class="wprm-nutrition-label-container"><span>Calories: 210kcal</span> | <span>Protein: 6g</span></div></div></div><h2>Tips</h2>{prose(4)}</article></main>'
        + FOOT
    ),
    [
        SENTENCES[0],
        "20 minutes",
        "Ingredients",
        "flour",
        "sea salt",
        "knob of yeast",
        "Mix it all.",
        "Knead for ten",
        "Bake until brown",
        SENTENCES[4],
    ],
    ["Print Recipe"],
    url="http://food.example/mill-bread/",
)


def live(i: int, t: str, x: str) -> str:
    return f'<article class="live-post block" id="post-{i}" itemprop="liveBlogUpdate"><header><time datetime="2024-03-27T1{i}:00:00Z">1{i}.00</time><h2 class="post-title">{t}</h2></header><div class="post-body">{x}</div><div class="share"><a href="https://twitter.com/intent/tweet?x">Tweet</a></div></article>'


SHAPES["liveblog"] = Shape(
    document(
        NAV
        + f'<main><h1>{TITLE} &#8211; live</h1><div class="key-events"><h2>Key events</h2><ul><li><a href="#post-1">The gate opens</a></li><li><a href="#post-3">First flour</a></li></ul></div><div class="live-blog">'
        + live(
            5,
            "What we know so far",
            "<p>Here is a summary:</p><ul><li>The gate opened at noon</li><li>Forty kilos were ground</li></ul>",
        )
        + live(4, "Rain begins", "<p>It rains.</p>")
        + live(3, "First flour", f"<p>{SENTENCES[4]}</p>")
        + live(
            2,
            "The wheel turns",
            f"<p>{SENTENCES[2]}</p><blockquote class='twitter-tweet'><p>It turns! It turns!</p>&mdash; Ann Weir (@ann) March 27</blockquote>",
        )
        + live(1, "The gate opens", f"<p>{SENTENCES[3]}</p>")
        + "</div></main>"
        + FOOT
    ),
    [
        "What we know so far",
        "The gate opened at noon",
        "Forty kilos were",
        "Rain begins",
        "It rains.",
        "First flour",
        SENTENCES[4],
        "It turns! It turns!",
        SENTENCES[2],
        SENTENCES[3],
    ],
    ["Tweet "],
    url="http://gazette.example/live/2024/mar/27/tide-mill-live",
)
SHAPES["interview"] = Shape(
    article(
        prose(0)
        + "".join(
            f'<p class="q"><strong>Question {i}, is it loud?</strong></p><p>Answer {i}. {"Yes." if i % 2 else SENTENCES[i]}</p>'
            for i in range(1, 6)
        )
        + "<p><em>Interview: Ann Weir</em></p>"
    ),
    [SENTENCES[0], "Question 1, is it", "Answer 1. Yes.", "Question 4", "Answer 4.", "Answer 5. Yes."],
)
SHAPES["interview-dl"] = Shape(
    article(
        prose(0)
        + '<dl class="interview">'
        + "".join(
            f"<dt>Gazette: Is it loud, the {i}th time?</dt><dd>Miller: {'Yes.' if i % 2 else SENTENCES[i]}</dd>"
            for i in range(1, 6)
        )
        + "</dl>"
    ),
    ["Is it loud, the 1th", "Miller: Yes.", SENTENCES[2], SENTENCES[4], "the 5th time"],
)
SHAPES["faq"] = Shape(
    document(
        NAV
        + f'<main><h1>Visiting the mill: questions</h1><p>{SENTENCES[7]}</p><div class="faq-list" itemscope itemtype="https://schema.org/FAQPage">'
        + "".join(
            f'<div class="faq-item" itemprop="mainEntity"><button class="faq-question" aria-expanded="false" aria-controls="a{i}"><span itemprop="name">{q}</span></button><div id="a{i}" class="faq-answer" hidden><div itemprop="text"><p>{a}</p></div></div></div>'
            for i, (q, a) in enumerate(
                [
                    ("When is it open?", "On Sundays."),
                    ("What does it cost?", "Nothing, but a coin in the box is welcome."),
                    ("May I bring a dog?", SENTENCES[6]),
                    ("Is it loud?", "Yes."),
                ]
            )
        )
        + "</div></main>"
        + FOOT
    ),
    [
        SENTENCES[7],
        "When is it open?",
        "On Sundays.",
        "What does it cost?",
        "a coin in the box",
        SENTENCES[6],
        "Is it loud?",
    ],
    url="http://mill.example/faq",
)
SHAPES["accordion-bootstrap"] = Shape(
    article(
        prose(0, 1)
        + '<div class="accordion" id="acc">'
        + "".join(
            f'<div class="accordion-item card"><div class="accordion-header card-header" id="h{i}"><button class="accordion-button collapsed btn btn-link" type="button" data-bs-toggle="collapse" data-bs-target="#c{i}">Part {i} of the work</button></div><div id="c{i}" class="accordion-collapse collapse"><div class="accordion-body card-body">{x}</div></div></div>'
            for i, x in enumerate(
                [f"<p>{SENTENCES[2]}</p>", "<p>Oak only.</p>", "<ul><li>Two millwrights</li><li>One smith</li></ul>"]
            )
        )
        + "</div>"
        + prose(3, 4)
    ),
    [
        SENTENCES[1],
        "Part 0 of the work",
        SENTENCES[2],
        "Part 1 of the work",
        "Oak only.",
        "Part 2 of the work",
        "Two millwrights",
        "One smith",
        SENTENCES[3],
    ],
)
SHAPES["tabs"] = Shape(
    article(
        prose(0, 1)
        + '<div class="tabs"><ul class="nav nav-tabs" role="tablist"><li role="presentation"><a href="#t1" role="tab" data-toggle="tab">By train</a></li><li><a href="#t2" role="tab" data-toggle="tab">By boat</a></li></ul><div class="tab-content"><div id="t1" role="tabpanel" class="tab-pane active"><p>Take the slow train to the creek and walk.</p></div><div id="t2" role="tabpanel" class="tab-pane"><p>Land at the old quay two hours before high water.</p></div></div></div>'
        + prose(3, 4)
    ),
    [SENTENCES[1], "Take the slow train", "Land at the old quay", SENTENCES[3]],
)
SHAPES["review"] = Shape(
    document(
        NAV
        + f'<main><article class="review"><h1>The Whistler 3 hand mill: review</h1><div class="byline">By <a href=/a>Ann Weir</a></div><p class="deck">A small mill for a small kitchen</p>{prose(4, 5)}<div class="pros-cons"><div class="pros"><h3>Pros</h3><ul><li>Grinds fine</li><li>Hard to break</li></ul></div><div class="cons"><h3>Cons</h3><ul><li>Loud</li><li>Dear</li></ul></div></div>{prose(6)}<div class="spec-table"><h2>Specifications</h2><div class="table-wrap"><table><tbody><tr><th>Weight</th><td>3.1 kg</td></tr><tr><th>Stones</th><td>basalt</td></tr></tbody></table></div></div><div class="verdict-box"><span class="score">4/5</span><h2>Verdict</h2><p>The best that we had on the table this year.</p></div><div class="buy-box"><a href="/out" rel="sponsored">Check price at Shop</a></div></article></main>'
        + FOOT
    ),
    [
        SENTENCES[4],
        "Pros",
        "Grinds fine",
        "Hard to break",
        "Cons",
        "Loud",
        SENTENCES[6],
        "Specifications",
        "3.1 kg",
        "basalt",
    ],
    ["Check price"],
    url="http://gear.example/reviews/whistler-3",
)
SHAPES["court"] = Shape(
    '<html><head><title>Weir v Gazette [2024] EWHC 77</title></head><body><div id="content"><p align=center><b>IN THE HIGH COURT</b></p><p align=center>Before: MR JUSTICE OAK</p><table width="100%"><tr><td></td><td><b>ANN WEIR</b></td><td><u>Claimant</u></td></tr><tr><td></td><td>- and -</td><td></td></tr><tr><td></td><td><b>THE GAZETTE LTD</b></td><td><u>Defendant</u></td></tr></table><h2>JUDGMENT</h2><ol>'
    + "".join(f'<li value={i + 1}><a name="para{i + 1}"></a>{SENTENCES[i]}</li>' for i in range(6))
    + "<li>The claim is dismissed.</li></ol><p>[1] See <i>Miller v Brook</i> [1931] AC 420.</p></div></body></html>",
    [
        "MR JUSTICE OAK",
        "ANN WEIR",
        "Claimant",
        "THE GAZETTE LTD",
        "JUDGMENT",
        *SENTENCES[:6],
        "The claim is dismissed",
        "Miller v Brook",
    ],
    url="http://law.example/ew/cases/EWHC/2024/77.html",
)
SHAPES["press"] = Shape(
    document(
        NAV
        + f'<main><div class="release-header"><h1>Mill Trust reopens tide mill</h1><p class="mb-no">News provided by</p><a href="/t"><strong>Mill Trust</strong></a><p>27 Mar, 2024, 08:00 GMT</p><div class="share-list"><p>Share this article</p></div></div><section class="release-body"><div class="row"><div class="col-lg-10"><p class="prntac"><b>CREEKMOUTH, March 27, 2024</b> /PRNewswire/ -- {SENTENCES[0]}</p><p>{SENTENCES[1]}</p><ul type="disc"><li>Forty kilos an hour</li><li>Two millwrights</li></ul><p>"It sings," said the miller.</p><p><b>About Mill Trust</b><br>The Trust has kept mills turning since 1931.</p><p>Media contact: Ann Weir, press@trust.example</p><p>SOURCE Mill Trust</p></div></div></section><section class="also"><h3>Also from this source</h3>{CARDS}</section></main>'
        + FOOT
    ),
    [SENTENCES[0], SENTENCES[1], "Forty kilos an hour", "It sings", "kept mills turning since 1931"],
    ["Share this article", "Other story"],
    url="http://wire.example/news-releases/mill-trust-reopens-301.html",
)
SHAPES["poem"] = Shape(
    document(
        NAV
        + '<main><article><h1>The Wheel</h1><div class="c-feature-sub">By Ann Weir</div><div class="o-poem" data-view="PoemView">'
        + "".join(
            f'<div style="text-indent: -1em; padding-left: 1em;">{verse}<br></div>'
            for verse in [
                "Round goes the wheel",
                "down goes the tide,",
                "",
                "flour for the village,",
                "nothing to hide.",
                "",
                "Sing, said the water,",
                "sing, said the stone.",
            ]
        )
        + "</div></article></main>"
        + FOOT
    ),
    ["Round goes the wheel", "down goes the tide", "flour for the village", "sing, said the stone"],
    url="http://poems.example/poems/77/the-wheel",
)
SHAPES["lyrics"] = Shape(
    document(
        NAV
        + '<div class="container"><div class="row"><div class="col-lg-8 text-center"><div class="lyricsh"><h2><b>Ann Weir Lyrics</b></h2></div><b>"The Wheel"</b><br><br><div><!-- no comment -->[Verse 1]<br>Round goes the wheel<br>Down goes the tide<br>Flour for the village<br>Nothing to hide<br><br>[Chorus]<br>Sing, said the water<br>Sing, said the stone<br>Nobody grinding<br>Grinds alone<br></div><br><div class="noprint">Submit Corrections</div><div class="panel album-panel noprint"><a href="/x">Ann Weir - Other songs</a></div></div></div></div>'
        + FOOT
    ),
    ["Round goes the wheel", "Nothing to hide", "Sing, said the stone", "Grinds alone"],
    ["Submit Corrections"],
    url="http://lyrics.example/lyrics/annweir/thewheel.html",
)
SHAPES["transcript"] = Shape(
    article(
        prose(0)
        + '<h2>Transcript</h2><div class="transcript">'
        + "".join(
            f'<p><span class="ts">00:0{i}</span> <b>{"HOST" if i % 2 else "MILLER"}:</b> {SENTENCES[i] if i % 3 else "Right."}</p>'
            for i in range(1, 7)
        )
        + "</div>"
    ),
    ["Transcript", SENTENCES[1], SENTENCES[2], "Right.", SENTENCES[5]],
)
SHAPES["timeline"] = Shape(
    article(
        prose(0, 1)
        + '<div class="timeline">'
        + "".join(
            f'<div class="timeline-item"><div class="timeline-date">{y}</div><div class="timeline-content"><h3>{h}</h3><p>{x}</p></div></div>'
            for y, h, x in [
                ("1650", "First mill", "A mill is named in a will."),
                ("1931", "Last flour", "The wheel breaks in a storm."),
                ("2024", "New wheel", SENTENCES[3]),
            ]
        )
        + "</div>"
        + prose(4)
    ),
    [SENTENCES[1], "1650", "First mill", "named in a will", "1931", "wheel breaks", "2024", SENTENCES[3], SENTENCES[4]],
)
SHAPES["footnotes"] = Shape(
    article(
        f'<p>{SENTENCES[0]}<sup id="fnref1"><a href="#fn1">1</a></sup></p>{prose(1, 2)}<p>{SENTENCES[3]}<sup id="fnref2"><a href="#fn2">2</a></sup></p>{prose(4)}<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>The drawings are kept in the school. <a href="#fnref1" role="doc-backlink">&#8617;</a></p></li><li id="fn2"><p>See the log of 1931. <a href="#fnref2">&#8617;</a></p></li></ol></div>'
    ),
    [SENTENCES[0], SENTENCES[4], "The drawings are kept", "See the log of 1931"],
)
SHAPES["footnotes-word"] = Shape(
    document(
        f'<div class="WordSection1"><h1>{TITLE}</h1><p class="MsoNormal">{SENTENCES[0]}<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a></p><p class="MsoNormal">{SENTENCES[1]}</p><p class="MsoNormal">{SENTENCES[2]}</p><p class="MsoNormal">{SENTENCES[3]}</p></div><div><br clear=all><hr align=left size=1 width="33%"><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1">[1]</a> The drawings are kept in the school.</p></div></div>'
    ),
    [*SENTENCES[:4], "The drawings are kept"],
)
SHAPES["pullquotes"] = Shape(
    article(
        prose(0, 1)
        + '<aside class="pullquote"><p>Nobody alive had seen it turn</p></aside>'
        + prose(2)
        + '<div class="quote-block"><div class="quote">It sings when the tide turns.</div><div class="quote-author">The miller</div></div>'
        + prose(3)
        + '<figure class="quote"><blockquote>I have no idea how loud</blockquote><figcaption>The baker</figcaption></figure>'
        + prose(4)
    ),
    [SENTENCES[1], SENTENCES[2], "It sings when the tide", "I have no idea how loud", SENTENCES[4]],
)
SHAPES["keypoints"] = Shape(
    article(
        '<div class="article-highlights"><h2>Highlights</h2><ul><li>A wheel turns after ninety years</li><li>It makes forty kilos an hour</li></ul></div>'
        + prose(0, 1, 2)
        + '<div class="takeaways box"><p class="box-title">The takeaway</p><p>Old drawings are worth a wardrobe.</p></div>'
        + prose(3, 4)
    ),
    ["A wheel turns after", "It makes forty kilos", "Old drawings are worth", SENTENCES[4]],
)
SHAPES["longlist"] = Shape(
    article(
        "<p>All 120 mills of the coast are listed here by name and year, from the oldest to the youngest of them.</p><ol>"
        + "".join(
            f"<li>{w} Mill, {1600 + i * 3}</li>" for i, w in enumerate(["Bridge", "Castle", "Island", "Harbour"] * 30)
        )
        + "</ol>"
        + prose(3)
    ),
    ["Bridge Mill, 1600", "Harbour Mill, 1957", SENTENCES[3]],
)
SHAPES["listicle"] = Shape(
    article(
        prose(0)
        + "".join(
            f'<div class="list-item"><h2><span class="num">{i}.</span> <a href="http://m{i}.example/">{w} Mill</a></h2><figure><img src="/{i}.jpg" width=600 height=400></figure><p>{SENTENCES[i]}</p><p class="addr">{i} Quay Street; open {i} to 5</p></div>'
            for i, w in enumerate(["Bridge", "Castle", "Island", "Harbour"], 1)
        )
    ),
    [
        SENTENCES[0],
        "Bridge Mill",
        SENTENCES[1],
        "1 Quay Street",
        "Castle Mill",
        SENTENCES[2],
        "Harbour Mill",
        SENTENCES[4],
        "4 Quay Street",
    ],
)
SHAPES["linkround"] = Shape(
    article(
        prose(0)
        + "<h2>Reading for the week</h2><ul>"
        + "".join(
            f'<li><a href="http://x{i}.example/">The {w} mill and how it was lost</a> (The Post)</li>'
            for i, w in enumerate(["first", "second", "third", "fourth"])
        )
        + "</ul>"
        + prose(1)
    ),
    [SENTENCES[0], "Reading for the week", "The first mill", "fourth mill", SENTENCES[1]],
)
SHAPES["datatable-wrapped"] = Shape(
    article(
        prose(0, 1, 2)
        + '<div class="table-responsive"><div class="scroll"><table class="table"><caption>Flour by year</caption><thead><tr><th>Year</th><th>Kilos</th></tr></thead><tbody>'
        + "".join(f"<tr><td>19{i}</td><td>{i * 37 % 990}</td></tr>" for i in range(31, 51))
        + "</tbody></table></div></div>"
        + prose(3, 4)
    ),
    [SENTENCES[2], "1931", "1950", SENTENCES[3]],
)
SHAPES["table-heading"] = Shape(
    article(
        prose(0, 1, 2)
        + '<h2>Results</h2><div class="tbl"><table>'
        + "".join(f"<tr><td>19{i}</td><td>{i * 37 % 990}</td></tr>" for i in range(31, 39))
        + '</table></div><p class="note">Source: log of the mill</p>'
        + prose(3, 4)
    ),
    [SENTENCES[2], "Results", "1931", "1938", SENTENCES[3]],
)
SHAPES["linked-subheads"] = Shape(
    article(
        prose(0)
        + "".join(
            f'<h3><a href="http://m{i}.example/">{w} Mill</a></h3><p>{SENTENCES[i]}</p>'
            for i, w in enumerate(["Bridge", "Castle", "Island"], 1)
        )
    ),
    ["Bridge Mill", SENTENCES[1], "Island Mill", SENTENCES[3]],
)
SHAPES["gallery-captions"] = Shape(
    article(
        prose(0)
        + "".join(
            f'<figure><img src="/g{i}.jpg" width=900 height=600><figcaption>Picture {i}: the wheel from the {w}.</figcaption></figure>'
            for i, w in enumerate(["north", "south", "east"])
        )
        + prose(1)
    ),
    [SENTENCES[0], SENTENCES[1]],
)
SHAPES["related-inline"] = Shape(
    article(
        prose(0)
        + '<div class="inline-related"><span>Related:</span> <a href="/o">Other story number 1 and what came of it</a></div>'
        + prose(1)
        + '<p><a href="/o2">Other story number 2: what the council of the creek says</a></p>'
        + prose(2)
        + '<p><strong><a href="/o3">OTHER STORY NUMBER 3: THE MILL OF THE YEAR</a></strong></p>'
        + prose(3)
        + '<aside><h3>Most read</h3><ol><li><a href="/m1">Other story number 4</a></li><li><a href="/m2">Other story number 5</a></li></ol></aside>'
        + prose(4)
    ),
    [SENTENCES[0], SENTENCES[1], SENTENCES[2], SENTENCES[3], SENTENCES[4]],
    ["Other story number 1", "OTHER STORY", "Other story number 4"],
)
SHAPES["linkpara-meant"] = Shape(
    article(
        prose(0)
        + '<p>The plans can be had here:</p><p><a href="/plans.pdf">Plans of the wheel (PDF, 2 MB)</a></p>'
        + prose(1)
        + '<p><a href="http://trust.example/">Mill Trust</a></p>'
        + prose(2, 3)
    ),
    ["The plans can be had here", "Plans of the wheel", SENTENCES[3]],
)
SHAPES["gov"] = Shape(
    document(
        NAV
        + f'<main role="main" class="govuk-main-wrapper"><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="gem-c-title__text">Tide mill licences</h1><p class="gem-c-lead-paragraph">How to get a licence for a tide mill.</p><dl class="gem-c-metadata"><dt>From:</dt><dd><a href="/o">Mill Office</a></dd><dt>Published</dt><dd>27 March 2024</dd></dl><nav class="gem-c-contents-list"><h2>Contents</h2><ol><li><a href="#who">Who needs one</a></li><li><a href="#cost">What it costs</a></li></ol></nav><div class="govspeak"><h2 id="who">Who needs one</h2>{prose(3)}<div class="application-notice info-notice"><p>You need none for a model.</p></div><h2 id="cost">What it costs</h2><table><tbody><tr><td>Small mill</td><td>£20</td></tr><tr><td>Large mill</td><td>£90</td></tr></tbody></table><div class="call-to-action"><p>Apply at the office by the quay.</p></div><ol class="steps"><li><p>Fill in the form.</p></li><li><p>Wait.</p></li></ol></div></div></div></main>'
        + FOOT
    ),
    [
        "Who needs one",
        SENTENCES[3],
        "You need none",
        "What it costs",
        "Small mill",
        "90",
        "Apply at the office",
        "Fill in the form",
        "Wait.",
    ],
    url="http://gov.example/guidance/tide-mill-licences",
)
SHAPES["scripture"] = Shape(
    article("<p>" + " ".join(f'<sup class="versenum">{i + 1}</sup>{x}' for i, x in enumerate(SENTENCES[:5])) + "</p>"),
    [SENTENCES[0], SENTENCES[4]],
)
SHAPES["short-paras"] = Shape(
    article(
        "".join(
            f"<p>{x}</p>"
            for x in [
                "It is noon.",
                "The gate shuts.",
                SENTENCES[0],
                "Then nothing.",
                "A gull.",
                SENTENCES[2],
                "The wheel turns.",
                "We cheer.",
            ]
        )
    ),
    ["It is noon.", "The gate shuts.", "Then nothing.", "A gull.", "We cheer."],
)


@pytest.mark.parametrize("name", SHAPES)
def test_this_kind_of_text_keeps_its_parts(name: str) -> None:
    assert SHAPES[name].faults() == []
