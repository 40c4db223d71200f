"""Figures that a script counts up to: a page is sent with 0, and has the figure in an attribute."""

from itertools import islice

from lxml.html import HtmlElement

# What the attribute is called: by Elementor, WPBakery, jQuery's countTo, PureCounter, and by hand. Sorted.
_ENDS = (
    "data-count", "data-counter", "data-counter-value", "data-countup", "data-end", "data-end-value",
    "data-number-value", "data-purecounter-end", "data-stop", "data-target", "data-to", "data-to-value",
)  # fmt: skip
# Classes of such figures. Sorted.
_NAMES = frozenset(
    """count count-number count-up counter counter-number counter-value countup elementor-counter-number number
    number-counter odometer percent purecounter stat-number stat__number timer""".split()
)
_MOST = 5_000
_TAGS = ("b", "div", "h2", "h3", "h4", "p", "span", "strong")
_BEGINS = frozenset({"", "0"})
_LONGEST = 15  # characters of a figure
_SIGNS = frozenset(".,' \u00a0%+")


def show_counts(root: HtmlElement, words: frozenset[str]) -> None:
    """Put the figure in place of the nought that it is counted from; `words` are those of the classes of the tree."""
    if _NAMES.isdisjoint(words):
        return
    for counter in islice(root.iter(*_TAGS), _MOST):
        if not len(counter) and (counter.text or "").strip() in _BEGINS and (end := _end(counter)):
            counter.text = end


def _end(counter: HtmlElement) -> str:
    """Return the figure, or nothing where the page has none."""
    ends = ((counter.get(name) or "").strip() for name in _ENDS)
    return next((end for end in ends if _is_figure(end)), "")


def _is_figure(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and text[0].isdigit() and all(each.isdigit() or each in _SIGNS for each in text)
