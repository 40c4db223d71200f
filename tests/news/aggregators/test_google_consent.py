"""Google's question for consent: which of its forms says no."""

import pytest

from app.news.aggregators.google_consent import CannotRefuse, refusal_in
from tests.news.aggregators.fakes import consent_page

URL = "https://consent.google.com/m?continue=https://news.google.com/&gl=DE"


def test_the_form_that_refuses_everything_is_sent_with_its_hidden_fields() -> None:
    target, fields = refusal_in(consent_page("https://consent.google.com/save"), URL)
    assert target == "https://consent.google.com/save"
    assert fields["set_eom"] == "true"
    assert (fields["gl"], fields["continue"], "set_aps" in fields) == ("DE", "https://x.test/", False)


@pytest.mark.parametrize(
    "button",
    [
        "<button>Reject all</button>",
        '<input type="submit" value="Tout refuser">',
        '<button aria-label="Alle ablehnen"><i>x</i></button>',
    ],
)
def test_a_form_without_that_field_is_known_by_its_button(button: str) -> None:
    yes = '<form method="post" action="/yes"><input type="hidden" name="a" value="1"><button>Accept all</button></form>'
    no = f'<form method="post" action="/no"><input type="hidden" name="a" value="2">{button}</form>'
    assert refusal_in(yes + no, URL) == ("https://consent.google.com/no", {"a": "2"})


def test_a_form_that_is_asked_for_has_its_fields_in_the_address() -> None:
    form = '<form action="/s?x=1"><input type="hidden" name="set_eom" value="true"></form>'
    assert refusal_in(form, URL) == ("https://consent.google.com/s?set_eom=true", {})


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<h1>Before you continue</h1>",
        consent_page(refuses=False),
        consent_page("https://elsewhere.test/save"),
        '<form method="post"><button>Reject all</button><button>Accept all</button></form>',
    ],
)
def test_without_such_a_form_nothing_is_sent(markup: str) -> None:
    with pytest.raises(CannotRefuse, match="has no form that refuses it"):
        refusal_in(markup, URL)
