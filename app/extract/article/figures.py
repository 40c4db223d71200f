"""The pictures of an article: which numbers they have, and where they stand."""

from collections.abc import Mapping, Sequence

from app.extract.article.blocks import replace_figures
from app.extract.media.captions import MAX_CAPTION
from app.extract.media.identity import Identity, identity, told_width
from app.models import ArticleImage, Blocks, Figure, ItemList, Paragraph, Quote, Run
from app.text.counts import count_words
from app.text.normalize import letters

_FEWEST_WORDS = 4  # of a caption that says something


def number_images(images: Sequence[ArticleImage]) -> tuple[tuple[ArticleImage, ...], dict[str, int]]:
    """Return the pictures each once, and the number of each address.

    The first with a caption lends it, to which that of another place is added where it says something else, and one
    that says that it is larger lends its address.
    """
    numbers: dict[str, int] = {}
    unique: list[ArticleImage] = []
    seen: dict[str, list[tuple[Identity, int]]] = {}
    for image in images:
        own = identity(image.url)
        known = seen.setdefault(own.name, [])
        number = next((number for each, number in known if each.is_same(own)), len(unique) + 1)
        known.append((own, number))
        numbers[image.url] = number
        if number > len(unique):
            unique.append(image)
        else:
            unique[number - 1] = _better(unique[number - 1], image)
    return tuple(unique), numbers


def _better(first: ArticleImage, other: ArticleImage) -> ArticleImage:
    is_larger = 0 < told_width(first.url) < told_width(other.url)
    caption = first.caption or other.caption
    if _says_other(other.caption, first.caption):
        caption = f"{first.caption} / {other.caption}"[:MAX_CAPTION]
    return ArticleImage(other.url if is_larger else first.url, caption, first.alt or other.alt)


def _says_other(said: str, kept: str) -> bool:
    """Say whether a caption is none that is in another already, or begins as it does."""
    one, other = letters(said), letters(kept)
    if not other or count_words(said) < _FEWEST_WORDS or one in other or other in one:
        return False
    half = min(len(one), len(other)) // 2
    return one[:half] != other[:half]


def figures_in(blocks: Blocks) -> list[int]:
    """Return the numbers of the figures in `blocks`, in reading order."""
    found: list[int] = []
    for block in blocks:
        match block:
            case Figure(number):
                found.append(number)
            case Quote(inner):
                found += figures_in(inner)
            case ItemList(_, items):
                found += [number for item in items for number in figures_in(item)]
    return found


def place_figures(blocks: Blocks, numbers: Mapping[int, int], areas: Mapping[int, Sequence[Run]]) -> Blocks:
    """Return the blocks with each figure under its new number; a picture stands at its first place only.

    `areas` are the links of an image map, by the old number of its figure, under which they stand.
    """
    placed: set[int] = set()

    def figure_of(number: int) -> Blocks:
        new = numbers.get(number, 0)
        if not new or new in placed:
            return ()
        placed.add(new)
        items = tuple((Paragraph((run,)),) for run in areas.get(number, ()))
        return (Figure(new), ItemList(False, items)) if items else (Figure(new),)

    return replace_figures(blocks, figure_of)
