"""How much two texts have in common, sign by sign."""

from difflib import SequenceMatcher


def are_alike(one: str, other: str, share: float) -> bool:
    """Say whether two texts have more than a share of their signs in common, in the same order (0 to 1).

    The bounds of that share are looked at first (`difflib`): most texts are far from alike, and the share costs most.
    """
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() > share and matcher.quick_ratio() > share and matcher.ratio() > share
