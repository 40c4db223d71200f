"""Settings as the environment and their file give them: names, values, and what is wrong with these.

As with Flask's `from_prefixed_env`, a value of the environment is JSON where it parses as JSON and text otherwise.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from app.settings.kinds import Rules

PREFIX = "NEWS68K_"
CONFIG = f"{PREFIX}CONFIG"
SERVER_TABLE = "server"
# Names without our prefix, which stand in a table of their own.
OF_THE_SERVER = frozenset({"HOST", "PORT", "WEB_CONCURRENCY"})
LONGEST_SHOWN = 100  # characters of a wrong value
# Whose values stand in no log.
SECRETS = frozenset({"BRAVE_KEY", "MARGINALIA_KEY", "METRICS_TOKEN", "PASSWORD", "SECRET", "TRANSLATE_KEY"})


class SettingsError(Exception):
    """A setting is wrong; the message is one line that names it."""


def file_of(environment: Mapping[str, str]) -> dict[str, Any]:
    """Return what the file of settings says, as TOML has it; nothing where none is named. Raises `SettingsError`."""
    path = environment.get(CONFIG, "")
    try:
        return tomllib.loads(Path(path).read_text("utf-8-sig")) if path else {}
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise SettingsError(f"{CONFIG} names {_shown(path)}, which cannot be read: {reason}.") from error


def in_table(values: Mapping[str, Any], environment: Mapping[str, str]) -> dict[str, Any]:
    """Return the entries of a table of the file by their names in capitals, for both are written.

    Raises `SettingsError` where one stands there in two ways.
    """
    entries = {name.upper(): value for name, value in values.items()}
    if len(entries) < len(values):
        twice = next(name for name in entries if sum(each.upper() == name for each in values) > 1)
        raise SettingsError(f"{environment[CONFIG]}: {twice} stands there twice, in capitals and in small letters.")
    return entries


def table_values(kind: Any, environment: Mapping[str, str], table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of `kind` that a table of the file sets, each held to its rule. Raises `SettingsError`."""
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    try:
        check_names(kind, "", set(given))
        check(given, kind.rules(), "")
    except SettingsError as error:
        raise SettingsError(f"{environment[CONFIG]}: {error}") from error
    return given


def check_names(kind: Any, prefix: str, given: set[str]) -> None:
    """Raise `SettingsError` if one of the names that are `given` is no field of `kind`."""
    names = {each.name for each in fields(kind)}
    for unknown in sorted(given - names):
        if unknown.upper() in OF_THE_SERVER:
            where = f"without {prefix}" if prefix else f"in the table [{SERVER_TABLE}]"
            raise SettingsError(f"{prefix}{unknown} is no setting; {unknown.upper()} stands {where}.")
        nearest = get_close_matches(unknown.upper(), sorted(names), 1, 0)[0]
        raise SettingsError(f"{prefix}{ascii(unknown)[1:-1]} is no setting; the nearest is {prefix}{nearest}.")


def values_in(kind: Any, prefix: str, environment: Mapping[str, str]) -> dict[str, Any]:
    """Return what `environment` says of the fields of `kind`."""
    given = {each: environment[prefix + each.name] for each in fields(kind) if prefix + each.name in environment}
    for each, text in given.items():
        # What the system hands us and is not UTF-8 comes with lone surrogates, which no page could hold.
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise SettingsError(f"{prefix}{each.name} must be UTF-8{_instead(each.name, text)}.")
    return {each.name: _parsed(text, each.default) for each, text in given.items()}


def check(values: Mapping[str, Any], rules: Rules, prefix: str) -> None:
    """Raise `SettingsError` if a value does not follow the rule of its name."""
    for name, value in sorted(values.items()):
        holds, wanted = rules[name]
        if not holds(value):
            raise SettingsError(f"{prefix}{name} must be {wanted}{_instead(name, value)}.")


def fields_of(settings: Any) -> dict[str, Any]:
    """Return the values of settings by their names."""
    return {each.name: getattr(settings, each.name) for each in fields(settings)}


def _parsed(text: str, default: Any) -> Any:
    """Return `text` as a value of the kind that `default` has."""
    value = _json(text)
    if isinstance(default, str):
        return value if isinstance(value, str) else text
    if isinstance(default, tuple):
        return tuple(value) if isinstance(value, list) else value
    return value


def _json(text: str) -> Any:
    """Return the value of `text` as JSON; what is none stands for itself."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _instead(name: str, value: Any) -> str:
    """Return what the end of a sentence says of a wrong value; of a secret, nothing."""
    return "" if name in SECRETS else f", not {_shown(value)}"


def _shown(value: Any) -> str:
    # The address of a store may hold a password.
    text = json.dumps(value, default=str) if isinstance(value, (bool, list, tuple)) else repr(value)
    scheme, mark, rest = text.partition("://")
    _, password, host = rest.rpartition("@")
    text = f"{scheme}{mark}{'...@' if password else ''}{host}"
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "..."
