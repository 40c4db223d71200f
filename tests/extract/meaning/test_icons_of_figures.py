import pytest

from app.extract.meaning.icons_of_figures import write_figures
from tests.extract.meaning.spelled import spelled


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<p>It costs <i class="fa fa-inr"></i> 250.</p>', "It costs ₹250."),
        ('<p>It costs <i class="fas fa-indian-rupee-sign"></i>250.</p>', "It costs ₹250."),
        ('<p>It costs <span class="fa-solid fa-euro-sign"></span> <b>45</b>.</p>', "It costs €45."),
        ('<p>It costs <i class="bi bi-currency-pound"></i>40.</p>', "It costs £40."),
        (
            '<p><i class="fa fa-phone"></i> 555-0100 <i class="fa fa-fax"></i> (555) 0199</p>',
            "Tel. 555-0100 Fax (555) 0199",
        ),
        ('<li><i class="bi bi-telephone-fill"></i><a href="tel:1">+44 20 1</a></li>', "Tel. +44 20 1"),
    ],
)
def test_what_an_icon_tells_stands_before_its_figure(markup: str, text: str) -> None:
    assert spelled(markup, write_figures) == text


@pytest.mark.parametrize(
    "markup",
    [
        '<p><i class="fa fa-dollar"></i> Fares</p>',
        '<p><i class="fa fa-inr">₹</i> 250</p>',
        '<p>Tel.: <i class="fa fa-phone"></i> 250</p>',
        '<p><i class="fa fa-phone"></i> Call us</p>',
        '<p><i class="fa fa-europe"></i> 250</p>',
        '<p>Fares <i class="fa fa-gbp"></i></p>',
    ],
)
def test_other_icons_stay(markup: str) -> None:
    assert spelled(markup, write_figures) == spelled(markup, lambda root: None)
