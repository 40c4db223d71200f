"""A screen that nobody sees: Xvfb, what stands on it, and a hand on mouse and keyboard."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from itertools import groupby

from PIL import Image

WIDTH, HEIGHT = 640, 800
COLOURS = 16
# How long nothing may change until a page counts as drawn, and how long that may take; seconds.
STILL, PATIENCE = 1.0, 25.0
# A text field is so many pixels wide, a boxed one at least so high; its edge is darker than any background here.
FIELD, BOX, DARK = range(150, WIDTH * 3 // 4), 12, 160


class Screen:
    """An X display of 640 x 800 pixels; `display` is its name, such as `:1`."""

    def __init__(self, display: str) -> None:
        """Look at a display that there is."""
        self.display = display

    def image(self) -> Image.Image:
        """Return what stands on the screen."""
        command = ["import", "-display", self.display, "-window", "root", "-depth", "8", "ppm:-"]
        return Image.open(BytesIO(subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE).stdout))

    def settled(self, ready: Callable[[], bool]) -> Image.Image:
        """Wait until `ready` and until nothing moves any more; return what stands there then, or after `PATIENCE`."""
        end = time.monotonic() + PATIENCE
        last, since = self.image(), time.monotonic()
        while time.monotonic() < end:
            time.sleep(0.2)
            now = self.image()
            if not ready() or now.getcolors(1) or now.tobytes() != last.tobytes():
                last, since = now, time.monotonic()
            elif time.monotonic() - since > STILL:
                break
        return last

    def act(self, *actions: str) -> None:
        """Let the hand do what xdotool calls `actions`."""
        environment = {**os.environ, "DISPLAY": self.display, "LC_ALL": "C.UTF-8"}
        subprocess.run(["xdotool", *actions], env=environment, check=True, timeout=PATIENCE)


@contextmanager
def screen() -> Iterator[Screen]:
    """Yield a new screen on a free display."""
    size = f"{WIDTH}x{HEIGHT}x24"
    # Without `-noreset` it begins anew whenever nobody is connected, and refuses whoever comes meanwhile.
    command = ["Xvfb", "-displayfd", "1", "-noreset", "-screen", "0", size, "-nolisten", "tcp"]
    with running(command, os.environ, subprocess.PIPE) as process:
        if process.stdout is None:
            raise RuntimeError("Xvfb has no output")
        yield Screen(":" + process.stdout.readline().decode().strip())


@contextmanager
def running(
    command: list[str], environment: Mapping[str, str], output: int = subprocess.DEVNULL
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a program, and end it with all that it has started."""
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        _end(process)


def small_png(image: Image.Image) -> bytes:
    """Return a picture of a screen in few colours, some ten kilobytes."""
    body = BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(body, "PNG", optimize=True)
    return body.getvalue()


def first_field(image: Image.Image, top: int, boxed: bool) -> tuple[int, int]:
    """Return the middle of the first line of a text field below line `top`. Raises `LookupError` where there is none.

    A boxed field has an edge on the left too, which the underline of a link has not.
    """
    grey = image.convert("L")
    for y in range(top, grey.height - BOX):
        for x, length in _lines(grey, y):
            if not boxed or max(grey.crop((x, y, x + 1, y + BOX)).tobytes()) < DARK:
                return x + length // 2, y
    raise LookupError("no text field is to be seen")


def _lines(grey: Image.Image, y: int) -> list[tuple[int, int]]:
    """Return beginning and length of the stretches of one dark shade in row `y` that may belong to a field."""
    found, x = [], 0
    for shade, cluster in groupby(grey.crop((0, y, grey.width, y + 1)).tobytes()):
        length = len(list(cluster))
        if shade < DARK and length in FIELD:
            found.append((x, length))
        x += length
    return found


def _end(process: "subprocess.Popen[bytes]") -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError, subprocess.TimeoutExpired):
            os.killpg(process.pid, number)
            process.wait(timeout=3)
    if process.stdout is not None:
        process.stdout.close()
