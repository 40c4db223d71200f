"""What boards and old sites say around a text: what one may do there, how many came, who made the board."""

import re

_LONGEST = 300  # characters
_ACTS = "attach|create|delete|download|edit|post|rate|reply|start|vote"
# What makes pages, and says so below them.
_MAKERS = (
    "antora|asciidoctor|bugzilla|darkfish|discourse|discuz|docfx|docsify|documenter\\.jl|docusaurus|dokuwiki|"
    "doxygen|exdoc|flarum|fluxbb|forgejo|gitbook|gitea|gitweb|hevea|hypermail|invision|javadoc|jsdoc|latex2html|"
    "latexml|makeinfo|mailman|mandoc|mantisbt|material for mkdocs|mdbook|mediawiki|mhonarc|mintlify|mkdocs|"
    "moinmoin|mybb|nextra|nodebb|pdoc|phpbb|phpdocumentor|pipermail|pmwiki|punbb|rdoc|read the docs|redmine|"
    "rustdoc|smf|sphinx|texi2html|typedoc|vanilla|vbulletin|vitepress|vuepress|wordpress|xenforo|xwiki|yard"
)
# Whole, in small letters.
_NOTICE = re.compile(
    rf"(?:you (?:may|can)(?: ?not)? (?:{_ACTS})\b[^.!?]{{3,60}}?){{1,8}}|"
    r"you are (?:the )?visitor(?: no\.?| number)?[\s\d.,:#]*|"
    r"ip[: ]*logged|"
    r"delete post\W.{0,60}|"
    r"howdy, stranger\W*|it looks like you['’]re new here\b.{0,120}|"
    r"if you (?:see|find) anything in (?:the|this) documentation that is not correct\b.{0,220}|"
    r"click here to remove banner ads\b.{0,160}|"
    r"there (?:are|is) (?:currently,? )?\d+ guests?(?:\(s\))? and \d+ members?(?:\(s\))?[^.!?]{0,20}online\W*|"
    r"you are (?:an? )?(?:anonymous|guest|unregistered) (?:user|visitor)\b.{0,80}|"
    r"please take a second and vote\b.{0,40}|"
    r"all (?:logos and )?trademarks (?:and copyrights )?(?:in|on) this (?:page|site) are (?:the )?"
    r"(?:owned by|property of) their respective (?:owners?|parties)\b.{0,140}|"
    rf"(?:proudly )?powered by (?:{_MAKERS})\b.{{0,80}}|"
    r"(?:this (?:archive|document|documentation|file|page|site) (?:is|was) |html )?(?:automatically )?"
    rf"(?:built|created|generated|made|produced|rendered) (?:by|using|with) (?:the )?(?:{_MAKERS})(?:[ v]*\d[\w.]*)?"
    r"(?: ?[(:®|].{0,100}| (?:on|using a) .{0,80})?\.?|"
    r"you (?:are not (?:currently )?logged in|must (?:be logged in|log in) (?:to|in order to))\b.{0,120}|"
    r"this (?:thread|topic|discussion) (?:has been|is|was) (?:archived|closed|locked)\b.{0,80}|"
    r"this topic has \d+ repl(?:y|ies), \d+ voices?, and was last updated\b.{0,80}|"
    r"viewing \d+ (?:posts?|repl(?:y|ies)|topics?)\b.{0,60}\btotal\)|"
    r"(?:view )?full version\s?:.{0,160}|"
    r"this is a [\"“]lo-fi[\"”] version of\b.{0,200}|invision power board ©.{0,100}|"
    r"by (?:clicking|posting|registering|submitting)\b.{0,60},? you (?:accept|agree|consent)\b.{0,160}|"
    r"(?:except (?:as|where) otherwise (?:noted|stated),? |unless otherwise (?:noted|stated),? )(?:the )?contents? "
    r"(?:of|on) this\b.{0,60}\blicen[cs]ed under\b.{0,200}|"
    r"from [^.!?,]{3,40}, the free encyclopedia|retrieved from [\"“]?https?://\S+"
)
_BEGINNINGS = (
    "all logos", "all trademarks", "automatically ", "built ", "by clicking", "by posting", "by registering",
    "by submitting", "click ", "created ", "delete ", "except ", "full version", "generated ", "howdy", "html ",
    "if you find any", "if you see any", "invision ", "ip l", "ip: ", "iplo", "it looks like", "made ",
    "please take", "powered ", "produced ", "proudly ", "rendered ", "retrieved ", "there ", "this archive ",
    "this discussion ", "this document ", "this documentation ", "this file ", "this is a ", "this page ",
    "this site ", "this thread ", "this topic ", "unless ", "view full version", "viewing ", "you are ", "you can",
    "you may ", "you must ",
)  # fmt: skip
_HEADS = frozenset(each[:4] for each in _BEGINNINGS)
_END = "the free encyclopedia"


def is_board_notice(lower: str) -> bool:
    """Say whether a text, in small letters, is nothing but such a notice."""
    may_be = (lower[:4] in _HEADS and lower.startswith(_BEGINNINGS)) or lower.endswith(_END)
    return may_be and len(lower) <= _LONGEST and _NOTICE.fullmatch(lower) is not None
