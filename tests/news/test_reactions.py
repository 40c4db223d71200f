"""Which headlines are no reports."""

import pytest

from app.models import Headline
from app.news.reactions import is_reaction
from bench.grouping import leads, rows


def told(title: str, url: str = "https://paper.example/world/1") -> Headline:
    return Headline(title, url, "Paper", "https://paper.example/feed", 0)


@pytest.mark.parametrize(
    "title",
    [
        "Opinion | The budget is a mess",
        "Analysis: a treaty without teeth",
        "Budget vote - live updates",
        "Kommentar zum Haushalt: Es fehlt an Mut",
        "Liveblog: Der Haushalt im Bundestag",
        "Editorial: un presupuesto sin rumbo",
        "EN DIRECT - Le budget devant la chambre",
        "L'analisi: un bilancio fragile",
        "Мнение: бюджет без цели",
        "राय: बजट में कुछ नहीं",
        "【社説】予算に足りないもの",
        "Why the budget failed",
        "Pourquoi le budget a échoué",
        "What happens now? Five scenarios",
        "‘We did not see it coming’: voices from the valley",
        "Mayor: “I will not resign”",
        "「見えなかった」谷の声",
    ],
)
def test_what_is_no_report_by_its_title(title: str) -> None:
    assert is_reaction(told(title))


@pytest.mark.parametrize(
    "title",
    [
        "Budget passes by two votes",
        "'Salt Road' takes top prize at festival",
        "Analysis firm Helixa files for bankruptcy after fraud",
        "Opinion polls put the alliance ahead",
        "Live music returns to the old harbour hall",
        "Whatever it takes, says the bank, and cuts rates",
        "Haushalt verabschiedet: Koalition jubelt",
        "Video games maker Orbix cuts 900 jobs",
        "",
    ],
)
def test_a_report_is_none(title: str) -> None:
    assert not is_reaction(told(title))


def test_the_address_tells_too() -> None:
    assert is_reaction(told("A budget", "https://paper.example/opinion/2026/a-budget"))
    assert not is_reaction(told("A budget", "https://paper.example/politics/opinion-polls-shift"))


@pytest.mark.parametrize("table", ["headlines", "stories"])
def test_few_reports_are_taken_for_something_else(table: str) -> None:
    known, wrong = leads(rows(table))
    assert known >= 0.65
    assert wrong <= 0.02
