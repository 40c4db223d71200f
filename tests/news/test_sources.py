import re
from collections import Counter
from dataclasses import FrozenInstanceError
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app.net.urls import TRACKING, canonical, host_of
from app.news.editions import EDITIONS
from app.news.sources import PACKAGED, SECTIONS, EditionSources, SourcesError, load_sources

# The editions that Google News has, as it names them in `ceid`.
GOOGLE = set(
    """
    AE:ar AR:es-419 AT:de AU:en BD:bn BE:fr BE:nl BG:bg BR:pt-419 BW:en CA:en CA:fr CH:de CH:fr CL:es-419 CN:zh-Hans
    CO:es-419 CU:es-419 CZ:cs DE:de EE:et EG:ar ES:ca ES:es ET:en FI:fi FR:fr GB:en GH:en GR:el HK:zh-Hant HU:hu ID:en
    ID:id IE:en IL:en IL:he IN:bn IN:en IN:gu IN:hi IN:ml IN:mr IN:pa IN:ta IN:te IT:it JP:ja KE:en KR:ko LB:ar LT:lt
    LV:en LV:lv MA:fr MX:es-419 MY:en MY:ms NA:en NG:en NL:nl NO:no NZ:en PE:es-419 PH:en PK:en PL:pl PT:pt-150 RO:ro
    RS:sr RU:ru SA:ar SE:sv SG:en SI:sl SK:sk SN:fr TH:th TR:tr TW:zh-Hant TZ:en UA:ru UA:uk UG:en US:en US:es-419
    VE:es-419 VN:vi ZA:en ZW:en
    """.split()
)
BIGGEST = "au br ca de es fr gb in it jp mx us".split()
# What stands before the country where names are given out one level deeper, as in `co.uk`.
SECOND_LEVELS = {"ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org"}
# Those who collect other people's news; `feeds.bbci.co.uk` and its like are publishers.
COLLECTORS = re.compile(r"\b(bing|google|reddit|rsshub|twitter|youtube)\.|^(allafrica|siftrss)\.com$|^openrss\.org$")

ORIGINS = load_sources(None)


def site_of(url: str) -> str:
    """Return what its owner has registered: `bbc.co.uk`, `spiegel.de`."""
    labels = host_of(url).split(".")
    deep = len(labels) > 2 and labels[-2] in SECOND_LEVELS and len(labels[-1]) == 2
    return ".".join(labels[-3 if deep else -2 :])


def all_addresses() -> list[tuple[str, str]]:
    return [(code, url) for code, sources in ORIGINS.items() for urls in sources.feeds.values() for url in urls]


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


# The packaged file


def test_every_edition_has_its_sources_and_there_are_no_others() -> None:
    assert list(ORIGINS) == [edition.code for edition in EDITIONS]


def test_an_edition_has_a_country_and_a_language_by_their_codes() -> None:
    told = {code: (each.country, each.language_code) for code, each in ORIGINS.items()}
    assert told["us"] == ("us", "en")
    assert told["br"] == ("br", "pt")
    assert EditionSources("ch-fr", "", "fr-CH", "", {}).country == "ch"
    assert EditionSources("us", "", "", "", {}).language_code == "en"


def test_the_packaged_file_is_sorted_by_code() -> None:
    headers = re.findall(r"^\[([a-z-]+)]$", PACKAGED.read_text(), re.MULTILINE)
    assert headers == sorted(headers)
    assert len(headers) == len(EDITIONS)


def test_names_and_languages_come_from_the_table_of_editions() -> None:
    table = [(edition.name, edition.language) for edition in EDITIONS]
    assert [(sources.name, sources.language) for sources in ORIGINS.values()] == table


def test_every_google_edition_exists_and_belongs_to_its_edition() -> None:
    names = {code: sources.google for code, sources in ORIGINS.items() if sources.google}
    assert set(names.values()) == GOOGLE
    assert set(ORIGINS) - set(names) == {"dk"}
    for code, google in names.items():
        country, _, language = google.partition(":")
        assert country.lower() == code[:2]
        assert language[:2] == ORIGINS[code].language


def test_at_least_forty_editions_have_eight_publishers_on_their_front_page() -> None:
    counts = {code: len(set(map(site_of, sources.feeds.get("top", ())))) for code, sources in ORIGINS.items()}
    assert sum(count >= 8 for count in counts.values()) >= 40
    assert all(counts[code] >= 8 for code in BIGGEST)


@pytest.mark.parametrize("code", BIGGEST)
@pytest.mark.parametrize("section", "business science sports technology world".split())
def test_the_biggest_editions_have_three_feeds_for_each_main_section(code: str, section: str) -> None:
    assert len(ORIGINS[code].feeds[section]) >= 3


