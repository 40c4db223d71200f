"""Lines that say under what a post of a blog is filed: its sections and words, as links."""

import re

from app.extract.scoring.attributes import IN_LIST
from app.extract.scoring.text_blocks import TextBlock

_LONGEST = 260  # characters
_LINKED = 0.15  # the share of such a line in links at least
_FILED = re.compile(
    r"(?:filed (?:in|under)|posted in|tagged(?: as| with)?|kategorien?:|abgelegt (?:in|unter)|"
    r"veröffentlicht (?:in|unter)|verschlagwortet|classé (?:dans|sous)|publié dans|etiquetado|"
    r"publicado en|archivado en|pubblicato in|archiviato in|geplaatst in|getagd|publicerat i|postat i|"
    r"рубрика:|метки:|tags?:|temas?:|thèmes?:|themen?:|topics?:)(?:(?<=:)|\W?\s)",
    re.IGNORECASE,
)


def is_filing(block: TextBlock) -> bool:
    """Say whether a line with links says where a post is filed, and is no sentence and no item of a list."""
    is_line = len(block.text) <= _LONGEST and not block.ends_sentence and not block.container.flags & IN_LIST
    return is_line and block.links >= _LINKED * len(block.text) and _FILED.match(block.text) is not None
