"""The application for gunicorn: `gunicorn wsgi:app`."""

import os
import sys

from flask import Flask

import serve
from app.doors import commands
from app.extract.site_rules import SiteRulesError
from app.fetch.authorities import NoAuthorities
from app.news.sources import SourcesError
from app.settings.read import SettingsError
from app.storage import StoreError
from app.telemetry.log_format import begin_log
from app.web.app_factory import create_app
from config import Settings

# The code by which a worker tells gunicorn that starting another one would not help (its APP_LOAD_ERROR).
GUNICORN_STOPS = 4


def _made() -> Flask:
    """Return the application with all commands: for `flask`, and where gunicorn.conf.py gives none."""
    settings = Settings.from_environment(os.environ)
    begin_log(settings.LOG_FORMAT)
    made = create_app(settings, serve.inherited, serve.zygote)
    commands.register(made.cli.add_command)
    return made


try:
    app = _made()
except (NoAuthorities, SettingsError, SiteRulesError, SourcesError, StoreError) as error:
    serve.stop(error, GUNICORN_STOPS if "gunicorn.arbiter" in sys.modules else None)
