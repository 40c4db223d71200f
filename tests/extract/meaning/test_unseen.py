import pytest

from app.extract.meaning.unseen import drop_unseen_words
from tests.extract.meaning.spelled import spelled, tree, with_words


@pytest.mark.parametrize(
    "unseen",
    [
        '<span class="sr-only">(opens in a new window)</span>',
        '<label class="hide-text">Text within this block keeps its spacing</label>',
        '<span class="screen-reader-text">x</span>',
        '<span class="u-visually-hidden">x</span>',
        '<span class="visuallyhidden focusable">x</span>',
        '<span class="c-SR-only__text">x</span>',
        '<span style="position:absolute;clip:rect(0 0 0 0)">x</span>',
        '<span style="position: absolute; left: -9999px">x</span>',
        '<span class="mw-editsection">[<a href="/e">edit</a>]</span>',
        '<div class="printfooter">Retrieved from <a href="/o">https://w.example/</a></div>',
        '<span class="refCtt closed">Ahl, B. (2019). Ropes.</span>',
        '<span class="method-click-advice">click to toggle source</span>',
        '<a href="#fnref1">↩</a>',
        '<a href="#cite_ref-1">^</a>',
        '<a href="#r1">Jump up</a>',
        '<a href="#r1">Back to text</a>',
        '<a role="doc-backlink" href="#r1">[1]</a>',
        '<a class="headerlink" href="#here">¶</a>',
        '<a href="#here">#</a>',
        '<h2 class="visually-hidden">Main text</h2>',
        '<div class="dataTables_info">Showing 1 to 10 of 54 entries</div>',
    ],
)
def test_words_for_others_than_readers_go(unseen: str) -> None:
    assert spelled(f"<div>The plan {unseen}</div>", with_words(drop_unseen_words)) == "The plan"


@pytest.mark.parametrize(
    "markup",
    [
        '<td><i class="icon-check"></i><span class="sr-only">Yes</span></td>',
        '<h1 class="sr-only">The title</h1>',
        '<table class="sr-only"><tr><td>1990</td><td>30 million</td></tr></table>',
        '<div class="visually-hidden"><table><tr><td>1990</td><td>30 million</td></tr></table></div>',
        '<a href="/share"><span class="sr-only">Share</span></a>',
        f'<div class="sr-only">{"A long text. " * 30}</div>',
        '<p>The <a href="#n2">2</a> of <a href="#up">Uppsala</a> and <a href="#part">back door</a></p>',
        '<p><span class="offscreen-play">x</span></p>',
        '<p><span class="Accessibility__Text--Hide">x</span></p>',
        '<p style="left: -10px">x</p>',
    ],
)
def test_what_says_something_stays(markup: str) -> None:
    assert spelled(markup, with_words(drop_unseen_words)) == spelled(markup, lambda root: None)


@pytest.mark.parametrize(
    "told",
    [", opens new tab", " (opens in a new window)", "(öffnet in neuem Tab)", " – s'ouvre dans une nouvelle fenêtre"],
)
def test_that_a_link_opens_another_window_is_not_said(told: str) -> None:
    assert (
        spelled(f'<p>the <a href="/c">college<span>{told}</span></a>, which</p>', with_words(drop_unseen_words))
        == "the college, which"
    )
    text = '<p><a href="/c">why it <i>opens a window of glass</i></a></p>'
    assert "window" in spelled(text, with_words(drop_unseen_words))


def test_the_anchor_of_what_goes_is_its_surroundings() -> None:
    assert tree('<h2>Part<a class="headerlink" id="p" href="#p">¶</a></h2>', with_words(drop_unseen_words)).xpath(
        "//h2/@id"
    ) == ["p"]


def test_what_is_said_of_a_file_under_the_mouse_goes_with_its_name() -> None:
    tip = (
        '<p><img src="a.jpg"><span class="tip aimg_tip" id="a_menu" style="display: none">quay.jpg (200 KB)</span></p>'
    )
    body = tree(tip, with_words(drop_unseen_words))
    assert (body.text_content(), body.xpath("//@id")) == ("", [])


