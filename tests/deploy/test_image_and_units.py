"""What can be held of the image and the units without building or booting them; try-image and try-units do that."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from app.settings.rules import SERVER_RULES
from config import ServerSettings, Settings

ROOT = Path(__file__).parent.parent.parent
DEPLOY = ROOT / "deploy"
SERVICES = sorted(DEPLOY.glob("*.service"))
SITE, WARM = DEPLOY / "news68k.service", DEPLOY / "news68k-warm.service"
DOORS = DEPLOY / "news68k-doors.service"
# The accounts that Debian's base-passwd makes on every machine, and that useradd refuses to make again.
DEBIANS = frozenset(
    "root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc _apt nobody".split()
)
# What a service is, as against what it may do.
OF_EACH = frozenset(
    "Type ExecStart ExecReload Environment KillMode Restart RestartSec RestartPreventExitStatus Nice".split()
) | {
    "TimeoutStartSec",
    "TimeoutStopSec",
}


def instructions() -> list[tuple[str, str]]:
    """Return the lines of the Dockerfile, each instruction whole."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE).replace("\\\n", "")
    lines = [line.partition(" ") for line in text.splitlines() if line.strip()]
    return [(word, rest.strip()) for word, _, rest in lines]


def of(word: str) -> list[str]:
    return [rest for each, rest in instructions() if each == word]


def entries(unit: Path, section: str = "Service") -> list[tuple[str, str]]:
    """Return the entries of one section of a unit, in order."""
    part = re.search(rf"^\[{section}\]\n(.*?)(?=^\[|\Z)", unit.read_text(), re.MULTILINE | re.DOTALL)
    assert part
    pairs = [line.partition("=") for line in part[1].splitlines() if line and not line.startswith("#")]
    return [(name, value) for name, _, value in pairs]


def values(unit: Path, name: str) -> list[str]:
    return [value for each, value in entries(unit) if each == name]


def environment_of(unit: Path) -> dict[str, str]:
    pairs = [pair.partition("=") for value in values(unit, "Environment") for pair in value.split()]
    return {name: text for name, _, text in pairs}


def test_the_account_of_the_image_is_none_that_debian_has() -> None:
    account = of("USER")[0]
    assert account not in DEBIANS
    made = re.search(r"useradd (?:--\S+(?: [^-]\S*)? )*(\S+)", " ".join(of("RUN")))
    assert made
    assert made[1] == account


def test_the_image_keeps_its_state_in_its_volume_which_its_account_may_write() -> None:
    account, volume = of("USER")[0], of("VOLUME")[0]
    assert f"NEWS68K_STORE_URL=sqlite:///{volume}/" in " ".join(of("ENV"))
    assert f"chown {account}:{account} {volume}" in " ".join(of("RUN"))


def test_what_is_copied_is_there_and_let_through_and_nothing_that_runs_is_missing() -> None:
    copied = {source for rest in of("COPY") for source in rest.split()[:-1]}
    let_through = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert copied == let_through
    assert all((ROOT / source).exists() for source in copied)
    assert copied >= {path.name for path in ROOT.glob("*.py")} | {"app", "templates", "requirements.txt"}


def test_the_image_starts_as_make_run_does() -> None:
    assert of("CMD") == ['["python", "serve.py"]']
    assert "exec $(BIN)/python serve.py" in (ROOT / "Makefile").read_text()
    assert values(SITE, "ExecStart") == ["/srv/68k.news/.venv/bin/python serve.py"]
    assert values(SITE, "ExecReload") == ["kill -HUP $MAINPID"]


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_unit_needs_no_folder_that_a_fresh_checkout_lacks(unit: Path) -> None:
    """A path that is missing is status 226; `-` in front says that it may be (systemd.exec, ReadWritePaths=)."""
    state = {f"/var/lib/{name}" for value in values(unit, "StateDirectory") for name in value.split()}
    for name in ("ReadWritePaths", "ReadOnlyPaths", "InaccessiblePaths", "BindPaths"):
        for path in " ".join(values(unit, name)).split():
            assert path.startswith("-") or path in state, f"{name}={path}"
    assert all(path.startswith("-") for path in values(unit, "EnvironmentFile"))
    store = environment_of(unit)["NEWS68K_STORE_URL"].removeprefix("sqlite:///")
    assert str(Path(store).parent) in state


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_unit_that_may_write_nowhere_else_has_a_temporary_folder(unit: Path) -> None:
    assert values(unit, "ProtectSystem") == ["strict"]
    assert values(unit, "PrivateTmp") == ["yes"]


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_unit_sets_only_what_there_is(unit: Path) -> None:
    names = environment_of(unit)
    Settings.from_environment(names)
    ServerSettings.from_environment(names)


def test_both_services_may_do_the_same_and_share_the_store() -> None:
    def of_all(unit: Path) -> list[tuple[str, str]]:
        return [(name, value) for name, value in entries(unit) if name not in OF_EACH]

    assert of_all(SITE) == of_all(WARM)
    assert environment_of(SITE)["NEWS68K_STORE_URL"] == environment_of(WARM)["NEWS68K_STORE_URL"]


def test_a_wrong_setting_is_not_tried_again() -> None:
    assert values(SITE, "RestartPreventExitStatus") == [str(os.EX_CONFIG)]
    assert values(DOORS, "RestartPreventExitStatus") == [str(os.EX_CONFIG)]


def test_the_timer_starts_a_service_that_there_is() -> None:
    for timer in DEPLOY.glob("*.timer"):
        assert timer.with_suffix(".service").exists()
        assert dict(entries(timer, "Timer"))["OnCalendar"]


def test_every_example_of_the_environment_is_right() -> None:
    lines = (DEPLOY / "news68k.env").read_text().splitlines()
    pairs = [re.fullmatch(r"#?([A-Z0-9_]+)=(?:'(.*)'|([^'\"]*))", line) for line in lines]
    examples = [(pair[1], pair[2] or pair[3]) for pair in pairs if pair]
    assert len(examples) >= 5
    for name, text in examples:
        Settings.from_environment({name: text})
        ServerSettings.from_environment({name: text})
        assert name.startswith("NEWS68K_") or name in {"WARM", *SERVER_RULES}


def test_the_settings_for_a_raspberry_pi_are_right() -> None:
    lines = re.findall(r"^    ([A-Z0-9_]+=\S+)$", (ROOT / "docs" / "raspberry-pi.md").read_text(), re.MULTILINE)
    environment = dict(line.split("=", 1) for line in lines)
    assert len(environment) >= 8
    settings, server = Settings.from_environment(environment), ServerSettings.from_environment(environment)
    assert (server.WEB_CONCURRENCY, settings.TASK_PROCESSES) == (1, 1)
    assert settings.MEMORY_CACHE_BYTES < Settings().MEMORY_CACHE_BYTES


@pytest.mark.parametrize("script", ["debian.sh", "try-image", "try-units"])
def test_a_script_is_one_that_bash_can_read(script: str) -> None:
    subprocess.run(["bash", "-n", DEPLOY / script], check=True)
    assert script == "debian.sh" or os.access(DEPLOY / script, os.X_OK)


def test_the_readme_names_every_file() -> None:
    readme = (ROOT / "README.md").read_text()
    for path in DEPLOY.iterdir():
        if path.name not in ("debian.sh", "trial.py", "__pycache__"):  # parts of the scripts
            assert f"deploy/{path.name}" in readme, path.name
