"""Shapes of pages, in the manner of the systems that made them, each an article or an index.

The texts are put together from a few words of our own; what counts is the markup, the addresses and the lengths.
`TUNED` was looked at while the signs were weighed; `HELD_OUT` was written afterwards, and no sign, weight or
threshold was changed for it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

WHO = "The harbour master|A retired baker|The school choir|One stubborn goat|The ferry crew|The town clerk|A young cellist".split(
    "|"
)
DID = (
    "repaints|quietly sells|finds|argues about|rebuilds|refuses|photographs|gives away|inherits|measures|forgets".split(
        "|"
    )
)
WHAT = "the old signal tower|forty wooden chairs|a map of the marshes|its own timetable|the bell that nobody rang|a field of rhubarb|the last tram".split(
    "|"
)
THEN = "and the council pretends not to notice|after eleven winters|while the market looks on|for the second time|before breakfast".split(
    "|"
)
TONGUES = {
    "de": ("Der Hafenmeister streicht den alten Signalturm", "Am Abend standen die Leute noch lange am Kai, und niemand wollte als Erster gehen, obwohl es längst regnete"),
    "fr": ("Le boulanger retrouve la carte des marais", "Le soir venu, les habitants sont restés longtemps sur le quai, et personne ne voulait partir le premier malgré la pluie"),
    "ja": ("港の灯台が町の中へ引っ越すことになった", "夕方になっても人々は岸壁に残り、雨が降り始めても誰も最初に帰ろうとはしなかった。町の時計はとっくに七時を過ぎていた"),
    "ru": ("Смотритель порта красит старую башню", "Вечером люди ещё долго стояли на причале, и никто не хотел уходить первым, хотя уже давно шёл дождь"),
    "ar": ("مدير الميناء يعيد طلاء البرج القديم", "في المساء بقي الناس طويلا على الرصيف ولم يرغب أحد في أن يكون أول من يغادر رغم أن المطر كان يهطل"),
    "zh": ("港口的老灯塔将要搬到镇上去", "到了晚上人们还久久站在码头上，虽然早就下起了雨，却没有人愿意第一个离开，镇上的钟已经过了七点"),
}  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """A page: what it is called, where it stands, its markup, and whether it is an index; `words` of its text."""

    name: str
    url: str
    markup: str
    index: bool
    words: int = 0


def headline(n: int, tongue: str = "") -> str:
    """Return the headline of the number `n`."""
    if tongue:
        return f"{TONGUES[tongue][0]} ({n})"
    return f"{WHO[n % 7]} {DID[n % 11]} {WHAT[n // 2 % 7]}"


def slug(n: int) -> str:
    return headline(n).lower().replace(" ", "-")


def prose(words: int, tongue: str = "") -> str:
    """Return text of about so many words."""
    if tongue:
        return ". ".join([TONGUES[tongue][1]] * max(1, words // 20)) + "."
    parts: list[str] = []
    for n in count(words):
        parts.append(f"{headline(n)} {THEN[n % 5]}.")
        if sum(len(part.split()) for part in parts) >= words:
            return " ".join(parts)
    raise AssertionError


def paragraphs(words: int, each: int = 60, tag: str = "p", tongue: str = "") -> str:
    """Return paragraphs of about `each` words, `words` in all."""
    return "".join(f"<{tag}>{prose(min(each, words - start), tongue)}</{tag}>\n" for start in range(0, words, each))


def page(title: str, body: str, head: str = "", lang: str = "en") -> str:
    return f"<!DOCTYPE html><html lang={lang}><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def ld(**facts: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **facts})}</script>'


def og(kind: str) -> str:
    return f'<meta property="og:type" content="{kind}">'


def repeat(numbers: range, item: Callable[[int], str]) -> str:
    return "".join(map(item, numbers))


MENU = '<nav class="main-nav"><ul>' + "".join(
    f'<li><a href="/{name.lower()}/">{name}</a></li>' for name in "World Politics Money Sport Culture Weather Letters".split()
) + "</ul></nav>"  # fmt: skip
FOOT = (
    '<footer class="site-footer"><p>The Kettle Point Courier is printed by a cooperative of its readers. All rights reserved by them, '
    'and none by anybody else.</p><a href="/about">About us</a> <a href="/privacy">Privacy policy of this site</a></footer>'
)
COOKIES = (
    '<div id="cookie-banner" class="cookie-consent"><p>We and our 812 partners would like to remember which biscuits you took, '
    "and for how long you looked at each of them before you did.</p><button>Accept</button></div>"
)


def card(n: int, tag: str = "h3", path: str = "/news") -> str:
    return (
        f'<article class="card"><a class="card__image" href="{path}/{slug(n)}-{10000 + n}"><img src="/i/{n}.jpg" alt=""></a>'
        f'<{tag} class="card__title"><a href="{path}/{slug(n)}-{10000 + n}">{headline(n)}</a></{tag}>'
        f'<p class="card__text">{prose(18)}</p><time datetime="2025-05-{1 + n % 28:02}T08:00:00Z">May {1 + n % 28}</time></article>'
    )


def related(numbers: range, box: str = "related-stories") -> str:
    return f'<div class="{box}"><h2>More from us</h2>{repeat(numbers, card)}</div>'


def site(main: str, title: str = "The Kettle Point Courier", head: str = "") -> str:
    return page(title, f"<header><a href='/'>The Courier</a>{MENU}</header>{COOKIES}<main>{main}</main>{FOOT}", head)


def article(words: int = 500, n: int = 3, extra: str = "", head: str = "") -> str:
    return site(
        f"<article><h1>{headline(n)} {THEN[n % 5]}</h1><p class=byline>By Ada Brightwater</p>{paragraphs(words)}</article>{extra}",
        f"{headline(n)} | The Courier",
        head,
    )


SITE = "https://www.courier.example"
TEXT = f"{SITE}/news/{slug(3)}-10003"


def tuned_indexes() -> tuple[Shape, ...]:
    def add(name: str, path: str, markup: str) -> Shape:
        return Shape(name, path if "://" in path else SITE + path, markup, True)

    wordpress = repeat(
        range(8),
        lambda n: (
            f'<article id="post-{n}" class="post type-post"><header class="entry-header"><h2 class="entry-title">'
            f'<a href="/2025/05/{slug(n)}/" rel="bookmark">{headline(n)}</a></h2></header><div class="entry-content"><p>{prose(55)} '
            f'<a href="/2025/05/{slug(n)}/" class="more-link">Continue reading</a></p></div><footer class="entry-footer">'
            f'<a href="/category/harbour/">Harbour</a> <a href="/2025/05/{slug(n)}/#comments">{n} Comments</a></footer></article>'
        ),
    )
    hacker = repeat(
        range(30),
        lambda n: (
            f'<tr class="athing"><td class="title"><span class="rank">{n}.</span></td><td class="title"><span class="titleline">'
            f'<a href="https://site{n}.example/{n}/post">{headline(n)}</a> <span class="sitebit">(<a href="from?site=s{n}">site{n}.example</a>)</span></span></td></tr>'
            f'<tr><td colspan=2></td><td class="subtext">{n + 40} points by <a href="user?id=u{n}">u{n}</a> '
            f'<a href="item?id={n}">{n} hours ago</a> | <a href="item?id={n}">{n + 9} comments</a></td></tr>'
        ),
    )
    blogger = repeat(
        range(6),
        lambda n: (
            f'<div class="post hentry"><h3 class="post-title"><a href="/2009/03/{slug(n)}.html">{headline(n)}</a></h3>'
            f'<div class="post-body">{prose(180)}<br><br>{prose(150)}</div><div class="post-footer">Posted by Ada at 7:15</div></div>'
        ),
    )
    table = repeat(
        range(14),
        lambda n: f'<a href="story{n}.html"><b>{headline(n)}</b></a><br><font size=2>{prose(22)}</font><br><br>\n',
    )
    react = repeat(
        range(24),
        lambda n: (
            f'<a class="css-1x{n % 3}" href="/a/{slug(n)}-{77000 + n}"><div><div class="css-img"></div><div class="kicker">Harbour</div>'
            f'<div class="css-title">{headline(n)} {THEN[n % 5]}</div><div class="css-sum">{prose(16)}</div></div></a>'
        ),
    )
    archive = repeat(
        range(60),
        lambda n: (
            f'<li><span class="date">2004-05-{1 + n % 28:02}</span> <a href="/2004/05/{slug(n)}.html">{headline(n)}</a></li>'
        ),
    )
    drupal = repeat(
        range(10),
        lambda n: (
            f'<div class="views-row"><div class="node node-teaser"><h2><a href="/node/{n + 1200}">{headline(n)}</a></h2><div class="field-body"><p>'
            f'{prose(40)}</p></div><ul class="links"><li><a href="/node/{n + 1200}">Read more</a></li></ul></div></div>'
        ),
    )
    search = repeat(
        range(10),
        lambda n: (
            f'<div class="result"><a href="https://s{n}.example/{slug(n)}"><h3>{headline(n)}</h3></a><cite>s{n}.example</cite>'
            f"<p>{prose(28)}</p></div>"
        ),
    )
    sections = "".join(
        f'<section><h2><a href="/{name.lower()}/">{name}</a></h2>{repeat(range(k * 6, k * 6 + 6), card)}</section>'
        for k, name in enumerate("Politics Sport Culture Weather".split())
    )
    foreign = [
        add(f"a home page in {tongue}", "/", page("Home", f"{MENU}<main>" + repeat(range(20), lambda n, t=tongue: (  # type: ignore[misc]  # the default binds the loop's value
            f'<div class="item"><h3><a href="/articles/{50000 + n}">{headline(n, t)}</a></h3><p>{prose(20, t)}</p></div>')) + "</main>" + FOOT))
        for tongue in ("de", "ja", "ru", "ar")
    ]  # fmt: skip
    return (
        add("WordPress front page with excerpts", "/", site(wordpress, head=og("website") + ld(**{"@graph": [{"@type": "CollectionPage"}, {"@type": "WebSite"}]}))),
        add("WordPress category", "/category/harbour/", site(f"<h1>Harbour</h1>{wordpress}")),
        add("Hacker News", "https://news.links.example/", page("Links", f"<table><tr><td><table>{hacker}</table><tr><td><a href='news?p=2' class=morelink>More</a></table>")),
        add("Blogger front page of whole posts", "https://ada.blogs.example/", page("Ada writes", f"<div id=main>{blogger}</div><div class=sidebar><a href='/x'>x</a></div>")),
        add("tables of 1999", "http://www.courier.example/", page("Courier", f"<table width=600><tr><td><a href=sport.html>Sport</a></td><td>{table}</td></tr></table>")),
        add("cards of React", "/", page("Courier", f"<div id=__next><div><div>{react}</div></div></div>")),
        add("archive of a month", "/2004/05/", site(f"<h1>May 2004</h1><ul>{archive}</ul>")),
        add("Drupal front page", "/", site(f'<div class="view-content">{drupal}</div>')),
        add("results of a search", "/search?q=goat", site(f"<h1>Results for goat</h1>{search}")),
        add("sections with cards", "/", site(sections, head=og("website") + ld(**{"@type": "WebSite"}))),
        add("one section", "/politics", site(f"<h1>Politics</h1>{repeat(range(16), card)}", head=og("website"))),
        add("an author's page", "/authors/ada-brightwater", site(f"<h1>Ada Brightwater</h1><p>{prose(60)}</p>{repeat(range(12), card)}", head=ld(**{"@type": "ProfilePage"}))),
        add("a tag's page", "/tag/goats", site(f"<h1>Goats</h1><p>{prose(90)}</p>{repeat(range(9), card)}")),
        add("overview of live tickers", "/live", site("<h1>Live</h1>" + repeat(range(12), lambda n: f'<div class="ticker"><time>12:{n:02}</time><h2><a href="/live/{slug(n)}-{n + 8000}">{headline(n)}</a></h2></div>'))),
        *foreign,
    )  # fmt: skip


def tuned_articles() -> tuple[Shape, ...]:
    def add(name: str, url: str, markup: str, words: int = 500) -> Shape:
        return Shape(name, url if "://" in url else SITE + url, markup, False, words)

    inline = "".join(
        f'<p>{prose(60)}</p><p><b>Read also:</b> <a href="/news/{slug(n)}-{n + 9000}">{headline(n)}</a></p>'
        for n in range(9)
    )
    live = repeat(
        range(14),
        lambda n: (
            f'<div class="update" id="u{n}"><h3><a href="#u{n}">{headline(n)}</a></h3><time>1{n % 10}:30</time><p>{prose(50)}</p></div>'
        ),
    )
    listicle = repeat(range(12), lambda n: f'<h2>{n + 1}. {headline(n)}</h2><img src="{n}.jpg"><p>{prose(55)}</p>')
    wiki = repeat(
        range(6),
        lambda n: (
            f'<h2><span class="mw-headline">{WHAT[n]}</span><span class="mw-editsection">[<a href="/w/index.php?action=edit&section={n}">edit</a>]</span></h2>'
            f'<p>The <a href="/wiki/Signal_tower">tower</a> {prose(80)}<sup><a href="#cite-{n}">[{n}]</a></sup></p>'
        ),
    )
    references = repeat(range(40), lambda n: f'<li id="cite-{n}">Brightwater, A. <a href="https://papers.example/{n}">"{headline(n)}"</a>. Journal of Piers.</li>')  # fmt: skip
    forum = repeat(
        range(12),
        lambda n: (
            f'<div id="p{n}" class="post"><h3><a href="./viewtopic.php?p={n}#p{n}">Re: What does the goat eat in a hard winter</a></h3>'
            f'<p class="author">by user{n}</p><div class="content">{prose(60)}</div></div>'
        ),
    )
    recipe = "".join(f"<li>{n} spoons of {WHAT[n]}</li>" for n in range(7)) + "</ul><ol>" + repeat(range(8), lambda n: f"<li>{prose(22)}</li>")  # fmt: skip
    foreign = [
        add(f"an article in {tongue}", "/articles/50003", page(headline(3, tongue), f"{MENU}<article><h1>{headline(3, tongue)}</h1>{paragraphs(500, tongue=tongue)}</article>"
            + repeat(range(12), lambda n, t=tongue: f'<div><h3><a href="/articles/{50100 + n}">{headline(n, t)}</a></h3></div>')))  # type: ignore[misc]  # the default binds the loop's value
        for tongue in ("fr", "ja", "ru", "zh")
    ]  # fmt: skip
    news = og("article") + ld(**{"@type": "NewsArticle", "headline": headline(3)})
    return (
        add("a news article", TEXT, article(head=news)),
        add("an article among forty related ones, unnamed", TEXT, article(extra=repeat(range(40), card))),
        add("a short article among related ones", TEXT, article(110, extra=related(range(20)), head=news), 110),
        add("a short article with unnamed teasers", TEXT, article(110, extra=f"<div class=x>{repeat(range(20), card)}</div>", head=news), 110),
        add("an article with links between its paragraphs", TEXT, site(f"<h1>{headline(3)}</h1>{inline}")),
        add("a live blog", f"{SITE}/live/{slug(5)}-8005", site(f"<h1>{headline(5)}, live</h1>{live}", head=ld(**{"@type": "LiveBlogPosting"})), 50),
        add("a listicle", f"{SITE}/style/12-towers-to-see", site(f"<article><h1>Twelve towers to see before they move</h1>{listicle}</article>", head=og("article")), 600),
        add("MediaWiki", "https://wiki.example/wiki/Signal_tower", page("Signal tower - Wiki", f'<div id="content"><h1>Signal tower</h1><div class="mw-parser-output">{paragraphs(200)}{wiki}<ol class=references>{references}</ol></div></div>')),
        add("a thread of phpBB", "https://forum.example/viewtopic.php?f=3&t=44", page("Thread", f"<h2 class=topic-title><a href='./viewtopic.php?t=44'>What does the goat eat in a hard winter</a></h2>{forum}"), 60),
        add("a recipe", f"{SITE}/recipes/rhubarb-on-toast", site(f"<h1>Rhubarb on toast</h1><p>{prose(50)}</p><ul>{recipe}</ol>{related(range(8))}", head=ld(**{"@type": "Recipe"})), 200),
        add("a product", f"{SITE}/shop/chair-of-oak", site(f"<h1>Chair of oak</h1><p>{prose(70)}</p>{repeat(range(8), lambda n: card(n, 'h4', '/shop'))}", head=ld(**{"@type": "Product"})), 70),
        add("tag soup of 1998", "http://home.example/~ada/goat.htm", f"<HTML><TITLE>My goat</TITLE><BODY BGCOLOR=white><CENTER><H1>My goat</H1></CENTER><FONT SIZE=3>{'<P>'.join([prose(70)] * 8)}<HR><A HREF=index.htm>Back"),
        add("a text of line breaks in a table", "http://www.courier.example/archive/1999/story12.html", page("Story", f"<table><tr><td>{'<br>'.join(f'<a href=story{n}.html>{headline(n)}</a>' for n in range(15))}</td><td>{'<br><br>'.join([prose(70)] * 8)}</td></tr></table>")),
        add("a home page that is one long text", "http://essay.example/", page("An essay", f"<h1>On piers</h1>{paragraphs(900)}<ul>{repeat(range(6), lambda n: f'<li><a href=/{n}.html>{headline(n)}</a></li>')}</ul>"), 900),
        add("AMP", f"{TEXT}/amp", page("AMP", f"<amp-sidebar>{MENU}</amp-sidebar><article class=amp-wp-article><h1>{headline(3)}</h1>{paragraphs(450)}</article><amp-list>{repeat(range(9), card)}</amp-list>", news), 450),
        add("a page of contact", f"{SITE}/contact", site(f"<h1>Contact</h1><p>{prose(40)}</p>"), 40),
        *foreign,
    )  # fmt: skip


TUNED = (*tuned_indexes(), *tuned_articles())


def held_out_indexes() -> tuple[Shape, ...]:
    def add(name: str, path: str, markup: str) -> Shape:
        return Shape(name, path if "://" in path else SITE + path, markup, True)

    slash = repeat(
        range(9),
        lambda n: (
            f'<div class="storytitle"><h4><a href="//links.example/story/25/05/{n:02}/0{n}1200/{slug(n)}">{headline(n)}</a></h4></div><p>Posted by ada '
            f'from the it-floats dept.</p><div class="body">{prose(95)}</div><div><a href="//links.example/story/25/05/{n:02}/0{n}1200/{slug(n)}">Read more of this story</a> {n * 7} comments</div>'
        ),
    )
    reddit = repeat(
        range(25),
        lambda n: (
            f'<div class="thing link"><span class="rank">{n}</span><div class="entry"><p class="title"><a class="title" href="https://x{n}.example/{slug(n)}">{headline(n)}</a> '
            f'<span class="domain">(x{n}.example)</span></p><p class="tagline">submitted {n} hours ago by <a href="/user/u{n}">u{n}</a></p><a class="comments" href="/r/goats/comments/{n}/">{n} comments</a></div></div>'
        ),
    )
    medium = repeat(
        range(12),
        lambda n: (
            f'<div class="postArticle"><div><a href="/@ada">Ada</a> in <a href="/goats">Goats</a></div><a href="/@ada/{slug(n)}-4f{n:02}ab9c"><h2 class="graf">{headline(n)}</h2>'
            f'<h3 class="graf">{prose(14)}</h3></a><span>{n} min read</span></div>'
        ),
    )
    drudge = "<br><br>".join(
        f'<a href="http://paper{n}.example/{n}/{n}33">{headline(n).upper()}...</a>' for n in range(45)
    )
    forum = repeat(
        range(30),
        lambda n: (
            f'<li class="row"><dl><dt><a href="./viewtopic.php?f=3&amp;t={n + 600}" class="topictitle">{headline(n)}</a><br>by <a href="./memberlist.php?u={n}">user{n}</a></dt>'
            f'<dd class="posts">{n}</dd><dd class="lastpost">by user{n}</dd></dl></li>'
        ),
    )
    portal = "".join(
        f'<div class="box"><div class="box-h">{name}</div><ul>'
        + repeat(
            range(k * 7, k * 7 + 7),
            lambda n: f'<li><a href="/content/{n + 300000}" title="{headline(n)}">{headline(n)}</a></li>',
        )
        + "</ul></div>"
        for k, name in enumerate("Homeland Abroad Economy Sport Weather Motoring".split())
    )
    long_teasers = repeat(
        range(9),
        lambda n: (
            f'<div class="teaser-large"><h2><a href="/magazine/{slug(n)}">{headline(n)}</a></h2><p class="dek">{prose(62)}</p>'
            f'<p>By <a href="/authors/ada">Ada Brightwater</a></p></div>'
        ),
    )
    unlinked = repeat(
        range(10),
        lambda n: (
            f'<div class="blog-item"><h3>{headline(n)}</h3><p>{prose(35)}</p><a class="btn" href="/blog/{slug(n)}">Read more about this</a><a class="t" href="/blog/{slug(n)}"><span>{headline(n)}</span></a></div>'
        ),
    )
    definition = repeat(
        range(20), lambda n: f'<dt><a href="msg{n:05}.html">{headline(n)}</a></dt><dd><i>{WHO[n % 7]}</i></dd>'
    )
    hugo = repeat(
        range(30),
        lambda n: (
            f'<li><time datetime="2023-01-{1 + n % 28:02}">2023-01-{1 + n % 28:02}</time><a href="/posts/{slug(n)}/">{headline(n)}</a></li>'
        ),
    )
    papers = repeat(
        range(25),
        lambda n: (
            f'<dt><a href="/abs/2505.{n + 10000}">arXiv:{n}</a></dt><dd><div class="list-title">Title: {headline(n)}</div><a href="/abs/2505.{n + 10000}">{headline(n)} {THEN[n % 5]}</a></dd>'
        ),
    )
    foreign = [
        add(f"a section in {tongue}", "/rubrik/hafen", page("Sektion", MENU + "<div class=liste>" + repeat(range(16), lambda n, t=tongue: (  # type: ignore[misc]  # the default binds the loop's value
            f'<a class="t" href="/2025/hafen-{n + 40000}"><img src=x.jpg><div><span>12:0{n % 10}</span><h2>{headline(n, t)}</h2><p>{prose(20, t)}</p></div></a>')) + "</div>"))
        for tongue in ("fr", "zh", "ru")
    ]  # fmt: skip
    return (
        add("Slash", "https://links.example/", page("News", f"<div id=firehose>{slash}</div>")),
        add("Reddit of old", "https://reddit.example/r/goats/", page("goats", f'<div id="siteTable">{reddit}</div>')),
        add("a publication of Medium", "https://medium.example/goats", page("Goats", f"<div>{medium}</div>")),
        add("links of Drudge", "http://report.example/", f"<html><body><center><h1><a href=http://a.example/1>{headline(5)}</a></h1><tt><b>{drudge}</b></tt></center>"),
        add("a forum of phpBB", "https://forum.example/viewforum.php?f=3", page("Goats", f"<h2 class=forum-title>Goats</h2><ul class=topics>{forum}</ul>")),
        add("a portal of boxes", "/", page("Portal", MENU + portal + FOOT)),
        add("a magazine with long teasers", "/magazine", site(f"<h1>Magazine</h1>{long_teasers}")),
        add("cards whose headings are no links", "/blog", site(f"<h1>Our blog</h1>{unlinked}")),
        add("an archive of mails", "http://lists.example/pipermail/goats/2001-May/", page("Goats", f"<h1>Goats: May 2001 by subject</h1><dl>{definition}</dl>")),
        add("posts of Hugo", "https://ada.example/posts/", page("Posts", f"<main><h1>Posts</h1><ul>{hugo}</ul></main>")),
        add("a list of papers", "https://papers.example/list/cs.GO/recent", page("New papers", f"<h1>Goats</h1><dl>{papers}</dl>")),
        add("page two of a tag", "/tags/rhubarb/page/2/", site(f"<h1>Rhubarb</h1>{repeat(range(20, 30), card)}", head=og("website"))),
        add("a home page in English and in a folder", "/en/", site(repeat(range(18), lambda n: card(n, "h2")))),
        add("a list that names its items to machines", "/sport/", site(f"<h1>Sport</h1>{repeat(range(12), card)}", head=ld(**{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle"}] * 12}))),
        *foreign,
    )  # fmt: skip


def held_out_articles() -> tuple[Shape, ...]:
    def add(name: str, url: str, markup: str, words: int = 500) -> Shape:
        return Shape(name, url if "://" in url else SITE + url, markup, False, words)

    stack = repeat(
        range(5),
        lambda n: (
            f'<div class="answer"><div class="post-text">{paragraphs(120)}</div><ul class="comments-list">{prose(20)}</ul></div>'
        ),
    )
    linked = repeat(range(15), lambda n: f'<li><a href="/questions/{n + 700000}/{slug(n)}">{headline(n)}</a></li>')
    divs = repeat(
        range(10), lambda n: f'<div class="c{n % 2}"><div class="paragraph"><span>{prose(55)}</span></div></div>'
    )
    gallery = repeat(
        range(15),
        lambda n: (
            f'<figure><img src="{n}.jpg"><figcaption>{headline(n)} {THEN[n % 5]}. Photo: J. Finch</figcaption></figure>'
        ),
    )
    interview = repeat(
        range(14), lambda n: f"<p><b>What happened when {headline(n).lower()}?</b></p><p>{prose(50)}</p>"
    )
    tested = repeat(
        range(10),
        lambda n: f'<h3><a href="https://shop{n}.example/p/{n + 5000}">{headline(n)}</a></h3><p>{prose(75)}</p>',
    )
    docs = repeat(range(30), lambda n: f'<li><a href="/docs/{slug(n)}">{headline(n)}</a></li>')
    return (
        add("questions and answers", "https://answers.example/questions/700/what-eats-a-goat", page("Q", f"<h1><a href='/questions/700/what-eats-a-goat'>What does a goat eat in winter, and why</a></h1>{paragraphs(150)}{stack}<div id=sidebar><ul>{linked}</ul></div>")),
        add("paragraphs of divs", TEXT, page("Story", f"<div id=root>{MENU}<h1>{headline(3)}</h1>{divs}{repeat(range(12), card)}</div>", og("article")), 550),
        add("a gallery", f"{SITE}/pictures/{slug(4)}-4004", site(f"<h1>{headline(4)}</h1><p>{prose(40)}</p>{gallery}{related(range(12))}", head=og("article")), 40),
        add("an interview", f"{SITE}/2025/05/12/{slug(6)}/", site(f"<article><h1>{headline(6)}</h1>{interview}</article>{related(range(9), 'mt-40')}"), 700),
        add("a test of ten things", f"{SITE}/guides/best-rhubarb", site(f"<article><h1>The ten best rhubarbs, and one that bites</h1>{paragraphs(120)}{tested}</article>", head=og("article")), 700),
        add("a page of documentation", "https://docs.example/docs/the-ferry", page("Docs", f"<div class=sidebar><ul>{docs}</ul></div><main><h1>The ferry</h1>{paragraphs(350)}<pre>ferry --start</pre></main>"), 350),
        add("a post of WordPress with comments", f"{SITE}/2025/05/{slug(2)}/", site(f"<article class=post><h1 class=entry-title>{headline(2)}</h1><div class=entry-content>{paragraphs(300)}</div></article><div id=comments class=comments-area>{paragraphs(400)}</div><aside><ul>{repeat(range(10), lambda n: f'<li><a href=/2025/05/{slug(n)}/>{headline(n)}</a></li>')}</ul></aside>"), 300),
        add("a post of Blogger", "https://ada.blogs.example/2009/03/goat.html", page("Goat", f"<div class=post><h3 class=post-title>{headline(2)}</h3><div class=post-body>{'<br><br>'.join([prose(80)] * 5)}</div></div><div class=sidebar><h2>Archive</h2><ul>{repeat(range(30), lambda n: f'<li><a href=/2009/02/{slug(n)}.html>{headline(n)}</a></li>')}</ul></div>"), 400),
        add("a story at an address that tells nothing", "https://paper.example/x7Gh2", page("S", f"<div><h2>{headline(9)}</h2>{paragraphs(450)}</div><div>{repeat(range(20), lambda n: f'<a href=/y{n}Kq><h4>{headline(n)}</h4></a>')}</div>"), 450),
        add("an article of sixty words alone", f"{SITE}/flash/{slug(1)}-90001", site(f"<h1>{headline(1)}</h1><p>{prose(60)}</p>"), 60),
        add("an article of a hundred words among teasers", f"{SITE}/flash/{slug(1)}-90001", site(f"<article><h1>{headline(1)} {THEN[1]}</h1>{paragraphs(100)}</article><section>{repeat(range(9), card)}</section>"), 100),
        add("a paper in frames", "http://frames.example/", "<html><frameset cols=20%,80%><frame src=menu.html><frame src=main.html></frameset></html>", 0),
        add("a page that scripts would write", f"{SITE}/app", page("App", "<div id=root></div><script>var data=['" + slug(3) * 99 + "']</script>"), 0),
        add("a speech in one block", f"{SITE}/documents/speech", page("Speech", f"<pre>{prose(800)}</pre>"), 800),
        add("a page about us", f"{SITE}/about", site(f"<h1>About us</h1>{paragraphs(220)}<h2>The latest</h2>{repeat(range(4), card)}"), 220),
        add("a story of a Drupal of 2010", f"{SITE}/node/1201", page("Story", f"<div id=sidebar-left class=sidebar>{MENU}</div><div class=node><h2 class=title>{headline(5)}</h2><div class=content>{paragraphs(420)}</div></div><div class=block><ul>{repeat(range(15), lambda n: f'<li><a href=/node/{n + 900}>{headline(n)}</a></li>')}</ul></div>"), 420),
        add("German, with boxes between", f"{SITE}/politik/hafen-{slug(3)}-a-1234567.html", page("Hafen", f"<article><h2><span>Hafen</span> <span>{headline(3, 'de')}</span></h2>{''.join(paragraphs(100, tongue='de') + card(n) for n in range(5))}</article>", og("article"), "de")),
    )  # fmt: skip


HELD_OUT = (*held_out_indexes(), *held_out_articles())
