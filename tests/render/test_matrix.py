"""Every kind of page in every profile: valid, within its budget, and free of what old browsers stumble over."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.render.profiles.profile import Profile
from app.render.profiles.profiles import PROFILES
from app.render.profiles.spec import read_spec
from app.render.profiles.user_agents import AGENTS, spec_for
from config import Settings
from tests.news.town import silent_sources
from tests.origin import Origin
from tests.render.everything import NEXT, Everything, Kind, in_profile
from tests.validity import all_sgml_errors, sgml_errors, stumbling_blocks

SPELLED = (
    "dos-html32-jpeg",
    "ie-mac",
    "lynx-utf8",
    "macplus-inline",
    "modern-8k",
    "netscape-html2",
    "netscape-mac",
    "netscape-unix",
    "netscape-windows4",
    "palm-160",
    "universal-16k-nobr",
    "universal-cp864",
    "universal-iso88598",
    "universal-koi8r",
    "universal-sjis",
    "universal-spelled",
    "universal-utf8",
    "webtv-text-macroman-png-noforms",
)
SPECS = (*PROFILES, *SPELLED)
# Pages whose links lead to other profiles, which is what they are for.
FOR_OTHERS = {"setup", "test"}
TO_OTHERS = ("Also in ", "If words come out backwards", "Other dots:", "which your browser may not show")
NAV = re.compile(r"<p>Page (\d+) of (\d+)\b[^\n]*?</p>\n|<p>Page (\d+) of (\d+)\n.*?</p>\n", re.DOTALL)
TEXT_ENDS = re.compile(r"<hr>\n(?:<p>Page .*?</p>\n)?<p>(?:<font [^>]*>)?<a href=\"[^\"]*\.txt\">", re.DOTALL)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everything]:
    folder = tmp_path_factory.mktemp("everything")
    (folder / "silent.toml").write_text(silent_sources())
    settings = Settings(
        STORE_URL=f"sqlite:///{folder}/store.sqlite3",
        FETCH_ALLOWED_NETWORKS=("127.0.0.0/8",),
        GOOGLE_NEWS_URL="http://127.0.0.1:9",
        INTERFACE_LANGUAGE="en",
    )
    with Origin() as origin:
        yield Everything(origin, settings, folder)


def walked(
    everything: Everything, start: str, kind: Kind, profile: Profile, agent: str = ""
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each page from `start` on, by the links to the next one."""
    charset = profile.charset(kind.family)
    path, number = start, 0
    while path:
        answer = everything.browser.get(path, headers={"User-Agent": agent})
        is_hidden = kind.status >= 400 and not profile.shows_errors
        assert answer.status_code == (200 if is_hidden else kind.status), path
        assert answer.headers["Content-Type"] == profile.html_type(charset), path
        number += 1
        yield path, answer.data
        text = answer.data.decode(charset.codec)
        places = {(int(found[1] or found[3]), int(found[2] or found[4])) for found in NAV.finditer(text)}
        follows = NEXT.findall(text)
        if places:
            ((here, count),) = places
            assert here == number, path
            lines = 1 if number == 1 and kind.begins_with_text else 2
            assert len(follows) == (lines if here < count else 0), path
            assert len(NAV.findall(text)) == lines, path
        else:
            assert number == 1, path
        path = follows[0] if follows else ""


def links_of(text: str) -> list[str]:
    return re.findall(r'(?:href|action|src)="([^"#]+)"', text)


def troubles(page: bytes, name: str, kind: Kind, profile: Profile) -> list[str]:
    """Return what is wrong with a page, apart from what onsgmls sees."""
    charset = profile.charset(kind.family)
    found = stumbling_blocks(page, charset.codec)
    text = page.decode(charset.codec, "replace")
    if kind.budgeted and len(page) > profile.budget:
        found.append(f"{len(page)} bytes of {profile.budget}")
    images = re.findall(r"<img [^>]*>", text)
    for image in images:
        if not re.fullmatch(r'<img src="[^"]+" width="\d+" height="\d+" alt="[^"]+">', image):
            found.append(f"the image {image}")
    if len(images) > kind.images:
        found.append(f"{len(images)} images")
    if not charset.references and "&#" in text:
        found.append("a reference in a set of bytes")
    if name == "print" and links_of(text):
        found.append("links on paper")
    return found


