"""arXiv: the abstract of a paper, who wrote it and where all of it is (https://info.arxiv.org/help/api/user-manual.html).

Its HTML version is read as any page is, where there is one; the PDF is that of the host which arXiv has for programs.
"""

import re
from collections.abc import Sequence
from typing import Any

from app.adapters.adapter import LONGEST_POST, Adapter, Groups, article_of, day_of, linked, paragraph
from app.errors import NoText
from app.extract.meaning.tex import tex_line
from app.feeds.xml_tree import document
from app.models import Article, Block, ItemList, Paragraph, Run
from app.sentences import Sentence
from app.text.normalize import line

WHOLE = Sentence("Whole article")
MOST_AUTHORS = 20
_ATOM, _OWN = "{http://www.w3.org/2005/Atom}", "{http://arxiv.org/schemas/atom}"
# Sums of money have a stroke before the sign there.
_FORMULA = re.compile(r"(?<!\\)\$[^$]{1,300}\$")
_BREAK = re.compile(r"\n[ \t]{0,20}\n|\n {2,20}")


def article(groups: Groups, answers: Sequence[Any]) -> Article:
    """Return the abstract of a paper, ways to all of it, its subjects and notes; nothing of one that there is not."""
    (feed,) = answers
    entry = feed.find(f"{_ATOM}entry")
    if (entry is None and feed.tag == f"{_ATOM}feed") or _text(entry, f"{_ATOM}title") == "Error":
        return article_of(groups, "", (), site="arXiv")
    names = [line(each.text or "") for each in entry.iterfind(f"{_ATOM}author/{_ATOM}name")]
    author = ", ".join(names[:MOST_AUTHORS]) + " et al." * (len(names) > MOST_AUTHORS)
    day = day_of(_text(entry, f"{_ATOM}published"))
    blocks = (*_abstract(entry), _ways(groups["id"]), *_notes(entry))
    return article_of(groups, _text(entry, f"{_ATOM}title"), blocks, author=author, day=day, site="arXiv")


def _abstract(entry: Any) -> list[Block]:
    """Return the paragraphs of the abstract: one begins behind an empty line, or indented."""
    parts = map(_spelled, _BREAK.split(entry.find(f"{_ATOM}summary").text[:LONGEST_POST].strip("\n ")))
    return [paragraph(each) for each in parts if each]


def _ways(paper: str) -> Block:
    return Paragraph(
        (
            linked(WHOLE, f"https://arxiv.org/html/{paper}"),
            Run(" | "),
            linked("PDF", f"https://export.arxiv.org/pdf/{paper}"),
        )
    )


def _notes(entry: Any) -> list[Block]:
    """Return what the paper is about in the words of arXiv, and what its authors say of it."""
    subjects = ", ".join(dict.fromkeys(str(each.get("term")) for each in entry.iterfind(f"{_ATOM}category")))
    said = [subjects, *(_text(entry, f"{_OWN}{name}") for name in ("comment", "journal_ref"))]
    items = [(paragraph(each),) for each in said if each]
    doi = _text(entry, f"{_OWN}doi")
    items += [(Paragraph((linked(f"doi:{doi}", f"https://doi.org/{doi}"),)),)] if doi else []
    return [ItemList(False, tuple(items))] if items else []


def _text(entry: Any, name: str) -> str:
    return _spelled(entry.findtext(name) or "")


def _spelled(text: str) -> str:
    """Return a text as one line, with the formulas between its dollar signs as they are read."""
    return _FORMULA.sub(lambda found: tex_line(found[0]), line(text[:LONGEST_POST]))


def _atom(body: bytes) -> Any:
    """Return an answer as a tree, without entities or anything else that its prolog may declare."""
    try:
        return document(body.decode("utf-8"))
    except NoText as error:
        raise ValueError("no element") from error


ADAPTER = Adapter(
    "arxiv",
    "arXiv",
    "https://export.arxiv.org",
    re.compile(
        r"https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/(?P<id>[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,3})?|[a-z-]{1,20}(?:\.[A-Z]{2})?/[0-9]{7}(?:v[0-9]{1,3})?)(?:\.pdf)?(?:\?.*)?"
    ),
    ("/api/query?id_list={id}",),
    article,
    parsed=_atom,
)
