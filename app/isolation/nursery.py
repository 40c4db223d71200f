"""The zygote, seen from the server: where new task processes come from."""

import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.isolation.process import TaskLimits, TaskProcess
from app.isolation.zygote import WANTED, Control, control_pair

ROOT = Path(__file__).resolve().parent.parent.parent
# For a zygote that is at the end of its imports; seconds.
END_SECONDS = 5.0
# Python warns of a module that is run while its package has it already, which the zygote is and may be.
QUIETLY = ("-W", "ignore::RuntimeWarning:runpy")


class Nursery:
    """Has one zygote at most: the one whose control it is given, or one that it starts with the first process."""

    def __init__(self, limits: TaskLimits, modules: Sequence[str], control: Control | None = None) -> None:
        """Take the limits of each task, the names of what a zygote imports, and the control of one that is there."""
        self._limits = limits
        self._modules = tuple(modules)
        self._zygote: subprocess.Popen[bytes] | None = None
        self._control = control

    def born(self) -> TaskProcess:
        """Return a new process; a zygote that is gone is replaced. Raises `OSError` where there cannot be one."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                self._send(theirs)
            except BaseException:
                ours.close()
                raise
        return TaskProcess(ours, self._limits)

    def _send(self, channel: socket.socket) -> None:
        wanted = [WANTED.pack(self._limits.seconds, self._limits.memory)]
        if self._control is not None:
            with suppress(OSError):
                socket.send_fds(self._control, wanted, [channel.fileno()])
                return
        self.close()
        socket.send_fds(self.start(), wanted, [channel.fileno()])

    def start(self) -> socket.socket:
        """Start the zygote unless there is one, and return the socket that processes are asked for through."""
        if self._control is not None:
            return self._control
        self._control, theirs = control_pair()
        command = [sys.executable, *QUIETLY, "-m", "app.isolation.zygote", str(theirs.fileno()), *self._modules]
        with theirs:
            self._zygote = subprocess.Popen(  # noqa: S603 - our own program
                command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, cwd=ROOT, env={}
            )
        return self._control

    def close(self) -> None:
        """End the zygote; it ends by itself where this process is killed before."""
        zygote = self.leave()
        if zygote is not None:
            _end(zygote)

    def leave(self) -> "subprocess.Popen[bytes] | None":
        """Let go of the zygote, which is another process's where this one was forked, and return it."""
        if self._control is not None:
            self._control.close()
        zygote, self._control, self._zygote = self._zygote, None, None
        return zygote


def _end(zygote: "subprocess.Popen[bytes]") -> None:
    try:
        zygote.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        zygote.kill()
        zygote.wait()
