"""What languages are called: by pages (BCP 47), by catalogues of gettext, and by engines, which differ in a few.

Argos, which LibreTranslate runs on, has called Chinese `zh` and `zt` before it was `zh-Hans` and `zh-Hant`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

AUTO = "auto"  # the engine finds out
# Other names of a language, the likelier first; all in small letters. Sorted.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "fil": ("tl",),
    "iw": ("he",),
    "nb": ("no",),
    "nn": ("nb", "no"),
    "no": ("nb",),
    "zh": ("zh-hans",),
    "zh-cn": ("zh-hans", "zh"),
    "zh-hans": ("zh",),
    "zh-hant": ("zt",),
    "zh-hk": ("zh-hant", "zt"),
    "zh-mo": ("zh-hant", "zt"),
    "zh-sg": ("zh-hans", "zh"),
    "zh-tw": ("zh-hant", "zt"),
}
# Languages that are one to whoever reads them.
_SAME: Mapping[str, str] = {"iw": "he", "nb": "no", "nn": "no"}
# Families of character sets whose texts are in Latin letters (`app.text.charset_family`).
_LATIN = frozenset({"baltic", "central", "turkish", "vietnamese", "western"})


@dataclass(frozen=True, slots=True)
class EngineLanguages:
    """What an engine translates: for the code of each language, as it writes it, the codes of those it can become."""

    targets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def source(self, tag: str) -> str:
        """Return the engine's code for the language `tag`; `AUTO` where it knows none by that name."""
        return _first(tag, self.targets) or AUTO

    def target(self, tag: str, source: str) -> str:
        """Return the engine's code for the language `tag` as one that `source` can become, or nothing."""
        if source == AUTO:
            every = dict.fromkeys(code for codes in self.targets.values() for code in codes)
            return _first(tag, every)
        return _first(tag, dict.fromkeys(self.targets.get(source, ())))


def is_foreign(tag: str, family: str, own: str, own_family: str) -> bool:
    """Say whether a text is in another language than `own`, as far as is known.

    `tag` is what its page says, which may be nothing or wrong; `family` is that of its letters, which do not lie.
    """
    is_other_script = family not in _LATIN and _script(family) != _script(own_family)
    if not tag:
        return is_other_script or (family in _LATIN) != (own_family in _LATIN)
    return is_other_script or _language(tag) != _language(own)


def is_likely(tag: str, family: str) -> bool:
    """Say whether a text whose page says that it is in the language `tag` may be, by the family of its letters."""
    return bool(tag) and (family in _LATIN or tag.partition("-")[0] not in _IN_LATIN)


# Languages that are never in other letters than Latin; those of most pages that say nothing true.
_IN_LATIN = frozenset("cs da de en es et fi fr hr hu id it lt lv ms nb nl nn no pl pt ro sk sl sv tr vi".split())


def _first(tag: str, known: Mapping[str, object]) -> str:
    """Return the first of `known` by which the language `tag` may be called, or nothing."""
    by_name = {code.lower(): code for code in known}
    return next((by_name[name] for name in _names(tag) if name in by_name), "")


def _names(tag: str) -> Iterator[str]:
    """Yield what a language may be called: the whole tag, then without its last parts.

    What is known by a longer name is no longer called by a shorter one, lest one script stand for another.
    """
    parts = tag.lower().replace("_", "-").split("-")
    for count in range(len(parts), 0, -1):
        name = "-".join(parts[:count])
        yield name
        yield from _NAMES.get(name, ())
        if name in _NAMES:
            return


def _language(tag: str) -> str:
    first = tag.lower().replace("_", "-").partition("-")[0]
    return _SAME.get(first, first)


def _script(family: str) -> str:
    return family.partition("-")[0]  # both ways to write Chinese
