"""What is counted and timed for `/metrics`, one row each, by the names and units that Prometheus wants.

Under gunicorn each worker writes its share into files of one folder (`figures_folder`), and whichever of them is asked
adds them up: https://prometheus.github.io/client_python/multiprocess/.
"""

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest, multiprocess
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

#: The type of what `exposition` returns.
CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4

# Seconds: from a page out of memory to the deadline of a fetch.
_REQUEST_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)
_FETCH_BUCKETS = (0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16)
_TASK_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)

FETCH_SECONDS = Histogram("news68k_fetch_seconds", "How long fetches took", buckets=_FETCH_BUCKETS)
FETCHES = Counter("news68k_fetches", "Fetches by their outcome", ("outcome",))
READS = Counter("news68k_reads", "Contents asked for, by how they were there: hit, stale, miss", ("result",))
REQUEST_SECONDS = Histogram("news68k_request_seconds", "How long requests took", ("kind",), buckets=_REQUEST_BUCKETS)
REQUESTS = Counter("news68k_requests", "Requests by kind of page, status and profile", ("kind", "status", "profile"))
TASK_SECONDS = Histogram("news68k_task_seconds", "How long tasks took", ("task",), buckets=_TASK_BUCKETS)
TASKS = Counter("news68k_tasks", "Work on other people's bytes by its outcome", ("task", "outcome"))


def exposition() -> bytes:
    """Return all metrics of all processes in the text format of Prometheus, version 0.0.4."""
    registry = CollectorRegistry()
    try:
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # it has types but for this
    except ValueError:  # it finds no folder: there is one process
        registry = REGISTRY
    return generate_latest(registry)
