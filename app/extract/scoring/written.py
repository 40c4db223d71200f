"""What somebody wrote by hand, in the box that a wiki, a board, a forge or a maker of manuals has for nothing else.

A model that learned from the news does not believe what manuals and messages are made of: signatures of functions, two
words that say what an option does, an answer of one word. The programs that write such pages are few, and each names
the box of what people write, apart from what it puts around it itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate

from app.extract.scoring.attributes import ASIDE_ROLE, BIT
from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.labels import says_others
from app.extract.scoring.names import tokens_of
from app.extract.scoring.text_blocks import Container, PageText, TextBlock

# Classes and ids of such boxes, a row a program, in small letters; `markup.desc` has both.
BOXES = {
    "Archive of Our Own": "userstuff",
    "Asciidoctor": "sectionbody",
    "Bugzilla": "bz_comment_text",
    "Confluence": "wiki-content",
    "Discourse": "cooked",
    "Discuz": "t_f",
    "Docsify, GitBook": "markdown-section",
    "Docsy": "td-content",
    "Docusaurus": "theme-doc-markdown",
    "DokuWiki": "level1 level2 level3 level4 level5",
    "Doxygen": "memberdecls memitem",
    "ExDoc, YARD": "docstring method_details",
    "FluxBB, PunBB": "postmsg",
    "Forgejo, Gitea": "file-view markup.desc render-content",
    "Foswiki, TWiki": "foswikitopic patterntopic",
    "GitHub, Gollum": "markdown-body",
    "GitLab": "note-text.md detail-page-description",
    "Hacker News": "commtext toptext",
    "Haddock": "interface",
    "Javadoc": """
        class-description constructor-details constructor-summary field-details field-summary method-details
        method-summary""",
    "LaTeXML": "ltx_document",
    "Lemmy": "md-div",
    "Lobsters": "comment_text story_text",
    "MediaWiki": "mw-content-text mw-parser-output",
    "MkDocs": "md-content__inner",
    "MyBB": "post_body",
    "NodeBB": "content.text-break",
    "Pantip": "display-post-story",
    "PmWiki": "wikitext",
    "PyPI": "project-description",
    "Reddit": "usertext-body",
    "Redmine": "wiki-page",
    "Savane": "tracker_comment",
    "Sphinx": "bd-article bodywrapper rst-content",
    "Telegram": "tgme_widget_message_text",
    "Trac": "searchable wikipage",
    "TypeDoc": "tsd-panel",
    "VitePress": "vp-doc",
    "XWiki": "xwikicontent",
    "XenForo": "bbwrapper",
    "mandoc": "manual-text",
    "nbconvert": "inner_cell jp-cell output_area",
    "pkgsite": "documentation-content",
    "rustdoc": "docblock item-decl",
}
_PROGRAMS = {frozenset(name.split(".")): program for program, names in BOXES.items() for name in names.split()}
_NAMES = frozenset().union(*_PROGRAMS)
# Words in the names of what the programs put into these boxes themselves: contents, buttons, tabs, neighbours.
_MACHINES = frozenset(
    "ambox breadcrumbs button catlinks editsection foot head headerlink metadata navbox noprint pagination printfooter "
    "secedit source-file tab tabs toc toccolours".split()
)
_PANES = frozenset({"tab-content", "tab-pane", "tab-panel"})  # which hold what the tabs open
_AROUND = BIT["nav"] | BIT["footer"] | BIT["form"] | ASIDE_ROLE
_BESIDE = BIT["aside"] | BIT["nav"] | BIT["footer"] | ASIDE_ROLE  # a board may have each message in a form
_MUCH_OF_TEXT = 0.4  # of what is kept, without headings, stands in the boxes of one program
_LEAST_HOPE = 0.005  # the score of a block in one
_LINKED = 0.5  # of the characters of a block
_GROUP_LINKED, _MENU_LINKED = 0.5, 0.8  # of the list or table that a link stands in, and any other block
_GROUPS = frozenset({"dl", "ol", "table", "ul"})
_WHOLE = frozenset({"blockquote", "dd", "p", "pre"})  # which are what somebody wrote though they be links
_LISTS = frozenset({"li", "ol", "ul"})  # menus name their levels as DokuWiki does its parts


def keep_written(page: PageText, scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, what stands in the boxes of a program that much of the text stands in, if it is no link.

    Where nothing is kept, all such boxes count: a page of two lines has no other evidence. `scores` are those of the
    model, before any doubt.
    """
    blocks = page.blocks
    own = (0.0 if block.container.level else block.length * own for block, own in zip(blocks, kept, strict=True))
    texts = [0.0, *accumulate(own)]
    for boxes in _boxes_of(page.containers):
        held = sum(texts[box.end] - texts[box.first] for box in boxes)
        if held < _MUCH_OF_TEXT * texts[-1]:
            continue
        for box in boxes:
            for place in range(box.first, box.end):
                if scores[place] >= _LEAST_HOPE and _is_written(blocks[place], box):
                    kept[place] = True


def _boxes_of(containers: Iterable[Container]) -> Iterable[list[Container]]:
    """Return for each program that the page has boxes of these boxes, none of which lies in another."""
    found: defaultdict[str, list[Container]] = defaultdict(list)
    for each in containers:
        if each.names and each.tag not in _LISTS and not each.flags & _BESIDE:
            program = _program_of(each.names.lower().split())
            if program:
                found[program].append(each)
    return [
        [box for box in boxes if not any(above in boxes for above in box.outward() if above is not box)]
        for boxes in found.values()
    ]


def _program_of(names: Sequence[str]) -> str:
    """Return the program that names a box for what people write so; nothing where none does."""
    if _NAMES.isdisjoint(names):
        return ""
    return next((program for wanted, program in _PROGRAMS.items() if wanted.issubset(names)), "")


def _is_of_machine(tokens: Sequence[str]) -> bool:
    return not _MACHINES.isdisjoint(tokens) and _PANES.isdisjoint(tokens)


def _is_written(block: TextBlock, box: Container) -> bool:
    """Say whether a block of a box is what somebody wrote, and no heading, which stands where its text stands."""
    container = block.container
    if container.level or container.flags & ~box.flags & _AROUND or is_furniture(block) or says_others(block):
        return False
    within = list(container.outward(box))
    if any(_is_of_machine(tokens_of(each.names)) for each in within):
        return False
    group = next((each for each in within if each.tag in _GROUPS), None)
    is_linked = block.links > _LINKED * len(block.text)
    if group is not None:
        return group.links <= (_GROUP_LINKED if is_linked else _MENU_LINKED) * group.length
    return not is_linked or next((each.tag for each in within if each.tag != "a"), "") in _WHOLE
