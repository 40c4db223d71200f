import re

from flask.testing import FlaskClient
from markupsafe import Markup

from app.render.pagination.pages import Chunk
from app.render.pagination.places import led, links_to_places
from app.render.profiles.profiles import PROFILES
from tests.origin import Origin

TO = Markup('<p><a href="#n1">one</a> <a name="n3" href="#n2">two</a> href="#n1"</p>')
AT = Markup('<p><a name="n1">One</a></p><p><a name="n2">Two</a></p>')


def pages(*markups: Markup) -> list[list[Chunk]]:
    return [[Chunk(markup, len(markup))] for markup in markups]


def test_a_place_on_another_page_is_led_to_by_the_address_of_that() -> None:
    assert led(TO, pages(TO, AT), 1, lambda number: f"/a/x/{number}") == Markup(
        '<p><a href="/a/x/2#n1">one</a> <a name="n3" href="/a/x/2#n2">two</a> href="#n1"</p>'
    )


def test_a_place_on_the_same_page_needs_no_address() -> None:
    both = TO + AT
    assert led(both, pages(both, AT), 1, str) != both  # the later one counts
    assert led(both, pages(both), 1, str) == both
    assert led(both, pages(AT.replace("name", "nome"), both), 2, str) == both


def test_links_are_counted_and_texts_are_not() -> None:
    assert links_to_places(TO) == 2
    assert links_to_places('&lt;a href="#n1"&gt;') == 0


def test_notes_of_a_long_article_are_reached_within_the_budget(browser: FlaskClient, origin: Origin) -> None:
    sentence = (
        "The council agreed on Tuesday that the old ferry, which carries people over the bay, will be mended soon. "
    )
    paragraphs = "".join(
        f'<p id="p{number}">Part {number}. {sentence * 3}<sup><a href="#n{number}">{number}</a></sup></p>'
        for number in range(60)
    )
    notes = "".join(
        f'<li id="n{number}">Note {number} of the text. <a href="#p{number}">[to it]</a></li>' for number in range(60)
    )
    url = origin.serve("/noted", f"<title>Noted</title><article>{paragraphs}<ol>{notes}</ol></article>")
    first = browser.get(f"/~dos/read?url={url}").data
    key = re.search(rb"/~dos/a/([a-z2-7]+)/2", first)
    assert key
    link = f"/~dos/a/{key[1].decode()}"
    found = {"": first} | {f"/{number}": browser.get(f"{link}/{number}").data for number in range(2, 30)}
    found = {place: page for place, page in found.items() if b"Noted" in page}
    assert len(found) > 3
    assert max(map(len, found.values())) <= PROFILES["dos"].budget
    leads = 0
    for place, page in found.items():
        for path, name in re.findall(rb'<a (?:name="n[0-9]+" )?href="([^"#]*)#(n[0-9]+)"', page):
            target = found[path.decode().removeprefix(link)] if path else page
            assert b'name="%s"' % name in target, (place, path, name)
            leads += 1
    assert leads > 60
