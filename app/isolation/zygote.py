"""The program that task processes are forked from; a zygote, as Chromium and Android call theirs.

It has imported everything that tasks need, so that a new process costs a fork of some milliseconds in place of a
second of imports, and shares its memory. It is a program of its own because forking a process with threads is
not safe, and the server has many. Run as `python -m app.isolation.zygote SOCKET SECONDS BYTES MODULE...`.
"""

import gc
import os
import signal
import socket
import sys
from collections.abc import Iterable
from importlib import import_module

from app.isolation.process import TaskLimits, leave, serve

# Readers of what is kept come first. Beyond this, a task may starve on a machine that is busy with other things.
NICENESS = 10


def main(arguments: list[str]) -> None:
    """Fork a process for each socket that arrives, until the parent closes its end."""
    control = socket.socket(fileno=int(arguments[0]))
    limits = TaskLimits(float(arguments[1]), int(arguments[2]))
    # A terminal and systemd send these to the whole family; the end of the parent is what counts.
    _ignore((signal.SIGINT, signal.SIGTERM))
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries the children
    os.nice(NICENESS)
    for module in arguments[3:]:
        import_module(module)
    gc.collect()
    gc.freeze()  # the collector would write to, and so copy, what the children share
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return
        _fork(control, socket.socket(fileno=descriptors[0]), limits)


def _fork(control: socket.socket, channel: socket.socket, limits: TaskLimits) -> None:
    """Make a process that serves `channel`; where none can be made the parent finds it closed."""
    try:
        child = os.fork() == 0
    except OSError:
        child = False
    if not child:
        channel.close()
        return
    code = 1
    try:
        control.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # for what a task starts itself
        serve(channel, limits)
        code = 0
    finally:
        leave(code)


def _ignore(signals: Iterable[signal.Signals]) -> None:
    for each in signals:
        signal.signal(each, signal.SIG_IGN)


if __name__ == "__main__":
    main(sys.argv[1:])
