"""The files for Docker Compose, as the tests of this folder read them."""

import re
import subprocess
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
WHOLE, SMALL = ROOT / "docker-compose.yml", ROOT / "docker-compose.small.yml"


def services(file: Path) -> dict[str, dict[str, Any]]:
    """Return the services of a file by their names."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(file.read_text())["services"]
    return found


def programs(file: Path) -> dict[str, dict[str, Any]]:
    """Return those services that are this program."""
    return {name: each for name, each in services(file).items() if each["image"] == "68k.news"}


def nginx_conf() -> str:
    """Return the configuration that the nginx of the whole site makes for itself, by its own command."""
    script = services(WHOLE)["nginx"]["command"][-1]
    sed = re.search(r"sed .*?(?= > /tmp/nginx.conf\n)", script, re.DOTALL)
    assert sed
    own = sed[0].replace("/etc/nginx/68k.conf", str(ROOT / "deploy" / "nginx.conf"))
    return subprocess.run(["sh", "-ec", own], check=True, capture_output=True, text=True).stdout
