"""A word by the definitions of Wiktionary's REST API, which only the English one has
(https://en.wiktionary.org/api/rest_v1/#/Page%20content/get_page_definition__term_).
"""

from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit

from app.errors import OriginFailed
from app.models import Block, Blocks, Heading, ItemList, Paragraph, ReferencePage, Run, Section
from app.net.urls import canonical
from app.net.wikis import Wiki
from app.search.engine import NO_SENSE, object_in
from app.search.wikis.markup import blocks_in

#: The languages whose wiki has it.
LANGUAGES = frozenset({"", "en"})
MOST_LANGUAGES, MOST_PARTS, MOST_MEANINGS, MOST_EXAMPLES = 40, 20, 60, 2
_PATH = "/api/rest_v1/page/definition/"


def address(wiki: Wiki, language: str, title: str) -> str:
    """Return where the meanings of a word are asked for."""
    return canonical(f"{wiki.home(language)}{_PATH}{quote(title.replace(' ', '_'), safe='')}")


def is_address(url: str) -> bool:
    """Say whether meanings are asked for at `url`."""
    return _PATH in urlsplit(url).path


def entry(wiki: Wiki, url: str, text: str) -> ReferencePage:
    """Read an answer: of each language in which there is the word its meanings, those of the reader's first.

    Raises `OriginFailed`.
    """
    answer = object_in(text)
    language = wiki.language_of(url) or ""
    title = unquote(urlsplit(url).path.partition(_PATH)[2]).replace("_", " ")
    own = wiki.address(language, title)
    names = sorted(answer, key=lambda name: name != (language or "en"))[:MOST_LANGUAGES]
    sections = [section for name in names for section in _language(answer[name], own)]
    if not sections:
        raise OriginFailed(NO_SENSE)
    first, *others = sections
    head = Heading(2, (Run(first.title),))
    return ReferencePage(own, title, wiki.name, language, (head, *first.blocks), sections=tuple(others))


def _language(parts: object, base: str) -> Iterator[Section]:
    """Yield the meanings of a word in one language."""
    known = [each for each in parts if isinstance(each, dict)][:MOST_PARTS] if isinstance(parts, list) else []
    blocks = tuple(block for part in known for block in _part_of_speech(part, base))
    if blocks:
        yield Section(str(known[0].get("language") or ""), blocks)


def _part_of_speech(part: dict[str, object], base: str) -> Iterator[Block]:
    meanings = part.get("definitions")
    items = [_meaning(each, base) for each in meanings[:MOST_MEANINGS]] if isinstance(meanings, list) else []
    items = [item for item in items if item]
    if items:
        yield Heading(3, (Run(str(part.get("partOfSpeech") or "")),))
        yield ItemList(True, tuple(items))


def _meaning(meaning: object, base: str) -> Blocks:
    """Return a meaning, and under it examples; nothing where it has no words."""
    if not isinstance(meaning, dict):
        return ()
    said = blocks_in(str(meaning.get("definition") or ""), base)
    examples = meaning.get("examples")
    shown = examples[:MOST_EXAMPLES] if isinstance(examples, list) else []
    lines = [block for each in shown for block in blocks_in(str(each), base) if isinstance(block, Paragraph)]
    return (*said, ItemList(False, tuple((line,) for line in lines))) if said and lines else said
