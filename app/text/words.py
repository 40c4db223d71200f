"""Words that are looked for in many texts, and many phrases in one: nearly all are in none of them."""

from collections.abc import Iterable


class Words:
    """Words and parts of words, in small letters; those that are not in ASCII are not looked for in a text that is."""

    __slots__ = ("_all", "_ascii")

    def __init__(self, *words: str) -> None:
        """Keep the words in their order: what is found most often should be first."""
        self._all, self._ascii = words, tuple(filter(str.isascii, words))

    def are_in(self, lower: str) -> bool:
        """Say whether a text, in small letters, has one of them."""
        for word in self._ascii if lower.isascii() else self._all:  # noqa: SIM110 - half the time of `any`
            if word in lower:
                return True
        return False


class Phrases:
    """Phrases that are looked for in a text on one line, both with single spaces as `normalize.line` has them.

    A text that has a phrase has each word between two spaces of it as a word of its own, which is faster to find out.
    Those that are not in ASCII are not looked for in a text that is.
    """

    __slots__ = ("_ascii", "_by_word")

    def __init__(self, *phrases: str) -> None:
        """Keep each phrase by the longest word within it, those of one or two words by none."""
        self._by_word = _by_longest_word(phrases)
        self._ascii = _by_longest_word(filter(str.isascii, phrases))

    def found_in(self, text: str) -> list[str]:
        """Return the phrases that stand in a text; words may go on before and behind them.

        They are looked for by the words of the text, which are fewer than those of all phrases.
        """
        by_word = self._ascii if text.isascii() else self._by_word
        words = dict.fromkeys(("", *text.split(" ")))
        return [phrase for word in words if word in by_word for phrase in by_word[word] if phrase in text]


def _by_longest_word(phrases: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(max(phrase.split(" ")[1:-1], key=len, default=""), []).append(phrase)
    return found
