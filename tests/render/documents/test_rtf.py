import re
import shutil
import subprocess
from pathlib import Path

import pytest

from app.models import (
    Article,
    ArticleImage,
    Block,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Table,
)
from app.render.charsets.charsets import CHARSETS
from app.render.documents.rtf import rtf, set_of

EVERYTHING = (
    Heading(2, (Run("On the sea"),)),
    Paragraph((Run("It was "), Run("lit", "b"), Run(" again, "), Run("x", "i"), Run("2", "u"))),
    Quote((Paragraph((Run("Quoted"),)),)),
    ItemList(True, ((Paragraph((Run("one"),)),), (Paragraph((Run("two"),)), Paragraph((Run("more"),))))),
    Table(((((Run("Year"),)), (Run("Ships"),)), ((Run("1901"),), (Run("12"),))), True),
    Preformatted("a  b\n\tc"),
    Rule(),
    Figure(1),
)


def written(*blocks: Block, charset: str = "win1252", **facts: str) -> str:
    images = (ArticleImage("http://x.example/p.jpg", caption="The tower"),)
    article = Article("http://x.example/lamp?a=1", facts.get("title", "A title"), blocks, images)
    return rtf(article, facts.get("facts", ""), CHARSETS[charset]).decode("ascii")


def said(*runs: Run, charset: str = "win1252") -> str:
    """Return what the file has for one paragraph."""
    found = re.search(r"\{\\pard\\sa120\\li0 (.*)\\par\}", written(Paragraph(runs), charset=charset))
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("text", "charset", "expected"),
    [
        (r"a{b}\c", "win1252", r"a\{b\}\\c"),
        ("one\ntwo\tthree", "win1252", r"one\line two\tab three"),
        ("caf\u00e9", "win1252", r"caf\'e9"),
        ("caf\u00e9", "macroman", r"caf\'8e"),
        ("caf\u00e9", "cp437", r"caf\'82"),
        ("\u043c\u0438\u0440", "win1251", r"\'ec\'e8\'f0"),
        ("\u65e5", "sjis", r"\'93\'fa"),
        ("a\x00\x07b", "win1252", "ab"),
    ],
)
def test_a_letter_is_written_so_that_every_reader_has_it(text: str, charset: str, expected: str) -> None:
    assert said(Run(text), charset=charset) == expected


def test_what_the_set_lacks_is_a_number_and_a_spelling() -> None:
    assert said(Run("\u0416")) == r"{\uc2\u1046 \'5a\'68}"


def test_numbers_beyond_sixteen_bits_are_two_and_have_a_sign() -> None:
    found = said(Run("\U0001f600"))
    assert r"\u-10179 " in found
    assert r"\u-8704 " in found
    assert re.search(r"\\uc0\\u-10179 \\uc(\d+)\\u-8704 ((?:\\'..)*)", found)


def test_looks_are_groups_that_end_with_their_words() -> None:
    assert said(Run("plain "), Run("strong", "b"), Run("x", "bi")) == r"plain {\b strong}{\b\i x}"


def test_braces_balance_whatever_a_page_says() -> None:
    file = written(*EVERYTHING, Paragraph((Run(r"}}} \par {\rtf1 {{{"),)), title=r"}{\info")
    bare = re.sub(r"\\[{}\\]", "", file)
    depth = 0
    for letter in bare:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
    assert depth == 0
    assert bare.rstrip().endswith("}")


def test_the_address_stands_at_the_foot_of_each_page() -> None:
    assert r"{\footer\pard\fs16 http://x.example/lamp?a=1\par}" in written()


@pytest.mark.parametrize(
    ("charset", "words"), [("macroman", r"\rtf1\mac\deff0"), ("cp437", r"\rtf1\pc\deff0"), ("win1250", r"\ansicpg1250")]
)
def test_the_set_is_named_in_the_head(charset: str, words: str) -> None:
    assert words in written(charset=charset)


def test_a_set_that_rtf_cannot_name_becomes_that_of_windows() -> None:
    assert set_of(CHARSETS["koi8r"]).name == "win1252"
    assert set_of(CHARSETS["macroman"]).name == "macroman"


@pytest.mark.skipif(not shutil.which("unrtf"), reason="unrtf is not installed")
def test_another_program_reads_all_of_it(tmp_path: Path) -> None:
    file = tmp_path / "a.rtf"
    file.write_bytes(written(*EVERYTHING, Paragraph((Run("caf\u00e9 \u0416"),)), facts="By Ada B.").encode("ascii"))
    shown = subprocess.run(["unrtf", "--text", str(file)], capture_output=True, check=True).stdout.decode("latin-1")
    text = " ".join(shown.split())
    for words in ("A title", "By Ada B.", "On the sea", "It was lit again", "Quoted", "1. one", "2. two more"):
        assert words in text
    assert "Year | Ships -----+------ 1901 | 12" in text
    assert "[picture 1: The tower]" in text
