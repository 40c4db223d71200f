"""Names by which style sheets tell that something is for narrow screens alone, or for wide ones alone."""

import re

NARROW = re.compile(
    r"(?:^|\s)(?:(?:hide|hidden)-(?:on-|for-)?(?:desktop|large|lg|md|medium)(?:-up)?|[\w-]{0,30}mobile-only|"
    r"(?:show|visible)-(?:on-|for-)?(?:mobile|phone|small(?:-only)?|xs)|only-mobile|is-hidden-(?:desktop|tablet)|"
    r"d-(?:sm|md|lg)-none|(?:sm|md|lg):hidden)(?:\s|$)",
    re.IGNORECASE,
)
WIDE = re.compile(
    r"(?:^|\s)(?:(?:hide|hidden)-(?:on-|for-)?(?:mobile|phone|small(?:-only)?|xs)|[\w-]{0,30}desktop-only|"
    r"(?:show|visible)-(?:on-|for-)?(?:desktop|large|lg|md|medium)(?:-up)?|only-desktop|is-hidden-mobile|"
    r"d-(?:sm|md|lg)-(?:block|flex|inline(?:-block)?)|(?:sm|md|lg):(?:block|flex|inline(?:-block)?))(?:\s|$)",
    re.IGNORECASE,
)
