"""Short sections under a text that tell where and whom: the service for the dead, whom the press may ask.

Their lines are names, hours and numbers, which the model takes for what stands in every foot.
"""

from collections.abc import Sequence

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.text_blocks import TextBlock
from app.text.normalize import letters

_FARTHEST = 14  # blocks behind the text
_MOST_LINES, _LONGEST_LINE = 8, 120  # lines of such a section, and characters of one
_LONGEST_HEADING = 40
# What a section is headed with; sorted by kind and language.
_HEADINGS = frozenset(
    map(
        letters,
        """burial, celebration of life, committal, cremation, funeral, funeral mass, funeral service, funeral services,
        graveside service, interment, memorial service, reception, service, service details, services,
        services details, viewing, visitation, wake, when and where, trauerfeier, beisetzung, beerdigung,
        urnenbeisetzung, obsèques, cérémonie, inhumation, velatorio, funeral y entierro, velório, sepultamento,
        funerali, uitvaart, contact for media, contacts for media, contact for the press, for media inquiries,
        media contact, media contacts, media enquiries, media inquiries, press contact, press contacts,
        press enquiries, pressekontakt, presse-kontakt, ansprechpartner, ansprechpartner für die presse,
        ansprechpartnerin, kontakt für die medien, medienkontakt, rückfragen, contact presse, contacts presse,
        contacto de prensa, contacto para medios, contato de imprensa, contato para a imprensa, contatti stampa,
        contatti per la stampa, perscontact, presskontakt, pressekontakter, kontakt dla mediów, kontakt dla prasy,
        контакты для прессы, контакты для сми, 媒体联系人, 報道関係者のお問い合わせ先""".split(","),
    )
)


def keep_told_sections(blocks: Sequence[TextBlock], kept: list[bool]) -> None:
    """Keep each such section behind the text with its heading, if it has a number or an address, in place."""
    last = next((number for number in reversed(range(len(kept))) if kept[number]), len(blocks))
    number = last + 1
    while number < min(last + 1 + _FARTHEST, len(blocks)):
        end = _end_of_section(blocks, number) if _may_head(blocks[number]) else number
        if any(map(_tells, blocks[number + 1 : end])):
            kept[number:end] = [True] * (end - number)
        number = max(end, number + 1)


def _may_head(block: TextBlock) -> bool:
    return len(block.text) <= _LONGEST_HEADING and letters(block.text) in _HEADINGS


def _end_of_section(blocks: Sequence[TextBlock], heading: int) -> int:
    """Return the number behind the last of the short lines under a heading, which lead to no page."""
    end = heading + 1
    while end < min(heading + 1 + _MOST_LINES, len(blocks)) and _is_line(blocks[end]):
        end += 1
    return end


def _is_line(block: TextBlock) -> bool:
    is_short = len(block.text) <= _LONGEST_LINE and not block.container.level and not is_furniture(block)
    return is_short and all(href.startswith(("mailto:", "tel:")) for href in block.hrefs) and not _may_head(block)


def _tells(block: TextBlock) -> bool:
    return "@" in block.text or any(map(str.isdigit, block.text))
