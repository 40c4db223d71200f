"""One fetch: the hops from one address to the next, with the cookies that live only that long."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field, replace
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import quote, urlsplit

from requests import PreparedRequest, Request
from requests.cookies import RequestsCookieJar

from app.errors import AddressRefused, BadAddress, NoAnswer, OriginRefused, OriginUnreachable, TooManyRedirects
from app.fetch.deadline import Deadline
from app.fetch.meta_refresh import refresh_in, refresh_target
from app.fetch.response import Limits, check_answer, header_text, read_page
from app.fetch.transport import Transport
from app.models import FetchedPage, Kind, NotModified
from app.net.urls import host_of, resolve
from app.sentences import Sentence

# With a Location, 300 is one, too (RFC 9110, section 15.4.1).
REDIRECTS = frozenset({300, 301, 302, 303, 307, 308})
# More than any server takes in a request; a hostile one could make us send the cookies of fifty headers.
MOST_COOKIE_BYTES = 8192
SENT_ON = Sentence("%(host)s sends us on to %(target)s instead of answering.")
ELSEWHERE = Sentence("%(host)s sends us on to an address where this reader does not go.")

# What sites give to their own pages alone, which they know by the field Referer (RFC 9110, section 10.1.3).
_PICTURE = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)\Z", re.IGNORECASE)
_NOT_ASCII = re.compile("[^\x00-\x7f]")

Slot = Callable[[str], AbstractContextManager[None]]
#: The header fields that only the site of an address is sent: they go to no other to which it redirects.
SiteHeaders = Callable[[str], Mapping[str, str]]


def no_headers(_: str) -> Mapping[str, str]:
    """Return what only the site of an address is sent, where no site is sent anything."""
    return {}


# The fields of a form that is posted; a name may occur more than once in a sequence.
FormData = Mapping[str, str] | Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class JsonBody:
    """What is posted as JSON (RFC 8259) in place of a form; it may hold a key, so it is shown nowhere."""

    text: str = field(repr=False)


Posted = FormData | JsonBody


class Redirected(OriginRefused):
    """A request was answered with a redirect to `target`, a canonical address; nothing is sent there.

    `cookies` are those that came with it, as a `Cookie` header field has them.
    """

    target = ""
    cookies = ""

    @classmethod
    def from_to(cls, url: str, target: str, cookies: str = "") -> "Redirected":
        """Return the error that says that the request for `url` was sent on to `target`, with cookies."""
        error = cls(SENT_ON.of(host=host_of(url), target=host_of(target)))
        error.target = target
        error.cookies = cookies
        return error


class RedirectChain:
    """One fetch from its first address to its last, within `deadline`; each is for one use."""

    def __init__(
        self,
        transport: Transport,
        slot: Slot,
        limits: Limits,
        most_redirects: int,
        site_headers: SiteHeaders = no_headers,
    ) -> None:
        """Take the transport, what gives a turn at an address, the limits, and what is sent to single sites."""
        self._site_headers = site_headers
        self._transport = transport
        self._slot = slot
        self._limits = limits
        self._most_redirects = most_redirects
        self._cookies = RequestsCookieJar(policy=DefaultCookiePolicy(strict_domain=True))
        self._loads_anew = False  # the last answer had a header that says so
        #: The addresses of all hops so far that lie in networks which the operator has allowed by name.
        self.granted: set[str] = set()

    def run(self, url: str, headers: Mapping[str, str], deadline: Deadline) -> FetchedPage | NotModified:
        """Return what stands at the end of the redirects that begin at the canonical address `url`.

        A page that was reached through a refresh has no validators, for the page in front of it would be
        asked with them the next time, and say that nothing has changed. Raises `ReaderError`.
        """
        start, seen, refreshed, knocked = url, set[str](), False, False
        for _ in range(self._most_redirects + 1):
            seen.add(url)
            cookies = self._cookies.get_dict()
            answer = self._ask(url, headers, deadline)
            if isinstance(answer, NotModified):
                return answer
            if isinstance(answer, FetchedPage):
                target = _refresh(answer) or (url if self._loads_anew else "")
                if target == url and not knocked and self._cookies.get_dict() != cookies:
                    knocked, refreshed = True, True  # the page in front of the page only wanted its cookie back
                    continue
                if not target or target in seen:
                    return replace(answer, etag="", last_modified="") if refreshed else answer
                answer, refreshed = target, True
            url = answer
            # A date says nothing about another page than the one that had it; an ETag is unlikely to repeat.
            headers = {name: value for name, value in headers.items() if name != "If-Modified-Since"}
        raise TooManyRedirects(
            Sentence("%(host)s sends us from one address to the next, without an end.", host=host_of(start))
        )

    def once(
        self, url: str, headers: Mapping[str, str], form: Posted | None, deadline: Deadline
    ) -> FetchedPage | NotModified:
        """Return the answer to a request, with `form` if there is one, that goes to `url` once and nowhere else.

        Raises `Redirected` for a redirect, and every other `ReaderError`.
        """
        answer = self._hop(url, headers, deadline, form)
        if isinstance(answer, str):
            raise Redirected.from_to(url, answer, "; ".join(f"{each.name}={each.value}" for each in self._cookies))
        return answer

    def _ask(self, url: str, headers: Mapping[str, str], deadline: Deadline) -> FetchedPage | NotModified | str:
        """Make a hop; where nobody answers at the port of one scheme, try the other.

        People type no scheme, and paste old addresses. A certificate that proves nothing is no reason to do without.
        A server that says nothing is asked once more, as its reader would; one that refuses a picture, as a page of its
        own site asks for it.
        """
        try:
            return self._hop(url, headers, deadline)
        except NoAnswer:
            return self._hop(url, headers, deadline)
        except OriginRefused as refused:
            if type(refused) is not OriginRefused or not _PICTURE.search(urlsplit(url).path):
                raise
            return self._hop(url, {**headers, "Referer": resolve(url, "/")}, deadline)
        except OriginUnreachable:
            parts = urlsplit(url)
            if parts.port is not None:
                raise
            other = parts._replace(scheme="https" if parts.scheme == "http" else "http").geturl()
            with suppress(OriginUnreachable):
                answer = self._hop(other, headers, deadline)
                if answer != url:  # by http we may be sent to where nobody answers
                    return answer
            raise

    def _hop(
        self, url: str, headers: Mapping[str, str], deadline: Deadline, form: Posted | None = None
    ) -> FetchedPage | NotModified | str:
        """Ask for `url`; return the page, or that it has not changed, or the address that it sends us on to."""
        request = self._request(url, headers, form)
        with self._slot(url), self._transport.open(request, self._cookies, deadline, self.granted) as response:
            if response.status_code in REDIRECTS and "Location" in response.headers:
                return _resolved(url, _location(response.headers["Location"]))
            if response.status_code == 304 and ("If-None-Match" in headers or "If-Modified-Since" in headers):
                return NotModified()
            check_answer(url, response, deadline)
            target = refresh_in(header_text(response, "Refresh"), url)
            self._loads_anew = target == url
            if target and not self._loads_anew:
                return target
            return read_page(url, response, self._limits, deadline)

    def _request(self, url: str, headers: Mapping[str, str], form: Posted | None) -> PreparedRequest:
        method = "GET" if form is None else "POST"
        if isinstance(form, JsonBody):
            headers = {**headers, "Content-Type": "application/json"}
        own = dict(self._site_headers(url))
        # The library would leave out the cookies that the site has set where there is a header already.
        cookie = own.pop("Cookie", "")
        request = Request(method, url, headers={**headers, **own}, data=_data(form), cookies=self._cookies).prepare()
        if cookie:
            request.headers["Cookie"] = "; ".join(filter(None, (cookie, request.headers.get("Cookie", ""))))
        if len(request.headers.get("Cookie", "")) > MOST_COOKIE_BYTES:
            del request.headers["Cookie"]
        return request


def _data(form: Posted | None) -> Any:
    """Return what is posted as the library takes it."""
    if isinstance(form, JsonBody):
        return form.text.encode()
    return form if form is None or isinstance(form, Mapping) else list(form)


def _refresh(page: FetchedPage) -> str:
    return refresh_target(page.body, page.url) if page.kind is Kind.HTML else ""


def _location(value: str) -> str:
    """Return what a Location says: bytes beyond ASCII are UTF-8, else asked for as they came, as browsers do both."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return _NOT_ASCII.sub(lambda found: quote(found[0], encoding="latin-1", errors="replace"), value)


def _resolved(url: str, location: str) -> str:
    try:
        return resolve(url, location)
    except BadAddress as error:
        raise AddressRefused(ELSEWHERE.of(host=host_of(url))) from error
