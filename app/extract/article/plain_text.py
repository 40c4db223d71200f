"""A text file as an article: its first line is the title, an empty line ends a paragraph, as may the end of any."""

import re
from urllib.parse import unquote

from app.errors import NoText
from app.extract.article.text_lines import stand_alone, underlined, width_of
from app.models import Article, Block, Heading, Paragraph, Preformatted, Run
from app.net.urls import host_of
from app.sentences import Sentence
from app.text.normalize import line, tidy

_BREAK = re.compile(r"\n[ \t]*\n+")
# Columns, indents and drawings lose their sense when their spaces are folded.
_ARRANGED = re.compile(r"\S {3,}\S|^ {2,}\S|\t|[|+]--|--[|+]", re.MULTILINE)
# The end of a line between letters that are written without spaces.
_UNSPACED = re.compile(r"(?<=[\u2e80-\u9fff\uf900-\uffef])[ \t]?\n[ \t]?(?=[\u2e80-\u9fff\uf900-\uffef])")
_MAX_TITLE = 100
# What moves the cursor of a terminal or changes its colours (ECMA-48), and letters that a printer struck twice, or
# underlined, as manual pages have them.
_CONTROL_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]?[0-~])")
_STRUCK_OVER = re.compile(r"[^\n]\x08")


def plain_article(text: str, url: str) -> Article:
    """Return the text of a plain file as an article. Raises `NoText` for an empty one."""
    text = _STRUCK_OVER.sub("", _CONTROL_SEQUENCE.sub("", text)) if "\x1b" in text or "\x08" in text else text
    body = tidy(text).replace("\x0c", "\n").strip("\n")
    if not body.strip():
        raise NoText(Sentence("This file is empty."))
    parts = [part for part in _BREAK.split(body) if part.strip()]
    width = width_of(parts)
    first = parts[0].strip()
    title = underlined(first.split("\n")) or ("" if "\n" in first else line(first))
    if not title or len(title) > _MAX_TITLE or len(parts) == 1:
        title = unquote(url.rsplit("/", 1)[-1].partition("?")[0]) or host_of(url)
    else:
        del parts[0]
    return Article(
        url=url,
        title=title,
        blocks=tuple(_block(part, width) for part in parts),
        site=host_of(url),
        words=sum(len(part.split()) for part in parts),
    )


def _block(part: str, width: int) -> Block:
    lines = [each for each in part.split("\n") if each.strip()]
    title = underlined(lines)
    if title:
        return Heading(2, (Run(line(title)),))
    if _ARRANGED.search(part):
        return Preformatted(part.expandtabs(8).strip("\n"))
    if stand_alone(lines, width):
        return Paragraph((Run("\n".join(map(line, lines))),))
    return Paragraph((Run(line(_UNSPACED.sub("", part))),))
