"""Start the site: `python serve.py`, with options of gunicorn if need be.

gunicorn reads WEB_CONCURRENCY before any file of ours and ends in a traceback where it is no number. So what it is
told is looked at here first; everything else that a start needs is tried in gunicorn.conf.py, whoever starts it.
"""

import errno
import gc
import os
import socket
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from app.settings.read import PREFIX, SettingsError
from app.storage import StoreUnreachable
from app.storage.inheritance import Inherited
from config import ServerSettings

if TYPE_CHECKING:
    from app.isolation import Control

#: What gunicorn's first process hands on to its workers, which are forked from it; see gunicorn.conf.py.
inherited: Inherited | None = None
zygote: "Control | None" = None
end_of_zygote: "Control | None" = None
#: Where it listens already, as gunicorn has it: when the settings are read again, nobody need make room there.
held: frozenset[str] = frozenset()

# sun_path of Linux, less the byte that ends it (unix(7)).
LONGEST_SOCKET_PATH = 107
# As long as gunicorn tries, for whoever is just ending there.
PATIENCE_SECONDS = 5.0
# How gunicorn is told of sockets that are open already: by the one that it replaces (USR2), and by systemd.
_GIVEN = ("GUNICORN_FD", "LISTEN_FDS")


class PlaceTaken(SettingsError):
    """Somebody else listens where the site is to listen, which may pass."""


def main() -> None:
    """Become gunicorn, or end with one line."""
    try:
        ServerSettings.from_environment(os.environ)
    except SettingsError as error:
        stop(error)
    os.chdir(Path(__file__).resolve().parent)
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *sys.argv[1:], "wsgi:app"])  # noqa: S606


def stop(error: Exception, status: int | None = None) -> NoReturn:
    """Say in one line why there is no start, and end with `status`, or with that of sysexits.h.

    What may be over in a while has one of its own, so that whoever watches over the process can try again. Where a site
    is at work already, it is the reload that ends, and `reload_or_stay` who says why.
    """
    if inherited is not None and status is None:
        raise SystemExit(str(error))
    sys.stderr.write(f"{error}\n")
    usual = os.EX_UNAVAILABLE if isinstance(error, (PlaceTaken, StoreUnreachable)) else os.EX_CONFIG
    sys.exit(usual if status is None else status)


def reload_or_stay(server: Any, reload: Callable[[], None]) -> None:
    """Have gunicorn read its configuration again; where anything in it is wrong, the site goes on by what it has.

    The workers are new all the same, by the application that there is.
    """
    try:
        reload()
    except SystemExit as error:
        server.log.error("The site goes on by the settings that it had. %s", error)
        server.cfg.set("on_reload", lambda _: None)
        server.app.cfg = server.cfg
        gc.enable()  # which gunicorn.conf.py turns off at its beginning, for as long as it makes the application


def has_sockets(arguments: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Tell whether gunicorn is given its sockets, or told where to listen by somebody else than the settings."""
    words = [*arguments, *environment.get("GUNICORN_CMD_ARGS", "").split()]
    return any(name in environment for name in _GIVEN) or any(word.startswith(("-b", "--bind")) for word in words)


def try_listening(server: ServerSettings, others: Iterable[int] = (), patience: float = PATIENCE_SECONDS) -> None:
    """Raise `SettingsError` if nobody can listen where `server` says, and at the `others` of its ports.

    At a reload it may stay where it is or move, but not half of it: former workers hold their places for a while, and
    gunicorn wants all of them anew where one is different.

    Raises `PlaceTaken` for a port at which somebody else listens still when so many seconds of `patience` are over.
    """
    ends = time.monotonic() + patience
    places = server.binds(others)
    if held.intersection(places) and held.symmetric_difference(places):
        raise SettingsError(
            "It listens at some of the places that HOST and the ports name already; that takes a restart."
        )
    for place in [each for each in places if each not in held]:
        try:
            _try_place(place, ends)
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            names = "HOST and PORT" if place == server.bind else f"HOST and {PREFIX}WAYBACK_PORTS"
            kind = PlaceTaken if getattr(error, "errno", None) == errno.EADDRINUSE else SettingsError
            raise kind(f"Nobody can listen where {names} say, {place}: {reason}.") from error


def _try_place(place: str, ends: float) -> None:
    """Listen at a place for a moment. Raises `OSError` and `UnicodeError`; where it is taken, when the time is over."""
    while True:
        try:
            if place.startswith("unix:"):
                _try_path(Path(place.removeprefix("unix:").removeprefix("//")))
            else:
                host, _, port = place.rpartition(":")
                _try_port(host.strip("[]"), int(port))
            return
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > ends:
                raise
        time.sleep(0.2)


def _try_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))


def _try_path(path: Path) -> None:
    if len(os.fsencode(path)) > LONGEST_SOCKET_PATH:
        raise OSError(f"a path may have at most {LONGEST_SOCKET_PATH} bytes")
    with socket.socket(socket.AF_UNIX) as probe:
        if not path.exists():
            probe.bind(str(path))
            path.unlink()
        elif not path.is_socket():
            raise OSError("there is something that is no socket")
        elif not os.access(path.parent, os.W_OK | os.X_OK):
            raise OSError("the folder cannot be written")
        elif probe.connect_ex(str(path)) == 0:  # and is not one that was left behind, which gunicorn takes away
            raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))


if __name__ == "__main__":
    main()
