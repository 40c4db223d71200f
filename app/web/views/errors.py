"""Every failure as a small page in the style of all others, with the read form."""

import logging

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from app.errors import OriginError, PasswordRequired, ReaderError, Unreadable
from app.net.urls import checked
from app.render.pages.site import Left
from app.sentences import Sentence
from app.telemetry.request_fields import gathered, note
from app.web.context import archives, form_charset, frame, services
from app.web.hooks import pseudonym
from app.web.middleware.forward_proxy import PROXIED
from app.web.responses import asked_address, page_response, until_later
from app.web.unchecked import way_around

log = logging.getLogger(__name__)

# What stands over the page, and the sentence where nobody has a better one; sorted by status.
HEADINGS = {
    400: (Sentence("This cannot be read"), Sentence("The request is not one that this site understands.")),
    401: (Sentence("A password is needed"), Sentence("This site is private; it asks for a password.")),
    403: (Sentence("Not from here"), Sentence("This address is not read here.")),
    404: (Sentence("Not found"), Sentence("There is no such page here.")),
    405: (Sentence("This is not possible"), Sentence("This page can only be asked for, not written to.")),
    407: (Sentence("A password is needed"), Sentence("This proxy is private; it asks for a password.")),
    413: (Sentence("Too much"), Sentence("The request is larger than anything this site needs.")),
    414: (Sentence("Too long"), Sentence("The address is longer than anything this site understands.")),
    429: (Sentence("Too many at once"), Sentence("Too many pages are asked for; please wait a little.")),
    500: (Sentence("Our mistake"), Sentence("Something went wrong here, and it was noted; the fault is not yours.")),
    502: (
        Sentence("The original cannot be shown"),
        Sentence("The original site did not send a page that can be shown."),
    ),
    503: (Sentence("Too much at once"), Sentence("Too much is asked for; please try again in a few seconds.")),
    504: (Sentence("No answer"), Sentence("The original site did not answer in time.")),
    508: (Sentence("In a circle"), Sentence("This request came from this site itself.")),
}
# For the reader who tells whoever runs the site.
NOTED = Sentence("Something went wrong here, and it was noted as number %(number)s; the fault is not yours.")


def register(app: Flask) -> None:
    """Let `app` answer every failure with a page."""
    app.register_error_handler(ReaderError, reader_failure)
    app.register_error_handler(HTTPException, http_failure)
    app.register_error_handler(Exception, unknown_failure)


def reader_failure(error: ReaderError) -> Response:
    """Answer a failure that the reader can understand."""
    note(error=type(error).__name__)
    original = g.get("original", "")
    way, left = way_around(error, original), original if isinstance(error, OriginError | Unreadable) else ""
    response = until_later(_page(error.status, error.sentence, way, checked(left)), error)
    if isinstance(error, PasswordRequired):
        # Without `charset` (RFC 7617, section 2.1): browsers before it may take the whole line for the realm.
        response.headers[error.challenge] = f'Basic realm="{pseudonym(services().settings)}"'
    return response


def http_failure(error: HTTPException) -> Response:
    """Answer a request that no view took."""
    response = _page(error.code or 500, "")
    allowed = dict(error.get_headers()).get("Allow")
    if allowed:
        response.headers["Allow"] = allowed
    return response


def unknown_failure(error: Exception) -> Response:
    """Answer a fault of this program, and note it under the number that the page says."""
    number = gathered().get("id")
    log.error("a request failed", exc_info=error)
    return _page(500, NOTED.of(number=str(number)) if number else "")


def _page(status: int, sentence: str, way: str = "", original: str = "") -> Response:
    """Return the page of a failure.

    `way` is the address at which it can be read all the same, `original` the canonical one that does not open, or both
    are empty.
    """
    heading, usual = HEADINGS.get(status, HEADINGS[400 if status < 500 else 500])
    if status == 502 and not g.get("original"):
        heading = HEADINGS[504][0]  # a service was asked, and there is no original
    left = Left(original, archives() and not _is_archive()) if original else None
    around = frame([each for each in (way, original) if each])
    page = services().pages.site.error(around, heading, sentence or usual, _asked(), way, left)
    return page_response(page, status)


def _is_archive() -> bool:
    """Tell whether it was the archive's copy that did not open."""
    return request.path.endswith("/archive") or bool(g.get("when"))


def _asked() -> str:
    """Return the address that was asked for in a form, or of the proxy; with CONNECT it is no address."""
    proxied = str(request.environ.get(PROXIED, ""))
    if "://" in proxied:
        return proxied
    if not request.path.endswith("/read"):
        return str(g.get("asked", "") or (g.get("original", "") if g.get("when") else ""))
    return asked_address(request.query_string, "url", frozenset({"on"}), form_charset())
