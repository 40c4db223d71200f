"""The pictures of an article: which numbers they have, and where they stand."""

from collections.abc import Sequence
from dataclasses import replace

from app.extract.article.blocks import replace_figures
from app.extract.media.images import identity
from app.models import ArticleImage, Blocks, Figure, ItemList, Quote


def number_images(images: Sequence[ArticleImage]) -> tuple[tuple[ArticleImage, ...], dict[str, int]]:
    """Return the pictures each once, and the number of each address; the first with a caption lends it."""
    numbers: dict[str, int] = {}
    unique: list[ArticleImage] = []
    seen: dict[str, int] = {}
    for image in images:
        number = seen.setdefault(identity(image.url), len(unique) + 1)
        numbers[image.url] = number
        if number > len(unique):
            unique.append(image)
        elif image.caption and not unique[number - 1].caption:
            unique[number - 1] = replace(unique[number - 1], caption=image.caption)
    return tuple(unique), numbers


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


def place_figures(blocks: Blocks, numbers: dict[int, int]) -> Blocks:
    """Return the blocks with each figure under its new number; a picture stands at its first place only."""
    placed: set[int] = set()

    def figure_of(number: int) -> Blocks:
        new = numbers.get(number, 0)
        if not new or new in placed:
            return ()
        placed.add(new)
        return (Figure(new),)

    return replace_figures(blocks, figure_of)
