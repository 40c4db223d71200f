"""68k.news: today's news and any article on the web, for browsers that only know HTTP/1.0."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from config import Settings


def create_app(settings: "Settings") -> "Flask":
    """Return the application for `settings`.

    Raises `StoreError`, `SourcesError` and `SiteRulesError` where it cannot start.
    """
    # Imported only when it is called, so that a process that converts a picture does not load the web.
    from app.web.app_factory import create_app as assembled  # noqa: PLC0415

    return assembled(settings)
