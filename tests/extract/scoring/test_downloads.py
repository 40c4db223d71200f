"""Links to programs and archives behind the text that tells of them."""

import pytest

from tests.extract.scoring.test_choice import LINE, chosen

LINKS = "Get it: <a href=/dl/x-1.2.zip>Windows</a> | <a href='/dl/x-1.2.tar.gz?mirror=3'>Source</a>"


@pytest.mark.parametrize(
    "links", [f"<p>{LINKS}</p>", f"<ul><li>{LINKS}</li></ul>", "<p><a href=/pub/X.SIT.HQX>For System 7</a></p>"]
)
def test_they_stay_with_it(links: str) -> None:
    assert len(chosen(f"<section><p>{LINE}</p>{links}</section>", 0.9, 0.02)) == 2


@pytest.mark.parametrize(
    "links",
    [
        "<p><a href=/terms.pdf>Terms</a></p>",
        "<p><a href=/x.zip>x</a> <a href=/one>one</a> <a href=/two>two</a></p>",
        f"<p>{LINKS} {LINE * 3}</p>",
    ],
)
def test_other_links_go(links: str) -> None:
    assert chosen(f"<section><p>{LINE}</p>{links}</section>", 0.9, 0.02) == [LINE]


def test_those_in_another_box_go() -> None:
    other = f"<aside class=menu><div class=box><ul><li>{LINKS}</li></ul></div></aside>"
    page = f"<main><section><div class=text><p>{LINE}</p></div></section></main>{other}"
    assert chosen(page, 0.9, 0.02) == [LINE]
