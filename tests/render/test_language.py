import io
from datetime import date

import pytest
from markupsafe import Markup

from app.render.charsets.charsets import CHARSETS
from app.render.language import ENGLISH, Language, catalogue_for, language, language_in, languages
from app.sentences import Sentence

RUSSIAN = """
msgid ""
msgstr ""
"Language: ru\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "%(num)s hour ago"
msgid_plural "%(num)s hours ago"
msgstr[0] "%(num)s час назад"
msgstr[1] "%(num)s часа назад"
msgstr[2] "%(num)s часов назад"

msgid "%(host)s has no such page."
msgstr "На %(host)s нет такой страницы."

msgid "Made %(ago)s."
msgstr "Составлено %(ago)s."

msgid "more than %(size)s"
msgstr "более %(size)s"

msgid "%(num)s day ago"
msgid_plural "%(num)s days ago"
msgstr[0] "%(num)s день назад"
msgstr[1] ""
msgstr[2] ""

msgid "Read"
msgstr ""
"""
AGO = Sentence.plural("%(num)s hour ago", "%(num)s hours ago", num=0)


@pytest.fixture
def russian() -> Language:
    return language_in(io.BytesIO(RUSSIAN.encode()), "ru")


@pytest.mark.parametrize(("number", "said"), [(1, "1 час назад"), (3, "3 часа назад"), (11, "11 часов назад")])
def test_a_plural_has_the_forms_of_the_language(russian: Language, number: int, said: str) -> None:
    assert russian.said(AGO.of(num=number)) == said
    assert russian.ngettext("%(num)s hour ago", "%(num)s hours ago", number) == said


def test_what_is_filled_in_is_said_in_the_same_language(russian: Language) -> None:
    assert russian.said(Sentence("Made %(ago)s.", ago=AGO.of(num=2))) == "Составлено 2 часа назад."
    assert russian.said(Sentence("more than %(size)s", size=2.5)) == "более 2,5"
    assert russian.said(Sentence.of_day(date(2024, 3, 7))) == "7 марта 2024 г."


def test_what_is_not_or_half_translated_is_english(russian: Language) -> None:
    assert russian.said(Sentence("Read")) == "Read"
    assert russian.said(Sentence.plural("%(num)s day ago", "%(num)s days ago", num=5)) == "5 days ago"
    assert russian.said(Sentence("Never heard of.")) == "Never heard of."


def test_sentences_that_are_joined_are_each_translated(russian: Language) -> None:
    joined = Sentence.joined(Sentence("%(host)s has no such page.", host="a.example"), AGO.of(num=1))
    assert russian.said(joined) == "На a.example нет такой страницы. 1 час назад"


def test_other_texts_stay_as_they_are(russian: Language) -> None:
    assert russian.said("Read") == "Read"
    assert russian.said("100% of it") == "100% of it"


def test_a_template_gets_markup_in_which_values_are_escaped(russian: Language) -> None:
    said = russian.gettext("%(host)s has no such page.", host="a&<b>'")
    assert said == "На a&amp;&lt;b&gt;' нет такой страницы."
    assert isinstance(said, Markup)
    assert ENGLISH.gettext('<a href="%(link)s">Read</a>', link="/in/read") == '<a href="/in/read">Read</a>'


@pytest.mark.parametrize(
    ("charset", "shown"), [("koi8r", True), ("win1251", True), ("utf8", True), ("references", False), ("latin1", False)]
)
def test_letters_that_are_not_latin_need_a_set_that_has_them(russian: Language, charset: str, shown: bool) -> None:
    assert russian.can_be_shown(CHARSETS[charset], from_right=False) is shown


def test_a_language_from_the_right_needs_a_page_from_the_right() -> None:
    hebrew = language_in(io.BytesIO('msgid "Read"\nmsgstr "קרא"\n'.encode()), "he")
    assert hebrew.can_be_shown(CHARSETS["utf8"], from_right=True)
    assert not hebrew.can_be_shown(CHARSETS["utf8"], from_right=False)
    assert not hebrew.can_be_shown(CHARSETS["koi8r"], from_right=True)


def test_accents_of_latin_letters_may_be_lost() -> None:
    french = language_in(io.BytesIO('msgid "Read"\nmsgstr "Précédent"\n'.encode()), "fr")
    assert french.can_be_shown(CHARSETS["ascii"], from_right=False)


def test_english_is_always_there_and_stands_for_what_is_not() -> None:
    assert languages()[0] == "en"
    assert language("en") is language("xx") is ENGLISH


@pytest.mark.parametrize(
    ("code", "country", "catalogue"),
    [("de", "at", "de"), ("zh", "cn", "zh_Hans"), ("zh", "tw", "zh_Hant"), ("zh", "hk", "zh_Hant"), ("no", "no", "nb")],
)
def test_each_edition_has_its_catalogue(code: str, country: str, catalogue: str) -> None:
    assert catalogue_for(code, country) == catalogue
