"""What this process has counted since its start, in the few sums that are shown to people."""

from collections.abc import Iterator

from prometheus_client import Counter, Histogram
from prometheus_client.samples import Sample

from app.telemetry.metrics import FETCHES, REQUEST_SECONDS, REQUESTS

# Asked by machines all day long, so they tell nothing of readers.
MACHINES = frozenset({"metrics.metrics", "site.healthz", "site.readyz"})
# Seconds within which an answer is quick, and above which it is slow; each is a bucket of `REQUEST_SECONDS`.
QUICK, SLOW = "0.1", "1.0"
WORKED = frozenset({"ok", "redirected"})


def own_totals() -> dict[str, int]:
    """Return the sums by their names.

    `well` and `badly` are requests by how they were answered (a failure, or a request to wait); `quick`, `slowly` and
    `slowest` are the same by how long it took; `fetched` and `lost` are fetches.
    """
    requests = [each for each in _samples(REQUESTS, "_total") if each.labels["kind"] not in MACHINES]
    badly = sum(each.value for each in requests if _is_bad(each.labels["status"]))
    within = {bound: sum(each.value for each in _buckets(bound)) for bound in (QUICK, SLOW, "+Inf")}
    fetches = list(_samples(FETCHES, "_total"))
    fetched = sum(each.value for each in fetches if each.labels["outcome"] in WORKED)
    sums = {
        "well": sum(each.value for each in requests) - badly,
        "badly": badly,
        "quick": within[QUICK],
        "slowly": within[SLOW] - within[QUICK],
        "slowest": within["+Inf"] - within[SLOW],
        "fetched": fetched,
        "lost": sum(each.value for each in fetches) - fetched,
    }
    return {name: int(value) for name, value in sums.items()}


def _is_bad(status: str) -> bool:
    return status.startswith("5") or status == "429"


def _buckets(bound: str) -> Iterator[Sample]:
    buckets = _samples(REQUEST_SECONDS, "_bucket")
    return (each for each in buckets if each.labels["le"] == bound and each.labels["kind"] not in MACHINES)


def _samples(metric: Counter | Histogram, end: str) -> Iterator[Sample]:
    """Yield the samples of a metric in this process, also where several have their figures in one folder."""
    return (each for family in metric.collect() for each in family.samples if each.name.endswith(end))
