"""What manuals and offices ask of their readers behind a text: whether it helped, and how many it has helped."""

import re

from app.text.words import Words

LONGEST = 120  # characters
# In lower case, one of which is in whatever is looked for, so that most texts need no search.
_WORDS = Words(
    "helpful", "useful", "hilfreich", "utile", "útil", "nuttig", "behulpzaam", "hjälp", "nyttig", "hyödyllinen",
    "pomocn", "przydatn", "užitečn", "hasznos", "полез", "корисн", "yardımcı", "faydalı", "役に立", "いかがでした",
    "有帮助", "有幫助", "도움이",
)  # fmt: skip
_ASKS = re.compile(
    r"(?:was|is) this (?:helpful|useful)\?$|"
    r"(?:was|is|did you find|have you found) (?:this|our)(?: [a-z-]{3,20}){1,3} (?:helpful|useful)\b|"
    r"\b(?:answer|overview|summary|translation)\b.{0,80}\b(?:is|was) (?:it|this) (?:accurate|helpful|useful)\?|"
    r"\d{1,6} (?:out of|of) \d{1,6} (?:people )?found this (?:helpful|useful)|"
    r"(?:war|ist|fanden sie) (?:dieser?|dieses|diese|die|der|das) [a-zäöü -]{3,30} hilfreich|"
    r"(?:cet(?:te)? |ce )[a-zé -]{3,30} (?:vous )?(?:a-t-(?:il|elle)|était-(?:il|elle)|est-(?:il|elle)) (?:été )?utile|"
    r"¿[^?]{0,60}\b(?:útil|utilidad)[^?]{0,30}\?|(?:este|esta|essa|esse) [a-zçãõéí ]{3,30} (?:foi|é) útil|"
    r"quest[ao'’] ?[a-z ]{3,30} (?:ti |le |vi )?(?:è|e'|sono) ?(?:stat[oa] )?utile|"
    r"(?:was|is|vond (?:u|je)) (?:dit|deze) [a-z ]{3,30} (?:nuttig|behulpzaam)|"
    r"(?:var|er|oli(?:ko)?) (?:den här|denne|dette|tämä) [a-zäöå ]{3,30} (?:till hjälp|nyttig|hyödyllinen)|"
    r"czy (?:ten|ta|to) [a-zżółćęśąźń ]{3,30} (?:był[ao]? |jest )?(?:pomocn|przydatn)|"
    r"(?:была?|оказал[ао]?с[ья]) ли (?:эта|этот|вам) [а-яё ]{3,40}полез|чи була? [а-яіїє ]{3,40}корисн|"
    r"bu [a-zçğıöşü ]{3,30} (?:yardımcı|faydalı) oldu mu|この[^。]{1,12}は(?:役に立ち|いかがでした)|"
    r"(?:本|这篇|這篇|此)[^。]{1,8}有(?:帮助|幫助)吗?|"
    r"이 [^.]{1,12} 도움이",
    re.IGNORECASE,
)


def asks_whether_it_helped(text: str, lower: str) -> bool:
    """Say whether a short text asks its reader for an opinion of the page; `lower` is the text in lower case."""
    if len(text) > LONGEST or not _WORDS.are_in(lower):
        return False
    return _ASKS.search(lower) is not None
