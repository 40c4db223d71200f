"""The commands of an operator: `flask --app wsgi warm`, `check` and `sources check`."""

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import click
from flask import current_app
from flask.cli import with_appcontext

from app.fetch.resolver import system_resolver
from app.news.sources import SECTIONS
from app.services import self_check
from app.services.self_check import Finding
from app.services.source_check import CheckedSource
from app.storage import Store, file_of
from app.web.context import EXTENSION, Services, edition

# Pages that `warm` makes side by side; the feeds of one edition have their own threads anyway.
PAGES_AT_ONCE = 4


@click.command("warm")
@click.argument("editions", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="every edition that there is")
@with_appcontext
def warm(editions: tuple[str, ...], everything: bool) -> None:
    """Make the front pages of EDITIONS (such as `us in ch-fr`), or of the default edition.

    Ends non-zero where nothing came for one of them.
    """
    services: Services = current_app.extensions[EXTENSION]
    codes = _known(services, editions, everything) or (services.front_pages.default.code,)
    silent = set(_known(services, codes, False))
    pages = [(code, section) for code in codes for section, _ in SECTIONS]
    with ThreadPoolExecutor(PAGES_AT_ONCE, "warm") as pool:
        made = pool.map(lambda page: services.front_pages.warm(*page), pages)
        for (code, section), page in zip(pages, made, strict=True):
            missing = f", not reached: {', '.join(page.missing)}" if page.missing else ""
            click.echo(f"{code} {section}: {len(page.stories)} stories{missing}")
            silent -= {code} if page.stories else set()
    services.front_pages.close()
    if silent:
        click.echo(f"Nothing came for {', '.join(sorted(silent))}.", err=True)
        raise SystemExit(1)


def _known(services: Services, editions: tuple[str, ...], everything: bool) -> tuple[str, ...]:
    """Return the codes of all editions, or `editions`. Raises `BadParameter` for one without sources."""
    for code in editions:
        if code not in services.front_pages.editions:
            raise click.BadParameter(f'there is no edition "{code}"')
    return tuple(services.front_pages.editions) if everything else editions


@click.group("sources")
def sources() -> None:
    """Commands for whoever keeps the file of sources."""


@sources.command("check")
@click.argument("editions", nargs=-1)
@with_appcontext
def check_sources(editions: tuple[str, ...]) -> None:
    """Ask every publisher's feed of EDITIONS, or of all, once, and print those that need a hand as lines for the file.

    A moved feed is printed with its new address, what is dead, stale or empty as a comment. Ends non-zero where
    anything is printed.
    """
    services: Services = current_app.extensions[EXTENSION]
    places: dict[str, list[str]] = {}
    for code in _known(services, editions, not editions):
        for section, urls in services.front_pages.editions[code].feeds.items():
            for url in urls:
                places.setdefault(url, []).append(f"{code} {section}")
    found = [each for each in services.source_check.check_all(places) if each.kind and _print(each, places[each.url])]
    services.tasks.close()
    if found:
        raise SystemExit(1)


def _print(source: CheckedSource, places: list[str]) -> bool:
    """Print a source as a line of a file of sources (TOML), with where it stands and what is wrong with it."""
    line = f"{json.dumps(source.target or source.url)},  # {', '.join(places)}: {source.kind}. {source.said}"
    click.echo(line if source.target else f"# {line}")
    return True


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
    settings, store, now = services.settings, services.store, time.time()
    yield self_check.check_clock(now)
    yield self_check.check_authorities(now)
    yield self_check.check_store(store, settings.STORE_URL)
    yield _room(store, settings.STORE_URL, settings.STORE_MAX_BYTES)
    yield self_check.check_sources(services.front_pages.editions, settings.DEFAULT_EDITION)
    yield self_check.check_names(edition(), system_resolver)
    yield self_check.check_typefaces()
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
