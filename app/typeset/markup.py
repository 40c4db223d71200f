"""Blocks to HTML 2.0 (RFC 1866), written tag by tag.

Nothing of the original's markup comes through: each tag is one of ours, each address one that `Links` built,
each text escaped. Tags are lower case with double-quoted values, `br` is `<br>`, and no tag spans a line.
"""

from collections.abc import Iterator

from markupsafe import Markup

from app.models import (
    ArticlePicture,
    Block,
    Blocks,
    Embed,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)
from app.typeset.charsets import escape, escape_attribute
from app.typeset.links import Links
from app.typeset.profiles import Profile
from app.typeset.tables import aligned_rows, column_widths, spelled_rows
from app.urls import host_of

_TAGS = {"b": "strong", "c": "code", "i": "em"}


def embed_words(embed: Embed) -> str:
    """Return what an embed is, and its title: `Video: The tower moves`."""
    kind = embed.kind.capitalize()
    return f"{kind}: {embed.title}" if embed.title else kind


class Html2:
    """The markup of one article for one profile."""

    def __init__(self, links: Links, pictures: tuple[ArticlePicture, ...], article: str, profile: Profile) -> None:
        """Take the page's links, the article's pictures and address, and whom it is for."""
        self._links = links
        self._pictures = pictures
        self._article = article
        self._profile = profile

    def body(self, blocks: Blocks) -> Markup:
        """Return the markup of the text of the article."""
        return Markup(self.blocks(blocks))  # noqa: S704  # every tag in it is ours, every text escaped

    def blocks(self, blocks: Blocks) -> str:
        """Return the markup of `blocks`, each beginning on a line of its own."""
        return "\n".join(part for block in blocks for part in self._block(block))

    def runs(self, runs: Runs) -> str:
        """Return the markup of a line of text."""
        return "".join(map(self._run, runs))

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(runs):
                yield f"<p>{self.runs(runs)}</p>"
            case Heading(level, runs):
                yield f"<h{level}>{self.runs(runs)}</h{level}>"
            case Preformatted(text):
                yield f"<pre>\n{escape(text)}\n</pre>"
            case Rule():
                yield "<hr>"
            case Figure(number):
                yield self._figure(number)
            case Embed():
                yield self._embed(block)
            case Quote(blocks):
                yield f"<blockquote>\n{self.blocks(blocks)}\n</blockquote>"
            case ItemList(ordered, items):
                yield self._item_list("ol" if ordered else "ul", items)
            case Table():
                yield from self._table(block)

    def _run(self, run: Run) -> str:
        text = str(escape(run.text)).replace("\n", "<br>\n")
        for mark in run.marks:
            text = f"<{_TAGS[mark]}>{text}</{_TAGS[mark]}>"
        if run.href:
            text = f'<a href="{escape_attribute(self._links.follow(run.href))}">{text}</a>'
        return text

    def _figure(self, number: int) -> str:
        picture = self._pictures[number - 1]
        link = f'[<a href="{self._links.picture(picture.url, self._article)}">{number}</a>]'
        return f"<p>{link} <em>{escape(picture.caption)}</em></p>" if picture.caption else f"<p>{link}</p>"

    def _embed(self, embed: Embed) -> str:
        """Return a line that says what stands here; it leads to the original, for no reader of ours could show it."""
        link = escape_attribute(self._links.out(embed.url))
        return f'<p>[<a href="{link}">{escape(embed_words(embed))}</a>, {escape(host_of(embed.url))}]</p>'

    def _item_list(self, tag: str, items: tuple[Blocks, ...]) -> str:
        return f"<{tag}>\n" + "\n".join(f"<li>{self._item(item)}</li>" for item in items) + f"\n</{tag}>"

    def _item(self, item: Blocks) -> str:
        """Return an item; its first paragraph stands without `p`, which would begin below the bullet."""
        match item:
            case (Paragraph(runs), *others):
                return "\n".join([self.runs(runs), *([self.blocks(tuple(others))] if others else [])])
        return self.blocks(item)

    def _table(self, table: Table) -> Iterator[str]:
        if table.caption:
            yield f"<p><strong>{self.runs(table.caption)}</strong></p>"
        widths = column_widths(table, self._profile.table_width)
        if widths is None:
            yield self._item_list("ul", tuple((Paragraph(row),) for row in spelled_rows(table)))
        else:
            yield "<pre>\n" + "\n".join(map(self.runs, aligned_rows(table, widths))) + "\n</pre>"
