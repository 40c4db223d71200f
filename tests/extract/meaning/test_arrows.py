import pytest

from app.extract.meaning.arrows import spell_arrows
from tests.extract.meaning.spelled import spelled, with_words


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('Cod <i class="fa fa-caret-up"></i> 3.2%', "Cod ▲ 3.2%"),
        ('Mud <span class="icon-arrow-down"></span><b>1.4%</b>', "Mud ▼ 1.4%"),
        ('Coal 9.5% <i class="bi bi-arrow-down-right"></i>', "Coal 9.5% ▼"),
        ('<svg class="icon--trending-up"><path d="M0 0"/></svg> €20', "▲ €20"),
        ('<span class="lg-triangle-down" aria-hidden="true"></span> -0.3', "▼ -0.3"),
    ],
)
def test_an_arrow_at_a_figure_says_whether_it_rose_or_fell(line: str, said: str) -> None:
    assert spelled(f"<p>{line}</p>", with_words(spell_arrows)) == said


@pytest.mark.parametrize(
    "line",
    [
        'More <i class="fa fa-caret-down"></i>',
        '<a href="#top"><i class="arrow-up"></i> 1</a>',
        '<button><i class="icon-arrow-up"></i> 12</button>',
        'In 2026 <i class="arrow-right"></i> 3 boats',
        '<i class="arrow-up">x</i> 5',
        'up <i class="markup"></i> 5',
    ],
)
def test_other_arrows_say_nothing(line: str) -> None:
    said = spelled(f"<p>{line}</p>", with_words(spell_arrows))
    assert not {"▲", "▼"}.intersection(said)
