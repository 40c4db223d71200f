"""A private site: nothing is answered without the password, but what machines ask that look after it."""

from flask import request

from app.errors import PasswordRequired, ProxyPasswordRequired
from app.services.admission import client_of
from app.web.context import services
from app.web.middleware.forward_proxy import SITE

# What tells nothing private, and is asked for by machines that have no password: those that watch the site or run it,
# search engines, and browsers that look for their proxy; the figures have a guard of their own. By endpoint, so that no
# other path leads there.
OPEN = frozenset({"metrics.metrics", "proxied.setup", "site.healthz", "site.readyz", "site.robots"})


def check_password() -> None:
    """Return if this request may be answered. Raises `PasswordRequired` and `LimitReached`.

    A browser whose proxy this is shows its password as such (RFC 9110, section 11.7): what it says otherwise is for the
    site that it asks for. One that asks for our own address through us has only the former.
    """
    check = services().password
    if check is None or request.endpoint in OPEN:
        return
    headers = request.headers
    for_proxy, for_site = headers.get("Proxy-Authorization", ""), headers.get("Authorization", "")
    is_proxied = SITE in request.environ
    client = client_of(request.remote_addr or "") or ""
    try:
        check.check(for_proxy if is_proxied else for_site or for_proxy, client)
    except PasswordRequired as error:
        if is_proxied:
            raise ProxyPasswordRequired(error.sentence) from error
        raise
