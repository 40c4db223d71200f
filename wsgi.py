"""The application for gunicorn: `gunicorn wsgi:app`."""

import logging
import os
import sys

from app.create import create_app
from app.store import StoreError
from config import Settings, SettingsError

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")

try:
    app = create_app(Settings.from_environment(os.environ))
except (SettingsError, StoreError) as error:
    sys.exit(str(error))
