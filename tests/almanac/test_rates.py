import pytest

from app.almanac.rates import MOST, against, rates
from app.errors import OriginFailed
from app.models import Rate, Rates
from tests.fetched import fetched
from tests.skies import RATES, daily_rates

URL = "https://bank.example/rates.xml"


def read(body: str) -> Rates:
    return rates(URL, fetched(URL, "text/xml", body.encode()))


def test_the_rates_of_the_day_are_read_by_their_codes() -> None:
    found = read(daily_rates())
    assert found.day == "2024-03-27"
    assert [each.currency for each in found.rates] == sorted(RATES)
    assert Rate("USD", 1.0816) in found.rates


def test_of_several_days_the_first_counts() -> None:
    older = "<Cube time='2024-03-26'><Cube currency='USD' rate='9'/><Cube currency='ISK' rate='150'/></Cube>"
    found = read(daily_rates().replace("\t</Cube>\n</gesmes", f"{older}\t</Cube>\n</gesmes"))
    assert found == read(daily_rates())


@pytest.mark.parametrize("wrong", ["-1", "0", "0.0", "1e3", "N/A", "nan", "", "9" * 400])
def test_what_is_no_rate_is_left_out(wrong: str) -> None:
    found = read(daily_rates({**RATES, "USD": wrong, "dollar": "2"}))
    assert [each.currency for each in found.rates] == ["CHF", "GBP", "JPY", "PLN"]


def test_there_are_not_more_than_a_page_names() -> None:
    codes = {f"{one}{two}X": "2" for one in "ABCDEFGHIJKLMNOPQRST" for two in "ABCDEFGHIJKLMNOPQRST"}
    assert len(read(daily_rates(codes)).rates) == MOST


@pytest.mark.parametrize(
    "body",
    ["", "no", "<h1>Busy</h1>", "<Cube/>", "<Cube><Cube currency='USD' rate='2'/></Cube>",
     "<Cube time='soon'><Cube currency='USD' rate='2'/></Cube>", daily_rates({})],
)  # fmt: skip
def test_without_a_day_or_a_rate_an_answer_makes_no_sense(body: str) -> None:
    with pytest.raises(OriginFailed, match="European Central Bank sent an answer that makes no sense"):
        read(body)


def test_entities_name_no_file_and_do_not_grow() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    found = read(daily_rates({"USD": "2", "GBP": "&f;", "CHF": "&b;"}).replace("?>", f"?>{bomb}", 1))
    assert found.rates == (Rate("USD", 2.0),)


def test_one_of_a_currency_is_told_in_all_others_by_way_of_the_euro() -> None:
    base, others = against(read(daily_rates({"USD": "1.25", "GBP": "0.8", "JPY": "160"})), "GBP")
    assert base == "GBP"
    assert {each.currency: round(each.value, 6) for each in others} == {"EUR": 1.25, "JPY": 200, "USD": 1.5625}


@pytest.mark.parametrize("currency", ["EUR", "VES", ""])
def test_where_a_currency_has_no_rate_it_is_the_euro(currency: str) -> None:
    base, others = against(read(daily_rates()), currency)
    assert base == "EUR"
    assert {each.currency: str(each.value) for each in others} == RATES
