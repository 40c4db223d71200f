"""The stages of extraction, one after the other: `stages` lists them all."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urljoin

from lxml.html import HtmlElement

from app.errors import NoText
from app.extract.article.blocks import blocks_of
from app.extract.article.draft import Draft
from app.extract.article.figures import figures_in, number_images, place_figures
from app.extract.article.forms import mark_forms, place_forms
from app.extract.article.guides import with_guide
from app.extract.article.hidden_text import WRITTEN, Found, HiddenText, hidden_text
from app.extract.article.places import settle_places
from app.extract.article.reduce import reduce_markup
from app.extract.article.repetitions import without_repetitions
from app.extract.article.unshown_posts import with_posts
from app.extract.meaning import prepare
from app.extract.meaning.places import mark_places
from app.extract.media.embeds import mark_embeds, place_embeds
from app.extract.media.identity import identity
from app.extract.media.images import MarkedImage, lead_image, mark_images
from app.extract.metadata import read_metadata
from app.extract.scoring import article_tree, hints_of
from app.models import Article, Embed, Figure, Form, SourceImage, text_of
from app.net.urls import host_of
from app.sentences import Sentence
from app.text.counts import count_words
from app.text.normalize import letters

_MIN_LETTERS = 3


Stage = Callable[[Draft], Draft]


def stages() -> tuple[Stage, ...]:
    """Return the stages of an article in their order; each takes what those before it have made."""
    return (
        read_head,
        spell_marks,
        mark_pictures,
        mark_players,
        mark_fields,
        number_places,
        choose_text,
        reduce_text,
        make_blocks,
        place_players,
        place_fields,
        prefer_hidden_text,
        add_guide,
        drop_repetitions,
        settle_links,
        refuse_emptiness,
        add_lead_image,
        number_pictures,
    )


def article_in(root: HtmlElement, url: str, base: str, body: HtmlElement | None = None) -> Article:
    """Return the article in a parsed page, which is used up; `base` is what its links are relative to.

    `body` is the element of the page that is known to be the text, if one is. Raises `NoText` where there is none.
    """
    draft = Draft(root, url, base, body=body)
    for stage in stages():
        draft = stage(draft)
    return _article(draft)


def base_of(root: HtmlElement, url: str) -> str:
    """Return the address that the page's links are relative to (`<base href>`)."""
    base = root.find(".//base[@href]")
    try:
        return urljoin(url, base.get("href")) if base is not None else url
    except ValueError:
        return url


def read_head(draft: Draft) -> Draft:
    """Read what the page says of itself, before the marks of pictures are put into it."""
    metadata = read_metadata(draft.root, draft.url)
    hidden = hidden_text(draft.root, metadata)
    return replace(draft, metadata=metadata, hints=hints_of(metadata, draft.url), hidden=hidden)


def spell_marks(draft: Draft) -> Draft:
    """Put what marks and style sheets alone say into the text of the tree."""
    prepare(draft.root)
    return draft


def mark_pictures(draft: Draft) -> Draft:
    """Put a mark in place of each picture of the tree."""
    return replace(draft, marked_images=tuple(mark_images(draft.root, draft.base, draft.url)))


def mark_players(draft: Draft) -> Draft:
    """Put a mark before each embed of the tree; their numbers follow those of the pictures."""
    first = len(draft.marked_images) + 1
    return replace(draft, marked_embeds=tuple(mark_embeds(draft.root, draft.base, first)))


def mark_fields(draft: Draft) -> Draft:
    """Put a mark in place of each form; their numbers follow those of the embeds."""
    first = len(draft.marked_images) + len(draft.marked_embeds) + 1
    return replace(draft, marked_forms=tuple(mark_forms(draft.root, draft.base, first)))


def number_places(draft: Draft) -> Draft:
    """Number the places of the tree that its own links lead to."""
    mark_places(draft.root, draft.base)
    return draft


def choose_text(draft: Draft) -> Draft:
    """Reduce the tree to the text of the article, with the marks that stand in it."""
    if draft.body is not None:
        return replace(draft, root=draft.body, hidden=HiddenText(), confidence=1)
    chosen = article_tree(draft.root, draft.hints, _lead_number(draft))
    return replace(draft, root=chosen.tree, confidence=round(chosen.confidence, 3))


def reduce_text(draft: Draft) -> Draft:
    """Write the tree as sanitised markup; it is used up."""
    return replace(draft, markup=reduce_markup(draft.root, draft.base))


def make_blocks(draft: Draft) -> Draft:
    """Make blocks of the markup."""
    return replace(draft, blocks=blocks_of(draft.markup))


