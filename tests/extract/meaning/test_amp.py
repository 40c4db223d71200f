"""Adverts and questions for consent of AMP pages are none of their text."""

import pytest

from app.extract.meaning.amp import drop_amp_boxes
from tests.extract.meaning.spelled import spelled


@pytest.mark.parametrize(
    "markup",
    [
        "<amp-ad width=300 height=250><div placeholder>Loading the advert</div><div fallback>No advert today</div></amp-ad>",
        "<amp-sticky-ad><amp-ad>Buy two</amp-ad></amp-sticky-ad>",
        "<amp-consent><div id=ui><p>We and our 841 partners store what you read.</p></div></amp-consent>",
        "<amp-list src=/a.json><div placeholder>Loading</div><div overflow>See more</div></amp-list>",
        "<amp-video src=a.mp4><div fallback><p>Your browser cannot show videos.</p></div></amp-video>",
    ],
)
def test_what_is_no_text_is_gone(markup: str) -> None:
    assert spelled(f"<p>One.</p>{markup}<p>Two.</p>", drop_amp_boxes) == "One.Two."


@pytest.mark.parametrize(
    "markup",
    [
        "<amp-accordion><section><h4>Dogs</h4><div>On a lead.</div></section></amp-accordion>",
        "<amp-iframe src=/chart><div placeholder><amp-img src=chart.png></amp-img>A chart</div></amp-iframe>",
    ],
)
def test_text_and_pictures_that_stand_for_others_stay(markup: str) -> None:
    assert len(spelled(f"<p>One.</p>{markup}", drop_amp_boxes)) > len("One.")
