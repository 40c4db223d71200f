"""How gunicorn serves the application; every value can be overridden on its command line."""

import os
import sys
from pathlib import Path

from app.news.sources import SourcesError, load_sources
from config import Settings, SettingsError

# Checked here too, in the master process, so that what is wrong is said once and not by each worker.
try:
    settings = Settings.from_environment(os.environ)
    load_sources(Path(settings.SOURCES_FILE) if settings.SOURCES_FILE else None)
except (SettingsError, SourcesError) as error:
    sys.exit(str(error))

bind = f"{os.environ.get('HOST', '0.0.0.0')}:{os.environ.get('PORT', '8080')}"  # noqa: S104  # a server's purpose
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 16
# CERN's line mode, both old Lynxes and w3m wait for the end of a connection that is kept open.
keepalive = 0
# MicroWeb sends 512 bytes at most; a pasted address may have 4,000.
limit_request_line = 8190
limit_request_fields = 50
# Nothing here is controlled from outside.
control_socket_disable = True
