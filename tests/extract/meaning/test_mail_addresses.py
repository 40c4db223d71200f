import pytest

from app.extract.meaning.mail_addresses import decoded, show_mail_addresses
from tests.extract.meaning.spelled import spelled, tree

HIDDEN = "7a1b14143a181b03540e1f090e"  # ann@bay.test
SPAN = f'<span class="__cf_email__" data-cfemail="{HIDDEN}">[email&#160;protected]</span>'


@pytest.mark.parametrize(
    "markup",
    [
        f'<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{HIDDEN}">[email&#160;protected]</a>',
        f'<a href="/cdn-cgi/l/email-protection#{HIDDEN}">{SPAN}</a>',
        f'<a href="http://x.example/cdn-cgi/l/email-protection#{HIDDEN}">[email protected]</a>',
        f'<a href="/cdn-cgi/l/email-protection">{SPAN}</a>',
    ],
)
def test_an_address_is_shown_and_linked(markup: str) -> None:
    body = tree(f"<p>Write to {markup} now.</p>", show_mail_addresses)
    assert body.text_content() == "Write to ann@bay.test now."
    assert body.xpath("//a/@href") == ["mailto:ann@bay.test"]


def test_an_address_outside_of_a_link_is_text() -> None:
    assert spelled(f"<p>Write to {SPAN}.</p>", show_mail_addresses) == "Write to ann@bay.test."


def test_a_link_keeps_its_own_words() -> None:
    body = tree(f'<p><a href="/cdn-cgi/l/email-protection#{HIDDEN}">Ann</a></p>', show_mail_addresses)
    assert (body.text_content(), body.xpath("//a/@href")) == ("Ann", ["mailto:ann@bay.test"])


@pytest.mark.parametrize("figures", ["", "zz", "7a1", "7a1b", "00414243", "7a" * 500])
def test_what_hides_no_address_is_left(figures: str) -> None:
    assert decoded(figures) == ""
    markup = f'<p><a href="/cdn-cgi/l/email-protection#{figures}">Ann</a></p>'
    assert "mailto" not in tree(markup, show_mail_addresses).xpath("//a/@href")[0]
