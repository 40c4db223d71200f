"""How fast is a front page? `python -m bench.front`: eight papers on the loopback, one of which hangs.

Cold is the first reader's wait, which ends with half of the patience where one source is silent.
"""

import statistics
import tempfile
from pathlib import Path

from bench.server import get, gunicorn
from tests.news.town import Paper, sources_file, town

READS = 200


def main() -> None:
    """Measure, and print."""
    with town() as papers, tempfile.TemporaryDirectory() as folder:
        papers[3].fail("hanging")
        with gunicorn("wsgi:app", town_settings(papers, Path(folder))) as (port, _):
            _, page, cold = get(port, "/")
            cached = sorted(get(port, "/")[2] * 1000 for _ in range(READS))
    print(f"cold {cold:.2f} s, {len(page)} bytes, {page.count(b'<h3>')} stories")
    print(
        f"cached: median {statistics.median(cached):.1f} ms, 95% {cached[int(READS * 0.95)]:.1f}, most {cached[-1]:.1f}"
    )


def town_settings(papers: list[Paper], folder: Path) -> dict[str, str]:
    """Return the settings of a site made of these papers, whose files are in `folder`."""
    file = folder / "sources.toml"
    file.write_text(sources_file(papers))
    return {
        "NEWS68K_BING_NEWS_URL": "http://127.0.0.1:7",
        "NEWS68K_DEFAULT_EDITION": "in",
        "NEWS68K_FETCH_ALLOWED_NETWORKS": '["127.0.0.0/8"]',
        "NEWS68K_GOOGLE_NEWS_URL": "http://127.0.0.1:9",
        "NEWS68K_SOURCES_FILE": str(file),
        "NEWS68K_STORE_URL": f"sqlite:///{folder}/bench.sqlite3",
    }


if __name__ == "__main__":
    main()