def strays(text: str, name: str, prefix: str, edition: str) -> list[str]:
    """Return the links of ours on a page that do not keep its prefix."""
    ours = [link for link in links_of(text) if link.startswith("/")]
    if name in FOR_OTHERS or any(words in text for words in TO_OTHERS):
        ours = [link for link in ours if not link.startswith("/~")]
    if "editions" in name:
        ours = [re.sub(r"/[a-z]{2}(?:-[a-z]{2})?/$", edition + "/", link) for link in ours]
    if edition.startswith("/+"):
        # What everybody may know of a collection does not name its secret.
        ours = [link for link in ours if not re.match(f"{prefix}/in/c/[a-z2-7]{{10}}", link)]
    return [link for link in ours if not link.startswith(f"{prefix}{edition}/")]


def edition_of(kind: Kind) -> str:
    """Return the part of the links of a page that names its edition."""
    found = re.match(r"(?:/\+[a-z2-7]+)?/(?:in|jp)(?=/)", kind.path)
    if found and kind.path != "/in/nothing":
        return found[0]
    return "/in" if "loc=" in kind.path else ""


@pytest.mark.parametrize("spec", SPECS)
def test_every_kind_of_page_is_right_in_every_profile(everything: Everything, spec: str, tmp_path: Path) -> None:
    profile = read_spec(spec)
    found: dict[str, object] = {}
    pages: dict[str, str] = {}
    images: set[str] = set()
    for name, kind in everything.kinds.items():
        for path, page in walked(everything, in_profile(profile, kind.path), kind, profile):
            text = page.decode(profile.charset(kind.family).codec)
            wrong = troubles(page, name, kind, profile) + strays(text, name, f"/~{profile.name}", edition_of(kind))
            found |= {f"{name} {path}": wrong} if wrong else {}
            pages[f"{name} {path}"] = text
            images.update(re.findall(r'<img src="[^"]+" width="\d+" height="\d+"', text))
    assert found == {}
    assert all_sgml_errors(pages, tmp_path) == ""
    assert [image for image in images if not is_true(everything, image, profile)] == []


def is_true(everything: Everything, image: str, profile: Profile) -> bool:
    """Say whether a picture has the size that its tag promises, in the format of the profile or that of a notice."""
    source, width, height = re.findall(r'"([^"]*)"', image)
    answer = everything.browser.get(source)
    picture = Image.open(BytesIO(answer.data))
    picture.load()
    return (
        answer.status_code == 200
        and picture.size == (int(width), int(height))
        and picture.format in {profile.image, profile.thumbnail, "GIF"}
        and answer.headers["Content-Type"] == f"image/{(picture.format or '').lower()}"
    )


@pytest.mark.parametrize("agent", sorted({row.spec: row.example for row in AGENTS}.values()))
def test_a_browser_that_is_known_by_its_name_gets_plain_addresses(
    everything: Everything, agent: str, tmp_path: Path
) -> None:
    profile = read_spec(spec_for(agent))
    pages: dict[str, str] = {}
    for name in ("front", "search", "article", "long article", "picture", "japanese", "setup", "error", "old article"):
        kind = everything.kinds[name]
        for path, page in walked(everything, kind.path, kind, profile, agent):
            text = page.decode(profile.charset(kind.family).codec)
            assert strays(text, name, "", edition_of(kind)) == [], path
            assert troubles(page, name, kind, profile) == [], path
            pages[f"{name} {path}"] = text
    assert all_sgml_errors(pages, tmp_path) == ""


