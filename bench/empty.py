"""An empty Flask view, to compare with: `gunicorn bench.empty:app`."""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def nothing() -> str:
    """Answer with next to nothing."""
    return "ok"
