"""What the API of MediaWiki says of an entry."""

import json
import re

import pytest

from app.errors import NoSuchEntry, OriginBusy, OriginFailed, ReaderError, Walled
from app.models import Figure, Heading, ItemList, ReferencePage, text_of
from app.net.wikis import Wiki
from app.search.wikis.entries import address, entry, is_address, suggestions_address
from tests.wikis import CHOICE, ENTRY, LANGUAGES, missing, parsed

WIKI = Wiki("Wikipedia", "https://{language}.wikipedia.org")
URL = address(WIKI, "en", "Lamp")
MARKUP = re.sub(r"\{(\w)\w+\}", r"//media.example/\1.jpg", ENTRY)


def read(markup: str = MARKUP, **more: object) -> ReferencePage:
    return entry(WIKI, URL, parsed("Kettle lamp", markup, LANGUAGES, **more))  # type: ignore[arg-type]


def test_the_summary_stands_apart_from_the_facts_and_the_sections() -> None:
    found = read()
    assert [text_of(block) for block in found.summary] == [
        "The lamp is a light by which “ships” find the harbour and its people."
    ]
    figure, facts = found.facts
    assert figure == Figure(1)
    assert isinstance(facts, ItemList)
    assert [text_of(block) for item in facts.items for block in item] == [
        "Kettle Point Light",
        "Height: 24 m",
        "Keepers: Ann Keeper, Bo Warden",
        "Place: Kettle Point, Harbour",
    ]
    assert [section.title for section in found.sections] == ["History", "Light"]
    assert Heading(3, found.sections[0].blocks[2].runs) == found.sections[0].blocks[2]  # type: ignore[union-attr]


def test_pictures_have_their_words_and_stand_where_they_stood() -> None:
    found = read()
    assert [(each.url.rpartition("/")[2], each.caption) for each in found.images] == [
        ("t.jpg", "The tower in 1911"),
        ("c.jpg", "The crew, on rails"),
        ("l.jpg", "The lens"),
    ]
    assert Figure(2) in found.sections[0].blocks


def test_small_signs_and_hidden_words_are_left_out() -> None:
    markup = (
        '<p>Seen <img src="//media.example/flag.png" width="23" height="15">here.</p><p style="display: none">Unseen.</p>'
        '<table class="metadata ambox"><tr><td>This article needs</td></tr></table>'
    )
    found = read(markup)
    assert [text_of(block) for block in found.summary] == ["Seen here."]
    assert found.images == ()


def test_other_languages_are_addresses_of_this_wiki() -> None:
    assert [(each.title, each.url) for each in read().languages] == [
        ("German: Lampe", "https://de.wikipedia.org/wiki/Lampe"),
        ("French: Lampe (éclairage)", "https://fr.wikipedia.org/wiki/Lampe_(%C3%A9clairage)"),
        ("Minnan: Teng", "https://zh-min-nan.wikipedia.org/wiki/Teng"),
    ]


def test_a_list_of_meanings_is_not_divided() -> None:
    found = read(CHOICE, properties={"disambiguation": ""})
    assert found.is_choice
    assert found.sections == ()
    assert sum(isinstance(block, ItemList) for block in found.summary) == 2


def test_the_title_that_led_here_is_kept() -> None:
    assert read(redirected="Lamp").redirected == "Lamp"
    assert read().url == "https://en.wikipedia.org/wiki/Kettle_lamp"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (missing(), NoSuchEntry),
        ('{"error": {"code": "invalidtitle"}}', NoSuchEntry),
        ('{"error": {"code": "ratelimited"}}', OriginBusy),
        ('{"error": {"code": "internal_api_error"}}', OriginFailed),
        ('{"error": "no"}', OriginFailed),
        ("{}", OriginFailed),
        ("[]", OriginFailed),
        ("nonsense", OriginFailed),
        ("<html>Are you a robot?</html>", Walled),
        (json.dumps({"parse": {"title": "Lamp", "text": {"*": "<p>Old shape</p>"}}}), OriginFailed),
        (parsed("Lamp", ""), OriginFailed),
        (parsed("Lamp", "<div class='reflist'>A book</div>"), OriginFailed),
    ],
)
def test_what_is_no_entry_says_so(answer: str, error: type[ReaderError]) -> None:
    with pytest.raises(error) as raised:
        entry(WIKI, URL, answer)
    assert type(raised.value) is error


@pytest.mark.parametrize(
    "languages", [None, 3, ["de"], [{"lang": 3}], [{"lang": "x y", "title": "A"}], [{"title": "A"}]]
)
def test_odd_lists_of_languages_are_left_out(languages: object) -> None:
    answer = json.loads(parsed("Lamp", "<p>Words.</p>"))
    answer["parse"] |= {"langlinks": languages, "redirects": languages, "properties": languages}
    assert entry(WIKI, URL, json.dumps(answer)).languages == ()


def test_questions_are_told_apart_by_their_addresses() -> None:
    assert is_address(URL)
    assert not is_address(suggestions_address(WIKI, "en", "Lamp"))
    assert "srsearch=Lamp" in suggestions_address(WIKI, "en", "Lamp")
