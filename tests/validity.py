"""What every page must be: valid by the DTD it names, and nothing that an old parser is known to stumble over."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

CATALOGS = ("catalog", "4.0/catalog")
DTDS = Path("/usr/share/sgml/html/dtd")
# Each file by itself. These warn of what HTML 2.0 permits; a missing end tag of `p` or `li` would still be an error of ours.
OPTIONS = ("-B", "-s", "-E0", "-wnet", "-wmin-tag", "-wno-unclosed")
LONGEST_LINK = 80
_BEYOND_ASCII = re.compile("[^\t\n\r -~]")


def need(*programs: str) -> None:
    """Skip the test where a program is missing, except where `.ci/run` says that all must be there."""
    for program in programs:
        if shutil.which(program) is None and not os.environ.get("REQUIRE_BROWSERS"):
            pytest.skip(f"{program} is not installed")


def need_typefaces() -> None:
    """Skip the test where the machine has no typeface, as `need` does for programs."""
    folders = ("/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts")
    if not any(next(Path(each).rglob("*.tt[cf]"), None) for each in folders) and not os.environ.get("REQUIRE_BROWSERS"):
        pytest.skip("there is no typeface")


def sgml_errors(page: bytes, tmp_path: Path) -> str:
    """Return what onsgmls has to say of a page in ASCII; nothing where it is valid by the DTD of its DOCTYPE."""
    return all_sgml_errors({"page": page.decode("latin-1")}, tmp_path)


def all_sgml_errors(pages: Mapping[str, str], tmp_path: Path) -> str:
    """Return what onsgmls has to say of pages, by the names they have here.

    The DTDs know Latin-1 and no other set, so what lies beyond ASCII is shown to onsgmls as one of its letters.
    """
    need("onsgmls")
    for number, page in enumerate(pages.values()):
        (tmp_path / f"page{number}.html").write_bytes(_BEYOND_ASCII.sub("\xe4", page).encode("latin-1"))
    environment = {**os.environ, "SP_CHARSET_FIXED": "YES", "SP_ENCODING": "ISO-8859-1"}
    files = [f"page{number}.html" for number in range(len(pages))]
    catalogs = [part for name in CATALOGS for part in ("-c", str(DTDS / name))]
    command = ["onsgmls", *OPTIONS, *catalogs, *files]
    done = subprocess.run(
        command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=100
    )
    names = list(pages)
    said = re.sub(r"page(\d+)\.html", lambda found: names[int(found[1])], done.stderr)
    return said + ("" if done.returncode == 0 or said else f"onsgmls returned {done.returncode}")


def stumbling_blocks(page: bytes, codec: str = "ascii") -> list[str]:
    """Return what the DTD does not see, and old browsers do, of a page in a character set."""
    try:
        text = page.decode(codec)
    except UnicodeDecodeError:
        return [f"bytes that are not {codec}", *stumbling_blocks(page, "latin-1")]
    found = []
    for reference in re.findall(r"&[^;\s]{0,10};?", text):
        number = re.fullmatch(r"&#(\d+);", reference)
        if reference not in ("&amp;", "&lt;", "&gt;", "&quot;") and not (number and 160 <= int(number[1]) <= 255):
            found.append(f"the reference {reference}")
    for link in re.findall(r'(?:href|src|action)="([^"]*)"', text):
        if "&" in link or not re.fullmatch(r"[!-~]+", link):
            found.append(f"the link {link}")
        if len(link) > LONGEST_LINK:
            found.append(f"the length of {link}")
    found += [f"the tag {tag}" for tag in re.findall(r"<[^>]*(?:='|/>| style=| on\w+=|<script|<!--)", text)]
    return found
