"""The commands that open doors: `flask --app wsgi gopher`, `finger`, `telnet`, or `doors` for several in a process."""

from collections.abc import Callable, Mapping

import click
from flask import current_app
from flask.cli import with_appcontext

NAMES = ("finger", "gopher", "telnet")


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


def _serve(names: tuple[str, ...]) -> None:
    # These take a tenth of a second and ten megabytes, which the web pages need not have.
    import asyncio  # noqa: PLC0415

    from app.doors.doorway import Conversation, DoorLimits, Doorway, serve  # noqa: PLC0415
    from app.doors.finger import Finger  # noqa: PLC0415
    from app.doors.gopher import Gopher  # noqa: PLC0415
    from app.doors.telnet import Telnet  # noqa: PLC0415
    from app.web.context import EXTENSION, Services  # noqa: PLC0415

    services: Services = current_app.extensions[EXTENSION]
    settings = services.settings
    if settings.PASSWORD:
        raise click.ClickException("This site is private (PASSWORD), and nobody can show a password at its doors.")
    ports: Mapping[str, int] = {
        "finger": settings.FINGER_PORT,
        "gopher": settings.GOPHER_PORT,
        "telnet": settings.TELNET_PORT,
    }
    converse: Mapping[str, Callable[[], Conversation]] = {
        "finger": lambda: Finger(services).converse,
        "gopher": lambda: Gopher(services, settings.GOPHER_NAME, settings.GOPHER_PORT).converse,
        "telnet": lambda: Telnet(services).converse,
    }
    limits = {name: DoorLimits(silence=600.0) if name == "telnet" else DoorLimits() for name in names}
    opened = [(Doorway(name, converse[name](), limits[name], settings.LOG_CLIENTS), ports[name]) for name in names]
    try:
        asyncio.run(serve(opened, settings.DOORS_HOST))
    except OSError as error:
        raise click.ClickException(f"Nobody can listen there: {error.strerror or error}.") from error
    finally:
        services.tasks.close()
