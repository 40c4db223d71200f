"""What try-image and try-units ask of a site that they started.

python3 trial.py ports               prints two ports on which nobody listens
python3 trial.py origin PORT         serves a page, a drawing and a feed on the loopback
python3 trial.py ask PORT ORIGIN     reads them through the site on the other port, and fails where that does
"""

import http.client
import re
import socket
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

PATIENCE = 30  # seconds for the site to start
WORDS = "The keeper of the lighthouse said that the lamp would be lit again before the winter storms of {} begin."
PARAGRAPHS = "".join(
    f"<p>{' '.join(WORDS.format(year + each) for each in range(4))}</p>" for year in range(1903, 1923, 4)
)
ANSWERS = {
    "/page": ("text/html", f"<title>Lamp</title><article><h1>Lamp</h1>{PARAGRAPHS}</article>"),
    "/lamp.svg": (
        "image/svg+xml",
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="navy"/>'
        '<text x="40" y="160" font-size="60" fill="white">Lamp</text></svg>',
    ),
    "/feed": (
        "application/rss+xml",
        '<rss version="2.0"><channel><title>Coast</title><item><title>The lamp of the lighthouse is lit again</title>'
        "<link>http://127.0.0.1/page</link></item></channel></rss>",
    ),
}


class Origin(BaseHTTPRequestHandler):
    """Answers with what stands above."""

    def do_GET(self) -> None:
        """Answer, or say that there is nothing."""
        kind, text = ANSWERS.get(self.path, ("", ""))
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def ports() -> None:
    """Print two free ports."""
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as two:
        print(one.getsockname()[1], two.getsockname()[1])


def origin(port: int) -> None:
    """Serve until the end."""
    ThreadingHTTPServer(("127.0.0.1", port), Origin).serve_forever()


def got(port: int, path: str) -> bytes:
    """Return what the site has at `path`; anything but 200 is a failure."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != http.client.OK:
        sys.exit(f"{path}: {answer.status}\n{body.decode('latin-1')}")
    return body


def wait(port: int) -> None:
    """Return once somebody listens."""
    for _ in range(PATIENCE * 10):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit(f"Nobody listens on port {port} after {PATIENCE} seconds.")


def ask(port: int, origin_port: int) -> None:
    """Ask for what is made here, for an article and for its drawing as a GIF."""
    wait(port)
    wait(origin_port)
    started = time.monotonic()
    got(port, "/healthz")
    got(port, "/setup")
    page = read(port, f"http://127.0.0.1:{origin_port}/page")
    if WORDS.format(1913) not in page:
        sys.exit(f"The article is not there:\n{page}")
    shown = re.search(r'src="(/[^"]*\.gif)"', read(port, f"http://127.0.0.1:{origin_port}/lamp.svg"))
    if not shown or not got(port, shown[1]).startswith(b"GIF8"):
        sys.exit("The drawing is no GIF.")
    print(f"health, a page of its own, an article and its drawing: {time.monotonic() - started:.1f} s")


def read(port: int, address: str) -> str:
    """Return what the site makes of the page at `address`."""
    return got(port, "/article.php?a=" + quote(address, safe="")).decode("latin-1")


if __name__ == "__main__":
    task, *numbers = sys.argv[1:]
    match task, [int(number) for number in numbers]:
        case "ports", []:
            ports()
        case "origin", [port]:
            origin(port)
        case "ask", [port, origin_port]:
            ask(port, origin_port)
        case _:
            sys.exit(__doc__)
