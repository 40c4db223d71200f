"""What the marks of a page mean, put into its text before that is chosen, so that it says the same without them.

`spell_out` is for each page that is parsed, `prepare` for articles, when the head of the page has been read.
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from lxml.html import HtmlElement

from app.extract.meaning.abbreviations import expand_abbreviations
from app.extract.meaning.amp import drop_amp_boxes
from app.extract.meaning.apart import set_apart
from app.extract.meaning.aria_tables import make_tables
from app.extract.meaning.arrows import spell_arrows
from app.extract.meaning.bookmarks import open_bookmarks
from app.extract.meaning.breaks import rule_breaks
from app.extract.meaning.callouts import label_callouts
from app.extract.meaning.cell_signs import spell_cell_signs
from app.extract.meaning.chords import set_off_chords
from app.extract.meaning.code_lines import open_numbered_code
from app.extract.meaning.controls import spell_bars, spell_controls, spell_marked_items
from app.extract.meaning.counters import show_counts
from app.extract.meaning.data_words import DATA, write_data_words
from app.extract.meaning.drawings import tell_drawings
from app.extract.meaning.drawn_lines import SIGNS as LINES
from app.extract.meaning.drawn_lines import write_lines
from app.extract.meaning.footnotes import set_off_notes
from app.extract.meaning.formulas import open_wrappers, spell_formulas
from app.extract.meaning.icon_fonts import SIGNS as DRAWN
from app.extract.meaning.icon_fonts import draw_icons
from app.extract.meaning.icons_of_figures import SIGNS as FIGURES
from app.extract.meaning.icons_of_figures import write_figures
from app.extract.meaning.item_signs import spell_item_signs
from app.extract.meaning.latexml import drop_second_numbers
from app.extract.meaning.list_styles import type_lists
from app.extract.meaning.looks import looks_of, words_of
from app.extract.meaning.mail_addresses import show_mail_addresses
from app.extract.meaning.markdown_sources import SIGNS as MARKDOWN
from app.extract.meaning.markdown_sources import show_markdown
from app.extract.meaning.microdata import drop_hidden_data
from app.extract.meaning.narrow_copies import drop_narrow_copies
from app.extract.meaning.openers import open_parts
from app.extract.meaning.own_anchors import open_own_anchors
from app.extract.meaning.own_elements import open_own_elements
from app.extract.meaning.page_numbers import drop_page_numbers
from app.extract.meaning.quotations import keep_sources
from app.extract.meaning.ratings import spell_ratings
from app.extract.meaning.read_only import open_read_only_fields
from app.extract.meaning.ruby import spell_ruby
from app.extract.meaning.scripted_links import open_scripted_links
from app.extract.meaning.sentence_headings import open_sentence_headings
from app.extract.meaning.shortcodes import drop_shortcodes, has_shortcodes
from app.extract.meaning.small_pictures import spell_labelled_signs, spell_small_pictures
from app.extract.meaning.stacked_scripts import unstack_scripts
from app.extract.meaning.stanzas import join_verses
from app.extract.meaning.struck import mark_struck, mark_struck_by_look
from app.extract.meaning.style_sheets import tag_by_style_sheets
from app.extract.meaning.times import spell_times
from app.extract.meaning.titled_notes import tell_titled_notes
from app.extract.meaning.turned import SIGNS as TURNED
from app.extract.meaning.turned import turn_words
from app.extract.meaning.unseen import drop_unseen_words
from app.extract.meaning.verse import keep_lines
from app.text.superscripts import spell_superscripts

# Elements of old pages whose text stands as it is written (HTML 2.0, section 5.5.2), under their one name of today.
_PREFORMATTED = ("listing", "plaintext", "xmp")


# Steps that are taken where an element or an attribute has one of these names, or a name that begins so (`amp-`), where
# one of the next stands in a class or a style, or one of the last in the page at all, which takes longest to find out.
_MARKED: Sequence[tuple[Callable[[HtmlElement], None], Sequence[str], Sequence[str], Sequence[str]]] = (
    (show_markdown, (), (), MARKDOWN),
    (write_data_words, (DATA,), (), ()),
    (drop_amp_boxes, ("amp-",), (), ()),
    (show_mail_addresses, ("data-cfemail",), (), ("email-protection#",)),
    (spell_bars, ("aria-valuenow",), (), ()),
    (spell_marked_items, ("aria-checked", "data-checked"), ("checkbox-",), ()),
    (turn_words, ("bdo",), TURNED, ()),
    (open_scripted_links, ("data-href", "onclick"), (), ("javascript:",)),
    (open_bookmarks, (), ("bookmark", "kg-file-card", "embedded-post"), ()),
    (draw_icons, (), DRAWN, ()),
    (write_figures, (), FIGURES, ()),
    (write_lines, (), LINES, ()),
    (open_wrappers, (), ("katex", "MathJax", "mwe-math-element"), ()),
    (mark_struck_by_look, (), ("line-through", "linethrough", "strike", "struck"), ()),
    (drop_second_numbers, (), ("ltx_",), ()),
    (type_lists, (), ("alpha", "latin", "roman", "Alpha", "Roman"), ()),
    (keep_lines, (), ("white-space", "whitespace-pre"), ()),
)

# Steps that look for elements by their names, which takes no time where there are none.
_NAMED = (
    spell_controls,
    spell_labelled_signs,
    spell_formulas,
    spell_small_pictures,
    spell_ruby,
    mark_struck,
    unstack_scripts,
    tell_titled_notes,
    spell_superscripts,
    spell_times,
)


def spell_out(root: HtmlElement, names: AbstractSet[str], source: str) -> None:
    """Put what the marks of a whole page mean into its text, in place.

    `names` are those of all its elements and attributes, `source` is what it was parsed from.
    """
    for element in root.iter(*_PREFORMATTED):
        element.tag = "pre"
    tag_by_style_sheets(root)
    named, looks = names | {f"{name.partition('-')[0]}-" for name in names}, looks_of(root)
    for step, of_names, of_looks, of_source in _MARKED:
        if not named.isdisjoint(of_names) or _has(looks, of_looks) or _has(source, of_source):
            step(root)
    if has_shortcodes(source):
        drop_shortcodes(root)
    for step in _NAMED:
        step(root)


def _has(text: str, signs: Sequence[str]) -> bool:
    return any(sign in text for sign in signs)


def prepare(root: HtmlElement) -> None:
    """Put what marks and style sheets alone say into the text of a page with an article, in place."""
    words = words_of(root)  # a step may take some away, but adds none that another looks for
    drop_narrow_copies(root, words)
    show_counts(root, words)
    open_read_only_fields(root)
    open_own_elements(root)
    open_own_anchors(root)
    open_sentence_headings(root)
    drop_page_numbers(root, words)
    drop_hidden_data(root)
    drop_unseen_words(root, words)
    set_off_chords(root, words)
    spell_ratings(root, words)
    spell_arrows(root, words)
    spell_cell_signs(root)
    spell_item_signs(root)
    tell_drawings(root, words)
    make_tables(root, words)
    open_parts(root, words)
    open_numbered_code(root, words)
    label_callouts(root, words)
    join_verses(root, words)
    rule_breaks(root)
    keep_sources(root, words)
    set_off_notes(root)
    set_apart(root)
    expand_abbreviations(root)
