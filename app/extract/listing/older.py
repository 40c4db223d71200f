"""Where a page of posts or of headlines goes on: the link to older ones, or to the next page of them."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.next_page import NEXT_WORDS
from app.models import Entry
from app.net.urls import canonical, host_of, resolve
from app.text.normalize import line

MOST_LINKS = 3000
_LONGEST = 40  # characters of what such a link says
_ARROWS = " \t<>«»‹›←→⟵⟶↞➔▶►◀.…-–"
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_NUMBERED = re.compile(r"(?:page|pagina|página|seite|sida|side|strana|strona|страница) 2")
# In small letters and without arrows; one post is not meant: blogs lead from a post to the one before it.
_OLDER = frozenset(
    """older|older posts|older entries|older articles|older stories|older items|earlier posts|earlier entries|
    previous posts|previous entries|previous articles|more posts|more entries|load more posts|see older posts|
    ältere beiträge|ältere posts|ältere artikel|ältere einträge|frühere beiträge|vorherige beiträge|
    articles plus anciens|articles précédents|messages plus anciens|anciens articles|billets précédents|
    entradas antiguas|entradas anteriores|entradas más antiguas|artículos anteriores|postagens mais antigas|
    posts antigos|posts anteriores|mensagens antigas|post più vecchi|articoli precedenti|articoli meno recenti|
    oudere berichten|oudere posts|vorige berichten|äldre inlägg|eldre innlegg|ældre indlæg|vanhemmat artikkelit|
    vanhemmat tekstit|starsze wpisy|starsze posty|poprzednie wpisy|starší příspěvky|staršie príspevky|
    régebbi bejegyzések|postări mai vechi|articole mai vechi|eski yazılar|daha eski kayıtlar|önceki yazılar|
    старые записи|предыдущие записи|более ранние записи|следующие записи|старіші записи|попередні записи|
    παλαιότερες αναρτήσεις|παλαιότερα άρθρα|以前の記事|過去の記事|古い記事|前の投稿|较早文章|较旧的文章|早期文章|
    較舊的文章|이전 글|이전 글 보기|المقالات السابقة|رسائل أقدم|bài đăng cũ hơn|postingan lama""".replace(
        "\n    ", ""
    ).split("|")
)


def older_page_in(root: HtmlElement, base: str, url: str, is_list: bool) -> Entry | None:
    """Return the link of a page at `url` that leads to older posts on the same host, by its own words.

    Of a page that is a list (`is_list`), the link to its next page will do.
    """
    for link, said in _links(root):
        bare = said.lower().strip(_ARROWS)
        if bare in _OLDER or (is_list and _leads_on(link, bare)):
            try:
                address = resolve(base, link.get("href") or "")
            except BadAddress:
                continue
            if host_of(address) == host_of(url) and address != canonical(url):
                return Entry(said, address)
    return None


def _leads_on(link: HtmlElement, bare: str) -> bool:
    is_next = (
        bare in NEXT_WORDS
        or _NUMBERED.fullmatch(bare) is not None
        or (bool(bare) and "next" in (link.get("rel") or "").lower().split())
    )
    return is_next and _NUMBER.search(link.get("href") or "") is not None


def _links(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for link in islice(root.iter("a"), MOST_LINKS):
        if link.get("href"):
            said = line("".join(islice(link.itertext(), _LONGEST)) if len(link) else link.text or "")
            if 0 < len(said) <= _LONGEST:
                yield link, said
