"""The few sums of this process that are shown to people."""

from app.telemetry.metrics import FETCHES, REQUEST_SECONDS, REQUESTS
from app.telemetry.own_totals import own_totals


def test_sums_tell_how_requests_and_fetches_went_and_leave_machines_out() -> None:
    before = own_totals()
    for status in ("200", "304", "404", "429", "500", "503"):
        REQUESTS.labels("article.read", status, "macplus").inc()
    for seconds in (0.004, 0.1, 0.3, 1.0, 3, 30):
        REQUEST_SECONDS.labels("article.read").observe(seconds)
    REQUESTS.labels("site.healthz", "200", "universal").inc(50)
    REQUEST_SECONDS.labels("site.healthz").observe(0.001)
    for outcome in ("ok", "redirected", "OriginTimeout"):
        FETCHES.labels(outcome).inc()
    grown = {name: total - before[name] for name, total in own_totals().items()}
    assert grown == {"well": 3, "badly": 3, "quick": 2, "slowly": 2, "slowest": 2, "fetched": 2, "lost": 1}
