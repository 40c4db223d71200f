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
from app.extract.scoring.writers import keep_writers

# Classes and ids of such boxes, a row a program, in small letters; `markup.desc` has both.
BOXES = {
    "5ch": "escaped",
    "4chan, vichan": "body-line postmessage",
    "AWS": "main-col-body",
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
    "Groups.io": "forcebreak",
    "Hacker News": "commtext toptext",
    "Haddock": "interface",
    "Javadoc": """
        class-description constructor-details constructor-summary field-details field-summary method-details
        method-summary""",
    "Jira": "action-body.flooded user-content-block",
    "LaTeXML": "ltx_document",
    "Launchpad": "boardcommentbody edit-description",
    "Lemmy": "md-div",
    "Lobsters": "comment_text story_text",
    "MediaWiki": "mw-content-text mw-parser-output",
    "MkDocs": "md-content__inner",
    "Mailman 3": "email-body",
    "Mantis": "bug-additional-information bug-description bug-steps-to-reproduce bugnote-note",
    "Mintlify": "mdx-content",
    "MyBB, Redlib": "comment_body post_body",
    "Nitter": "tweet-content",
    "NodeBB": "content.text-break",
    "Org mode": "outline-text-2 outline-text-3 outline-text-4 outline-text-5",
    "Pantip": "display-post-story",
    "Phabricator": "phabricator-remarkup",
    "PmWiki": "wikitext",
    "PyPI": "project-description",
    "RDoc": "method-detail",
    "Reddit": "usertext-body",
    "Redmine": "wiki wiki-page",
    "Savane": "tracker_comment",
    "Slashdot": "commentbody",
    "Sphinx": "bd-article bodywrapper furo-main-content rst-content",
    "Stack Exchange": "js-comment-text-and-form js-post-body",
    "Starlight": "sl-markdown-content",
    "Telegram": "tgme_widget_message_text",
    "TiddlyWiki": "tc-tiddler-body",
    "Tildes": "comment-text topic-full-text",
    "Trac": "searchable wikipage",
    "TypeDoc": "tsd-panel",
    "Vanilla": "message.usercontent",
    "VitePress": "vp-doc",
    "WoltLab": "messagetext",
    "XWiki": "xwikicontent",
    "XenForo": "bbwrapper",
    "bbPress": "bbp-reply-content bbp-topic-content",
    "devsite": "devsite-article-body",
    "mandoc": "manual-text",
    "nbconvert": "inner_cell jp-cell output_area",
    "pkgsite": "documentation-content",
    "rustdoc": "docblock item-decl",
    "vBulletin": "js-post__content-text postcontent.restore",
}
_PROGRAMS = {frozenset(name.split(".")): program for program, names in BOXES.items() for name in names.split()}
_NAMES = frozenset().union(*_PROGRAMS)
# Words in the names of what the programs put into these boxes themselves: contents, buttons, tabs, neighbours.
_MACHINES = frozenset(
    "ambox breadcrumbs button catlinks editsection foot head headerlink metadata navbox noprint pagination printfooter "
    "secedit source-file tab tabs toc toccolours".split()
)
_PANES = frozenset(
    {"tab-content", "tab-pane", "tab-panel", "tab-set", "tabbed-content", "tabbed-set"}
)  # which hold what the tabs open
_AROUND = BIT["nav"] | BIT["footer"] | BIT["form"] | ASIDE_ROLE
_BESIDE = BIT["aside"] | BIT["nav"] | BIT["footer"] | ASIDE_ROLE  # a board may have each message in a form
_MUCH_OF_TEXT = 0.4  # of what is kept, without headings, stands in the boxes of one program
_LITTLE, _MORE = 300, 2  # letters; where no more is kept, boxes with half as much are what the page is there for
_LEAST_HOPE = 0.005  # the score of a block in one
_LINKED = 0.5  # of the characters of a block
_GROUP_LINKED, _MENU_LINKED = 0.5, 0.8  # of the list or table that a link stands in, and any other block
_GROUPS = frozenset({"dl", "ol", "table", "ul"})
_WHOLE = frozenset({"blockquote", "dd", "p", "pre"})  # which are what somebody wrote though they be links
# Menus name their levels as DokuWiki does its parts, and pages themselves for what they are.
_NO_BOXES = frozenset({"body", "html", "li", "ol", "ul"})


def keep_written(page: PageText, scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, what stands in the boxes of a program that much of the text stands in, if it is no link.

    Where nothing is kept, or less than stands in them, all such boxes count: a page of two lines has no other evidence.
    `scores` are those of the model, before any doubt.
    """
    blocks = page.blocks
    own = (0.0 if block.container.level else block.length * own for block, own in zip(blocks, kept, strict=True))
    texts = [0.0, *accumulate(own)]
    for boxes in _boxes_of(page.containers):
        held = sum(texts[box.end] - texts[box.first] for box in boxes)
        if held < _MUCH_OF_TEXT * texts[-1] and not _is_little(texts[-1], boxes):
            continue
        for box in boxes:
            for place in range(box.first, box.end):
                if scores[place] >= _LEAST_HOPE and _is_written(blocks[place], box):
                    kept[place] = True
        keep_writers(blocks, kept, boxes)


def _is_little(length: float, boxes: Iterable[Container]) -> bool:
    """Say whether a text of so many characters is little beside what stands in boxes that are not those of comments."""
    if length >= _LITTLE or any("comment" in box.names.lower() for box in boxes):
        return False
    return length < _MORE * sum(box.length - box.links for box in boxes)


def _boxes_of(containers: Iterable[Container]) -> Iterable[list[Container]]:
    """Return for each program that the page has boxes of these boxes, none of which lies in another."""
    found: defaultdict[str, list[Container]] = defaultdict(list)
    for each in containers:
        if each.names and each.tag not in _NO_BOXES and not each.flags & _BESIDE:
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
