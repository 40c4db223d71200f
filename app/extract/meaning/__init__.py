"""What the marks of a page mean, put into its text before that is chosen, so that it says the same without them.

`spell_out` is for each page that is parsed, `prepare` for articles, when the head of the page has been read.
"""

from lxml.html import HtmlElement

from app.extract.meaning.abbreviations import expand_abbreviations
from app.extract.meaning.apart import set_apart
from app.extract.meaning.code_lines import open_numbered_code
from app.extract.meaning.footnotes import set_off_notes
from app.extract.meaning.formulas import spell_formulas
from app.extract.meaning.mail_addresses import show_mail_addresses
from app.extract.meaning.quotations import keep_sources
from app.extract.meaning.ruby import spell_ruby
from app.extract.meaning.small_pictures import spell_small_pictures
from app.extract.meaning.struck import mark_struck
from app.extract.meaning.unseen import drop_unseen_words
from app.extract.meaning.verse import keep_lines
from app.text.superscripts import spell_superscripts

# Elements of old pages whose text stands as it is written (HTML 2.0, section 5.5.2), under their one name of today.
_PREFORMATTED = ("listing", "plaintext", "xmp")


def spell_out(root: HtmlElement) -> None:
    """Put what the marks of a whole page mean into its text, in place."""
    for element in root.iter(*_PREFORMATTED):
        element.tag = "pre"
    spell_formulas(root)
    spell_small_pictures(root)
    spell_ruby(root)
    show_mail_addresses(root)
    mark_struck(root)
    spell_superscripts(root)


def prepare(root: HtmlElement) -> None:
    """Put what marks and style sheets alone say into the text of a page with an article, in place."""
    drop_unseen_words(root)
    open_numbered_code(root)
    keep_lines(root)
    keep_sources(root)
    set_off_notes(root)
    set_apart(root)
    expand_abbreviations(root)
