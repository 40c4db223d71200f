import pytest

from app.errors import Walled
from app.extract.page import extract_page
from app.extract.walls.pairs import is_report, kinds_in
from app.extract.walls.signs import Kind

URL = "https://harbour.example/story"
SAID = {
    "the listing you came for has been sold or removed.": Kind.GONE,
    "ta strona już nie istnieje.": Kind.GONE,
    "this name and domain may be for sale.": Kind.GONE,
    "dieses video ist in deinem land nicht verfügbar.": Kind.REGION,
    "our site is undergoing a few repairs.": Kind.MAINTENANCE,
    "pour entrer, vous confirmez avoir 18 ans.": Kind.AGE,
    "please solve the captcha to prove it.": Kind.CHECK,
}


@pytest.mark.parametrize(("sentence", "kind"), SAID.items())
def test_a_sentence_is_known_by_what_it_is_about_and_what_is_the_matter(sentence: str, kind: Kind) -> None:
    assert kinds_in(sentence) == {kind: 1}


@pytest.mark.parametrize("text", ["the page is white. it was not found", "a robot", "pages of a harbour book", ""])
def test_half_of_it_says_nothing(text: str) -> None:
    assert not kinds_in(text)


def test_words_are_known_from_their_beginnings_alone() -> None:
    assert not kinds_in("homepages: been moved aside")
    assert kinds_in("pages have been moved") == {Kind.GONE: 1}


def test_each_sentence_counts_and_long_ones_and_long_texts_do_not() -> None:
    gone = "the page was not found. "
    assert kinds_in(gone * 2) == {Kind.GONE: 2}
    assert not kinds_in("of the ships that lay here since the war " * 2 + gone)
    assert not kinds_in(gone * 60)


def test_what_is_not_for_a_country_is_not_missing() -> None:
    assert kinds_in("this video is not available in your country.") == {Kind.REGION: 1}


@pytest.mark.parametrize(
    "sentence",
    [
        "the ferry will run again, the mayor said on friday",
        "港の管理者は火曜日にそう述べた",
        "das teilte das amt am dienstag mit",
    ],
)
def test_a_report_tells_what_was_said(sentence: str) -> None:
    assert is_report(sentence)
    assert not is_report("bitte versuchen sie es in einer stunde noch einmal")


LANGUAGES = {
    "Czech": ("Inzerát nenalezen", "Inzerát byl smazán nebo přesunut."),
    "Persian": ("آگهی یافت نشد", "این آگهی حذف شده است."),
    "Bengali": ("পৃষ্ঠা পাওয়া যায়নি", "এই পৃষ্ঠা মুছে ফেলা হয়েছে।"),
    "Lithuanian": ("Puslapis nerastas", "Puslapis neegzistuoja."),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_whose_sentences_no_table_lists_is_known_by_them(language: str) -> None:
    title, said = LANGUAGES[language]
    with pytest.raises(Walled) as raised:
        extract_page(f"<html><title>{title}</title><body><h1>{title}</h1><p>{said}</p></body></html>", URL)
    assert raised.value.sentence == "harbour.example has no such page (200)."


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Lock closed for maintenance", "The lock is closed for maintenance until Friday, the harbour master said."),
        (
            "Seite nicht gefunden",
            "Eine Seite des Buchs wurde nicht gefunden, sagte die Leiterin des Archivs am Montag.",
        ),
        (
            "Artikel 5 gelöscht",
            "Der Rat hat Artikel 5 der Satzung gelöscht. Das Ergebnis war knapp. Die Linke war dagegen.",
        ),
        ("Museum page opened", "The museum has a page of its own. The old page is no longer available. It was red."),
        ("Maintenance of the ticket office", "The planned maintenance of the ticket office has been completed."),
    ],
)
def test_short_news_with_the_same_words_are_read(title: str, text: str) -> None:
    assert extract_page(f"<html><title>{title}</title><body><h1>{title}</h1><p>{text}</p></body></html>", URL)
