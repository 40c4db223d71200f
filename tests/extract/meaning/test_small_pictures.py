import pytest

from app.extract.meaning.small_pictures import spell_labelled_signs, spell_small_pictures
from tests.extract.meaning.spelled import spelled, tree


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        ('<img class="emoji" alt="😀" src="x.png">', "😀"),
        ('<img alt="😀" src="https://twemoji.example/72x72/1f600.png">', "😀"),
        ('<img alt=":)" src="/smilies/happy.gif">', ":)"),
        ('<img alt="Germany" src="/flags/de.png" width="23" height="15">', "Germany"),
        ('<img alt="4 of 5 stars" src="/i/stars4.gif" width="80" height="16">', "4 of 5 stars"),
        ('<img alt="😀" src="/a.png" style="width:1em;height:1em">', "😀"),
        ('<span class="nowrap"><img class="emoji" alt="😀" src="x.png"></span>', "😀"),
        ('<img class="emoji" alt="" src="x.png">', ""),
        ('<img alt="Share" src="/icons/share.gif" width="16" height="16">', ""),
        ('<img alt="counter" src="/c.gif" width="1" height="1">', ""),
        ('<img alt="The quay at dawn" src="/quay.jpg" width="640" height="480">', ""),
        ('<img alt="The quay at dawn" src="/quay.jpg">', ""),
    ],
)
def test_a_picture_in_a_sentence_is_its_alternative_text(picture: str, said: str) -> None:
    assert spelled(f"<p>We won ({picture}) today</p>", spell_small_pictures) == f"We won ({said}) today"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<img alt="T" src="/caps/t.png" width="60" height="60">he boats came home.', "The boats came home."),
        ('<span class="cap"><img alt="T" src="/caps/t.png"></span>he boats', "The boats"),
        ('<img alt="É" src="/caps/e.png">té comme hiver', "Été comme hiver"),
        ('<img alt="A" src="/a.jpg" width="600" height="400"> view of the quay', "view of the quay"),
        ('They met <img alt="X" src="/x.jpg" width="600">at the quay', "They met at the quay"),
        ('<img alt="Quay" src="/x.jpg" width="600">at noon', "at noon"),
    ],
)
def test_a_picture_of_the_first_letter_of_a_text_is_that_letter(text: str, said: str) -> None:
    assert spelled(f"<p>{text}</p>", spell_small_pictures) == said


def test_the_name_beside_a_flag_is_said_once() -> None:
    markup = '<p>From <img alt="Germany" src="/flags/de.png" width="23"> Germany.</p>'
    assert spelled(markup, spell_small_pictures) == "From Germany."


@pytest.mark.parametrize(
    "box", ["<button>Go {}</button>", "<nav>Go {}</nav>", "<figure>{}<figcaption>Go</figcaption></figure>"]
)
def test_outside_of_sentences_pictures_stay(box: str) -> None:
    assert spelled(box.format('<img class="emoji" alt="😀" src="x.png">'), spell_small_pictures).strip() == "Go"


def test_a_picture_alone_stays_one() -> None:
    assert spelled('<p><img class="emoji" alt="😀" src="x.png"></p>', spell_small_pictures) == ""


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ('<span role="img" aria-label="4 out of 5 stars"><i class="star"></i></span>', "4 out of 5 stars"),
        ('<i role="img" aria-label="open" class="dot"></i>', "open"),
        ('<span role="img" aria-label="rocket">🚀</span>', "🚀"),
        ('<svg role="img" width="16" height="16"><title>Bathrooms</title><path d="M0 0"/></svg>', "Bathrooms"),
        ('<svg role="img" aria-label="open"><title>open</title><path d="M0 0"/></svg>', "open"),
        ('<span role="img" aria-label="Share"></span>', ""),
        ('<span aria-label="open"></span>', ""),
    ],
)
def test_a_sign_that_only_a_style_sheet_draws_is_its_label(sign: str, said: str) -> None:
    assert spelled(f"<p>Pier ({sign}) today</p>", spell_labelled_signs) == f"Pier ({said}) today"


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ('<i class="em em-smile" aria-label="SMILING FACE"></i>', "SMILING FACE"),
        ('<span class="emoji" title=":trophy:" style="background-image:url(/e/1f3c6.png)"></span>', ":trophy:"),
        ('<span class="emoji emoji-cup" role="img" aria-label="🏆" style="background:url(/e.png)"></span>', "🏆"),
        ('<i class="icon" title="Open"></i>', ""),
        ('<span class="emoji">x</span>', "x"),
        ('<span class="photo" role="img" aria-label="The quay" style="background:url(/q.jpg)"></span>', ""),
    ],
)
def test_an_emoji_that_a_style_sheet_draws_is_its_label(sign: str, said: str) -> None:
    assert spelled(f"<p>We won ({sign}) today</p>", spell_labelled_signs) == f"We won ({said}) today"


def test_the_title_of_a_large_drawing_is_left_to_it() -> None:
    markup = '<p>Pier <svg role="img" width="168" height="112"><title>Loading</title><path d="M0 0"/></svg></p>'
    assert tree(markup, spell_labelled_signs).find(".//svg") is not None


def test_the_title_of_a_drawing_in_a_link_only_says_what_kind_of_link_it_is() -> None:
    markup = '<p><a href="/x">The quay <svg role="img" width="16"><title>Outside</title><path d="M0 0"/></svg></a></p>'
    assert tree(markup, spell_labelled_signs).find(".//svg") is not None
