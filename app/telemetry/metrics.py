"""What is counted and timed for `/metrics`, one row each, by the names and units that Prometheus wants.

Under gunicorn each worker writes its share into files of one folder (`figures_folder`), and whichever of them is asked
adds them up: https://prometheus.github.io/client_python/multiprocess/.
"""

from collections.abc import Iterator, Mapping, Sequence

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, generate_latest, multiprocess
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

#: The type of what `exposition` returns.
CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4

# Seconds: from a page out of memory to the deadline of a fetch.
_REQUEST_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)
_FETCH_BUCKETS = (0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16)
_TASK_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)

CACHE = Counter("news68k_cache", "Entries and answers, by where they were: memory, store, nowhere", ("layer",))
CONVERSIONS = Counter("news68k_conversions", "Pictures converted, by format and outcome", ("format", "outcome"))
FEEDS = Counter(
    "news68k_feeds", "Feeds that pages were made of, by edition and how they were there", ("edition", "outcome")
)
FETCH_SECONDS = Histogram("news68k_fetch_seconds", "How long fetches took", buckets=_FETCH_BUCKETS)
FETCHES = Counter("news68k_fetches", "Fetches by their outcome", ("outcome",))
READS = Counter("news68k_reads", "Contents asked for, by how they were there: hit, stale, miss", ("result",))
REQUEST_SECONDS = Histogram("news68k_request_seconds", "How long requests took", ("kind",), buckets=_REQUEST_BUCKETS)
REQUESTS = Counter("news68k_requests", "Requests by kind of page, status and profile", ("kind", "status", "profile"))
TASK_SECONDS = Histogram("news68k_task_seconds", "How long tasks took", ("task",), buckets=_TASK_BUCKETS)
TASKS = Counter("news68k_tasks", "Work on other people's bytes by its outcome", ("task", "outcome"))
WAITING = Gauge("news68k_waiting", "Requests that wait now, by what for", ("queue",), multiprocess_mode="livesum")


# What is told of each quota of the store, in the order of the figures.
_STORE = (
    ("news68k_store_entries", "Entries in the store by quota"),
    ("news68k_store_bytes", "Bytes in the store by quota"),
    ("news68k_store_most_bytes", "Bytes that may be in the store by quota"),
)


class _StoreCollector(Collector):
    """Tells figures that all processes have in common, and that none of them counts."""

    def __init__(self, quotas: Mapping[str, Sequence[int]]) -> None:
        self._quotas = quotas

    def collect(self) -> Iterator[Metric]:
        for place, (name, what) in enumerate(_STORE):
            family = GaugeMetricFamily(name, what, labels=["quota"])
            for quota, figures in self._quotas.items():
                family.add_metric([quota], figures[place])
            yield family


def exposition(quotas: Mapping[str, Sequence[int]]) -> bytes:
    """Return all metrics of all processes in the text format of Prometheus, version 0.0.4.

    `quotas` are those of the store by name: entries, bytes, and the most bytes that there may be.
    """
    shared = CollectorRegistry()
    shared.register(_StoreCollector(quotas))
    registry = CollectorRegistry()
    try:
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # it has types but for this
    except ValueError:  # it finds no folder: there is one process
        registry = REGISTRY
    return generate_latest(registry) + generate_latest(shared)
