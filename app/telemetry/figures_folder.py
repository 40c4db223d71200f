"""The folder in which the workers of one start keep their figures for `/metrics`."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path

#: The variable in which prometheus_client looks for it when it is imported, to learn that there are several processes.
VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
# What gunicorn sets for the server that is to replace it (its USR2), which has figures of its own.
_REPLACING = "GUNICORN_PID"
# Where nothing else can be written to, as in an image that is read-only. Not before: figures of workers that are gone
# stay, and would take memory.
MEMORY = Path("/dev/shm")  # noqa: S108


class NoFolder(Exception):
    """Nowhere can a folder be made; what is said of it is one line."""


def make(environment: MutableMapping[str, str]) -> None:
    """Make a folder and name it in `environment`, unless one is named there already.

    That is the operator's own, or ours where the configuration is read again (HUP) for the workers to come. Ours goes
    when this process ends, however its start or its last reload went. Raises `NoFolder`.
    """
    if environment.get(VARIABLE) and _REPLACING not in environment:
        return
    folder = _new_folder()
    environment[VARIABLE] = str(folder)
    atexit.register(_remove, folder, os.getpid())


def _new_folder() -> Path:
    for place in (None, MEMORY):
        with suppress(OSError):
            return Path(tempfile.mkdtemp(prefix="68k-figures-", dir=place))
    raise NoFolder(f"No folder for temporary files can be written to, nor {MEMORY}: TMPDIR says which to take.")


def forget(environment: Mapping[str, str], process: int) -> None:
    """Remove what a process that has ended says of itself as it is now (`livesum`); what it has counted stays."""
    folder = environment.get(VARIABLE)
    for file in Path(folder).glob(f"gauge_live*_{process}.db") if folder else ():
        file.unlink(missing_ok=True)


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner:  # and no process that was forked from it
        shutil.rmtree(folder, ignore_errors=True)
