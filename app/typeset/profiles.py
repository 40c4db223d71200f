"""What a family of browsers can show, one row each.

So far there is one row, for whoever we do not know: what every browser that was tried could render
(HTML 2.0 in pure ASCII under a bare `text/html`). Every page is typeset *for a profile*, so that more rows
need no other change.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """A family of browsers; `picture_width` is pixels, `text_width` and `table_width` are columns.

    A `charset=` in a content type makes CERN's line mode browser and Lynx 2.6 show raw source, hence none.
    """

    name: str
    html_type: str
    text_type: str
    picture_width: int
    text_width: int
    table_width: int


UNIVERSAL = Profile(
    name="universal",
    html_type="text/html",
    text_type="text/plain",
    picture_width=480,
    text_width=72,
    table_width=64,
)
