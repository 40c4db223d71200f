"""Lines under a text that are part of it: what was corrected, who else reported, and which paper it tells of.

Papers set them apart, in the foot of the article or in small print, where the model sees only what a foot mostly holds.
"""

import re
from collections.abc import Sequence

from app.extract.scoring.attributes import IN_LIST
from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.text_blocks import Container, TextBlock
from app.extract.scoring.told_sections import keep_told_sections

_FARTHEST = 14  # blocks behind the text
_LONGEST = 700  # characters
_MOST_FACTS = 16  # blocks of a box that says where a paper appeared
_CLOSING = re.compile(
    # What was corrected or added; a row a few languages.
    r"^\W*(?:an? )?(?:corrections?|clarifications?|corrected|editor['’]s note|update)\b[^.:]{0,40}:|"
    r"\b(?:an? (?:earlier|previous|prior) version of (?:this|the) |"
    r"this (?:article|column|page|post|report|story) (?:has been|was) "
    r"(?:amended|changed|corrected|edited|modified|revised|updated) )|"
    r"^\W*(?:korrektur|berichtigung|anmerkung der redaktion|hinweis der redaktion|"
    r"transparenzhinweis)\b[^.:]{0,30}:|\bin einer (?:früheren|ersten|vorherigen) (?:fassung|version)\b|"
    r"^\W*(?:erratum|rectificatif|correction)\b[^.:]{0,30}:|"
    r"\bune (?:précédente|première) version (?:de cet article|du texte)|"
    r"cet article a été (?:corrigé|modifié|mis à jour)|"
    r"^\W*(?:fe de err\w+|corrección|errata|correção|erramos|errata corrige|rettifica)\b[^.:]{0,30}:|"
    r"\buna versión (?:anterior|previa) de est|este (?:artículo|texto|artigo) (?:ha sido|fue|"
    r"foi) (?:actualizado|alterado|atualizado|corregido|corrigido|modificado)|uma versão anterior d|"
    r"una versione precedente di quest|questo articolo è stato (?:aggiornato|corretto|modificato)|"
    r"^\W*(?:correctie|rectificatie|rättelse|rettelse|korjaus|sprostowanie|oprava)\b[^.:]{0,30}:|"
    r"\bin een eerdere versie van|\bi en (?:tidigare|tidligere) (?:utgave|version|versjon)\b|"
    r"w poprzedniej wersji|в (?:предыдущей|ранней) версии|"
    r"^\W*(?:исправлено|уточнение|виправлено)\b[^.:]{0,30}:|^\W*(?:訂正|更正)\W|"
    # Who else reported.
    r"^\W*(?:additional |further |with )?(?:additional )?reporting (?:and writing )?(?:by|from) |"
    r"^\W*editing by |^\W*with (?:assistance|contributions|files|reporting) (?:by|from) |"
    r"\bcontributed (?:additional )?reporting\b|\bcontributed to this (?:article|report|story)\b|"
    # Where it appeared, too.
    r"\b(?:this|the) (?:article|column|essay|piece|post|report|story) (?:was )?(?:first|"
    r"originally) (?:appeared|published)\b|"
    r"^\W*(?:published|appears|appeared) in the (?:\w+ ){0,3}(?:edition|issue)\b|"
    r"^\W*dieser (?:artikel|beitrag|text) (?:erschien|ist|wurde) (?:zuerst|ursprünglich|zunächst)\b|"
    r"^\W*(?:cet article|ce texte) (?:a été|est) (?:d['’]abord |initialement )(?:paru|publié)|"
    r"^\W*(?:este (?:artículo|texto|artigo)|publicado) (?:\w+ ){0,2}(?:originalmente|originariamente)\b"
)  # fmt: skip
# One of these words is in each.
_WORDS = frozenset(
    """correction corrections clarification clarifications corrected editor update version amended changed edited
    modified revised updated reporting editing assistance contributions files contributed appeared published
    appears originally doi 10 korrektur berichtigung anmerkung hinweis transparenzhinweis fassung erschien
    erschienen zuerst ursprünglich zunächst erratum rectificatif corrigé modifié jour paru publié fe corrección
    errata correção erramos rettifica versión actualizado alterado atualizado corregido corrigido modificado
    versão versione aggiornato corretto modificato originalmente originariamente correctie rectificatie rättelse
    rettelse korjaus sprostowanie oprava versie utgave versjon wersji версии исправлено уточнение виправлено
    訂正 更正""".split()
)
_DOI = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:?\s?)?10\.\d{4,9}/\S{3,80}", re.IGNORECASE)
_HAS_DOI = re.compile(r"\bdoi\b.{0,20}\b10\.\d{4,9}/\S", re.IGNORECASE)
_WHOLE = frozenset({"article", "body", "main"})


def keep_closing_lines(blocks: Sequence[TextBlock], kept: list[bool]) -> None:
    """Keep such lines and sections at once behind the text, and the facts around the number of a paper, in place."""
    keep_told_sections(blocks, kept)
    last = next((number for number in reversed(range(len(kept))) if kept[number] and blocks[number].is_prose), None)
    if last is None:
        return
    for number in range(last + 1, min(last + 1 + _FARTHEST, len(blocks))):
        block = blocks[number]
        is_entry = block.container.flags & IN_LIST
        if kept[number] or is_entry or len(block.text) > _LONGEST or not _closes(block):
            continue
        above = blocks[number - 1]
        if is_furniture(block) or (above.container.level and is_furniture(above)):
            continue
        if _DOI.fullmatch(block.text):
            _keep_facts(blocks, block.container, kept)
        kept[number] = True
        kept[number - 1] = kept[number - 1] or above.container.level > 0


def _closes(block: TextBlock) -> bool:
    text = block.text
    if _WORDS.isdisjoint(block.words):
        return False
    return any(pattern.search(text) for pattern in (_DOI, _HAS_DOI)) or _CLOSING.search(text.lower()) is not None


def _keep_facts(blocks: Sequence[TextBlock], line: Container, kept: list[bool]) -> None:
    """Keep all of the largest small box around the number of a paper: its title, its journal, how it was done."""
    box = line
    for each in line.outward():
        if each.tag in _WHOLE or each.blocks > _MOST_FACTS:
            break
        box = each
    for number in range(box.first, box.end):
        kept[number] = kept[number] or not is_furniture(blocks[number])