def place_players(draft: Draft) -> Draft:
    """Put the embeds in place of their marks."""
    return replace(draft, blocks=place_embeds(draft.blocks, draft.marked_embeds))


def place_fields(draft: Draft) -> Draft:
    """Put the forms in place of their marks."""
    return replace(draft, blocks=place_forms(draft.blocks, draft.marked_forms))


def prefer_hidden_text(draft: Draft) -> Draft:
    """Take the text that the page does not show where that is clearly more than the one that it does."""
    marks = len(draft.marked_images) + len(draft.marked_embeds) + len(draft.marked_forms)
    found = draft.hidden.instead_of(Found(draft.blocks, draft.confidence), draft.hints, draft.base, marks)
    marked_images = draft.marked_images + found.images
    return replace(draft, blocks=found.blocks, confidence=found.trust, marked_images=marked_images)


def add_guide(draft: Draft) -> Draft:
    """Put what the page does not show of its recipe, its instruction or its posts behind the text."""
    metadata = draft.metadata
    blocks = with_posts(with_guide(draft.blocks, metadata.guide, metadata.title), metadata.posts, metadata.title)
    is_more = len(blocks) > len(draft.blocks)
    return replace(draft, blocks=blocks, confidence=max(draft.confidence, WRITTEN) if is_more else draft.confidence)


def drop_repetitions(draft: Draft) -> Draft:
    """Leave out what stands over the text anyway, and what a cut left at either end.

    That are the title, the deck and the byline, at its head, and a byline at its end.
    """
    return replace(draft, blocks=without_repetitions(draft.blocks, draft.metadata))


def settle_links(draft: Draft) -> Draft:
    """Leave no link to a place that is not there."""
    return replace(draft, blocks=settle_places(draft.blocks))


def refuse_emptiness(draft: Draft) -> Draft:
    """Return the draft as it is. Raises `NoText` where nothing in it is worth showing."""
    if not _is_worth_showing(draft):
        raise NoText(Sentence("This page has no text that could be read without its scripts."))
    return draft


def add_lead_image(draft: Draft) -> Draft:
    """Put the picture that the page's head names before a text without pictures."""
    named = lead_image(draft.metadata.lead_image, draft.base)
    if named is None or figures_in(draft.blocks):
        return draft
    return replace(draft, marked_images=(MarkedImage(0, named),), blocks=(Figure(0), *draft.blocks))


def number_pictures(draft: Draft) -> Draft:
    """Number the pictures in reading order, each once, but for those of the authors."""
    faces = set(map(letters, draft.metadata.authors)) - {""}
    by_number = {
        each.number: each.image
        for each in draft.marked_images
        if each.image.caption or letters(each.image.alt) not in faces
    }
    found = [by_number[number] for number in figures_in(draft.blocks) if number in by_number]
    images, numbers = number_images(found)
    bodies = {each.image.url: each.body for each in draft.marked_images if each.body}
    embedded = tuple(SourceImage(image.url, bodies[image.url]) for image in images if image.url in bodies)
    new = {number: numbers[image.url] for number, image in by_number.items() if image.url in numbers}
    areas = {each.number: each.areas for each in draft.marked_images if each.areas}
    return replace(draft, images=images, embedded=embedded, blocks=place_figures(draft.blocks, new, areas))


def _article(draft: Draft) -> Article:
    """Return the article that a draft is after its last stage."""
    metadata = draft.metadata
    return Article(
        url=draft.url,
        title=metadata.title,
        blocks=draft.blocks,
        images=draft.images,
        byline=metadata.byline,
        date=metadata.date,
        language=metadata.language,
        site=metadata.site,
        deck=metadata.deck,
        words=count_words(" ".join(map(text_of, draft.blocks))),
        updated=metadata.updated,
        confidence=draft.confidence,
        embedded=draft.embedded,
    )


def _is_worth_showing(draft: Draft) -> bool:
    """Say whether there is text, a picture or a form, or a headline over something to be seen elsewhere."""
    blocks = draft.blocks
    if any(isinstance(block, Form) for block in blocks):
        return True
    if any(isinstance(block, Embed) for block in blocks) and draft.metadata.title != host_of(draft.url):
        return True
    return bool(figures_in(blocks)) or any(len(letters(text_of(block))) >= _MIN_LETTERS for block in blocks)


def _lead_number(draft: Draft) -> int:
    """Return the number of the picture that the page's head names, or 0 where it does not stand on the page."""
    named = lead_image(draft.metadata.lead_image, draft.base)
    marked = draft.marked_images
    if named is None:
        return 0
    own = identity(named.url)
    return next((each.number for each in marked if identity(each.image.url).is_same(own)), 0)
