"""Today in one file."""

from flask import Blueprint, Response

from app.errors import UnknownPlace
from app.sentences import Sentence
from app.web.context import admit, edition, frame, services
from app.web.digest_files import SUFFIXES, Source, file_response

blueprint = Blueprint("today", __name__)

CALLED = Sentence("Today in one file")
OFF = Sentence("This site does not put the news of a day into one file.")


@blueprint.get(f"/today.<any({SUFFIXES}):suffix>")
@blueprint.get(f"/today-<disk:size>.<any({SUFFIXES}):suffix>")
def today(suffix: str, size: str = "") -> Response:
    """Answer with the front page and the texts of its stories, or with how far they are."""
    if services().settings.TODAY_FILES != "on":
        raise UnknownPlace(OFF)
    around, code = frame(), edition().code
    title = f"{around.site} {around.edition}"
    source = Source(code, title, CALLED, around.links.today, lambda: services().digests.of(code, admit))
    return file_response(source, suffix, size)
