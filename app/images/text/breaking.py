"""Where a line of text may end, for scripts with spaces between words and for those without."""

import unicodedata
from collections.abc import Iterator

# What no line begins with, and what none ends with (JIS X 4051, the commonest of its lists; UAX 14).
NEVER_FIRST = frozenset("、。，．・：；？！）」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)]}%”’»ะาำๅๆฯ")
# Marks, and the controls that belong to a letter (Unicode's general categories); the combining class of a virama.
_MARKS, _VIRAMA = frozenset({"Cf", "Mc", "Mn"}), 9
NEVER_LAST = frozenset("（「『【〔〈《([{“‘«เแโใไ")


def parts_of(text: str) -> list[str]:
    """Return the parts of `text` between which a line may end; a space ends the part before it."""
    parts: list[str] = []
    for cluster in _clusters(text):
        if parts and not _may_end(parts[-1], cluster):
            parts[-1] += cluster
        else:
            parts.append(cluster)
    return parts


def clusters_of(part: str) -> list[str]:
    """Return the letters of `part`, each with its marks, for a part that is wider than a line."""
    return list(_clusters(part))


def _may_end(before: str, after: str) -> bool:
    if after == " ":
        return False
    if before[-1] == " ":
        return True
    stands_alone = _is_free(before[-1]) or _is_free(after[0])
    return stands_alone and after[0] not in NEVER_FIRST and before[-1] not in NEVER_LAST


def _is_free(character: str) -> bool:
    """Say whether a line may end beside a character without a space: in the scripts of East and South-East Asia."""
    return (
        "\u0e00" <= character <= "\u0eff"
        or "\u1000" <= character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
        or "\u2e80" <= character <= "\u9fff"
        or "\uac00" <= character <= "\ud7a3"
        or "\uff00" <= character <= "\uffef"
    )


def _clusters(text: str) -> Iterator[str]:
    """Yield characters with the marks that follow them; what a mark or a joiner joins stays together."""
    cluster = ""
    for character in text:
        is_joined = unicodedata.category(character) in _MARKS or _joins(cluster[-1:])
        if cluster and not is_joined:
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _joins(character: str) -> bool:
    """Say whether a character joins the next one to it: a joiner, or what takes a letter of India its vowel."""
    return character == "\u200d" or unicodedata.combining(character or " ") == _VIRAMA
