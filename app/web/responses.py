"""What old clients need of a request and a response."""

import re
import time
from contextlib import suppress
from datetime import UTC, datetime
from urllib.parse import quote, unquote_to_bytes

from flask import Response
from werkzeug.http import http_date

from app.errors import ReaderError, TooManyReads
from app.models import Download, Page
from app.render.charsets.charsets import CHARSETS, Charset
from app.render.charsets.form_fields import decode_field

# The three forms of a date in HTTP (RFC 9110, section 5.6.7): today's, RFC 850's and that of C.
DATES = ("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y")


# The fields of the old site's addresses, and whatever else is not a form of ours, came from pages in plain ASCII.
ANYWHERE = CHARSETS["references"]

# What `escape` of JavaScript makes of letters beyond Latin-1 (ECMAScript, section B.2.1.1), and of all others; programs
# that old browsers have among their bookmarks use it.
_ESCAPED = re.compile(rb"%u[0-9A-Fa-f]{4}")
_UNIT = re.compile(r"%(?:u([0-9A-Fa-f]{4})|([0-9A-Fa-f]{2}))")


def query_fields(query: bytes, charset: Charset = ANYWHERE) -> list[tuple[str, str]]:
    """Return the fields of a query string, in order, from a form on a page in `charset`.

    Parsers that do not decode `&amp;` send names that begin with `amp;`.
    """
    pairs = [part.partition(b"=") for part in query.split(b"&") if part]
    return [(_name(name), _decoded(value, charset)) for name, _, value in pairs]


def asked_address(query: bytes, name: str, others: frozenset[str] = frozenset(), charset: Charset = ANYWHERE) -> str:
    """Return the address in the field `name` of a query; an empty string where there is none.

    An address typed behind `?url=` by hand brings its own `&` along: fields that are neither `name` nor in
    `others` belong to it. To one that is encoded, as forms have it, they do not: a network on which our address was
    shared, or somebody's form, has put them there. A query without the field is the address itself, as ISINDEX sends
    it.
    """
    fields = query_fields(query, charset)
    names = [each for each, _ in fields]
    if name not in names:
        return "" if others.intersection(names) else _decoded(query, charset).strip()
    # Of several that a page with two forms in one has sent, the first that is filled in.
    place = next(
        (place for place, field in enumerate(fields) if field[0] == name and field[1].strip()), names.index(name)
    )
    address = fields[place][1]
    own, *raw = [part for part in query.split(b"&") if part][place:]
    if "://" in address and b"://" not in own:
        return address.strip()
    strays = [
        _decoded(part, charset) for part, (each, _) in zip(raw, fields[place + 1 :], strict=True) if each not in others
    ]
    return "&".join([address.strip(), *strays]) if address.strip() else ""


def query_text(query: bytes, name: str, charset: Charset) -> str:
    """Return the text in the field `name`, of a form on a page in `charset`; an empty string where there is none.

    A query without a field is the text itself, as ISINDEX sends it.
    """
    fields = dict(query_fields(query, charset))
    return fields.get(name, "" if b"=" in query else _decoded(query, charset))


def _name(text: bytes) -> str:
    return _decoded(text, ANYWHERE).removeprefix("amp;")


def _decoded(text: bytes, charset: Charset) -> str:
    """Undo percent codes; ISINDEX has a `+` for each space (HTML 2.0, section 7.5), as forms do."""
    if _ESCAPED.search(text) and b"://" not in text:
        units = _UNIT.sub(lambda found: chr(int(found[1] or found[2], 16)), text.decode("latin-1"))
        return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return decode_field(unquote_to_bytes(text.replace(b"+", b" ")), charset)


def page_response(page: Page, status: int = 200, modified: float = 0) -> Response:
    """Return a page as a response with its exact length: old browsers show the sizes of chunks as text.

    `modified` is when its text last changed, in seconds since the epoch, 0 where nobody knows.
    """
    response = Response(page.body, status, content_type=page.content_type)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    if page.content_type.startswith("text/plain"):
        # An article may begin with what looks like a tag.
        response.headers["X-Content-Type-Options"] = "nosniff"
    if modified:
        # Never later than now, as where a clock was set back (RFC 9110, section 8.8.2.1).
        response.headers["Last-Modified"] = http_date(min(modified, time.time()))
    return response


def image_response(body: bytes, media_type: str, modified: float = 0) -> Response:
    """Return a converted picture as a response; `modified` as in `page_response`."""
    return page_response(Page(body, media_type), modified=modified)


def download_response(download: Download, content_type: str, modified: float = 0) -> Response:
    """Return a file as a response that no browser shows as a page of ours; `modified` as in `page_response`."""
    response = page_response(Page(download.body, content_type), modified=modified)
    response.headers["Content-Disposition"] = f'attachment; filename="{_header_name(download.name)}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def redirect_response(page: Page, url: str) -> Response:
    """Return a redirect to the absolute address `url`, with a body for the browsers that do not follow one.

    302 is the only redirect that MicroWeb and the Lynx of 1996 understand.
    """
    response = page_response(page, 302)
    response.autocorrect_location_header = False
    response.headers["Location"] = url
    return response


def until_later(response: Response, error: ReaderError) -> Response:
    """Return the response to `error`, which says when to ask again where that may help, and is not to be kept then."""
    if isinstance(error, TooManyReads):
        response.headers["Retry-After"] = str(error.retry_after)
        response.headers["Expires"] = http_date(0)
    return response


def _header_name(name: str) -> str:
    """Return a file name that a header can carry: percent codes stand for what is not ASCII."""
    return quote(name or "file", safe=" ()-._~+,")


def is_unchanged(modified: str, since: str, now: float) -> bool:
    """Return whether what was last modified at `modified` is what a browser has since `since`, both dates of HTTP.

    A date later than `now`, in seconds since the epoch, is that of a wrong clock, and was never sent from here.
    """
    changed, had = seconds_of(modified), seconds_of(since)
    return changed is not None and had is not None and changed <= had <= now


def seconds_of(date: str) -> int | None:
    """Return a date of HTTP as seconds since the epoch; nothing where it is none.

    Netscape writes the length of what it has behind the date: `; length=4711`.
    """
    text = " ".join(date.partition(";")[0].split())
    for form in DATES:
        with suppress(ValueError, OverflowError):
            return int(datetime.strptime(text, form).replace(tzinfo=UTC).timestamp())
    return None
