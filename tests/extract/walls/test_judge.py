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


FRAME = (
    "<html><head><title>{title} | Harbour Post</title>{head}</head><body><nav><a href=/>Home</a> <a href=/w>World</a> "
    "<a href=/s>Sport</a> <a href=/c>Culture</a></nav><main>{body}</main><aside><h3>Most read</h3><ol>"
    "<li><a href=/1>Harbour board delays its vote on dredging</a></li><li><a href=/2>Why the keepers leave the cape</a></li>"
    "<li><a href=/3>Ferry prices to rise in the new year</a></li><li><a href=/4>Storm warning lifted after a night</a></li>"
    "</ol></aside><footer><p>All rights reserved by the Harbour Post.</p><a href=/t>Terms</a></footer></body></html>"
)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "<h1>Restricted</h1><p>Sorry, this video is not available in your country for reasons of rights.</p>",
            "region",
        ),
        ("<h1>Restringido</h1><p>Este vídeo no está disponible en su ubicación por derechos de emisión.</p>", "region"),
        ("<h1>Uwaga</h1><p>Ze względu na prawa ten materiał jest niedostępny w twoim kraju.</p>", "region"),
        ("<h1>Beklager</h1><p>Denne saken er ikke lenger tilgjengelig.</p>", "no such page"),
        (
            "<h1>Ach so</h1><p>Den Artikel gibt es nicht mehr: Der Artikel ist leider gelöscht oder in das Archiv verschoben.</p>",
            "no such page",
        ),
        ("<h1>Back soon</h1><p>Our website is down for maintenance.</p>", "maintenance"),
        (
            "<h1>Library</h1><p>Please log in with your account to read this.</p><input type=password><p>Need some help?</p>",
            "people who sign in",
        ),
        ("<h1>Le port</h1><p>Pour lire nos articles, merci de désactiver votre bloqueur de publicité.</p>", "scripts"),
        ("<h1>Moment</h1><p>Sie haben in kurzer Zeit zu viele Seiten aufgerufen.</p>", "asks us to wait"),
        ("<h1>¡Vaya!</h1><p>Hemos recibido demasiadas solicitudes desde su red.</p>", "asks us to wait"),
    ],
)
def test_one_sentence_of_a_wall_in_the_frame_of_its_site_is_enough(body: str, said: str) -> None:
    assert said in refused(FRAME.format(title="Info", head="", body=body))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<h1>Lost</h1><p>A page of the ledger could not be found, the keeper said on Monday.</p>"),
        ("", "<h1>Tide</h1><p>High water is at noon. The ferry sails at one. Our page of tides has been moved.</p>"),
        (
            "<meta property='og:type' content='article'>",
            "<h1>Works on Saturday</h1><p>Our website is down for maintenance from seven to noon.</p>",
        ),
        ("", "<h1>Cats</h1><p>You have too many cats, and your cats have too many names.</p>"),
        (
            "",
            "<h1>Key</h1><p>Please log in to the old server. The key lies under the mat. Ask Ann where the mat is.</p>",
        ),
        ("", "<h1>Sign</h1><p>The article has been removed.</p><figure><img src=/s.jpg width=800 height=600></figure>"),
    ],
)
def test_short_texts_in_the_frame_of_their_site_are_read(head: str, body: str) -> None:
    assert extract_page(FRAME.format(title="Info", head=head, body=body), URL)


def test_a_board_that_greets_its_guests_is_no_wall() -> None:
    post = "<div class=blockpost><dl><dt><b>{}</b></dt></dl><div class=postmsg><p>{}</p></div></div>"
    said = {"merlin": "It dies after ten minutes.", "oldsalt": "Coil.", "gwen": "Or the vent of the tank."}
    posts = "".join(post.format(name, words) for name, words in said.items())
    guest = "<div class=inbox><p class=conl>You are not logged in.</p></div>"
    page = f"<html><head><title>Outboard dies</title></head><body><ul><li><a href=/>Index</a></li></ul>{guest}{posts}</body></html>"
    assert extract_page(page, URL)
