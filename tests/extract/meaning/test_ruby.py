import pytest

from app.extract.meaning.ruby import spell_ruby
from tests.extract.meaning.spelled import spelled


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<ruby>漢字<rt>かんじ</rt></ruby>", "漢字(かんじ)"),
        ("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>", "漢字(かんじ)"),
        ("<ruby>漢字<rp>（<rt>かんじ<rp>）</ruby>", "漢字(かんじ)"),
        ("<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>", "東(とう)京(きょう)"),
        ("<ruby><rb>旧</rb><rb>金</rb><rt>jiù</rt><rt>jīn</rt></ruby>", "旧金(jiù jīn)"),
        ("<ruby><rb>旧<rb>金<rt>jiu<rt>jin<rtc>old gold</ruby>", "旧金(jiu jin)(old gold)"),
        ("<ruby>漢字<rt>（かんじ）</rt></ruby>", "漢字（かんじ）"),
        ("<ruby>漢字<rt></rt></ruby>", "漢字"),
        ("<ruby><a href=/x>漢字</a><rt><b>かんじ</b></rt></ruby>", "漢字(かんじ)"),
    ],
)
def test_a_reading_stands_in_brackets_once(markup: str, text: str) -> None:
    assert spelled(f"<p>その{markup}です。</p>", spell_ruby) == f"その{text}です。"
