"""Blocks to HTML, written tag by tag.

Nothing of the original's markup comes through: each tag is one of ours, each address one that `Links` built,
each text escaped. Tags are lower case with double-quoted values, `br` is `<br>`, and no tag spans a line. What the
set of the page cannot say is spelled later, when the whole page is encoded.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from markupsafe import Markup

from app.images import format_named
from app.models import (
    ArticleImage,
    Block,
    Blocks,
    Embed,
    Figure,
    Form,
    Heading,
    ImageSize,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
    numbers_of,
)
from app.net.urls import host_of
from app.render.charsets.charsets import Charset, escape, escape_attribute, escaped
from app.render.html.forms import SEND, form_address, form_markup
from app.render.html.links import MAX_LINK, Links
from app.render.html.tables import aligned_rows, column_widths, is_small, spelled_rows, spoken
from app.render.html.thumbnails import inline_box
from app.render.language import ENGLISH, Language
from app.render.profiles.profile import Profile
from app.sentences import Sentence
from app.text.numbers import label
from app.text.superscripts import raised

_TAGS = {"b": "strong", "c": "code", "i": "em", "s": "sub", "u": "sup"}
_RAISED = frozenset("su")
_TABLE_MARGIN = 8
# What stands under a picture is not cut between pages; more than this is a text, which its own page begins.
LONGEST_CAPTION, LONGEST_ALT = 600, 200
FORM, PICTURE = Sentence("Form"), Sentence("picture")
NUMBERED = Sentence("Picture %(number)s")
# What each kind of embed is called.
EMBEDS = {
    "chart": Sentence("Chart"),
    "document": Sentence("Document"),
    "map": Sentence("Map"),
    "page": Sentence("Page"),
    "post": Sentence("Post"),
    "sound": Sentence("Sound"),
    "video": Sentence("Video"),
}


@dataclass(frozen=True, slots=True)
class BlockContext:
    """Whom the markup of an article is for, and what it may name.

    `images` are the article's, `sizes` what is known of their converted sizes by address; `address` is that of the
    article; `linked` is False for a page that will be printed; `language` is that of our own words.
    """

    links: Links
    profile: Profile
    charset: Charset
    images: Sequence[ArticleImage] = ()
    sizes: Mapping[str, ImageSize] = field(default_factory=dict)
    address: str = ""
    linked: bool = True
    language: Language = ENGLISH


def embed_words(embed: Embed, language: Language = ENGLISH) -> str:
    """Return what an embed is, and its title: `Video: The tower moves`."""
    kind = language.said(EMBEDS[embed.kind]) if embed.kind in EMBEDS else embed.kind.capitalize()
    return f"{kind}: {embed.title}" if embed.title else kind


class HtmlWriter:
    """Writes the markup of one article."""

    def __init__(self, context: BlockContext) -> None:
        """Take what there is to know."""
        self._links = context.links
        self._context = context
        self._rich = context.profile.markup == "3.2"
        self._raises = self._rich and context.profile.raises
        self._is_numbered = context.linked and context.profile.numbers_links

    def blocks(self, blocks: Blocks) -> Markup:
        """Return the markup of `blocks`, each beginning on a line of its own."""
        # Every tag in it is ours, every text escaped.
        return Markup("\n".join(part for block in blocks for part in self._block(block)))  # noqa: S704

    def runs(self, runs: Runs) -> str:
        """Return the markup of a line of text; what leads to one place is one link, whatever marks are in it."""
        if not self._context.linked:
            return "".join(map(self._run, runs))
        return "".join(self._link(*place, same) for place, same in groupby(runs, lambda run: (run.href, run.name)))

    def inline_image(self, number: int) -> Markup:
        """Return a figure with its small picture in the text. Its size stands in its address, so it is kept."""
        picture = self._context.images[number - 1]
        width, height = inline_box(self._context.sizes.get(picture.url))
        profile = self._context.profile
        suffix = format_named(profile.thumbnail or profile.image).suffix
        source = self._links.image_file(picture.url, suffix, f"{width}x{height}")
        words = self._context.charset.shortened(picture.alt or picture.caption or self._said(PICTURE), LONGEST_ALT)
        alt = escape_attribute(f"[{number}: {words}]")
        image = f'<img src="{source}" width="{width}" height="{height}" alt="{alt}">'
        link = f'<a href="{self._links.image(picture.url, self._context.address)}">{image}</a>'
        return Markup(f"<p>{link}{self._br}\n{self._figure(number)}</p>")  # noqa: S704  # as in `blocks`

    def _said(self, text: str) -> str:
        return self._context.language.said(text)

    @property
    def _br(self) -> str:
        return "<br>" if self._context.profile.breaks else "</p><p>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(runs):
                yield from (f"<p>{self.runs(line)}</p>" for line in self._lines(runs))
            case Heading(level, runs):
                yield f"<h{level}>{self.runs(runs)}</h{level}>"
            case Preformatted(text):
                yield f"<pre>\n{escape(text)}\n</pre>"
            case Rule():
                yield "<hr>"
            case Figure(number):
                yield f"<p>{self._figure(number)}</p>"
            case Embed() | Form():
                yield self._form(block) if isinstance(block, Form) else f"<p>{self._embed(block)}</p>"
            case Quote(blocks):
                yield f"<blockquote>\n{self.blocks(blocks)}\n</blockquote>"
            case ItemList():
                yield self._item_list(block)
            case Table():
                yield from self._table(block)

    def _lines(self, runs: Runs) -> list[Runs]:
        """Return the lines of a paragraph as paragraphs, for browsers that know no `br`."""
        if self._context.profile.breaks or not any("\n" in run.text for run in runs):
            return [runs]
        lines: list[list[Run]] = [[]]
        for run in runs:
            first, *others = run.text.split("\n")
            lines[-1].append(replace(run, text=first))
            lines += [[Run(each, run.marks, run.href)] for each in others]
        return [tuple(run for run in line if run.text) for line in lines if any(run.text for run in line)]

    def _run(self, run: Run) -> str:
        own = self._said(run.text)
        said = raised(own) if self._raises and not _RAISED.isdisjoint(run.marks) else own
        text = escaped(said).replace("\n", "<br>\n" if self._context.profile.breaks else " ")
        for mark in run.marks:
            if self._raises or mark not in _RAISED:
                text = f"<{_TAGS[mark]}>{text}</{_TAGS[mark]}>"
        return text

    def _link(self, href: str, name: str, runs: Iterable[Run]) -> str:
        text = "".join(map(self._run, runs))
        place = f' name="n{name}"' if name else ""
        leads = f' href="{self._address(href)}"' if href and not _is_long_mail(href) else ""
        return f"<a{place}{leads}>{text}</a>" if place or leads else text

    def _address(self, href: str) -> Markup:
        """Return where a link of the text leads; a place of this article has its page before it later on."""
        return Markup(f"#n{int(href[1:])}") if href[0] == "#" else escape_attribute(self._links.follow(href))  # noqa: S704

    def _linked(self, words: object, href: str) -> str:
        return f'<a href="{escape_attribute(href)}">{words}</a>' if self._context.linked else str(words)

    def _figure(self, number: int) -> str:
        picture = self._context.images[number - 1]
        linked = self._context.linked
        name = self._said(NUMBERED.of(number=number)) if self._is_numbered else str(number)
        link = self._linked(name, self._links.image(picture.url, self._context.address)) if linked else name
        caption = self._context.charset.shortened(picture.caption, LONGEST_CAPTION)
        return self._bracketed(f"{link}: <em>{escape(caption)}</em>" if caption else link)

    def _bracketed(self, words: str) -> str:
        """Return what is not the author's in brackets: in round ones where the browser's own numbers are in square."""
        return f"({words})" if self._is_numbered else f"[{words}]"

    def _embed(self, embed: Embed) -> str:
        words = escape(self._context.charset.shortened(embed_words(embed, self._context.language), LONGEST_CAPTION))
        host = host_of(embed.url)
        is_of_site = embed.kind == "page" and host == host_of(self._context.address)
        way = self._links.follow if is_of_site else self._links.out
        link = self._linked(words, way(embed.url)) if self._context.linked else words
        return self._bracketed(f"{link}, {escape(host)}")

    def _form(self, form: Form) -> str:
        """Return a form to be filled in, or the way to it for a browser that has none, or that could not send it."""
        profile = self._context.profile
        address = form_address(form, self._links) if form.fields and profile.forms and self._context.linked else ""
        if address:
            return form_markup(form, address, profile, self._said(SEND))
        words = escape(self._said(FORM))
        link = self._linked(words, self._links.out(form.url)) if self._context.linked else words
        return f"<p>{self._bracketed(f'{link}, {escape(host_of(form.url))}')}</p>"

    def _item_list(self, block: ItemList) -> str:
        """Return a list; its numbers stand in its text where HTML cannot count like that: HTML 2.0 in figures
        from 1 on only, and no version below 0."""
        numbers = numbers_of(block)
        counts = block.ordered and (
            self._rich and min(numbers) >= 0 if block.numbers or block.style else bool(block.items)
        )
        start = f' type="{block.style}"' if counts and block.style else ""
        start += f' start="{numbers[0]}"' if counts and block.numbers else ""
        items, next_number = [], numbers[0] if block.items else 1
        for number, item in zip(numbers, block.items, strict=True):
            value = f' value="{number}"' if counts and number != next_number else ""
            words = f"{label(number, block.style)}. " if block.ordered and not counts else ""
            items.append(f"<li{value}>{words}{self._item(item)}</li>")
            next_number = number + 1
        tag = "ol" if counts else "ul"
        return "\n".join([f"<{tag}{start}>", *items, f"</{tag}>"])

    def _item(self, item: Blocks) -> str:
        """Return an item; its first paragraph stands without `p`, which would begin below the bullet."""
        match item:
            case (Paragraph(runs), *others):
                first, *lines = self._lines(runs) or [()]
                rest = (*map(Paragraph, lines), *others)
                return "\n".join([self.runs(first), *([self.blocks(rest)] if rest else [])])
        return self.blocks(item)

    def _table(self, table: Table) -> Iterator[str]:
        if self._rich and is_small(table):
            yield self._real_table(table)
            return
        if table.caption:
            yield f"<p><strong>{self.runs(table.caption)}</strong></p>"
        said = spoken(table, self._context.charset.transliterate)
        widths = column_widths(said, self._context.profile.columns - _TABLE_MARGIN)
        if widths is None:
            yield self._item_list(ItemList(False, tuple((Paragraph(row),) for row in spelled_rows(table))))
        else:
            yield "<pre>\n" + "\n".join(map(self.runs, aligned_rows(said, widths))) + "\n</pre>"

    def _real_table(self, table: Table) -> str:
        caption = [f"<caption>{self.runs(table.caption)}</caption>"] if table.caption else []
        rows = [
            "<tr>" + "".join(f"<{tag}>{self.runs(cell)}</{tag}>" for cell in row) + "</tr>"
            for row, tag in zip(table.rows, ["th" if table.header else "td", *["td"] * len(table.rows)], strict=False)
        ]
        return "\n".join(['<table border="1">', *caption, *rows, "</table>"])


def _is_long_mail(href: str) -> bool:
    return href.startswith("mailto:") and len(href) > MAX_LINK
