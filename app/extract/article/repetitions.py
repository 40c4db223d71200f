"""What the text of a page says again at either end, since our page says it anyway: title, deck, byline and day."""

from app.extract.metadata import Metadata
from app.extract.metadata.credit_lines import says_only_credits
from app.models import Block, Blocks, Heading, Paragraph, Rule, text_of
from app.text.normalize import letters

_HEAD, _END = 5, 2  # blocks at either end that are looked at
_LONGEST_KICKER = 50  # characters of the words that may stand before the title in its heading


def without_repetitions(blocks: Blocks, metadata: Metadata) -> Blocks:
    """Return the blocks without title, deck and byline at their head, a byline at their end, and what a cut left there.

    That are headings over nothing, and rules.
    """
    kept = [
        block
        for place, block in enumerate(blocks)
        if not (place < _HEAD and _is_said(block, metadata))
        and not (place >= len(blocks) - _END and _is_credit(block, metadata))
    ]
    while kept and isinstance(kept[-1], Heading | Rule):
        kept.pop()
    while kept and isinstance(kept[0], Rule):
        kept.pop(0)
    return tuple(kept)


def _is_said(block: Block, metadata: Metadata) -> bool:
    """Say whether a block says what the head of our page does."""
    text = text_of(block)
    said = letters(_without_kicker(text, metadata.title) if isinstance(block, Heading) else text)
    return bool(said) and (said in (letters(metadata.title), letters(metadata.deck)) or _is_credit(block, metadata))


def _without_kicker(heading: str, title: str) -> str:
    """Return a heading, which is the title alone where that stands behind a few words and a colon."""
    kicker, parting, behind = heading.partition(":")
    is_kicker = parting and len(kicker) <= _LONGEST_KICKER and letters(behind) == letters(title)
    return title if is_kicker else heading


def _is_credit(block: Block, metadata: Metadata) -> bool:
    days = {metadata.date, metadata.updated}
    return isinstance(block, Heading | Paragraph) and says_only_credits(
        text_of(block), metadata.authors, days, metadata.language
    )
