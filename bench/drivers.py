"""How each browser is brought to show a page, to fill in a form and to use a proxy; one function a browser.

Each gets a home of its own, empty but for the settings it needs, and is ended when its page has been seen.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.screen import HEIGHT, WIDTH, Screen, first_field, running, small_png

PATIENCE = 30.0
NOBODY = "127.0.0.1:9"
# In the Courier that it would scale for itself, some letters have no stroke of their own: `|` is not to be seen.
W3_FONT = "-misc-fixed-medium-r-normal--13-120-75-75-c-80-iso8859-1"


@dataclass(frozen=True, slots=True)
class Visit:
    """What a browser is to do: open `url`, and where there are `words`, type them into the first text field and send.

    `stops` is the number of links before that field; `asked` says whether the request for the page has come;
    `sent` whether that for the answer of the form has; `proxy` is empty or `host:port`.
    """

    url: str
    home: Path
    screen: Screen
    asked: Callable[[], bool]
    sent: Callable[[], bool] = lambda: True
    words: str = ""
    stops: int = 0
    proxy: str = ""

    def environment(self) -> dict[str, str]:
        """Return the environment in which the browser runs."""
        kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
        own = {"HOME": str(self.home), "DISPLAY": self.screen.display, "LC_ALL": "C.UTF-8", "TERM": "vt100"}
        return kept | own | ({"http_proxy": f"http://{self.proxy}/"} if self.proxy else {})

    def setting(self, name: str, text: str) -> None:
        """Write a file of settings into the browser's home."""
        file = self.home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser: the Debian package and the programs that it needs, what `show` returns (`png` or `txt`), and whether
    accents can be typed into it."""

    package: str
    programs: tuple[str, ...]
    kind: str
    show: Callable[[Visit], bytes]
    accents: bool = True

    @property
    def missing(self) -> list[str]:
        """The programs that are not installed."""
        tools = ("Xvfb", "import", "xdotool") if self.kind == "png" else ()
        return [program for program in (*self.programs, *tools) if shutil.which(program) is None]


@dataclass(frozen=True, slots=True)
class Form:
    """How a form is sent in a window: pages begin at line `top` of the screen, `inside` is how far below the first line
    of a field it is clicked on (above it where a field is nothing but a line), and `send` what sends the form then.
    """

    top: int
    inside: int = 10
    send: Sequence[str] = ("key", "Return")


def dillo(visit: Visit) -> bytes:
    """Show a page in Dillo."""
    visit.setting(".dillo/dillorc", f'http_proxy="http://{visit.proxy}/"\n' if visit.proxy else "")
    return _window(visit, ["dillo", "-g", f"{WIDTH}x{HEIGHT}+0+0", visit.url], Form(100))


def links(visit: Visit) -> bytes:
    """Show a page in the graphics mode of Links. Return in a field leads to the button, and again sends."""
    command = ["links2", "-g", "-driver", "x", "-mode", f"{WIDTH}x{HEIGHT}", "-no-connect"]
    if visit.proxy:
        command += ["-http-proxy", visit.proxy]
    # Without any file of its own it welcomes its user with a dialog that hides the page.
    visit.setting(".links2/links.cfg", "")
    return _window(visit, [*command, visit.url], Form(30, -6, ("key", "Return", "sleep", "0.3", "key", "Return")))


def netsurf_fb(visit: Visit) -> bytes:
    """Show a page in NetSurf drawn by itself."""
    visit.setting(".netsurf/Choices", _choices(visit.proxy))
    return _window(visit, ["netsurf-fb", "-f", "sdl", "-w", str(WIDTH), "-h", str(HEIGHT), visit.url], Form(40))


def netsurf_gtk(visit: Visit) -> bytes:
    """Show a page in NetSurf with GTK."""
    size = f"window_x:0\nwindow_y:0\nwindow_width:{WIDTH}\nwindow_height:{HEIGHT}\n"
    visit.setting(".config/netsurf/Choices", _choices(visit.proxy) + size)
    return _window(visit, ["netsurf-gtk", visit.url], Form(60))


def w3(visit: Visit) -> bytes:
    """Show a page in Emacs/W3, which types and sends by its own commands."""
    lines = ["(require 'w3)", "(setq url-be-asynchronous nil)"]
    if visit.proxy:
        lines.append(f"""(setq url-proxy-services '(("http" . "{visit.proxy}")))""")
    lines.append(f'(w3-fetch "{visit.url}")')
    if visit.words:
        lines.append(f'(start-itimer "type" \'(lambda () {_w3_typing(visit)}) 1)')
    visit.setting("visit.el", "\n".join(lines))
    command = ["xemacs21", "-vanilla", "-font", W3_FONT, "-geometry", "76x54+0+0", "-l", str(visit.home / "visit.el")]
    with running(command, visit.environment()):
        return small_png(visit.screen.settled(lambda: visit.asked() and visit.sent()))


def lynx(visit: Visit) -> bytes:
    """Show a page in Lynx; the form is sent by a script of keys."""
    if visit.words:
        keys = ["<tab>"] * visit.stops + [_lynx_key(byte) for byte in visit.words.encode()] + ["<tab>", "^J", "q", "y"]
        visit.setting("keys", "".join(f"key {key}\n" for key in keys))
        return _output(visit, ["lynx", f"-cmd_script={visit.home}/keys", visit.url])
    return _output(visit, ["lynx", "-dump", "-width=78", visit.url])


def w3m(visit: Visit) -> bytes:
    """Show a page in w3m; the form is sent by keys typed in tmux."""
    if not visit.words:
        return _output(visit, ["w3m", "-dump", "-cols", "78", visit.url])
    tmux = ["tmux", "-S", str(visit.home / "tmux"), "-f", "/dev/null"]

    def keys(*names: str) -> None:
        _output(visit, [*tmux, "send-keys", *names])
        time.sleep(0.3)

    _output(visit, [*tmux, "new-session", "-d", "-x", "80", "-y", "40", f"w3m {visit.url}"])
    try:
        _wait(visit.asked)
        keys("[", *["Tab"] * visit.stops, "Enter")
        keys("-l", visit.words)
        keys("Enter", "Tab", "Enter")
        _wait(visit.sent)
        return _output(visit, [*tmux, "capture-pane", "-p"])
    finally:
        _output(visit, [*tmux, "kill-server"])


# The browsers that can be asked for, sorted by name.
BROWSERS = {
    "dillo": Browser("dillo", ("dillo",), "png", dillo),
    "links": Browser("links2", ("links2",), "png", links),
    "lynx": Browser("lynx", ("lynx",), "txt", lynx),
    "netsurf-fb": Browser("netsurf-fb", ("netsurf-fb",), "png", netsurf_fb, accents=False),
    "netsurf-gtk": Browser("netsurf-gtk", ("netsurf-gtk",), "png", netsurf_gtk),
    "w3": Browser("xemacs21-nomule xemacs21-basesupport", ("xemacs21",), "png", w3),
    "w3m": Browser("w3m tmux", ("tmux", "w3m"), "txt", w3m),
}


def _window(visit: Visit, command: list[str], form: Form) -> bytes:
    """Run a browser with a window, and return what it shows."""
    screen = visit.screen
    screen.act("mousemove", str(WIDTH - 1), str(HEIGHT - 1))
    with running(command, visit.environment()):
        image = screen.settled(visit.asked)
        if visit.words:
            x, y = first_field(image, form.top, form.inside > 0)
            screen.act("mousemove", str(x), str(y + form.inside), "click", "1", "sleep", "0.5")
            screen.act("type", "--delay", "60", visit.words)
            screen.act("sleep", "0.5", *form.send)
            image = screen.settled(visit.sent)
        return small_png(image)


def _choices(proxy: str) -> str:
    """Return NetSurf's settings.

    Where it is to use no proxy it gets one that nobody answers, for all but this machine: it fetches the icon of
    its search engine at every start.
    """
    host, _, port = (proxy or NOBODY).rpartition(":")
    exempt = "" if proxy else "127.0.0.1"
    return f"http_proxy:1\nhttp_proxy_host:{host}\nhttp_proxy_port:{port}\nhttp_proxy_noproxy:{exempt}\n"


def _w3_typing(visit: Visit) -> str:
    """Return the commands with which Emacs/W3 fills in and sends a form; links and fields alike are its widgets."""
    words = "".join(chr(byte) if byte < 128 else f"\\{byte:o}" for byte in visit.words.encode("latin-1"))
    there = f"(goto-char (point-min)) (widget-forward {visit.stops + 1})"
    return (
        f'{there} (widget-value-set (widget-at (point)) "{words}") (widget-setup) '
        f"{there} (widget-forward 1) (widget-button-press (point))"
    )


def _lynx_key(byte: int) -> str:
    return "<space>" if byte == 32 else chr(byte) if byte < 128 else f"0x{byte:02x}"


def _output(visit: Visit, command: list[str]) -> bytes:
    done = subprocess.run(
        command, env=visit.environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=PATIENCE
    )
    return done.stdout


def _wait(ready: Callable[[], bool]) -> None:
    """Wait until `ready`, or until patience ends, and a little for what it shows."""
    end = time.monotonic() + PATIENCE
    while not ready() and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(0.5)
