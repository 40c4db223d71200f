"""The rules for one site as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteRules:
    """What is done with the pages of a site; everything is in the order in which it was written.

    `title`, `body`, `author`, `date`, `strip`, `single_page_link` and `next_page_link` are XPath; of several, the first
    that finds something counts, but `strip` takes out what each finds. `strip_id_or_class` and `strip_image_src` are
    parts of these. `replacements` are pairs of text of the page's markup. `headers` are sent with each request.
    """

    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    strip: tuple[str, ...] = ()
    strip_id_or_class: tuple[str, ...] = ()
    strip_image_src: tuple[str, ...] = ()
    single_page_link: tuple[str, ...] = ()
    next_page_link: tuple[str, ...] = ()
    replacements: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    prune: bool = True


NO_RULES = SiteRules()
