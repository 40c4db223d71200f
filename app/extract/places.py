"""Which places of a page lie beside its matter: menus, footers, and boxes that are named for what they hold."""

from collections.abc import Iterable

from lxml.html import HtmlElement

from app.extract.boilerplate_words import Parts, parts_named

_TAGS = frozenset({"aside", "dialog", "footer", "nav", "noscript", "template"})
_ROLES = frozenset({"complementary", "contentinfo", "dialog", "menu", "menubar", "navigation"})
_NO_BOX = frozenset({"article", "body", "html", "main"})


class Boxes:
    """Knows which elements lie in a box beside the matter; each is looked at once."""

    def __init__(self, names: Parts | None, never: Iterable[HtmlElement] = (), every_footer: bool = True) -> None:
        """Judge by tag and role, and where there are `names` by class and id too.

        What is in `never` is no box, nor is the footer of a part of the page, unless `every_footer` is one.
        """
        self._names = names
        self._every_footer = every_footer
        self._known = dict.fromkeys(never, False)

    def hold(self, element: HtmlElement) -> bool:
        """Say whether `element` is such a box or lies in one."""
        unknown = []
        inside = False
        above: HtmlElement | None = element
        while above is not None:
            known = self._known.get(above)
            if known is not None:
                inside = known
                break
            unknown.append(above)
            above = above.getparent()
        for each in reversed(unknown):
            inside = inside or self._is_box(each)
            self._known[each] = inside
        return inside

    def _is_box(self, element: HtmlElement) -> bool:
        if element.tag == "footer" and not self._every_footer:
            return bool(element.getparent().tag == "body")
        if element.tag in _TAGS or element.get("role") in _ROLES:
            return True
        if self._names is None or element.tag in _NO_BOX:
            return False
        return not self._names.isdisjoint(parts_named(element.get("class")) | parts_named(element.get("id")))
