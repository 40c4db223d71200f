"""Headlines that are not the report of an event: opinions, analyses, questions, voices, live blogs. No I/O.

The signs are few and plain, and hold in most languages: what a paper itself calls such a piece before or behind the
title or in its address, a title that asks, and one that begins with what somebody said.
"""

import re
from urllib.parse import urlsplit

from app.models import Headline
from app.news.tokens import folded

# What papers call such pieces, without capitals and accents, a language a line; each sorted.
_KINDS = {
    "de": "analyse|hintergrund|kolumne|kommentar|leitartikel|liveblog|liveticker|meinung|newsblog|reaktionen|ticker",
    "en": "analysis|as it happened|column|comment|editorial|explained|explainer|factbox|hands-on|in pictures|interview|"
    "latest|live|live updates|opinion|photos|podcast|q&a|reaction|reactions|review|video|watch|what we know",
    "es": "analisis|claves|editorial|en directo|en vivo|entrevista|fotos|opinion|perfil|reacciones|videos",
    "fr": "chronique|decryptage|direct|edito|en direct|entretien|reactions|tribune",
    "hi": "इंटरव्यू|राय|लाइव|विश्लेषण|वीडियो|संपादकीय",
    "it": "analisi|commento|diretta|editoriale|intervista|opinione",
    "ja": "ライブ|動画|写真|社説|解説|視点",
    "nl": "commentaar|opinie",
    "pt": "analise|ao vivo|opiniao",
    "ru": "аналитика|видео|интервью|колонка|мнение|онлайн",
    "zh": "分析|图集|直播|社論|社评|視頻|视频|評論|评论",
}
_NAMES = frozenset(folded(kind) for kinds in _KINDS.values() for kind in kinds.split("|"))
# Parts of addresses under which papers have them; sorted.
_PLACES = frozenset(
    """analyse analysis blogs comment commentisfree debats editorial editorials galerie gallery idees in-pictures
    interview kommentar kommentare kolumne kolumnen live live-news liveblog meinung opinie opinion opinions opiniones
    opinioni pictures podcast podcasts tribuna video videos voices""".split()
)
# Words that begin a question or an explanation without a mark of it; sorted.
_ASKING = re.compile(
    r"(?:como|cosa|five|how|pourquoi|por que|quien|que sabemos|qui est|seven|ten|three|waarom|wann|warum|was|wer|what|"
    r"who|why|wie|क्या|क्यों|なぜ)\s"
)
_ASKED = re.compile(r"[?؟？](?:\s|\Z)")
# Somebody's words at the beginning, of several words or before who said them; or behind their name, at the end.
_SAID = re.compile(
    r"[\"'‘“„«「『»‚](?:\S{0,40}[^\s\"'’“”»」』]\s){3}|[\"'‘“„«「『»‚][^\"'‘’“”„«»「」『』]{3,}[\"'’”“»」』«][:,]?\s?(?:\Z|[:,])|「"
    r"|\S{1,40}(?:\s\S{1,40}){0,4}:\s[\"'‘“„«「『»‚][^\"“”„«»「」『』]*[\"'’”“»」』«]\Z"
)
_LABELS = re.compile(r"[:|：｜【】\[\]]| [-–—] ")
_LONGEST_LABEL = 40


def is_reaction(headline: Headline) -> bool:
    """Tell whether a headline is rather not the report of what happened."""
    title = folded(headline.title).strip()
    if _SAID.match(title) or _ASKED.search(title) or _ASKING.match(title):
        return True
    labels = _LABELS.split(title)
    if len(labels) > 1 and any(map(_names_kind, labels)):
        return True
    return not _PLACES.isdisjoint(urlsplit(headline.url).path.lower().split("/"))


def _names_kind(label: str) -> bool:
    """Tell whether a part of a title is what a paper calls such a piece, or begins or ends with that."""
    words = label.replace("'", " ").replace("’", " ").split()
    if not words or len(label) > _LONGEST_LABEL:
        return False
    return any(" ".join(part) in _NAMES for most in (1, 2, 3) for part in (words[:most], words[-most:]))
