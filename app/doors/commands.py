"""The commands that open doors: `flask --app wsgi gopher` and its like, or `doors` for several in one process."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import click
from flask import current_app
from flask.cli import with_appcontext

if TYPE_CHECKING:
    from app.doors.certificate import Tls
    from app.doors.doorway import Conversation, Doorway
    from app.web.context import Services
    from config import Settings

NAMES = ("finger", "gemini", "gopher", "telnet")


def register(add: Callable[[click.Command], None]) -> None:
    """Let `add` have the commands."""
    for name in NAMES:
        add(_alone(name))
    add(doors)


@click.command("doors")
@click.argument("names", nargs=-1, required=True, type=click.Choice(NAMES))
@with_appcontext
def doors(names: tuple[str, ...]) -> None:
    """Open the doors NAMES in one process, until SIGTERM."""
    _serve(names)


def _alone(name: str) -> click.Command:
    def serve() -> None:
        _serve((name,))

    said = f"Open the door for {name.title()}, until SIGTERM."
    return click.command(name, help=said)(with_appcontext(serve))


def _serve(names: Sequence[str]) -> None:
    # These take a tenth of a second and ten megabytes, which the web pages need not have.
    import asyncio  # noqa: PLC0415

    from app.doors.doorway import serve  # noqa: PLC0415
    from app.web.context import EXTENSION, Services  # noqa: PLC0415

    services: Services = current_app.extensions[EXTENSION]
    if services.settings.PASSWORD:
        raise click.ClickException("This site is private (PASSWORD), and nobody can show a password at its doors.")
    opened = [_doorway(name, services) for name in dict.fromkeys(names)]
    try:
        asyncio.run(serve(opened, services.settings.DOORS_HOST))
    except OSError as error:
        raise click.ClickException(f"Nobody can listen there: {error.strerror or error}.") from error
    finally:
        services.tasks.close()


def _doorway(name: str, services: "Services") -> "tuple[Doorway, int]":
    """Return the door of a protocol, and its port. Raises `ClickException`."""
    from app.doors.doorway import DoorLimits, Doorway  # noqa: PLC0415
    from app.doors.finger import Finger  # noqa: PLC0415
    from app.doors.gemini import Gemini  # noqa: PLC0415
    from app.doors.gopher import Gopher  # noqa: PLC0415
    from app.doors.telnet import Telnet  # noqa: PLC0415

    settings = services.settings
    rows: Mapping[str, tuple[Callable[[], Conversation], int, DoorLimits]] = {
        "finger": (lambda: Finger(services).converse, settings.FINGER_PORT, DoorLimits()),
        "gemini": (
            lambda: Gemini(services, settings.GEMINI_NAME, settings.GEMINI_PORT).converse,
            settings.GEMINI_PORT,
            DoorLimits(),
        ),
        "gopher": (
            lambda: Gopher(services, settings.GOPHER_NAME, settings.GOPHER_PORT).converse,
            settings.GOPHER_PORT,
            DoorLimits(),
        ),
        "telnet": (lambda: Telnet(services).converse, settings.TELNET_PORT, DoorLimits(silence=600.0)),
    }
    converse, port, limits = rows[name]
    tls = _tls(settings) if name == "gemini" else None
    return Doorway(name, converse(), limits, settings.LOG_CLIENTS, tls), port


def _tls(settings: "Settings") -> "Tls":
    """Return what speaks TLS with the certificate of the settings. Raises `ClickException`."""
    from app.doors.certificate import CertificateError, tls_with  # noqa: PLC0415

    if not settings.GEMINI_CERTIFICATE or not settings.GEMINI_KEY:
        raise click.ClickException(
            "Gemini needs a certificate and its key, whose files GEMINI_CERTIFICATE and GEMINI_KEY name; "
            "docs/doors.md says how they are made."
        )
    try:
        return tls_with(settings.GEMINI_CERTIFICATE, settings.GEMINI_KEY)
    except CertificateError as error:
        raise click.ClickException(str(error)) from error
