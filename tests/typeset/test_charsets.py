import random
import re

import pytest

from app.typeset.charsets import escape, escape_attribute, to_ascii, to_latin_1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Don’t” — he said…", '"Don\'t" -- he said...'),
        ("Łódź", "Lodz"),
        ("Málaga, Tromsø, Müller", "Málaga, Tromsø, Müller"),
        ("Dvořák in Málaga", "Dvorak in Málaga"),
        ("Москва", "Moskva"),
        ("5 € – 6 €", "5 EUR - 6 EUR"),
        ("a\u00a0b", "a b"),
        ("co\u00adoperate", "cooperate"),
        ("e\u0301", "é"),
        ("ﬁne œuvre", "fine oeuvre"),
        ("¿Qué?", "¿Qué?"),
        ("½ ¾ × ±", "½ ¾ × ±"),
        ("x ≤ y → z", "x <= y -> z"),
    ],
)
def test_text_is_said_in_latin_1_as_closely_as_it_allows(text: str, expected: str) -> None:
    assert to_latin_1(text) == expected


def test_ascii_has_no_question_marks_of_its_own() -> None:
    assert to_ascii("¿Qué «tal»? Łódź 北京") == 'Que "tal"? Lodz BeiJing'


def test_text_is_escaped_after_it_is_transliterated() -> None:
    assert escape("＜script＞ ‹b› & é") == "&lt;script&gt; &lt;b&gt; &amp; &#233;"


def test_quotation_marks_stand_bare_in_text_and_escaped_in_attributes() -> None:
    assert escape('say "it\'s"') == 'say "it\'s"'
    assert escape_attribute('say\n "it”') == "say &quot;it&quot;"


def test_any_text_comes_out_in_what_every_old_parser_knows() -> None:
    source = random.Random(68000)
    for _ in range(300):
        text = "".join(
            chr(source.choice([source.randrange(32, 0x3000), source.randrange(0x110000)])) for _ in range(60)
        )
        text = "".join(character for character in text if not 0xD800 <= ord(character) < 0xE000)
        escaped = str(escape(text))
        assert escaped.isascii()
        for reference in re.findall(r"&[^;]*;?", escaped):
            assert reference in ("&amp;", "&lt;", "&gt;") or 160 <= int(reference[2:-1]) <= 255
        assert not set("<>") & set(escaped)
