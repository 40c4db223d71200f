"""What may stand in the variable parts of a path."""

from werkzeug.routing import BaseConverter

from app.images import FORMATS
from app.news.sources import SECTIONS


class AddressConverter(BaseConverter):
    """An address as it stands behind ours, with its slashes: `http://example.org/page`."""

    part_isolating = False
    regex = "[Hh][Tt][Tt][Pp][Ss]?:.+"


class DiskConverter(BaseConverter):
    """The size of a file in thousands of bytes: `720k`."""

    regex = "[1-9][0-9]{1,3}k"


class EditionConverter(BaseConverter):
    """The code of an edition."""

    regex = "[A-Za-z]{2}(?:-[A-Za-z]{2})?"


class LanguageConverter(BaseConverter):
    """A language as an address has it: `de`, `zh-hant`."""

    regex = "[a-z]{2,3}(?:-[a-z]{2,4})?"


class MomentConverter(BaseConverter):
    """A minute of UTC: `202611262130`."""

    regex = "[0-9]{12}"


class SectionConverter(BaseConverter):
    """The name of a section."""

    regex = "|".join(dict(SECTIONS))


class ShortIdConverter(BaseConverter):
    """A short id."""

    regex = "[a-z2-7]{8,52}"


class OwnIdConverter(ShortIdConverter):
    """The id of a front page of one's own, which stands where Malaysia's pages do: `/my/business` is its section."""

    regex = rf"(?!(?:editions|{SectionConverter.regex})\Z){ShortIdConverter.regex}"


class SizeConverter(BaseConverter):
    """The size of a picture: a width, a box, or a part; `image_sizes` says what each means."""

    regex = "w[0-9]{2,4}|t?[0-9]{1,3}x[0-9]{1,3}"


class SuffixConverter(BaseConverter):
    """The suffix of a format of pictures."""

    regex = "|".join(each.suffix for each in FORMATS)


# By the names that routes use; sorted.
CONVERTERS: dict[str, type[BaseConverter]] = {
    "address": AddressConverter,
    "disk": DiskConverter,
    "edition": EditionConverter,
    "language": LanguageConverter,
    "moment": MomentConverter,
    "own": OwnIdConverter,
    "section": SectionConverter,
    "short": ShortIdConverter,
    "size": SizeConverter,
    "suffix": SuffixConverter,
}
