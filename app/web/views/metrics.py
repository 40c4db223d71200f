"""`/metrics`, for the program that watches this one: in the networks that may, or with the token."""

import hmac
from ipaddress import ip_network

from flask import Blueprint, Response, request

from app.errors import AddressRefused
from app.models import Page
from app.net.ip_ranges import client_address, is_within
from app.sentences import Sentence
from app.telemetry.metrics import CONTENT_TYPE, exposition
from app.web.context import services
from app.web.responses import page_response

blueprint = Blueprint("metrics", __name__)

REFUSED = Sentence("These figures are for whoever runs this site (METRICS_NETWORKS and METRICS_TOKEN).")


@blueprint.get("/metrics")
def metrics() -> Response:
    """Answer with all figures in the text format of Prometheus. Raises `AddressRefused`."""
    if not (_is_near() or _has_token()):
        raise AddressRefused(REFUSED)
    sizes = services().store.sizes()
    quotas = {quota.name.lower(): (each.entries, each.size, each.most) for quota, each in sizes.items()}
    return page_response(Page(exposition(quotas), CONTENT_TYPE))


def _is_near() -> bool:
    try:
        address = client_address(request.remote_addr or "")
    except ValueError:
        return False
    return is_within(address, tuple(ip_network(each) for each in services().settings.METRICS_NETWORKS))


def _has_token() -> bool:
    """Return whether the request brings the token (RFC 6750, section 2.1)."""
    token = services().settings.METRICS_TOKEN
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    return bool(token) and scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode())
