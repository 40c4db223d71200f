"""The commands of an operator: `flask --app wsgi warm` and `flask --app wsgi check`."""

import time
from collections.abc import Iterator

import click
from flask import current_app
from flask.cli import with_appcontext

from app.fetch.resolver import system_resolver
from app.news.sources import SECTIONS
from app.services import self_check
from app.services.self_check import Finding
from app.storage import Store, file_of, open_store
from app.web.context import EXTENSION, Services, edition


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


@click.command("check")
@with_appcontext
def check() -> None:
    """Try what the site needs of this machine, and say what is wrong and how to mend it; non-zero where anything is."""
    findings = list(_findings(current_app.extensions[EXTENSION]))
    for each in findings:
        click.echo(f"{'wrong' if each.mend else 'ok':6}{each.name}: {each.said}")
        if each.mend:
            click.echo(f"      {each.mend}")
    if any(each.mend for each in findings):
        raise SystemExit(1)


def _findings(services: Services) -> Iterator[Finding]:
    settings, now = services.settings, time.time()
    store = open_store(settings.STORE_URL, settings.STORE_MAX_BYTES, settings.store_shares)
    yield self_check.check_clock(now)
    yield self_check.check_authorities(now)
    yield self_check.check_store(store, settings.STORE_URL)
    yield _room(store, settings.STORE_URL, settings.STORE_MAX_BYTES)
    yield self_check.check_sources(services.front_pages.editions, settings.DEFAULT_EDITION)
    yield self_check.check_names(edition(), system_resolver)
    yield self_check.check_tasks(services.tasks)
    store.close()
    services.tasks.close()


def _room(store: Store, url: str, wanted: int) -> Finding:
    """Look for room where the store is: on a disk, or in the memory of a server."""
    file = file_of(url)
    if file is not None:
        return self_check.check_disk(file.parent, wanted)
    from app.storage.redis_store import RedisStore  # noqa: PLC0415  # costly to import, as in app.storage

    assert isinstance(store, RedisStore)  # noqa: S101  # there is no other
    return self_check.check_memory(store.memory(), wanted)
