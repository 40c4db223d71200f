"""What is done before and after every request, whatever view answers it."""

import re
import time
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from flask import Flask, Response, g, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.http import http_date

from app.errors import LoopDetected, UnknownPlace
from app.news.editions import current_code
from app.render.profiles.profile import Profile
from app.render.profiles.spec import read_spec
from app.render.profiles.user_agents import spec_for
from app.sentences import Sentence
from app.telemetry.request_fields import note
from app.web.context import collection_secret, known_edition, profile, services
from app.web.middleware.profile_prefix import SPEC
from app.web.password import check_password
from app.web.responses import is_unchanged
from config import Settings

# Nobody sends us anything but addresses; bytes.
MAX_REQUEST_BODY = 64 * 1024
# Without these a browser does not ask for a password.
CHALLENGES = frozenset({401, 407})
# What no cache keeps unless it is told to (RFC 9111, section 4.2.2).
REDIRECT = 302


def register(app: Flask) -> None:
    """Let `app` call these hooks; those behind a request run in the opposite order."""
    app.config["MAX_CONTENT_LENGTH"] = MAX_REQUEST_BODY
    app.url_value_preprocessor(require_password)
    app.url_value_preprocessor(take_profile)
    app.url_value_preprocessor(take_edition)
    app.before_request(refuse_loops_and_bodies)
    app.after_request(note_request)
    app.after_request(answer_conditional_request)
    app.after_request(keep_private)
    app.after_request(show_error)


def pseudonym(settings: Settings) -> str:
    """Return the name by which we know our own requests (RFC 9110, section 7.6.3): a token."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", settings.SITE_NAME) or "68k.news"


def require_password(endpoint: str | None, values: dict[str, str] | None) -> None:
    """Refuse who has not the password of a private site. Raises `PasswordRequired` and `LimitReached`.

    It comes first, so that nothing tells a stranger what there is. The page that asks for the password is for the
    profile that the path names, if it names one.
    """
    if services().password is None:
        return
    with suppress(UnknownPlace):
        take_profile(endpoint, values)
    check_password()


def take_profile(endpoint: str | None, values: dict[str, str] | None) -> None:
    """Take the profile that the path names, else the one for the browser that asks. Raises `UnknownPlace`."""
    spec = request.environ.get(SPEC)
    shown = _shown_inline if services().settings.INLINE_PICTURES == "on" else _shown_apart
    # The browser's own, for the page that says that there is no such profile.
    g.profile, g.profile_in_path = shown(spec_for(request.headers.get("User-Agent", ""))), False
    if spec is not None:
        g.profile, g.profile_in_path = shown(spec), True


_shown_inline = read_spec


@lru_cache(256)
def _shown_apart(spec: str) -> Profile:
    """Return the profile of `spec` where no picture stands in a text."""
    return replace(read_spec(spec), inline=False)


def take_edition(endpoint: str | None, values: dict[str, str] | None) -> None:
    """Take the edition out of the path, for the links of the page. Raises `UnknownPlace`.

    Where nothing is at a path, the page that says so is of the edition that it begins with, if there is such a one.
    """
    code = (values or {}).pop("edition", None)
    g.edition = None  # for the page that says that there is no such edition
    if code:
        g.edition = known_edition(code)
    elif endpoint is None:
        begin = current_code(request.path.split("/")[1])
        g.edition = services().front_pages.editions.get(begin)


def refuse_loops_and_bodies() -> None:
    """Refuse requests that we made ourselves, and those that bring more than an address.

    Raises `LoopDetected` and `RequestEntityTooLarge`.
    """
    own = pseudonym(services().settings)
    passed_on_by = [hop.split() for hop in request.headers.get("Via", "").split(",")]
    if any(len(hop) > 1 and hop[1] == own for hop in passed_on_by):
        raise LoopDetected(Sentence("This request came from this site itself, so it is not answered."))
    if (request.content_length or 0) > MAX_REQUEST_BODY:
        raise RequestEntityTooLarge


def note_request(response: Response) -> Response:
    """Note what kind of page was answered, and for which profile, for the line in the log."""
    kind = (request.endpoint or "none").replace("-of-edition", "")
    note(kind=kind, profile=profile().name)
    return response


def answer_conditional_request(response: Response) -> Response:
    """Answer 304 to a browser that has what it asks for (RFC 9110, section 13.1.3).

    A request that brings an entity tag is one for servers that give them out, and its date does not count.
    """
    since = request.headers.get("If-Modified-Since", "")
    if response.status_code == 200 and since and "If-None-Match" not in request.headers:
        modified = response.headers.get("Last-Modified", "")
        if is_unchanged(modified, since, time.time()):
            response.status_code = 304
    return response


def keep_private(response: Response) -> Response:
    """Keep what was made for one User-Agent out of the caches that others share.

    Where the path names the profile, it is the same for everybody, unless the site is private. `Vary` would be the
    other way, and Internet Explorer caches nothing that has it.
    """
    is_for_everybody = g.get("profile_in_path") or response.status_code == REDIRECT
    if services().password is not None or collection_secret() or not is_for_everybody:
        response.headers["Cache-Control"] = "private"
    return response


def show_error(response: Response) -> Response:
    """Send the page of an error as a success to a browser that would show a sentence of its own in its place.

    CERN's line mode says "Unable to access document" for 4xx and 5xx alike. It is not to be kept: no error is.
    """
    is_error = response.status_code >= 400 and response.status_code not in CHALLENGES
    if is_error and not profile().shows_errors and response.mimetype == "text/html":
        response.status_code = 200
        response.headers["Expires"] = http_date(0)
    return response