def words(markup: str) -> str:
    """Return the text of markup without any space, since a cut may fall where one was."""
    return "".join(re.sub(r"<[^>]*>", "", markup).split())


def text_of_page(page: str) -> str:
    """Return the markup of the article on one of its pages: what stands before the line of navigation at its end, and
    on all but the first page behind that at its beginning."""
    ends = TEXT_ENDS.search(page)
    assert ends
    begins = NAV.search(page, 0, ends.start())
    return page[begins.end() if begins else 0 : ends.start()]


def difference(cut: str, whole: str) -> tuple[str, ...]:
    """Return where two texts begin to differ; pytest's own comparison takes minutes for so long ones."""
    place = next((place for place, pair in enumerate(zip(cut, whole, strict=False)) if pair[0] != pair[1]), len(whole))
    return () if cut == whole else (cut[place - 50 : place + 50], whole[place - 50 : place + 50])


@pytest.mark.parametrize("spec", SPECS)
def test_nothing_is_lost_or_said_twice_where_a_page_ends(everything: Everything, spec: str) -> None:
    profile = read_spec(spec)
    kind = everything.kinds["long article"]
    codec = profile.charset(kind.family).codec
    texts = [page.decode(codec) for _, page in walked(everything, in_profile(profile, kind.path), kind, profile)]
    bodies = list(map(text_of_page, texts))
    whole = everything.browser.get(in_profile(profile, kind.path + "/all")).data.decode(codec)
    assert len(texts) > 1
    assert difference("".join(map(words, bodies)), words(text_of_page(whole))) == ()
    for body in bodies:
        assert not re.search(r"</h[2-6]>(?:</center>)?\s*$", body)


@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize("name", ["long article", "tables"])
def test_no_item_and_no_row_is_cut(everything: Everything, spec: str, name: str) -> None:
    profile = read_spec(spec)
    kind = everything.kinds[name]
    seen: list[str] = []
    for path, page in walked(everything, in_profile(profile, kind.path), kind, profile):
        text = page.decode(profile.charset(kind.family).codec)
        begun = re.findall(r"\bbegin(\d+)\b", text)
        assert re.findall(r"\bfinish(\d+)\b", text) == begun, path
        seen += begun
    assert seen == list(map(str, range(150) if name == "long article" else [*range(90), *range(1000, 1300)]))


def test_no_link_of_ours_leads_nowhere(everything: Everything) -> None:
    profile = read_spec("macplus-inline")
    links: set[str] = set()
    for name in ("front", "article", "long article", "setup", "test", "picture", "first part", "about", "japanese"):
        kind = everything.kinds[name]
        for _, page in walked(everything, in_profile(profile, kind.path), kind, profile):
            links.update(link for link in links_of(page.decode("ascii", "replace")) if link.startswith("/"))
    assert len(links) > 150
    answers = {link: everything.browser.get(link) for link in sorted(links)}
    lost = [link for link, answer in answers.items() if answer.status_code == 404]
    # What the original site does not have is shown with a way to it.
    assert [answers[link].data for link in lost if b">Original " not in answers[link].data] == []


def test_the_checks_see_what_they_should(tmp_path: Path) -> None:
    bad = b'<a href="/x?a=1&copy=2">&#8217; \xe9 &mdash;</a><br/><p style="x">'
    assert len(stumbling_blocks(bad)) >= 5
    assert sgml_errors(
        b'<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><title>x</title><center>y</center>', tmp_path
    )
    assert sgml_errors(
        b'<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><title>x</title><p dir="up">y', tmp_path
    )
    good = '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><title>x</title><p>y'
    said = all_sgml_errors({"good": good, "bad": good + "<br/>", "foreign": good + "あя"}, tmp_path)
    assert "onsgmls:bad:" in said
    assert "good" not in said
    assert "foreign" not in said
