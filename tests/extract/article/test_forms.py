import pytest

from app.extract.article.forms import mark_forms
from app.models import Form, FormField, FormOption
from tests.extract.meaning.spelled import tree
from tests.extract.reading import extract_article

TEXT = "".join(
    f"<p>Sentence {number}: the council agreed that the old ferry, which carries people over the bay, will be mended.</p>"
    for number in range(12)
)
SEARCH = '<form action="/search"><input name="q" placeholder="Words"><input type="hidden" name="h" value="1"><input type=submit value=Go></form>'
FOUND = Form(
    "http://x.example/search",
    (FormField("text", "q", "", "Words"), FormField("hidden", "h", "1"), FormField("submit", "", "", "Go")),
)


def forms_of(markup: str, head: str = "") -> list[Form]:
    article = extract_article(
        f"<html><head><title>Ferry</title></head><body>{head}{markup}</body></html>", "http://x.example/a"
    )
    return [block for block in article.blocks if isinstance(block, Form)]


def form_of(inside: str, attributes: str = "") -> Form:
    found = []
    tree(
        f"<form {attributes}>{inside}</form>", lambda root: found.extend(mark_forms(root, "http://x.example/a?b=c", 1))
    )
    (marked,) = found
    return marked.form


def test_a_search_in_the_text_stands_where_it_stood() -> None:
    article = extract_article(f"<title>Ferry</title><article>{TEXT}{SEARCH}{TEXT}</article>", "http://x.example/a")
    assert article.blocks[12] == FOUND
    assert len(article.blocks) == 25


@pytest.mark.parametrize(
    "markup",
    [
        f"<header>{SEARCH}</header><article>{TEXT}</article>",
        f"<article>{TEXT}</article><footer>{SEARCH}</footer>",
        f'<article>{TEXT}<form action="/subscribe"><input name=email></form>{TEXT}</article>',
        f"<article>{TEXT}<form><input type=email name=e></form>{TEXT}</article>",
        f'<article>{TEXT}<form class="comment-form"><input name=words></form>{TEXT}</article>',
        f"<article>{TEXT}<form><input name=user><input type=password name=p></form>{TEXT}</article>",
        f"<article>{TEXT}<form method=post action=/vote><input type=radio name=a value=b>b</form>{TEXT}</article>",
        f"<article>{TEXT}<form enctype=multipart/form-data><input name=a></form>{TEXT}</article>",
        f"<article>{TEXT}<form><input type=submit></form>{TEXT}</article>",
        f'<form id="aspnetForm" method="post"><input name=a>{TEXT}{TEXT}</form>',
    ],
)
def test_forms_that_are_not_of_the_article_go(markup: str) -> None:
    assert forms_of(markup) == []


@pytest.mark.parametrize(
    "markup",
    [
        f"<h1>Search the bay</h1>{SEARCH}",
        f"<header>{SEARCH}</header><p>Find ferries.</p>",
        f"<center>{SEARCH}</center><p><a href=/about>About</a></p>",
    ],
)
def test_a_page_that_is_there_for_its_form_has_it(markup: str) -> None:
    assert forms_of(markup) == [FOUND]


def test_a_form_that_is_posted_is_kept_where_the_page_is_there_for_it() -> None:
    (form,) = forms_of(
        "<h1>Guest book</h1><form method=POST action=/sign>Name: <input name=n><textarea name=t></textarea></form>"
    )
    assert (form.method, form.url) == ("post", "http://x.example/sign")
    assert form.fields == (FormField("text", "n", "", "Name:"), FormField("textarea", "t"))


def test_fields_have_their_labels_and_options() -> None:
    form = form_of(
        "<label for=a>Words</label><input id=a name=w value=x><label><input type=checkbox name=c value=1 checked> All</label>"
        "<input type=radio name=r value=2> Two<select name=s><option value=3>Three<option selected>Four</select>"
        "<button name=b value=5>Find</button><input name=off disabled><input type=reset>"
    )
    assert form.fields == (
        FormField("text", "w", "x", "Words"),
        FormField("checkbox", "c", "1", "All", chosen=True),
        FormField("radio", "r", "2", "Two"),
        FormField("select", "s", options=(FormOption("3", "Three"), FormOption("Four", "Four", True))),
        FormField("submit", "b", "5", "Find"),
    )


def test_a_form_without_an_action_leads_to_its_page() -> None:
    assert form_of("<input name=q>").url == "http://x.example/a?b=c"


def test_a_form_with_too_much_in_it_is_a_link_to_it() -> None:
    options = "".join(f"<option>{'word ' * 10}{number}</option>" for number in range(60))
    assert form_of(f"<select name=s>{options}</select>").fields == ()
    assert form_of("".join(f"<input name=f{number}>" for number in range(30))).fields == ()


def test_the_question_over_several_fields_stands_over_them() -> None:
    inside = (
        "<fieldset><legend>1. When was <b>it</b> lit?</legend><label><input type=radio name=q value=a>In 1911</label>"
        "<label><input type=radio name=q value=b>In 1912</label></fieldset><fieldset><legend> </legend></fieldset>"
    )
    assert form_of(inside, "action=/quiz").fields == (
        FormField("words", "", label="1. When was it lit?"),
        FormField("radio", "q", "a", "In 1911"),
        FormField("radio", "q", "b", "In 1912"),
    )


def test_questions_without_fields_are_no_form() -> None:
    found: list[object] = []
    tree("<form><legend>When?</legend></form>", lambda root: found.extend(mark_forms(root, "http://x.example/a", 1)))
    assert found == []


def test_questions_with_answers_to_choose_that_nothing_sends_are_text() -> None:
    answers = "".join(f'<label><input type=radio name="q{n}">Answer {n} of the quiz</label>' for n in range(30))
    article = extract_article(
        f"<html><head><title>Ferry</title></head><body><h1>Ferry</h1>{TEXT}<form>{answers}</form></body></html>",
        "http://x.example/a",
    )
    assert not any(isinstance(block, Form) for block in article.blocks)
    assert forms_of(f"<form action=/quiz><input type=radio name=q value=1>One<input type=submit></form>{TEXT}")
