"""Where papers are that are cited by their numbers. No I/O."""

import re

# A DOI, of which the number alone begins as no host of the web does, and arXiv's number.
_CITED = (
    (re.compile(r"(?:doi:\s*)?(10\.\d{4,9}/\S+)", re.I), "https://doi.org/"),
    (
        re.compile(r"arxiv:\s*(\d{4}\.\d{4,5}(?:v\d{1,3})?|[a-z-]{2,20}(?:\.[a-z]{2})?/\d{7})", re.I),
        "https://arxiv.org/abs/",
    ),
)


def address_of_paper(number: str) -> str:
    """Return where a paper is that is cited by `number`, or nothing where that is none."""
    return next((place + found[1] for cited, place in _CITED if (found := cited.fullmatch(number))), "")