@pytest.mark.parametrize("code", BIGGEST)
def test_the_biggest_editions_have_feeds_for_every_section(code: str) -> None:
    assert list(ORIGINS[code].feeds) == [section for section, _ in SECTIONS]


def test_every_edition_has_five_feeds_on_its_front_page() -> None:
    assert {code: len(sources.feeds["top"]) for code, sources in ORIGINS.items() if len(sources.feeds["top"]) < 5} == {}


def test_sections_are_written_in_the_order_in_which_they_are_shown() -> None:
    order = [key for key, _ in SECTIONS]
    assert [title for _, title in SECTIONS] == [key.upper() for key in order]
    for sources in ORIGINS.values():
        assert list(sources.feeds) == [key for key in order if key in sources.feeds]
        assert all(sources.feeds.values())


def test_no_address_stands_twice_in_an_edition() -> None:
    bare = Counter((code, re.sub(r"^https?://(www\.)?", "", url).rstrip("/")) for code, url in all_addresses())
    assert [address for address, count in bare.items() if count > 1] == []


def test_addresses_are_written_in_their_canonical_form_and_without_tracking() -> None:
    text = PACKAGED.read_text()
    for _, url in all_addresses():
        assert canonical(url) == url
        assert f'"{url}"' in text
        assert not any(TRACKING.fullmatch(pair.partition("=")[0]) for pair in urlsplit(url).query.split("&"))


def test_no_address_is_one_of_a_collector_of_news() -> None:
    assert [url for _, url in all_addresses() if COLLECTORS.search(host_of(url))] == []


def test_what_was_read_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        ORIGINS["in"].name = "Bharat"  # type: ignore[misc] # that it is refused is what is tested
    with pytest.raises(TypeError):
        ORIGINS["in"].feeds["top"] = ()  # type: ignore[index] # likewise


# A file of the operator's own


def test_a_replacement_may_define_an_edition_of_its_own(tmp_path: Path) -> None:
    text = '[xy]\nname = "Atlantis"\nlanguage = "en"\n[xy.feeds]\ntop = ["HTTPS://Tides.Example:443/rss#top"]\n'
    (sources,) = load_sources(written(tmp_path, text)).values()
    assert (sources.code, sources.name, sources.language, sources.google) == ("xy", "Atlantis", "en", "")
    assert sources.feeds == {"top": ("https://tides.example/rss",)}


def test_a_replacement_may_rename_an_edition(tmp_path: Path) -> None:
    sources = load_sources(written(tmp_path, '[in]\nname = "Bharat"\nlanguage = "hi"\ngoogle = "IN:hi"\n'))["in"]
    assert (sources.name, sources.language, sources.google) == ("Bharat", "hi", "IN:hi")


def test_the_same_feed_may_serve_two_sections(tmp_path: Path) -> None:
    text = '[in.feeds]\ntop = ["https://a.example/rss"]\nworld = ["https://a.example/rss"]\n'
    assert load_sources(written(tmp_path, text))["in"].feeds["world"] == ("https://a.example/rss",)


def test_a_feed_may_have_a_name_of_its_own(tmp_path: Path) -> None:
    text = '[in.feeds]\ntop = ["https://a.example/rss", {url = "https://B.example/rss", name = "Valley Post"}]\n'
    found = load_sources(written(tmp_path, text))["in"]
    assert found.feeds["top"] == ("https://a.example/rss", "https://b.example/rss")
    assert found.names == {"https://b.example/rss": "Valley Post"}


