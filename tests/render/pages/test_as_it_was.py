"""Early pages with links of ours."""

from app.extract.as_it_was import as_it_was
from app.net.wayback import Copy
from app.render.html.links import Links
from app.render.pages.as_it_was import addresses_in, early_page
from app.render.profiles.profiles import PROFILES
from app.render.template import Frame

COPY = Copy("https://archive.example", "19990125085033", "http://harbour.example/")
PAGE = (
    "<title>É</title><body background=b.gif><a href='http://harbour.example/x?a=1&b=2'>x &lt;a href=\"http://evil\"&gt; é</a>"
    "<img src=p.gif><input type=image src=i.gif><a href='mailto:a@b.example'>m</a>"
)


def page(markup: str, profile: str = "mosaic") -> str:
    text = as_it_was(markup, COPY.original)
    urls = list(addresses_in(text, COPY))
    links = Links(ids={url: f"id{place}" for place, url in enumerate(urls)}, when="1999")
    frame = Frame("68k", "US", links, PROFILES[profile])
    return early_page(frame, text, COPY, "A copy.", "gif").body.decode("latin-1")


def test_pictures_come_from_the_archive_and_links_stay_in_the_time() -> None:
    urls = list(addresses_in(as_it_was(PAGE, COPY.original), COPY))
    pictures = [f"https://archive.example/web/19990125085033id_/http://harbour.example/{name}.gif" for name in "bpi"]
    assert urls == [pictures[0], "http://harbour.example/x?a=1&b=2", *pictures[1:], COPY.original]
    shown = page(PAGE)
    assert '<body background="/i/id0.gif"><a href="/web/1999/a/id1">' in shown
    assert '<img src="/i/id2.gif"><input type="image" src="/i/id3.gif">' in shown


def test_what_only_looks_like_a_tag_stays_text() -> None:
    assert '&lt;a href="http://evil"&gt;' in page(PAGE)


def test_signs_are_those_of_the_browser() -> None:
    assert "<title>&#201;</title>" in page(PAGE)
    assert "<title>E</title>" in page(PAGE, "linemode")


def test_the_foot_says_of_which_day_it_is() -> None:
    foot = '<hr><p>A copy. <a href="http://harbour.example/">Original source</a> | <a href="/read">Read another page</a></p>'
    assert page(PAGE).endswith(f"{foot}</body></html>")
