"""Who reads the sites that need a hand, wired together."""

from dataclasses import replace

from app.adapters.youtube import data_alone
from app.models import Download, FetchedPage
from app.services.adapted_reader import AdaptedReader
from app.services.content_reader import ContentReader
from app.services.passthrough import verbatim_download
from app.web.wiring.groundwork import Groundwork


def answered(url: str, page: FetchedPage) -> Download:
    """Return an answer as it came; of a page no more than its data, since the rest would be kept for nothing."""
    found = verbatim_download(url, page)
    return replace(found, body=data_alone(found.body))


def build_adapted(ground: Groundwork, pages: ContentReader) -> AdaptedReader:
    """Return who reads pages as `pages` does, but those of the sites that `ADAPTERS` names by their interfaces.

    These are asked under the same rules as every fetch, and have to answer within the time of a search.
    """
    answers = ground.reader(ground.client(deadline=ground.answer_seconds), "adapter ", answered)
    bases = {name: base for name, _, base in (each.partition("=") for each in ground.settings.ADAPTERS)}
    return AdaptedReader(pages, answers, ground.tasks, ground.budget("adapter"), bases)
