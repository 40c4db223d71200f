"""What the marks of a page mean, put into its text before that is chosen, so that it says the same without them.

`spell_out` is for each page that is parsed, `prepare` for articles, when the head of the page has been read.
"""

from lxml.html import HtmlElement

from app.extract.meaning.abbreviations import expand_abbreviations
from app.extract.meaning.apart import set_apart
from app.extract.meaning.breaks import rule_breaks
from app.extract.meaning.callouts import label_callouts
from app.extract.meaning.code_lines import open_numbered_code
from app.extract.meaning.controls import spell_controls
from app.extract.meaning.footnotes import set_off_notes
from app.extract.meaning.formulas import open_wrappers, spell_formulas
from app.extract.meaning.mail_addresses import show_mail_addresses
from app.extract.meaning.openers import open_parts
from app.extract.meaning.quotations import keep_sources
from app.extract.meaning.ruby import spell_ruby
from app.extract.meaning.small_pictures import spell_labelled_signs, spell_small_pictures
from app.extract.meaning.struck import mark_struck, mark_struck_by_look
from app.extract.meaning.unseen import drop_unseen_words
from app.extract.meaning.verse import keep_lines
from app.text.superscripts import spell_superscripts

# Elements of old pages whose text stands as it is written (HTML 2.0, section 5.5.2), under their one name of today.
_PREFORMATTED = ("listing", "plaintext", "xmp")


# Steps that are taken where one of these stands in a page at all: to look for that in its bytes costs next to nothing.
_RARE = (
    (open_wrappers, (b"katex", b"MathJax", b"mwe-math-element")),
    (show_mail_addresses, (b"cfemail", b"email-protection#")),
    (mark_struck_by_look, (b"line-through", b"strike", b"struck")),
    (spell_controls, (b"<meter", b"<progress", b'type="checkbox"', b"type=checkbox", b"type='checkbox'")),
    (spell_labelled_signs, (b'role="img"', b"role=img", b"role='img'")),
    (keep_lines, (b"white-space:", b"whitespace-pre")),
)

# Steps that are taken where there is an element of one of these names.
_MARKED = (
    (spell_formulas, ("amp-img", "img", "m:math", "math", "mjx-container", "mml:math", "script")),
    (spell_small_pictures, ("img",)),
    (spell_ruby, ("ruby",)),
    (mark_struck, ("del", "s", "strike")),
    (spell_superscripts, ("font", "small", "span", "sub", "sup")),
)


def spell_out(root: HtmlElement, source: str) -> None:
    """Put what the marks of a whole page mean into its text, in place; `source` is what it was parsed from."""
    tags = {element.tag for element in root.iter()}
    if not tags.isdisjoint(_PREFORMATTED):
        for element in root.iter(*_PREFORMATTED):
            element.tag = "pre"
    raw = source.encode("utf-8", "replace")
    for step, signs in _RARE:
        if any(sign in raw for sign in signs):
            step(root)
    for step, marks in _MARKED:
        if not tags.isdisjoint(marks):
            step(root)


def prepare(root: HtmlElement) -> None:
    """Put what marks and style sheets alone say into the text of a page with an article, in place."""
    drop_unseen_words(root)
    open_parts(root)
    open_numbered_code(root)
    label_callouts(root)
    rule_breaks(root)
    keep_sources(root)
    set_off_notes(root)
    set_apart(root)
    expand_abbreviations(root)
