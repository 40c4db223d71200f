"""Start the site: `python serve.py`, with options of gunicorn if need be.

gunicorn reads WEB_CONCURRENCY before any file of ours and ends in a traceback where it is no number. So what it is
told is looked at here first; everything else that a start needs is tried in gunicorn.conf.py, whoever starts it.
"""

import errno
import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from app.settings.read import SettingsError
from app.storage import StoreUnreachable
from app.storage.inheritance import Inherited
from config import ServerSettings

if TYPE_CHECKING:
    from app.isolation import Control

#: What gunicorn's first process hands on to its workers, which are forked from it; see gunicorn.conf.py.
inherited: Inherited | None = None
zygote: "Control | None" = None
end_of_zygote: "Control | None" = None

# sun_path of Linux, less the byte that ends it (unix(7)).
LONGEST_SOCKET_PATH = 107


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

    What may be over in a while has one of its own, so that whoever watches over the process can try again.
    """
    sys.stderr.write(f"{error}\n")
    usual = os.EX_UNAVAILABLE if isinstance(error, StoreUnreachable) else os.EX_CONFIG
    sys.exit(usual if status is None else status)


def try_listening(server: ServerSettings) -> None:
    """Raise `SettingsError` if nobody can listen where `server` says.

    An address that is taken is none of that: gunicorn waits a few seconds for whoever is just ending there.
    """
    try:
        if server.bind.startswith("unix:"):
            _try_path(Path(server.bind.removeprefix("unix:").removeprefix("//")))
        else:
            _try_port(server.HOST.strip("[]"), server.PORT)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError(f"Nobody can listen where HOST and PORT say, {server.bind}: {reason}.") from error


def _try_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise


def _try_path(path: Path) -> None:
    if len(os.fsencode(path)) > LONGEST_SOCKET_PATH:
        raise OSError(f"a path may have at most {LONGEST_SOCKET_PATH} bytes")
    if not path.exists():
        with socket.socket(socket.AF_UNIX) as probe:
            probe.bind(str(path))
        path.unlink()
    elif not path.is_socket():
        raise OSError("there is something that is no socket")
    elif not os.access(path.parent, os.W_OK | os.X_OK):
        raise OSError("the folder cannot be written")


if __name__ == "__main__":
    main()
