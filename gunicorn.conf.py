"""How gunicorn serves the application; every value can be overridden on its command line."""

import gc
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

from gunicorn import util
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

import serve
from app.extract.site_rules import SiteRulesError, load_sites
from app.fetch.authorities import NoAuthorities
from app.news.sources import SourcesError, load_sources
from app.settings.read import SettingsError
from app.storage import StoreError, open_store
from app.storage.inheritance import Inherited, folder_in_memory
from app.storage.secret import secret_of
from app.telemetry import figures_folder
from app.telemetry.log_format import begin_log
from app.web.server.log import logger_of
from config import ServerSettings, Settings

# All that is made here, and by `_make_application`, is there to stay. The collector would look through it two hundred
# times, which is a sixth of the time that a start takes.
gc.disable()

# Tried here, in the master process, so that what is wrong is said once and not by each worker.
try:
    server = ServerSettings.from_environment(os.environ)
    settings = Settings.from_environment(os.environ)
    if serve.inherited is None:  # and not at a reload, which may fail still
        begin_log(settings.LOG_FORMAT)
    load_sources(Path(settings.SOURCES_FILE) if settings.SOURCES_FILE else None)
    load_sites(Path(settings.SITES_FILE) if settings.SITES_FILE else None)
    # In one order, or gunicorn would take the same places for others when it is reloaded.
    bind = server.binds(sorted(settings.wayback_ports))
    if not serve.has_sockets(sys.argv, os.environ):
        serve.try_listening(server, settings.wayback_ports)
    store = open_store(settings.STORE_URL, settings.STORE_MAX_BYTES, settings.store_shares)
    secret = secret_of(store, settings.SECRET)
    store.close()
    # The library of figures looks for it when it is imported, with the application.
    figures_folder.make(os.environ)
    from app.fetch.transport import usual_context

    usual_context()
    serve.held = frozenset(bind)
except (NoAuthorities, figures_folder.NoFolder, SettingsError, SiteRulesError, SourcesError, StoreError) as error:
    serve.stop(error)

logger_class = logger_of(settings.LOG_FORMAT, settings.LOG_CLIENTS)
worker_class = "app.web.server.worker.Worker"
workers = server.WEB_CONCURRENCY
# Those that may wait for originals, and those that always answer what needs no waiting.
threads = settings.READ_CONCURRENCY + 8
# Each worker shows by a file that it is alive. In memory, so that neither a busy disk nor one that nobody may write to
# stops it; where there is no such place, gunicorn takes the usual one.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108
# CERN's line mode, both old Lynxes and w3m wait for the end of a connection that is kept open.
keepalive = 0
# MicroWeb sends 512 bytes at most; a pasted address may have 4,000.
limit_request_line = 8190
# Mosaic has a line of Accept for each kind of file that the machine can open; all together have 32 KB.
limit_request_fields = 200
# Netscape sends up to twenty cookies of 4 KB, of every program that a host has had.
limit_request_field_size = 32 * 1024
# What the standard has a server take or refuse (RFC 9112, section 5.2), old clients still send; nobody stands behind us
# who could understand it in another way.
permit_obsolete_folding = True
# gunicorn leaves out what is between a client and a proxy, by which a private site asks the browsers for its password
# whose proxy it is.
util.hop_headers.discard("proxy-authenticate")
# Nothing here is controlled from outside.
control_socket_disable = True


def on_starting(server: Arbiter) -> None:
    """Make what the workers have in common: what they must agree on, and the application."""
    from app.isolation.zygote import control_pair  # noqa: PLC0415  # with the application, not before

    serve.zygote, serve.end_of_zygote = control_pair()
    serve.inherited = Inherited(secret, folder_in_memory())
    server.app.reload = partial(serve.reload_or_stay, server, server.app.reload)
    _make_application(server)


def when_ready(_: Arbiter) -> None:
    """Fork off the process that those for tasks come from: last, since it keeps a copy of all that is changed later.

    There is one thread here and nobody has been let in yet, so a process can be forked that knows of no reader.
    """
    from app.isolation.zygote import fork_off  # noqa: PLC0415  # as above
    from app.web.wiring.groundwork import TASK_MODULES  # noqa: PLC0415

    if serve.end_of_zygote is not None:
        with suppress(OSError):  # each worker will try for itself, and say so
            fork_off(serve.end_of_zygote, TASK_MODULES, os.environ.clear)


def on_reload(server: Arbiter) -> None:
    """Make the application anew for the workers to come, by the settings and files as they are now; not its code."""
    server.log = logger_class(server.cfg)  # gunicorn keeps the one of the start
    try:
        _make_application(server)
    except Exception:  # a template is wrong, or what was looked at above has changed meanwhile
        server.log.exception("The site goes on by the application that it had.")
        gc.enable()


def pre_exec(server: Arbiter) -> None:
    """Start what is to replace this process (USR2) as this one was: gunicorn would run a file of its package alone.

    The modules of that package would then hide those of Python that are called so, such as `http`.
    """
    if sys.argv[0].endswith("__main__.py"):
        server.START_CTX["args"] = [sys.executable, "-m", "gunicorn", *sys.argv[1:]]


def _make_application(server: Arbiter) -> None:
    """Make the application, whose threads and connections begin with the first request that a worker answers."""
    from app.web.app_factory import create_app  # noqa: PLC0415  # as above
    from app.web.rehearsal import rehearse  # noqa: PLC0415

    begin_log(settings.LOG_FORMAT)
    application = create_app(settings, serve.inherited, serve.zygote)
    rehearse(application)
    if server.app.app_uri == "wsgi:app":  # and no other application, to be measured or tried
        server.app.callable = application  # as gunicorn does where it makes one before it forks
    # The collector of the processes to come would write to, and so copy, what they share with this one.
    gc.freeze()
    gc.enable()


def post_worker_init(worker: Worker) -> None:
    """Let each worker start what the first reader would wait for; not before it is forked, for it is its own."""
    from app.web.context import EXTENSION  # noqa: PLC0415  # with the application, when a server starts

    services = getattr(worker.wsgi, "extensions", {}).get(EXTENSION)
    if services is not None:
        services.tasks.start()
        services.page_refresher.start()
        services.site_status.watch.start()


def worker_exit(server: Arbiter, worker: Worker) -> None:
    """End what `post_worker_init` began, in the worker that is ending."""
    from app.web.context import EXTENSION  # noqa: PLC0415  # as above

    services = getattr(worker.wsgi, "extensions", {}).get(EXTENSION)
    if services is not None:
        services.gathering.stop()
        services.page_refresher.stop()
        services.site_status.watch.stop()


def child_exit(_: Arbiter, worker: Worker) -> None:
    """Forget who waited in a worker that is gone, however it ended."""
    figures_folder.forget(os.environ, worker.pid)


def on_exit(_: Arbiter) -> None:
    """Take away what this start has made for itself."""
    if serve.inherited is not None:
        serve.inherited.remove()
