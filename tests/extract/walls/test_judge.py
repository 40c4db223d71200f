import pytest

from app.errors import NoText, ReaderError, Walled
from app.extract.page import extract_page
from app.extract.walls.judge import wall_of_answer
from app.extract.walls.signs import Kind
from tests.extract.walls import pages

URL = "https://harbour.example/story"
WALLS = {
    "CLOUDFLARE": "for robots (Cloudflare)",
    "DATADOME": "for robots (DataDome)",
    "PROOF_OF_WORK": "for robots (Anubis)",
    "NAMELESS_CHECK": "for robots, which",
    "GERMAN_CHECK": "for robots, which",
    "ENGLISH_CONSENT": "consent to cookies",
    "FRENCH_CONSENT": "consent to cookies",
    "GERMAN_CONSENT": "consent to cookies",
    "POLISH_CONSENT": "consent to cookies",
    "NETWORK_BLOCK": "for robots, which",
    "RUSSIAN_CHECK": "for robots, which",
    "AGE": "how old its readers are",
    "QUEUE": "one after the other",
    "SCRIPTS": "browsers that run its scripts",
    "SIGN_IN": "people who sign in",
    "REGION": "country or region",
    "SUBSCRIBERS": "only to subscribers",
    "WIDGET": "for robots, which",
    "OLD_BROWSER": "browsers that run its scripts",
    "MEMBERS_OF_A_FORUM": "people who sign in",
    "MAINTENANCE": "closed for maintenance",
    "GERMAN_OFFER": "consent to cookies",
    "REGION_IN_OTHER_WORDS": "country or region",
    "MEMBERS_POST": "only to subscribers",
    "GERMAN_AGE": "how old its readers are",
    "FRENCH_AGE": "how old its readers are",
    "AD_BLOCKER": "browsers that run its scripts",
    "GERMAN_AD_BLOCKER": "browsers that run its scripts",
    "CONSENT_OF_ONE_WORD": "consent to cookies",
    "FRENCH_OFFER": "consent to cookies",
    "ITALIAN_OFFER": "consent to cookies",
    "JAPANESE_AGE": "how old its readers are",
    "REGION_OF_RIGHTS": "country or region",
}
LOOK_ALIKES = (
    "ABOUT_AD_BLOCKERS",
    "ABOUT_AGES",
    "ABOUT_CAPTCHAS",
    "ABOUT_COOKIES",
    "ABOUT_LOGINS",
    "ABOUT_PAYWALLS",
    "ABOUT_SCRIPTS",
    "BISCUITS",
    "LETTER_WITH_A_WIDGET",
    "PICTURE_WITH_A_BANNER",
    "SHORT_ABOUT_AGES",
    "SHORT_ABOUT_CHECKS",
    "SHORT_ABOUT_QUEUES",
    "WITH_LOGIN_IN_THE_HEAD",
)


def refused(markup: str, url: str = URL) -> str:
    with pytest.raises(Walled) as raised:
        extract_page(markup, url)
    return raised.value.sentence


@pytest.mark.parametrize(("name", "said"), WALLS.items())
def test_a_wall_that_comes_with_success_is_named_and_not_shown(name: str, said: str) -> None:
    sentence = refused(getattr(pages, name))
    assert sentence.startswith("harbour.example ")
    assert said in sentence


@pytest.mark.parametrize(("name", "said"), WALLS.items())
@pytest.mark.parametrize("status", ["in a small answer", "in one with much markup"])
def test_a_wall_that_comes_with_a_failure_is_named(name: str, said: str, status: str) -> None:
    markup = getattr(pages, name)
    if "much" in status:
        markup = markup.replace("</body>", "<style>.a{color:red}</style>" * 1000 + "</body>")
    wall = wall_of_answer({}, markup, URL)
    assert wall is not None
    assert said in wall.sentence(URL)


@pytest.mark.parametrize("page", pages.CHECKS_BY_LANGUAGE)
def test_a_check_is_known_in_the_languages_of_its_visitors(page: str) -> None:
    assert "check for robots" in refused(page)


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_a_page_about_walls_or_with_the_signs_of_one_is_read(name: str) -> None:
    assert extract_page(getattr(pages, name), URL)


def test_what_stands_behind_a_consent_question_of_a_long_page_is_read() -> None:
    banner = pages.ENGLISH_CONSENT.partition("<body>")[2].partition("</body>")[0]
    article = f"<article><h1>Ships</h1><p>{pages.WORDS * 20}</p></article>"
    assert extract_page(f"<html><title>Ships</title><body><div id='consent'>{banner}</div>{article}</body></html>", URL)


def test_a_page_to_which_sign_ins_are_sent_is_one_by_its_address_too() -> None:
    page = "<html><title>Sign in</title><body><p>Please sign in to see this page.</p></body></html>"
    assert "sign in" in refused(page, "https://login.harbour.example/?back=story")


@pytest.mark.parametrize(
    ("header", "value", "maker"),
    [
        ("cf-mitigated", "challenge", "Cloudflare"),
        ("x-datadome", "protected", "DataDome"),
        ("server", "DDoS-Guard", "DDoS-Guard"),
        ("x-vercel-mitigated", "challenge", "Vercel"),
    ],
)
def test_a_check_is_known_by_the_header_of_its_maker_alone(header: str, value: str, maker: str) -> None:
    wall = wall_of_answer({header: value}, "", URL)
    assert wall is not None
    assert (wall.kind, wall.maker) == (Kind.CHECK, maker)


@pytest.mark.parametrize(
    "markup", ["", "x", "<h1>Access Denied</h1><p>You have no permission.</p>", "<h1>502 Bad Gateway</h1><hr>nginx"]
)
def test_a_refusal_that_says_nothing_is_no_wall(markup: str) -> None:
    assert wall_of_answer({"server": "nginx"}, markup, URL) is None


@pytest.mark.parametrize(
    "error", ["503 Backend fetch failed", "403 Forbidden", "Something went wrong. Try again later."]
)
def test_a_page_of_a_failure_in_the_frame_of_its_site_explains_nothing(error: str) -> None:
    frame = "<form><input type='password'><a href='/x'>Forgot password?</a></form><p>This site uses cookies.</p>"
    markup = f"<html><head><title>Harbour Post</title></head><body>{frame}<h1>{error}</h1><button>Accept</button></body></html>"
    assert wall_of_answer({}, markup, URL) is None


def test_a_page_without_any_text_is_no_wall() -> None:
    with pytest.raises(NoText):
        extract_page("<html><title>Ships</title><body><script>draw()</script></body></html>", URL)


def test_markup_made_to_hurt_is_a_failure_as_before() -> None:
    assert wall_of_answer({}, f"<p {'a=1 ' * 2000}>", URL) is None
    with pytest.raises(ReaderError):
        extract_page(f"<p {'a=1 ' * 2000}>", URL)


def test_a_board_that_greets_its_guests_is_no_wall() -> None:
    post = "<div class=blockpost><dl><dt><b>{}</b></dt></dl><div class=postmsg><p>{}</p></div></div>"
    said = {"merlin": "It dies after ten minutes.", "oldsalt": "Coil.", "gwen": "Or the vent of the tank."}
    posts = "".join(post.format(name, words) for name, words in said.items())
    guest = "<div class=inbox><p class=conl>You are not logged in.</p></div>"
    page = f"<html><head><title>Outboard dies</title></head><body><ul><li><a href=/>Index</a></li></ul>{guest}{posts}</body></html>"
    assert extract_page(page, URL)