def test_the_name_of_a_column_that_only_small_screens_show_in_a_cell_goes() -> None:
    cell = '<td><span class="label" style="display:none">Fare</span>40</td>'
    assert spelled(f"<table><tr>{cell}</tr></table>", with_words(drop_unseen_words)) == "40"
    only = '<table><tr><td><span style="display:none">Fare</span></td></tr></table>'
    assert spelled(only, with_words(drop_unseen_words)) == "Fare"


def test_the_address_of_a_heading_that_is_written_out_in_it_goes() -> None:
    written = '<a href="#section2">#section2</a>'
    assert spelled(f"<h2>The plan {written}</h2>", with_words(drop_unseen_words)) == "The plan"
    assert spelled(f"<p>Talk to us in {written}</p>", with_words(drop_unseen_words)) == "Talk to us in #section2"


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ('<span class="num">3</span><span class="sr-only">/</span><span class="den">4</span>', "3/4"),
        ('8<span class="visually-hidden">+</span><span class="num">1</span>⁄<span class="den">2</span>', "8+1⁄2"),
        ('<span class="screen-reader-text">−</span>5', "−5"),
        ('3<span class="sr-only">|</span>4', "34"),
    ],
)
def test_signs_between_figures_that_are_heard_alone_are_seen(figures: str, said: str) -> None:
    assert spelled(f"<p>It is {figures} wide</p>", with_words(drop_unseen_words)) == f"It is {said} wide"


def test_such_a_sign_is_no_longer_named_for_what_hides_it() -> None:
    body = tree('<p>3<span class="sr-only">/</span>4</p>', with_words(drop_unseen_words))
    assert body.find(".//span").get("class") is None


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<p>ann<span style="display:none">NOSPAM</span>@bay.example</p>', "ann@bay.example"),
        ('<p>ann<span class="x" hidden>NOSPAM</span>@bay.example</p>', "ann@bay.example"),
        ('<p>ann@<b>bay</b>x<i style="display: none">.null</i>.example</p>', "ann@bayx.null.example"),
        ('<p>ann@bay<i style="display: none">.null</i>.example</p>', "ann@bay.example"),
        ('<p>The rest<span style="display:none"> of the text @ home</span>.</p>', "The rest of the text @ home."),
        ('<p>so<span style="display:none">me</span>thing</p>', "something"),
    ],
)
def test_what_parts_a_mail_address_unseen_goes(markup: str, said: str) -> None:
    assert spelled(markup, with_words(drop_unseen_words)) == said


def test_what_a_condition_keeps_from_all_goes() -> None:
    step = with_words(drop_unseen_words)
    assert spelled("<div class='w-condition-invisible'><p>For members.</p></div><p>For all.</p>", step) == "For all."


def test_a_link_in_brackets_to_change_a_section_is_none_of_its_heading() -> None:
    body = tree('<h2>Pier <span><a href="/edit/pier?section=1">[편집]</a></span></h2>', with_words(drop_unseen_words))
    assert body.text_content().strip() == "Pier"


def test_other_links_of_headings_stay() -> None:
    for link in ('<a href="/credits">[Ahl]</a>', '<a href="/editions">Editions</a>', '<a href="/p">[edit]</a>'):
        assert tree(f"<h2>Pier {link}</h2>", with_words(drop_unseen_words)).find(".//a") is not None


def test_the_head_of_a_page_of_docbook_goes_and_one_left_open_does_not() -> None:
    head = "<div class=navheader><a href=/a>Prev</a> <a href=/b>Next</a></div>"
    assert spelled(f"{head}<p>The plan</p>", with_words(drop_unseen_words)) == "The plan"
    assert "The plan" in spelled(f"<div class=navheader>{'<p>The plan</p>' * 200}</div>", with_words(drop_unseen_words))
