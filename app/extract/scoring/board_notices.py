"""What boards and old sites say around a text: what one may do there, how many came, who made the board."""

import re

_LONGEST = 260  # characters
_ACTS = "attach|create|delete|download|edit|post|rate|reply|start|vote"
# Whole, in small letters.
_NOTICE = re.compile(
    rf"(?:you (?:may|can)(?: ?not)? (?:{_ACTS})\b[^.!?]{{3,60}}?){{1,8}}|"
    r"you are (?:the )?visitor(?: no\.?| number)?[\s\d.,:#]*|"
    r"ip[: ]*logged|"
    r"there (?:are|is) (?:currently,? )?\d+ guests?(?:\(s\))? and \d+ members?(?:\(s\))?[^.!?]{0,20}online\W*|"
    r"you are (?:an? )?(?:anonymous|guest|unregistered) (?:user|visitor)\b.{0,80}|"
    r"please take a second and vote\b.{0,40}|"
    r"all (?:logos and )?trademarks (?:in|on) this site are (?:the )?property of their respective owners?\b.{0,140}|"
    r"powered by (?:discuz|fluxbb|invision|mybb|phpbb|punbb|smf|vanilla|vbulletin|xenforo)\b.{0,80}"
)
_BEGINNINGS = ("all ", "ip", "please take", "there ", "you may ", "you can", "you are ", "powered by ")


def is_board_notice(lower: str) -> bool:
    """Say whether a text, in small letters, is nothing but such a notice."""
    return lower.startswith(_BEGINNINGS) and len(lower) <= _LONGEST and _NOTICE.fullmatch(lower) is not None
