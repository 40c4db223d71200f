"""The program that task processes are forked from; a zygote, as Chromium and Android call theirs.

It has imported everything that tasks need, so that a new process costs a fork of some milliseconds in place of a
second of imports, and shares its memory. It is a process of its own because forking one with threads is not safe, and
the server has many. The first process of the server forks one off for all workers, for it has no threads
(`fork_off`); whoever finds none runs a program, `python -m app.isolation.zygote SOCKET MODULE...`.
"""

import gc
import os
import signal
import socket
import struct
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module

from app.isolation.process import TaskLimits, leave, serve

# Readers of what is kept come first. Beyond this, a task may starve on a machine that is busy with other things.
NICENESS = 10
# What comes with the socket of a new process: its limits, seconds and bytes.
WANTED = struct.Struct("=dq")
# Objects that are made before the collector looks for garbage. A page is many objects, hardly any of which refer to
# each other in a circle: by Python's 700, a read takes 4 % more time.
COLLECTED_AFTER = 20_000

#: What a zygote is asked for processes through.
Control = socket.socket


def control_pair() -> tuple[Control, Control]:
    """Return the end that processes are asked for through, and the zygote's.

    Any number of processes may have the first: what each asks for stays a message of its own (unix(7)).
    """
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def fork_off(theirs: Control, modules: Sequence[str], forget: Callable[[], None]) -> None:
    """Fork a zygote off this process, which may have one thread only, and leave it its end of a pair.

    It calls `forget` at first, and ends once all who have the other end have closed it. Raises `OSError` where there
    cannot be one.
    """
    with theirs:
        if os.fork():
            return
        code = 1
        try:
            forget()
            _close_all_but(theirs.fileno())
            breed(theirs, modules)
            code = 0
        finally:
            leave(code)


def _close_all_but(kept: int) -> None:
    """Close what the parent has open but its output and the descriptor `kept`."""
    with open(os.devnull) as nothing:
        os.dup2(nothing.fileno(), 0)
    os.closerange(3, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))


def breed(control: socket.socket, modules: Sequence[str]) -> None:
    """Import `modules`, then fork a process for each socket that arrives, until nobody has the other end."""
    # A terminal and systemd send these to the whole family; the end of the parent is what counts.
    _ignore((signal.SIGINT, signal.SIGTERM))
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries the children
    os.nice(NICENESS)
    gc.disable()
    for module in modules:
        import_module(module)
    gc.freeze()  # the collector would write to, and so copy, what the children share
    gc.set_threshold(COLLECTED_AFTER)
    gc.enable()
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, WANTED.size, 1)
        if not message:
            return
        _fork(control, socket.socket(fileno=descriptors[0]), TaskLimits(*WANTED.unpack(message)))


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
    breed(socket.socket(fileno=int(sys.argv[1])), sys.argv[2:])
