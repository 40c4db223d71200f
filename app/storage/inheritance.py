"""What the first process of a site finds out and makes for its workers, which are forked from it.

They all must give an address the same short id, and know those that the others gave, while the store is gone; a
process that starts then cannot ask it for the secret.
"""

import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.storage.sqlite import SqliteStore
from app.storage.store import Quota, Store

# A file system in memory, so that it works while the disk is full.
MEMORY = Path("/dev/shm")  # noqa: S108
NAME = "news68k"
STANDBY_BYTES = 8 * 1024 * 1024
STANDBY_SHARES = {Quota.LINKS: 0.9}


@dataclass(frozen=True, slots=True)
class Inherited:
    """The secret of the site, and the folder in memory that its workers share, or None where there is none."""

    secret: bytes
    folder: Path | None = None

    @property
    def standby(self) -> Store | None:
        """What keeps links while the store fails, for all workers; each call opens it anew."""
        if self.folder is None:
            return None
        return SqliteStore(self.folder / "links.sqlite3", STANDBY_BYTES, shares=STANDBY_SHARES, must_open=False)

    def remove(self) -> None:
        """Remove the folder in memory."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def folder_in_memory(memory: Path = MEMORY) -> Path | None:
    """Return a new folder that only this account can read, in `memory`; None where there is no such place.

    What processes of ours have left there that were killed is removed.
    """
    if not os.access(memory, os.W_OK | os.X_OK):
        return None
    for left in memory.glob(f"{NAME}-*-*"):
        with suppress(OSError):
            if left.lstat().st_uid == os.geteuid() and not _lives(left.name.split("-")[1]):
                shutil.rmtree(left)
    return Path(tempfile.mkdtemp(prefix=f"{NAME}-{os.getpid()}-", dir=memory))


def _lives(process: str) -> bool:
    """Tell whether there is a process of this number; what is no number is none of ours, and is left alone."""
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except (OSError, ValueError):
        return True
    return True
