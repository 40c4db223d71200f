"""What a site needs of the machine that it runs on, tried one by one, each with the way to mend it."""

import secrets
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from app.errors import ReaderError
from app.fetch.authorities import authorities
from app.fetch.resolver import Resolver
from app.images.test_card import card
from app.images.text.typefaces import FACES, can_set
from app.isolation import Subject, TaskPool
from app.models import Screen
from app.news.sources import EditionSources
from app.storage import ServerMemory, Store, name_of
from app.text.humanize import size_in_words

# A record of the trial, gone after a minute.
TRIAL_SECONDS = 60
# Less than this free on the disk of the store, and it will soon not be written; bytes.
LITTLE_ROOM = 64 * 1024 * 1024
# With which a server of Redis' protocol takes nothing away by itself; our quotas do, of each kind its own.
KEEPING = "noeviction"
# Names that are tried: one or two may be gone for reasons of their own.
MOST_NAMES = 5
# Where typefaces for all scripts are, as Debian calls it. A site without them is well, and offers less.
PACKAGES = "fonts-dejavu-core, fonts-noto-core and fonts-noto-cjk"
# The picture that is converted for a trial.
SMALL_SCREEN = Screen(64, 64, "GIF", "mono")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one trial found; `mend` says what to do, and is empty where nothing is wrong."""

    name: str
    said: str
    mend: str = ""


def check_clock(now: float) -> Finding:
    """Compare `now`, seconds since the epoch, with what the certificates of authorities allow."""
    newest = max(each.begins for each in authorities())
    said = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(now))
    if now < newest:
        return Finding("clock", said, "It is behind, so no https site is believed. Set it, or start an NTP client.")
    return Finding("clock", said)


def check_authorities(now: float) -> Finding:
    """Look whether there are certificates of authorities that hold at `now`, seconds since the epoch."""
    known = authorities()
    holding = sum(each.ends > now for each in known)
    said = f"{holding} of {len(known)} certificates of authorities are valid"
    if holding < len(known) // 2:
        return Finding("tls", said, "Set the clock, or install the certifi of requirements.txt again.")
    return Finding("tls", said)


def check_store(store: Store, url: str) -> Finding:
    """Write a record, read it and delete it."""
    key, value, name = f"check {secrets.token_hex(8)}", secrets.token_bytes(64), name_of(url)
    began = time.monotonic()
    store.set(key, value, TRIAL_SECONDS)
    if store.get(key) != value:
        return Finding(
            "store", name, "What is written there cannot be read back; see the log, and who may write there."
        )
    store.delete(key)
    return Finding("store", f"{name}: written and read in {(time.monotonic() - began) * 1000:.0f} ms")


def check_disk(folder: Path, wanted: int) -> Finding:
    """Look for room for a store of `wanted` bytes in `folder`."""
    free = shutil.disk_usage(folder).free
    said = f"{size_in_words(free)} free for a store of at most {size_in_words(wanted)}"
    if free < LITTLE_ROOM:
        return Finding("disk", said, "Make room, or set STORE_URL to another disk.")
    return Finding("disk", said)


def check_memory(memory: ServerMemory | None, wanted: int) -> Finding:
    """Look whether the server of a store may use the `wanted` bytes."""
    if memory is None:
        mend = "See what is wrong with the store, or let its user ask with INFO."
        return Finding("memory", "the server does not say what it may use", mend)
    most = size_in_words(memory.most) if memory.most else "any number of bytes"
    said = f"the server uses {size_in_words(memory.used)} and may use {most} ({memory.policy})"
    if 0 < memory.most < wanted:
        mend = f"A store of {size_in_words(wanted)} needs more: raise the server's maxmemory, or lower STORE_MAX_BYTES."
        return Finding("memory", said, mend)
    if memory.most and memory.policy != KEEPING:
        mend = f"Pages would drive out short addresses: set the server's maxmemory-policy to {KEEPING}."
        return Finding("memory", said, mend)
    return Finding("memory", said)


def check_sources(editions: Mapping[str, EditionSources], default: str) -> Finding:
    """Look whether the default edition has anything to read."""
    feeds = {url for each in editions.values() for urls in each.feeds.values() for url in urls}
    said = f"{len(editions)} editions with {len(feeds)} feeds"
    if default not in editions:
        return Finding("sources", said, f"There is no edition {default}: name one that there is in DEFAULT_EDITION.")
    return Finding("sources", said)


def check_names(sources: EditionSources, resolve: Resolver) -> Finding:
    """Look up the hosts of some feeds of an edition."""
    urls = [url for urls in sources.feeds.values() for url in urls]
    hosts = list(dict.fromkeys(urlsplit(url).hostname or "" for url in urls))[:MOST_NAMES]
    known = [host for host in hosts if _is_known(host, resolve)]
    said = f"{len(known)} of {len(hosts)} names of feeds are known"
    if hosts and not known:
        return Finding("dns", said, "No name is known: look at the network, and at /etc/resolv.conf.")
    return Finding("dns", said)


def _is_known(host: str, resolve: Resolver) -> bool:
    try:
        return bool(resolve(host, 443))
    except (OSError, UnicodeError):
        return False


def check_typefaces() -> Finding:
    """Look for the typefaces in which text is set as pictures, for machines that have no letters for a script."""
    missing = [family for family in FACES if not can_set(family)]
    if missing:
        names = ", ".join(missing)
        return Finding("typefaces", f"{PACKAGES} are not all here, so text as pictures is not offered for: {names}")
    return Finding("typefaces", f"text as pictures is offered for all {len(FACES)} families of scripts")


def check_tasks(tasks: TaskPool) -> Finding:
    """Have a picture converted where other people's bytes are worked on."""
    began = time.monotonic()
    try:
        tasks.run(Subject("a picture of our own", "picture"), card, SMALL_SCREEN)
    except ReaderError as error:
        return Finding("tasks", str(error), "See the log; a machine with little memory wants TASK_PROCESSES=0 or 1.")
    return Finding("tasks", f"a picture was converted in {(time.monotonic() - began) * 1000:.0f} ms")
