"""Templates filled in: escaped, encoded for the wire, and divided into pages within the budget."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from app.errors import UnknownPlace
from app.render.html.links import Links
from app.render.profiles.profiles import PROFILES
from app.render.profiles.spec import read_spec
from app.render.template import Frame, Paginated, TemplateRenderer

TEMPLATES = {
    "page.html": "<html><p>{{ site }} {{ edition }}: {{ text }}</p>\n</html>\n",
    "attribute.html": '<p title="{{ text|attribute }}">{{ size|bytes }}</p>\n',
    "divided.html": (
        "<html>\n{% if nav.number == 1 %}<h1>{{ title }}</h1>{% endif %}\n{{ body }}\n"
        "<p>{{ nav.number }}/{{ nav.count }} {{ nav.previous }} {{ nav.following }} {{ nav.whole }}</p>\n</html>\n"
    ),
    "line.html": "<p>{{ text }}</p>",
}


@pytest.fixture
def renderer(tmp_path: Path) -> TemplateRenderer:
    for name, text in TEMPLATES.items():
        (tmp_path / name).write_text(text)
    return TemplateRenderer(tmp_path)


def frame(spec: str = "universal", family: str = "western") -> Frame:
    return Frame("68k.news", "IN", Links("", "/in", {}), read_spec(spec), family)


def test_a_value_is_text_and_markup_is_markup(renderer: TemplateRenderer) -> None:
    assert (
        renderer.render("page.html", frame(), text="<b> & é's")
        == "<html><p>68k.news IN: &lt;b&gt; &amp; é's</p>\n</html>\n"
    )
    assert "<p>68k.news IN: <b>x</b></p>" in renderer.render("page.html", frame(), text=Markup("<b>x</b>"))


def test_no_value_ends_the_attribute_it_stands_in(renderer: TemplateRenderer) -> None:
    assert renderer.render("attribute.html", frame(), text='a "b" & c', size=2048) == (
        "<p title=\"a 'b' &amp; c\">2 KB</p>\n"
    )


@pytest.mark.parametrize(
    ("spec", "said"), [("universal", b"caf&#233; Lodz"), ("universal-latin2", "café Łódź".encode("iso8859-2"))]
)
def test_a_page_travels_in_the_set_of_its_profile(renderer: TemplateRenderer, spec: str, said: bytes) -> None:
    page = renderer.page("page.html", frame(spec), text="café Łódź")
    assert said in page.body
    assert page.content_type == frame(spec).profile.html_type(frame(spec).charset)


def test_a_value_that_a_template_wants_and_nobody_gives_is_a_mistake(renderer: TemplateRenderer) -> None:
    with pytest.raises(UndefinedError):
        renderer.page("page.html", frame())


def test_a_chunk_knows_how_many_bytes_it_takes_on_the_wire(renderer: TemplateRenderer) -> None:
    chunk = renderer.line("line.html", frame(), text="é")
    assert chunk.size == len(b"<p>&#233;</p>\n")
    assert not chunk.leads
    assert renderer.line("line.html", frame(), leads=True, text="x").leads


def numbered(renderer: TemplateRenderer, count: int, most: int = 0) -> Paginated:
    chunks = [renderer.line("line.html", frame(), text=f"{number} " + "word " * 100) for number in range(count)]
    return Paginated.of(chunks, lambda number: f"/in/x/{number}", most)


def test_what_has_room_is_one_page(renderer: TemplateRenderer) -> None:
    page = renderer.paginated("divided.html", frame(), numbered(renderer, 3), 1, title="T")
    assert b"<h1>T</h1>" in page.body
    assert page.body.count(b"<p>") == 4
    assert b"<p>1/1   </p>" in page.body
    with pytest.raises(UnknownPlace):
        renderer.paginated("divided.html", frame(), numbered(renderer, 3), 2, title="T")


def test_what_has_none_is_divided_and_each_page_leads_to_its_neighbours(renderer: TemplateRenderer) -> None:
    budget = PROFILES["universal"].budget
    paginated = numbered(renderer, 120)
    pages = [renderer.paginated("divided.html", frame(), paginated, number, title="T").body for number in (1, 2, 3)]
    assert all(len(page) <= budget for page in pages)
    assert [page.count(b"<h1>T</h1>") for page in pages] == [1, 0, 0]
    assert b"<p>1/3  /in/x/2 </p>" in pages[0]
    assert b"<p>2/3 /in/x/1 /in/x/3 </p>" in pages[1]
    assert b"<p>3/3 /in/x/2  </p>" in pages[2]
    text = b"".join(pages)
    assert all(text.count(b"<p>%d word" % number) == 1 for number in range(120))
    for number in (0, 4):
        with pytest.raises(UnknownPlace):
            renderer.paginated("divided.html", frame(), paginated, number, title="T")


def test_a_page_may_have_no_more_than_so_many_chunks(renderer: TemplateRenderer) -> None:
    page = renderer.paginated("divided.html", frame(), numbered(renderer, 7, most=3), 3, title="T")
    assert b"<p>3/3 " in page.body
    assert page.body.count(b"word</p>") + page.body.count(b"word </p>") == 1


def test_nothing_is_a_page_too(renderer: TemplateRenderer) -> None:
    assert b"<p>1/1   </p>" in renderer.paginated("divided.html", frame(), numbered(renderer, 0), 1, title="T").body
