"""A stand-in for LibreTranslate on the loopback: it answers as version 1.6 does, and fails as that can.

    with LibreTranslate() as engine:
        engine.write(lambda texts: ["<script>", *texts[1:]])  # what it makes of the markup of a batch
        engine.fail(429)

Each word becomes one of the target language. Tags and entities come back as BeautifulSoup writes them, which that has
in between; the text within `code` stays.
"""

import json
import re
import socket
from collections.abc import Callable, Mapping, Sequence
from html import escape, unescape
from itertools import cycle
from typing import Any

from tests.origin import MISSING, Answer, Origin, Recorded, read_request

JSON = "application/json"
#: Words of each language that it knows, in their order.
WORDS: Mapping[str, Sequence[str]] = {
    "de": "der Leuchtturm wurde über Nacht auf Schienen vom größeren Meer weg bewegt".split(),
    "en": "the old lighthouse was moved inland on rails while all of the town walked beside it".split(),
    "he": "המגדלור הישן הועבר על מסילה למקום חדש וכל העיר צעדה לצדו".split(),
    "ja": "灯台 は 海 から 離れた 場所 に 移されました".split(),
    "ru": "старый маяк перенесли подальше от моря и весь город шёл рядом".split(),
    "zh-Hans": "灯塔 搬 到 了 离 大海 更远 的 地方".split(),
}
LANGUAGES = [{"code": code, "name": code.upper(), "targets": list(WORDS)} for code in WORDS]
#: What it says under a status that is no success.
ERRORS = {
    400: "Invalid request: request (2400) exceeds text limit (2000)",
    403: "Invalid API key",
    429: "Slowdown: 20 per 1 minute",
    500: "Cannot translate text: out of memory",
}
_WORD = re.compile(r"[^\W\d_]+")

Write = Callable[[Sequence[str]], Sequence[Any]]


class LibreTranslate(Origin):
    """The engine; `asked` holds each question that it was asked."""

    def __init__(self, key: str = "", detects: str = "de") -> None:
        """Listen, with an API key if there is one; a text of an unknown language is taken for `detects`."""
        super().__init__()
        self.asked: list[dict[str, Any]] = []
        self.languages: Any = LANGUAGES
        self._key = key
        self._detects = detects
        self._status = 0
        self._longest = 1_000_000
        self._answered = 1_000_000
        self._write: Write | None = None
        self._raw: Callable[[socket.socket], None] | None = None
        self._moved: dict[str, str] = {}

    @property
    def base(self) -> str:
        return self.url("").rstrip("/")

    def fail(self, status: int = 429, after: int = 0) -> None:
        """Answer with `status`, once `after` more batches are answered."""
        self._status, self._answered = status, len(self.asked) + after

    def hang(self, after: int = 0) -> None:
        """Answer nothing any more, once `after` more batches are answered."""
        self._raw, self._answered = self._wait, len(self.asked) + after

    def move(self, path: str, target: str) -> None:
        """Answer at `path` that what is asked for is at `target`."""
        self._moved[path] = target

    def mend(self) -> None:
        """Answer again."""
        self._status, self._raw, self._write, self._answered = 0, None, None, 1_000_000

    def limit(self, characters: int) -> None:
        """Take no text of more characters."""
        self._longest = characters

    def write(self, write: Write) -> None:
        """Have `write` make translations of the markup of a batch."""
        self._write = write

    def _wait(self, channel: socket.socket) -> None:
        self.stopped.wait(30)

    def _answer(self, channel: socket.socket) -> None:
        request = read_request(channel)
        if request is None:
            return
        self.requests.append(request)
        if request.path in self._moved:
            channel.sendall(Answer(b"", JSON, 307, {"Location": self._moved[request.path]}).wire("GET"))
        elif request.path == "/languages":
            channel.sendall(_json(self.languages).wire("GET"))
        elif request.path != "/translate":
            channel.sendall(MISSING.wire("GET"))
        elif self._raw is not None and len(self.asked) >= self._answered:
            self._raw(channel)
        else:
            channel.sendall(self._translate(request).wire("POST"))

    def _translate(self, request: Recorded) -> Answer:
        if request.method != "POST" or not request.headers.get("content-type", "").startswith(JSON):
            return _error(400, "Invalid request: missing q parameter")
        asked = json.loads(request.body)
        if self._status and len(self.asked) >= self._answered:
            return _error(self._status, ERRORS.get(self._status, "Not now"))
        self.asked.append(asked)
        if self._key and asked.get("api_key") != self._key:
            return _error(403, ERRORS[403])
        if asked["target"] not in WORDS or asked["source"] not in (*WORDS, "auto"):
            return _error(400, f"{asked['target']} is not supported")
        if sum(map(len, asked["q"])) > self._longest:
            return _error(400, ERRORS[400])
        texts = self._write(asked["q"]) if self._write else [said(each, asked["target"]) for each in asked["q"]]
        found = [{"confidence": 92.0, "language": self._detects}] * len(texts)
        return _json({"translatedText": texts} | ({"detectedLanguage": found} if asked["source"] == "auto" else {}))


def serve(origin: Origin) -> str:
    """Let `origin` translate as well, for whoever asks one thing at a time; return what `TRANSLATE_URL` has for it."""

    def translate(channel: socket.socket) -> None:
        asked = json.loads(origin.requests[-1].body)
        texts = [said(each, asked["target"]) for each in asked["q"]]
        channel.sendall(_json({"translatedText": texts}).wire("POST"))

    origin.serve("/engine-of-languages/languages", json.dumps(LANGUAGES), JSON)
    origin.serve_raw("/engine-of-languages/translate", translate)
    return origin.url("/engine-of-languages")


def said(markup: str, target: str) -> str:
    """Return markup with each word in the language `target`, but what is in `code`."""
    words, fixed, parts = cycle(WORDS[target]), False, []
    for part in re.split(r"(<[^>]*>)", markup):
        if part.startswith("<"):
            fixed = part.startswith("<code") or (fixed and part != "</code>")
            parts.append(part)
        else:
            text = unescape(part) if fixed else _WORD.sub(lambda found: next(words), unescape(part))
            parts.append(escape(text, quote=False))
    return "".join(parts)


def _json(value: Any) -> Answer:
    return Answer(json.dumps(value).encode(), JSON, 200, {})


def _error(status: int, words: str) -> Answer:
    return Answer(json.dumps({"error": words}).encode(), JSON, status, {})
