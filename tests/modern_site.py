"""A stand-in for a modern news site: one article inside everything that such a site puts around it."""

import html
import json
from dataclasses import dataclass, field

SITE = "The Harbour Gazette"


@dataclass(frozen=True)
class Story:
    title: str
    deck: str
    paragraphs: tuple[str, ...]  # one that begins with "## " is a subhead
    images: tuple[tuple[str, str], ...] = ()  # file and caption; the first leads, the others follow the text
    byline: str = "Ada Brightwater"
    date: str = "2024-03-27T09:30:00+00:00"
    extra: str = ""  # markup at the end of the text
    head: str = ""
    links: dict[str, str] = field(default_factory=dict)  # words of the text, and where they lead


LIGHTHOUSE = Story(
    title="The lighthouse that moved: how Kettle Point outran the sea",
    deck="Engineers rolled a tower of nine hundred tonnes inland on rails, and the town walked beside it for a week",
    paragraphs=(
        "When the cliff lost another four metres in January, nobody in Kettle Point said aloud what everybody thought: "
        "the lighthouse, which had stood at its edge since 1871, would not see another winter.",
        "The council voted in February. By the middle of March a crew of forty had cut the tower from its footing, "
        "raised it by the height of a hand, and slid steel beams under nine hundred tonnes of granite.",
        "## A railway for one passenger",
        "The rails came from a sugar mill that closed in the nineties. They were laid in a straight line, "
        "sixty metres at a time, and taken up again behind the tower as soon as it had passed.",
        "“You do not push a lighthouse,” said Marta Oyelaran, who led the crew. “You persuade it, "
        "and you stop every time that it disagrees with you.”",
        "It disagreed eleven times. Each time the jacks were let down, the beams were planed, and the whole town "
        "waited behind a rope, with flasks of tea, until the level showed true again.",
        "## What the sea will do next",
        "Geologists expect the cliff to reach the old footing within two years. The new one lies a hundred and "
        "eighty metres from the edge, which at the present rate buys the tower about seventy winters.",
        "The lamp was lit again on Sunday evening. Three fishing boats, which had agreed on it by radio, "
        "answered with their horns; then it rained, and everybody went home.",
    ),
    images=(
        ("tower.jpg", "The tower on its rails, seen from the harbour. Photo: J. Finch"),
        ("crew.png", "The crew measures the level of the beams"),
    ),
    links={"sugar mill": "/2023/mill?id=7&view=full", "seventy winters": "https://cliffs.example.org/rates"},
)

MENU = "".join(
    f'<li><a href="/{name.lower()}">{name}</a></li>' for name in "World Politics Money Sport Style Weather".split()
)
TEASERS = "".join(
    f'<div class="teaser"><a href="/other/{n}"><img src="/teaser{n}.jpg" width="300" height="200" alt="">'
    f"<h4>Another story with a long and tempting headline, number {n}</h4></a></div>"
    for n in range(6)
)
COMMENTS = "".join(
    f'<div class="comment"><img class="avatar" src="/avatar{n}.png"><p>I have lived here for {n + 20} years, and in my '
    "opinion the whole thing was far too expensive, if not a scandal, whatever they say.</p></div>"
    for n in range(8)
)


def modern_page(story: Story) -> str:
    """Return the page of `story`, as a site of today would send it."""
    facts = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": SITE},
            {
                "@type": "NewsArticle",
                "headline": story.title,
                "datePublished": story.date,
                "author": [{"@type": "Person", "name": story.byline}],
                "publisher": {"@type": "Organization", "name": SITE},
            },
        ],
    }
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>{_text(story.title)} | {SITE}</title><meta property="og:title" content="{_text(story.title)}">
<meta property="og:site_name" content="{SITE}"><meta name="description" content="{_text(story.deck)}">
<meta property="og:image" content="{_lead(story)}">{story.head}
<script type="application/ld+json">{json.dumps(facts)}</script>
<script>window.dataLayer = []; if (1 < 2) document.write("<p>Written by a script</p>")</script>
<style>.sticky {{ position: fixed }}</style></head>
<body class="article-page"><div id="cookie-consent" role="dialog"><p>We and our 847 partners value your privacy. Accept all?</p>
<button>Accept</button></div><div class="ad-slot" id="ad-top"><iframe src="https://ads.example.net/1"></iframe></div>
<header class="site-header"><a href="/"><img src="/logo.svg" alt="{SITE}"></a><nav><ul>{MENU}</ul></nav></header>
<div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/world">World</a></div>
<main><article class="story"><header><h1>{_text(story.title)}</h1><p class="standfirst">{_text(story.deck)}</p>
<div class="byline">By <a rel="author" href="/people/ada">{_text(story.byline)}</a> <img class="avatar" src="/people/ada.jpg" width="48">
<time datetime="{story.date}">27 March</time></div>
<div class="share-tools"><a href="https://social.example/share?u=1"><img src="/icons/share.png">Share</a></div></header>
{_picture(story.images[0], lazy=False) if story.images else ""}
<div class="story-body">{_body(story)}
{"".join(_picture(each, lazy=True) for each in story.images[1:])}{story.extra}</div>
<ul class="tag-list"><li><a href="/tag/sea">Sea</a></li><li><a href="/tag/towers">Towers</a></li></ul>
<aside class="newsletter-signup"><h3>Stay informed</h3><p>Get our morning newsletter, with everything that you need to know,
straight to your inbox, every day before breakfast, for free.</p><form><input type="email"><button>Sign up</button></form></aside>
</article></main>
<section class="related-stories"><h3>Related stories</h3>{TEASERS}</section>
<section id="comments"><h3>8 comments</h3>{COMMENTS}</section>
<footer class="site-footer"><p>Copyright {SITE}. All rights reserved, and many more words about the terms of use.</p></footer>
<img src="https://track.example.net/pixel.gif" width="1" height="1"></body></html>"""


def _text(text: str) -> str:
    return html.escape(text, quote=True)


def _lead(story: Story) -> str:
    return f"/pictures/{story.images[0][0]}?w=1200" if story.images else "/logo-social.png"


def _body(story: Story) -> str:
    parts = []
    for number, paragraph in enumerate(story.paragraphs):
        text = _text(paragraph.removeprefix("## "))
        for words, address in story.links.items():
            text = text.replace(words, f'<a href="{html.escape(address)}" onclick="track()">{words}</a>')
        parts.append(f"<h2>{text}</h2>" if paragraph.startswith("## ") else f"<p>{text}</p>")
        if number % 4 == 3:
            parts.append(
                '<div class="ad-inline"><span>Advertisement</span><iframe src="https://ads.example.net/2"></iframe></div>'
            )
    return "\n".join(parts)


def _picture(picture: tuple[str, str], lazy: bool) -> str:
    name, caption = picture
    sources = f"/pictures/{name}?w=320 320w, /pictures/{name}?w=640 640w, /pictures/{name}?w=1280 1280w"
    tag = f'data-srcset="{sources}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="' if lazy else f'srcset="{sources}"'
    lookalike = f'<noscript><img src="/pictures/{name}?w=1280" alt=""></noscript>' if lazy else ""
    return f'<figure class="image"><div class="ratio"><img {tag} alt="A picture">{lookalike}</div><figcaption>{_text(caption)}</figcaption></figure>'
