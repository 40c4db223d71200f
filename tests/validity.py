"""What every page must be: valid HTML 2.0, and nothing that an old parser is known to stumble over."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

CATALOG = Path("/usr/share/sgml/html/dtd/catalog")
# These warn of what HTML 2.0 permits; a missing end tag of `p` or `li` would still be an error of ours.
OPTIONS = ("-s", "-E0", "-wnet", "-wmin-tag", "-wno-unclosed")
LONGEST_LINK = 80


def need(*programs: str) -> None:
    """Skip the test where a program is missing, except where `.ci/run` says that all must be there."""
    for program in programs:
        if shutil.which(program) is None and not os.environ.get("REQUIRE_BROWSERS"):
            pytest.skip(f"{program} is not installed")


def sgml_errors(page: bytes, tmp_path: Path) -> str:
    """Return what onsgmls has to say of a page; nothing where it is valid by the DTD of its DOCTYPE."""
    need("onsgmls")
    file = tmp_path / "page.html"
    file.write_bytes(page)
    environment = {**os.environ, "SP_CHARSET_FIXED": "YES", "SP_ENCODING": "ISO-8859-1"}
    command = ["onsgmls", *OPTIONS, "-c", str(CATALOG), str(file)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    return done.stderr + ("" if done.returncode == 0 or done.stderr else f"onsgmls returned {done.returncode}")


def stumbling_blocks(page: bytes) -> list[str]:
    """Return what the DTD does not see, and old browsers do."""
    text = page.decode("latin-1")
    found = [] if page.isascii() else ["a byte above 127"]
    for reference in re.findall(r"&[^;\s]{0,10};?", text):
        number = re.fullmatch(r"&#(\d+);", reference)
        if reference not in ("&amp;", "&lt;", "&gt;", "&quot;") and not (number and 160 <= int(number[1]) <= 255):
            found.append(f"the reference {reference}")
    for link in re.findall(r'(?:href|src|action)="([^"]*)"', text):
        if "&" in link or not re.fullmatch(r"[!-~]+", link):
            found.append(f"the link {link}")
        if link.startswith("/") and len(link) > LONGEST_LINK:
            found.append(f"the length of {link}")
    found += [f"the tag {tag}" for tag in re.findall(r"<[^>]*(?:='|/>| style=| on\w+=|<script|<!--)", text)]
    return found