WRONG = {
    "a name without an address": ('[in.feeds]\ntop = [{name = "Post"}]\n', 2, "A feed is an address, or {url, name}"),
    "a name with markup": (
        '[in.feeds]\ntop = [{url = "https://a.example/", name = "<b>"}]\n',
        2,
        "A feed is an address",
    ),
    "a code that is none": ('# mine\n[India]\ngoogle = "IN:en"\n', 2, '"India" is no code of an edition'),
    "no table": ("in = 3\n", 1, "in must be a table"),
    "an unknown key": ('[in]\ngoogle = "IN:en"\nfeed = 1\n', 3, '"feed" is none of feeds, google, language, name.'),
    "an unknown section": ('[in]\n\n[in.feeds]\nfood = ["https://a.example/"]\n', 4, '"food" is none of top, world,'),
    "no list": ('[in.feeds]\ntop = "https://a.example/"\n', 2, "A section must be a list of addresses"),
    "no table of feeds": ("[in]\nfeeds = []\n", 2, "feeds must be a table that begins with [in.feeds]."),
    "a wrong scheme": (
        '[in.feeds]\ntop = [\n    "https://a.example/",\n    "ftp://b.example/",\n]\n',
        4,
        '"ftp://b.example/" is no http or https address.',
    ),
    "no address": ('[in.feeds]\ntop = [\n    "b.example/rss"]\n', 3, '"b.example/rss" is no http or https address.'),
    "no text": ('[in.feeds]\ntop = [\n"https://a.example/",\n    7]\n', 4, "7 is no http or https address."),
    "a line end in an address": ('[in.feeds]\ntop = ["""ftp://b\n.example"""]\n', 2, '"ftp://b\\n.example" is no http'),
    "a duplicate": (
        '[gb.feeds]\ntop = ["https://a.example/"]\n[in.feeds]\n# "https://a.example/"\nworld = ["https://a.example/"]\n'
        'top = [\n    "https://a.example/",\n    "https://b.example/",\n    "https://a.example/",\n]\n',
        9,
        '"https://a.example/" is there twice.',
    ),
    "a duplicate in other letters": (
        '[in.feeds]\ntop = [\n    "https://a.example/rss",\n    "https://A.example:443/rss",\n]\n',
        4,
        '"https://A.example:443/rss" is there twice.',
    ),
    "a wrong name of Google's": (
        '[gb]\ngoogle = "GB:en"\n[in]\ngoogle = "en-IN"\n',
        4,
        'google must be a country and a language such as IN:en, not "en-IN".',
    ),
    "a language in words": ('[in]\ngoogle = "IN:en"\nlanguage = "English"\n', 3, "language must be a code of two"),
    "a number as name": ('[in]\nname = 5\ngoogle = "IN:en"\n', 2, "name must be 1 to 60 characters"),
    "markup in a name": ('[in]\nname = "<b>"\ngoogle = "IN:en"\n', 2, "name must be 1 to 60 characters"),
    "no name": ('\n[xy]\nlanguage = "en"\ngoogle = "US:en"\n', 2, "The edition xy needs a name"),
    "no language": ('\n[xy]\nname = "Atlantis"\ngoogle = "US:en"\n', 2, "The edition xy needs a language"),
    "no sources": ('[gb]\ngoogle = "GB:en"\n\n[in]\nname = "India"\n', 4, "has neither google nor feeds."),
    "no edition": ("# to be written\n", 1, "There is no edition in it."),
    "no TOML": ('[in]\ngoogle = "IN:en"\nlanguage =\n', 3, "Invalid value."),
    "a table twice": ('[in]\ngoogle = "IN:en"\n[in]\n', 3, "Cannot declare ('in',) twice."),
    "brackets in brackets": ("[in.feeds]\ntop = " + "[" * 5000 + "\n", 2, "maximum recursion depth exceeded"),
    "an end too early": ('[in.feeds]\ntop = [\n    "https://a.example/"\n\n', 3, "Unclosed array."),
}


@pytest.mark.parametrize(("text", "line", "reason"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named_in_one_line_with_its_place(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SourcesError) as caught:
        load_sources(path)
    message = str(caught.value)
    assert message.startswith(f"{path}, line {line}: ")
    assert reason in message
    assert "\n" not in message


@pytest.mark.parametrize(
    "text",
    [
        '[in]\nfeeds.top = [\n    "https://a.example/",\n    "gopher://b.example/",\n]\n',
        '[in]\n\nfeeds = { world = ["https://a.example/"], top = ["gopher://b.example/"] }\n',
        '[ "in" . "feeds" ]\n"world" = ["https://a.example/"]\n\n\'top\' = ["gopher://b.example/"]\n',
    ],
    ids=["dotted", "inline", "quoted"],
)
def test_the_line_is_found_in_every_way_of_writing_toml(tmp_path: Path, text: str) -> None:
    place = text[: text.index("gopher")].count("\n") + 1
    with pytest.raises(SourcesError, match=rf", line {place}: .*gopher://b\.example/"):
        load_sources(written(tmp_path, text))


def test_a_file_with_the_line_ends_of_windows_is_read_and_counted_alike(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match="line 3: "):
        load_sources(written(tmp_path, '[in]\r\ngoogle = "IN:en"\r\nlanguage = "English"\r\n'))


def test_a_file_may_begin_with_the_mark_that_editors_of_windows_put_there(tmp_path: Path) -> None:
    assert load_sources(written(tmp_path, '\ufeff[in]\ngoogle = "IN:en"\n'))["in"].code == "in"


def test_a_file_that_is_not_utf_8_is_named_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b'[in]\ngoogle = "IN:en"\nname = "\xff\xfe"\n')
    with pytest.raises(SourcesError, match=r"mine\.toml, line 3: The file is not UTF-8\.$"):
        load_sources(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match=r"missing\.toml cannot be read: No such file or directory\.$"):
        load_sources(tmp_path / "missing.toml")
