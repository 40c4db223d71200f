"""The application for gunicorn: `gunicorn wsgi:app`."""

import logging
import os
import sys

import serve
from app.doors import commands
from app.extract.site_rules import SiteRulesError
from app.news.sources import SourcesError
from app.settings.read import SettingsError
from app.storage import StoreError
from app.telemetry.log_format import LogFormat
from app.web.app_factory import create_app
from config import Settings

# It reports every odd header of every site, with a traceback.
logging.getLogger("urllib3").setLevel(logging.ERROR)

# The code by which a worker tells gunicorn that starting another one would not help (its APP_LOAD_ERROR).
GUNICORN_STOPS = 4

try:
    settings = Settings.from_environment(os.environ)
    handler = logging.StreamHandler()
    handler.setFormatter(LogFormat(settings.LOG_FORMAT))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    app = serve.application or create_app(settings, serve.inherited, serve.zygote)
    commands.register(app.cli.add_command)
except (SettingsError, SiteRulesError, SourcesError, StoreError) as error:
    sys.stderr.write(f"{error}\n")
    sys.exit(GUNICORN_STOPS)
