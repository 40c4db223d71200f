"""The folder in which the workers of one start keep their figures for `/metrics`."""

import shutil
import tempfile
from collections.abc import Mapping, MutableMapping
from pathlib import Path

#: The variable in which prometheus_client looks for it when it is imported, to learn that there are several processes.
VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
# What gunicorn sets for the server that is to replace it (its USR2), which has figures of its own.
_REPLACING = "GUNICORN_PID"


def make(environment: MutableMapping[str, str]) -> Path | None:
    """Make a folder and name it in `environment`; return it, or None where one is named already.

    That is the operator's own, or ours where the configuration is read again (HUP) for the workers to come.
    """
    if environment.get(VARIABLE) and _REPLACING not in environment:
        return None
    folder = Path(tempfile.mkdtemp(prefix="68k-figures-"))
    environment[VARIABLE] = str(folder)
    return folder


def forget(environment: Mapping[str, str], process: int) -> None:
    """Remove what a process that has ended says of itself as it is now (`livesum`); what it has counted stays."""
    folder = environment.get(VARIABLE)
    for file in Path(folder).glob(f"gauge_live*_{process}.db") if folder else ():
        file.unlink(missing_ok=True)


def remove(folder: Path | None) -> None:
    """Remove a folder that `make` made, with the figures."""
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
