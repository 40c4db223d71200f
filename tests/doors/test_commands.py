"""The commands that open doors."""

import os
import socket
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import click
from click.testing import CliRunner
from flask.cli import ScriptInfo

from app.doors import commands
from app.web.app_factory import create_app
from config import Settings
from tests.doors.certificates import NAME, asked_over_tls, made
from tests.doors.house import asked
from tests.news.town import silent_sources
from tests.serving import ROOT, free_port


def test_each_door_has_a_command_and_all_have_one() -> None:
    found: list[click.Command] = []
    commands.register(found.append)
    assert [each.name for each in found] == ["finger", "gemini", "gopher", "telnet", "doors"]


def test_a_private_site_has_no_doors(settings: Settings) -> None:
    app = create_app(replace(settings, PASSWORD="secret words"))
    commands.register(app.cli.add_command)
    result = CliRunner().invoke(app.cli, ["gopher"], obj=ScriptInfo(create_app=lambda: app))
    assert result.exit_code == 1
    assert "private" in result.output


def said_of(settings: Settings) -> str:
    """Return what the command `gemini` says before it stops."""
    app = create_app(settings)
    commands.register(app.cli.add_command)
    result = CliRunner().invoke(app.cli, ["gemini"], obj=ScriptInfo(create_app=lambda: app))
    assert result.exit_code == 1
    return result.output


def test_gemini_needs_a_certificate_that_can_be_used(settings: Settings, tmp_path: Path) -> None:
    assert said_of(settings).startswith("Error: Gemini needs a certificate and its key")
    named = replace(settings, GEMINI_CERTIFICATE=f"{tmp_path}/a.crt", GEMINI_KEY=f"{tmp_path}/a.key")
    assert (
        said_of(named) == f"Error: {tmp_path}/a.crt and {tmp_path}/a.key cannot be used: No such file or directory.\n"
    )


def test_doors_are_opened_until_the_end_and_a_taken_port_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "silent.toml").write_text(silent_sources())
    ports = [free_port(), free_port(), free_port()]
    certificate, key = made(tmp_path)
    environment = {
        **os.environ,
        "NEWS68K_DOORS_HOST": "127.0.0.1",
        "NEWS68K_FINGER_PORT": str(ports[0]),
        "NEWS68K_GOPHER_PORT": str(ports[1]),
        "NEWS68K_GEMINI_PORT": str(ports[2]),
        "NEWS68K_GEMINI_CERTIFICATE": certificate,
        "NEWS68K_GEMINI_KEY": key,
        "NEWS68K_SOURCES_FILE": f"{tmp_path}/silent.toml",
        "NEWS68K_STORE_URL": f"sqlite:///{tmp_path}/store.sqlite3",
    }
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "doors", "finger", "gopher", "gemini"]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        try:
            for _ in range(300):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", ports[2])) == 0:
                        break
                time.sleep(0.1)
            assert b"India" in asked(ports[0], b"\r\n")
            assert asked(ports[1], b"/nothing\r\n").startswith(b"3There is no such place here.")
            request = f"gemini://{NAME}:{ports[2]}/editions\r\n".encode()
            assert asked_over_tls(ports[2], certificate, request).startswith(b"20 text/gemini")
            again = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=60)
            assert again.returncode == 1
            assert b"Nobody can listen there" in again.stderr
        finally:
            process.terminate()
        assert process.wait(20) == 0
