from pathlib import Path

import pytest

from app.extract.site_rules.load import PACKAGED, SiteRulesError, load_sites
from app.extract.site_rules.rules import NO_RULES


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text)
    return folder / name


def test_a_folder_has_a_file_for_each_site(tmp_path: Path) -> None:
    write(tmp_path, "harbour.example.txt", "body: //main")
    write(tmp_path, ".wiki.example.txt", "body: //article")
    write(tmp_path, "README.md", "not a rule")
    sites = load_sites(tmp_path)
    assert sites.of("https://harbour.example/a").body == ("//main",)
    assert sites.of("https://www.harbour.example/a").body == ("//main",)
    assert sites.of("https://m.harbour.example/a") is NO_RULES
    assert sites.of("https://en.wiki.example/a").body == ("//article",)
    assert sites.of("https://wiki.example/a").body == ("//article",)
    assert sites.of("https://otherharbour.example/a") is NO_RULES


def test_one_file_has_a_section_for_each_site(tmp_path: Path) -> None:
    file = write(tmp_path, "rules", "# Mine\n[harbour.example]\nbody: //main\n\n[www.fleet.example]\nstrip: //b\n")
    sites = load_sites(file)
    assert sites.of("https://harbour.example/").body == ("//main",)
    assert sites.of("https://fleet.example/").strip == ("//b",)


def test_the_nearest_name_counts(tmp_path: Path) -> None:
    file = write(tmp_path, "rules", "[.wiki.example]\nbody: //a\n[en.wiki.example]\nbody: //b\n")
    sites = load_sites(file)
    assert sites.of("https://en.wiki.example/").body == ("//b",)
    assert sites.of("https://de.wiki.example/").body == ("//a",)


def test_the_rules_of_a_host_stand_in_place_of_packaged_ones(tmp_path: Path) -> None:
    write(tmp_path, "lwn.net.txt", "strip: //b")
    sites = load_sites(tmp_path)
    assert sites.of("https://lwn.net/a") == load_sites(write(tmp_path, "f", "[lwn.net]\nstrip: //b")).of(
        "http://lwn.net/"
    )
    assert sites.of("https://github.com/a").body


def test_headers_are_for_the_site_alone(tmp_path: Path) -> None:
    sites = load_sites(write(tmp_path, "rules", "[harbour.example]\nhttp_header(cookie): seen=1\n"))
    assert sites.headers("https://harbour.example/a") == {"Cookie": "seen=1"}
    assert sites.headers("https://harbour.example.evil.example/a") == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[harbour.example]\nbdoy: //p\n", ", line 2: there is no key 'bdoy'."),
        ("body: //p\n", ", line 1: no site is named before it"),
        ("[harbour example]\n", ", line 1: 'harbour example' is not the name of a site"),
        ("[localhost]\n", ", line 1: 'localhost' is not the name of a site"),
    ],
)
def test_what_is_wrong_is_said_with_file_line_and_reason(tmp_path: Path, text: str, said: str) -> None:
    file = write(tmp_path, "rules", text)
    with pytest.raises(SiteRulesError) as raised:
        load_sites(file)
    assert str(raised.value).startswith(str(file))
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_of_a_folder_is_named_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, "harbour.example.txt", "title: //h1\nbody: //p[")
    with pytest.raises(SiteRulesError, match=r"harbour\.example\.txt, line 2: this is no XPath"):
        load_sites(tmp_path)


def test_a_file_that_is_not_there_or_no_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(SiteRulesError, match="cannot be read"):
        load_sites(tmp_path / "nothing")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SiteRulesError, match="not UTF-8"):
        load_sites(tmp_path / "bytes")


def test_the_packaged_ones_say_that_they_were_not_tried() -> None:
    files = list(PACKAGED.glob("*.txt"))
    assert len(files) >= 10
    assert all("not tried against the site" in file.read_text() for file in files)
    assert len(load_sites(None).rules) == len(files)
