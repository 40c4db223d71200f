"""Google asked for the address of a story whose id only it can read, in two requests as its own page makes them."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlsplit

from app.errors import BadAddress, OriginBusy, OriginFailed, OriginMissing, OriginRefused, ReaderError, Unreadable
from app.extract.parse import parse
from app.fetch.client import Client
from app.fetch.decode import decode
from app.fetch.redirects import Redirected
from app.net.urls import canonical
from app.news.aggregators.google_consent import CannotRefuse, refuse
from app.news.aggregators.google_state import GoogleState
from app.sentences import Sentence

# Google sends us on within itself so often at most.
MOST_HOPS = 3

ARTICLE_PATHS = ("/rss/articles/", "/articles/")
EXCHANGE_PATH = "/_/DotsSplashUi/data/batchexecute"
CALL = "Fbv4je"
# What a browser says of itself here can be anything; only the places count.
CONTEXT = ["X", "X", ["X", "X"], None, None, 1, 1, "US:en", None, 1, None, None, None, None, None, 0, 1]
REQUEST = [CONTEXT, "X", "X", 1, [1, 1, 1], 1, 1, None, 0, 0, None, 0]

NONSENSE = Sentence("Google gave an answer that does not say where this story stands.")

_TIME = re.compile(r"\d{1,15}")


class GoogleExchange:
    """Asks Google, for any number of threads."""

    def __init__(self, client: Client, base: str, hosts: frozenset[str], state: GoogleState) -> None:
        """Take what asks at `base`, which hosts are Google's own, and who keeps its cookies."""
        self._client = client
        self._base = base
        self._hosts = hosts
        self._state = state

    def address_of(self, article_id: str) -> str:
        """Return the address of a story; Google may send us on there at the first request.

        A question for consent is answered with no, once. Raises `CannotRefuse` where that does not pass it,
        `OriginFailed` where an answer makes no sense, and whatever the client raises.
        """
        try:
            moment, signature = self._signature(article_id)
        except Redirected as sent:
            if _is_wall(sent.target):
                raise
            return sent.target
        inner = json.dumps(["garturlreq", REQUEST, article_id, moment, signature], separators=(",", ":"))
        fields = {"f.req": json.dumps([[[CALL, inner, None, "generic"]]], separators=(",", ":"))}
        return _address_in(self._answer(EXCHANGE_PATH, fields))

    def _signature(self, article_id: str) -> tuple[int, str]:
        """Return the time and the signature that Google's own page of the story asks with."""
        for path in ARTICLE_PATHS:
            with suppress(OriginMissing):
                found = _signature_in(self._answer(path + article_id))
                if found:
                    return found
        raise OriginFailed(NONSENSE)

    def _answer(self, path: str, form: Mapping[str, str] | None = None) -> str:
        """Return what Google answers, as text. Raises `Redirected` where that is to elsewhere."""
        url, asks = self._base + path, True
        for _ in range(MOST_HOPS + 1):
            try:
                page = self._client.fetch(url, form=form, follow=False, cookie=self._state.cookies)
            except Redirected as sent:
                if asks and _is_consent(sent.target):
                    asks = self._refused_consent(sent.target)
                elif form is None and urlsplit(sent.target).netloc in self._hosts and not _is_wall(sent.target):
                    url = sent.target
                else:
                    raise
                continue
            return decode(page.body, page.charset)
        raise OriginFailed(NONSENSE)

    def _refused_consent(self, url: str) -> bool:
        """Answer the question at `url` with no, and return False: it is not to be answered again."""
        try:
            self._state.cookies = refuse(self._client, url)
        except CannotRefuse:
            raise
        except ReaderError as error:
            raise CannotRefuse(error.sentence) from error
        return False


def kind_of(error: ReaderError) -> str:
    """Return what a failure to ask is in `google_state.POLICIES`."""
    if isinstance(error, CannotRefuse) or (isinstance(error, Redirected) and _is_consent(error.target)):
        return "consent"
    if isinstance(error, OriginBusy) or (isinstance(error, Redirected) and _is_wall(error.target)):
        return "limited"
    if isinstance(error, OriginFailed):
        return "changed"
    return "refused" if isinstance(error, OriginRefused) else "silent"


def _is_consent(url: str) -> bool:
    """Return whether `url` is where Google asks for consent."""
    return (urlsplit(url).hostname or "").startswith("consent.")


def _is_wall(url: str) -> bool:
    """Return whether `url` is where Google sends those that it wants to consent, or to prove that they are human."""
    return _is_consent(url) or urlsplit(url).path.startswith("/sorry")


def _signature_in(markup: str) -> tuple[int, str] | None:
    """Return the time and the signature in a page of Google's, which stand at the same element."""
    try:
        elements = parse(markup).xpath("//*[@data-n-a-sg and @data-n-a-ts]")
    except Unreadable:
        return None
    for element in elements:
        if _TIME.fullmatch(element.get("data-n-a-ts")):
            return int(element.get("data-n-a-ts")), element.get("data-n-a-sg")
    return None


def _address_in(answer: str) -> str:
    """Return the canonical address in the answer to an exchange. Raises `OriginFailed`.

    The answer is JSON behind a line that keeps scripts of other sites from running it; what follows the JSON,
    and lengths in front of it, do not matter.
    """
    rows = _json(answer[answer.find("[") :])
    for row in rows if isinstance(rows, list) else ():
        match row:
            case ["wrb.fr", name, str(inner), *_] if name == CALL:
                match _json(inner):
                    case ["garturlres", str(address), *_]:
                        with suppress(BadAddress):
                            return canonical(address)
    raise OriginFailed(NONSENSE)


def _json(text: str) -> object:
    """Return the value that `text` begins with, or None where it is no JSON."""
    with suppress(ValueError, RecursionError):
        value: object = json.JSONDecoder().raw_decode(text)[0]
        return value
    return None
