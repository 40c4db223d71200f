"""What can be held of the files for Docker Compose without Docker: that they agree with what they name."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.settings.kinds import MIB
from config import ServerSettings, Settings
from tests.deploy.compose import ROOT, SMALL, WHOLE, nginx_conf, programs, services
from tests.redis_server import RedisServer

FILES = (SMALL, WHOLE)
EVERY = [(file, name) for file in FILES for name in services(file)]
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def ids(value: object) -> str:
    return value.name if isinstance(value, Path) else str(value)


def service(file: Path, name: str) -> dict[str, Any]:
    return services(file)[name]


@pytest.mark.parametrize(("file", "name"), EVERY, ids=ids)
def test_no_service_is_root_or_may_write_but_where_it_says(file: Path, name: str) -> None:
    each = service(file, name)
    assert each["read_only"] is True
    assert each["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in each["security_opt"]
    assert each.get("user", "") not in ("root", "0")
    # The image of the program says itself who it is.
    assert "user" in each or each["image"] == "68k.news"
    assert re.search(r"^USER (?!root)", DOCKERFILE, re.MULTILINE)


@pytest.mark.parametrize(("file", "name"), EVERY, ids=ids)
def test_every_service_says_how_it_is(file: Path, name: str) -> None:
    each = service(file, name)
    assert "healthcheck" in each or (each["image"] == "68k.news" and "HEALTHCHECK" in DOCKERFILE)
    assert each["restart"] == "unless-stopped"


@pytest.mark.parametrize(("file", "name"), EVERY, ids=ids)
def test_what_a_service_names_is_there(file: Path, name: str) -> None:
    whole, each = yaml.safe_load(file.read_text()), service(file, name)
    for volume in each.get("volumes", []):
        source, target, *_ = volume.split(":")
        assert target.startswith("/")
        assert (ROOT / source).is_file() if source.startswith(".") else source in whole["volumes"]
    assert set(each.get("depends_on", {})) <= set(whole["services"])
    assert not each.get("build") or (ROOT / each["build"] / "Dockerfile").is_file()


@pytest.mark.parametrize("file", FILES, ids=ids)
def test_the_settings_are_ones_that_there_are(file: Path) -> None:
    for each in programs(file).values():
        environment = each["environment"]
        Settings.from_environment(environment)
        ServerSettings.from_environment(environment)
        assert all(
            isinstance(text, str) for text in environment.values()
        )  # Compose passes true and 1 on in its own way


def test_the_store_that_the_program_asks_is_the_one_that_there_is_and_is_large_enough() -> None:
    for each in programs(WHOLE).values():
        url = each["environment"]["NEWS68K_STORE_URL"]
        host = re.fullmatch(r"redis://([a-z0-9]+):6379/0", url)
        assert host
        store = service(WHOLE, host[1])
        assert store["image"].startswith("valkey/")
        most = int(re.search(r"--maxmemory (\d+)mb", " ".join(store["command"]))[1])  # type: ignore[index]
        assert most * MIB >= int(each["environment"]["NEWS68K_STORE_MAX_BYTES"]) * 4 / 3
        assert each["depends_on"] == {host[1]: {"condition": "service_healthy"}}


def test_the_options_of_the_store_are_ones_that_it_takes(tmp_path: Path) -> None:
    with RedisServer(tmp_path, *service(WHOLE, "store")["command"][1:]) as server, server.client as client:
        told = {name: next(iter(client.config_get(name).values())) for name in ("maxmemory", "save")}
    assert {name: value if isinstance(value, str) else value.decode() for name, value in told.items()} == {
        "maxmemory": str(700 * MIB),
        "save": "300 100",
    }


def test_nginx_leads_to_every_copy_of_the_program() -> None:
    text = nginx_conf()
    [block] = re.findall(r"upstream site \{(.*?)\}", text, re.DOTALL)
    port = re.search(r"^ENV PORT=(\d+)", DOCKERFILE, re.MULTILINE)
    assert port
    assert re.findall(r"server (\S+) [^;]*;", block) == [f"{name}:{port[1]}" for name in programs(WHOLE)]
    assert "listen 8080 default_server" in text
    assert "127.0.0.1" not in re.sub("#.*", "", text)
    nginx = service(WHOLE, "nginx")
    assert nginx["ports"] == ["${PORT:-80}:8080"]
    assert set(nginx["depends_on"]) == set(programs(WHOLE))
    assert all(each["environment"]["NEWS68K_PROXY_HOPS"] == "1" for each in programs(WHOLE).values())
    # Where it keeps pages it may write.
    [cache] = re.findall(r"proxy_cache_path (\S+)", text)
    assert any(each.startswith(f"{cache}:") for each in nginx["tmpfs"])


def test_the_command_of_nginx_is_one_that_a_shell_can_read() -> None:
    shell, option, script = service(WHOLE, "nginx")["command"]
    subprocess.run([shell, "-n", option, script], check=True)


def test_the_small_site_keeps_its_store_in_a_volume_of_its_own() -> None:
    [app] = programs(SMALL).values()
    path = re.search(r"NEWS68K_STORE_URL=sqlite:///(\S+)", DOCKERFILE)
    assert path
    assert app["volumes"] == [f"news:{Path(path[1]).parent}"]
    assert app["ports"] == ["${PORT:-80}:8080"]
