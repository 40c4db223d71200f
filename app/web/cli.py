"""`flask --app wsgi warm`: front pages made before anybody asks, from cron or a systemd timer."""

import click
from flask import current_app
from flask.cli import with_appcontext

from app.news.sources import SECTIONS
from app.web.context import EXTENSION, Services


@click.command("warm")
@click.argument("editions", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="every edition that there is")
@with_appcontext
def warm(editions: tuple[str, ...], everything: bool) -> None:
    """Make the front pages of EDITIONS (such as `us in ch-fr`), or of the default edition."""
    services: Services = current_app.extensions[EXTENSION]
    codes = editions or (services.settings.DEFAULT_EDITION,)
    for code in services.front_pages.editions if everything else codes:
        if code not in services.front_pages.editions:
            raise click.BadParameter(f'there is no edition "{code}"')
        for section, _ in SECTIONS:
            page = services.front_pages.warm(code, section)
            missing = f", not reached: {', '.join(page.missing)}" if page.missing else ""
            click.echo(f"{code} {section}: {len(page.stories)} stories{missing}")
    services.front_pages.close()
