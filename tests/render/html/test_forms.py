import pytest

from app.models import Form, FormField, FormOption
from app.render.charsets.charsets import CHARSETS
from app.render.html.blocks import BlockContext, HtmlWriter
from app.render.html.links import Links
from app.render.profiles.profiles import PROFILES

URL = "http://x.example/find?all=1"
FORM = Form(
    URL,
    (
        FormField("text", "q", 'a "b" & c', "Words"),
        FormField("hidden", "h", "1"),
        FormField("checkbox", "c", "", "All", chosen=True),
        FormField("select", "s", options=(FormOption("1", "One & two"), FormOption("2", "Two", True))),
        FormField("textarea", "t", label="Text:"),
    ),
)


def written(form: Form, profile: str = "netscape", site: str = "", linked: bool = True) -> str:
    links = Links(ids={URL: "abcdefgh"}, site=site)
    return str(HtmlWriter(BlockContext(links, PROFILES[profile], CHARSETS["ascii"], linked=linked)).blocks((form,)))


def test_a_form_is_written_in_html_2() -> None:
    assert written(FORM) == (
        '<form action="/g/abcdefgh" method="get">\n'
        '<p>Words:\n<input name="q" size="30" value="a \'b\' &amp; c">\n'
        '<input type="hidden" name="h" value="1">\n'
        '<input type="checkbox" name="c" value="on" checked> All\n'
        '<select name="s">\n<option value="1">One &amp; two</option>\n<option selected value="2">Two</option>\n</select>\n'
        'Text:\n<textarea name="t" rows="4" cols="30"></textarea>\n'
        '<input type="submit" value="Send"></p>\n</form>'
    )


def test_on_a_proxied_page_it_leads_to_its_own_site() -> None:
    assert written(FORM, site="http://68k.news").startswith('<form action="http://x.example/find" method="get">')
    posted = Form(URL, FORM.fields, "post")
    assert written(posted, site="http://68k.news").startswith(
        '<form action="http://x.example/find?all=1" method="post">'
    )


@pytest.mark.parametrize(
    ("form", "profile", "linked"),
    [
        (Form(URL), "netscape", True),
        (Form(URL, FORM.fields, "post"), "netscape", True),
        (FORM, "linemode", True),
    ],
)
def test_where_it_cannot_be_sent_the_original_is_named(form: Form, profile: str, linked: bool) -> None:
    left, right = "()" if profile == "linemode" else "[]"
    link = '<a href="http://x.example/find?all=1">Form</a>'
    assert written(form, profile, linked=linked) == f"<p>{left}{link}, x.example{right}</p>"


def test_on_paper_it_is_named() -> None:
    assert written(FORM, linked=False) == "<p>[Form, x.example]</p>"


def test_words_over_fields_stand_on_a_line_of_their_own() -> None:
    fields = (FormField("words", "", label="Dogs & cats?"), FormField("radio", "q", "y", "Yes"))
    assert '<p><br>Dogs &amp; cats?<br>\n<input type="radio" name="q" value="y"> Yes\n' in written(Form(URL, fields))
