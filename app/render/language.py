"""The language of our own words on a page: catalogues of gettext, and the words of CLDR for days and numbers.

A catalogue is `app/locale/<language>/LC_MESSAGES/messages.po`; it is compiled in memory when a page in its language is
first made, so that there is nothing to be built and nothing to be written.
"""

import gettext
import io
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import IO

from babel import Locale
from babel.dates import format_date
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup

from app.render.charsets.charsets import Charset, escape
from app.sentences import Param, Sentence

ENGLISH_CODE = "en"
FOLDER = Path(__file__).parent.parent / "locale"
# The languages whose letters run from the right.
FROM_RIGHT = frozenset({"ar", "fa", "he"})
# The catalogue of a language that is written in two ways, by the country of an edition; sorted.
_BY_COUNTRY = {("zh", "hk"): "zh_Hant", ("zh", "tw"): "zh_Hant"}
# The catalogue that speaks for a language with another code in the table of editions.
_CATALOGUES = {"no": "nb", "zh": "zh_Hans"}


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the interface speaks; `code` is that of its catalogue, `letters` those that are not Latin."""

    code: str
    catalogue: gettext.NullTranslations
    locale: Locale
    letters: frozenset[str] = frozenset()

    def said(self, text: str) -> str:
        """Return a sentence in this language; a text that is none of ours as it is."""
        if not isinstance(text, Sentence) or self.code == ENGLISH_CODE:
            return text
        if text.plural_id:
            number = text.params["num"]
            found = self.catalogue.ngettext(text.msgid, text.plural_id, number if isinstance(number, int) else 0)
        else:
            found = self.catalogue.gettext(text.msgid)
        return found % {name: self._filled(value) for name, value in text.params.items()} if text.params else found

    def gettext(self, msgid: str, /, **values: object) -> Markup:
        """Return what a template says, which may have markup of ours, with `values` as templates write them."""
        return self._markup(self.catalogue.gettext(msgid), values)

    def ngettext(self, msgid: str, plural_id: str, num: int, /, **values: object) -> Markup:
        """Return what a template says of so many things."""
        return self._markup(self.catalogue.ngettext(msgid, plural_id, num), {"num": num, **values})

    def written(self, value: object) -> Markup:
        """Return a value of a template as markup, in place of Jinja's escaping, whose `&#39;` old parsers show."""
        if isinstance(value, Markup):
            return value
        return escape(self.said(value) if isinstance(value, str) else str(value))

    def can_be_shown(self, charset: Charset, from_right: bool) -> bool:
        """Say whether a page in `charset` has its letters; accents of Latin letters may be left out.

        Letters from the right stand only on pages that run from there.
        """
        if self.code in FROM_RIGHT and not from_right:
            return False
        return not self.letters or _has(charset, self.letters)

    def or_english(self, charset: Charset, from_right: bool = False) -> "Language":
        """Return this language, or English where what is in `charset` cannot show it."""
        return self if self.can_be_shown(charset, from_right) else ENGLISH

    def _markup(self, text: str, values: dict[str, object]) -> Markup:
        filled = {name: self.written(value) for name, value in values.items()}
        return Markup(text % filled if values else text)  # noqa: S704  # catalogues are ours, and values are escaped

    def _filled(self, value: Param) -> str:
        if isinstance(value, date):
            # Some languages have narrow spaces that no old set has.
            return " ".join(format_date(value, "long", self.locale).split())
        if isinstance(value, float):
            return format_decimal(value, "0.0", self.locale)
        return self.said(value) if isinstance(value, str) else str(value)


ENGLISH = Language(ENGLISH_CODE, gettext.NullTranslations(), Locale("en"))


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that there are, English first."""
    return ENGLISH_CODE, *sorted(path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/messages.po"))


@cache
def language(code: str) -> Language:
    """Return the language of the catalogue `code`; English where there is none."""
    if code == ENGLISH_CODE or code not in languages():
        return ENGLISH
    with path_of(code).open("rb") as file:
        return language_in(file, code)


def language_in(file: IO[bytes], code: str) -> Language:
    """Return the language whose catalogue is in `file`; what is not translated there is said in English."""
    catalogue = read_po(file, locale=code)
    for message in [each for each in catalogue if each.id and not is_complete(each)]:
        catalogue.delete(message.id)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    said = "".join(str(message.string) for message in catalogue if message.id)
    letters = frozenset(each for each in said if each.isalpha() and not unicodedata.name(each, "").startswith("LATIN"))
    return Language(code, gettext.GNUTranslations(compiled), Locale.parse(code), letters)


def is_complete(message: Message) -> bool:
    """Say whether a message of a catalogue has its translation, in each plural form."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms) and not message.fuzzy


def path_of(code: str) -> Path:
    """Return where the catalogue of a language is."""
    return FOLDER / code / "LC_MESSAGES" / "messages.po"


def tag_of(code: str) -> str:
    """Return the code of a catalogue as an address and BCP 47 have it: `zh-hant`."""
    return code.lower().replace("_", "-")


def language_of_tag(tag: str) -> Language | None:
    """Return the language of the catalogue whose code has this form in an address; None where there is none."""
    return next((language(code) for code in languages() if tag_of(code) == tag), None)


def catalogue_for(language_code: str, country: str = "") -> str:
    """Return the code of the catalogue for the language of an edition (ISO 639-1) in a country; it may not be there."""
    return _BY_COUNTRY.get((language_code, country)) or _CATALOGUES.get(language_code, language_code)


def language_for(named: str, language_code: str, edition: str) -> Language:
    """Return the language of our own words: that of the catalogue that a profile or a setting has `named`, else that of
    an edition, by its language (ISO 639-1) and its code."""
    return language(named or catalogue_for(language_code, edition[:2]))


@cache
def _has(charset: Charset, letters: frozenset[str]) -> bool:
    return charset.can_write("".join(sorted(letters)))
