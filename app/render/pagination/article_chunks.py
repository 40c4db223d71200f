"""The text of an article in chunks, written once however many of its pages are asked for."""

import threading
from dataclasses import replace

from cachetools import LRUCache

from app.models import Block, Figure, Heading
from app.render.html.blocks import BlockContext, HtmlWriter
from app.render.pagination.pages import WIDEST, Chunk
from app.render.pagination.places import links_to_places
from app.render.pagination.split import fitted
from app.render.template import Frame, TemplateRenderer

# Whoever reads a long article asks for its pages one after the other; so many articles are kept for that.
KEPT = 4


class Chunker:
    """Cuts one article for one profile, for any number of threads: two that write a block write the same."""

    def __init__(
        self, renderer: TemplateRenderer, frame: Frame, context: BlockContext, blocks: tuple[Block, ...]
    ) -> None:
        """Take what writes, whom it is for, and the text."""
        self._renderer = renderer
        self._frame = frame
        self._html = HtmlWriter(context)
        self._blocks = blocks
        self._longest_link = len(context.links.article(context.address, WIDEST)) if context.address else 0
        # By the identity of the block, which is kept with its chunk: comparing blocks takes as long as writing them.
        self._written: dict[int, tuple[Block, Chunk]] = {}
        self._cut: dict[int, list[Chunk]] = {}

    def __call__(self, room: int) -> list[Chunk]:
        """Return the text in parts of at most `room` bytes."""
        if room not in self._cut:
            parts = (part for block in self._blocks for part in fitted(block, room, self._size))
            self._cut[room] = [self._pictured(part) for part in parts]
        return self._cut[room]

    def _size(self, block: Block) -> int:
        return self._chunk(block).size

    def _chunk(self, block: Block) -> Chunk:
        if id(block) not in self._written:
            chunk = self._renderer.chunk(self._frame, self._html.blocks((block,)), isinstance(block, Heading))
            if links := links_to_places(chunk.markup):
                chunk = replace(chunk, size=chunk.size + self._longest_link * links)
            self._written[id(block)] = block, chunk
        return self._written[id(block)][1]

    def _pictured(self, block: Block) -> Chunk:
        """Return the chunk of a block, with the picture in it where that is wanted."""
        chunk = self._chunk(block)
        if not isinstance(block, Figure) or not self._frame.profile.inline:
            return chunk
        shown = self._renderer.chunk(self._frame, self._html.inline_image(block.number))
        return Chunk(shown.markup, shown.size, plain=chunk.markup, figure=block.number)


class Chunkers:
    """Keeps the last few cutters."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer
        self._kept: LRUCache[object, tuple[BlockContext, tuple[Block, ...], Chunker]] = LRUCache(KEPT)
        self._lock = threading.Lock()

    def chunker(self, frame: Frame, context: BlockContext, blocks: tuple[Block, ...]) -> Chunker:
        """Return what cuts `blocks`, the text of the article that `context` describes."""
        key = (context.address, context.profile.name, context.links.prefix, frame.family)
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None and kept[1] is blocks and kept[0] == context:
                return kept[2]
            chunker = Chunker(self._renderer, frame, context, blocks)
            self._kept[key] = context, blocks, chunker
            return chunker
