"""Papers by their numbers."""

import pytest

from app.net.papers import address_of_paper


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("10.1234/lamps.7", "https://doi.org/10.1234/lamps.7"),
        ("DOI: 10.1234/x", "https://doi.org/10.1234/x"),
        ("arXiv:2101.00001v2", "https://arxiv.org/abs/2101.00001v2"),
        ("arxiv: math.GT/0309136", "https://arxiv.org/abs/math.GT/0309136"),
    ],
)
def test_a_number_leads_to_its_paper(number: str, address: str) -> None:
    assert address_of_paper(number) == address


@pytest.mark.parametrize("number", ["", "10.1.2.3/page", "doi:ferry", "2101.00001", "see 10.1234/x"])
def test_what_is_no_number_leads_nowhere(number: str) -> None:
    assert not address_of_paper(number)
