"""Many stories with their pictures in one archive: names of eight letters and three, as DOS has them."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.models import Page

ZIP_TYPE = "application/zip"
PAGE_NAME = "TODAY.HTM"
# What an archive takes for each file beside its bytes: two headers with the name (APPNOTE.TXT, 4.3.7 and 4.3.12).
BYTES_A_FILE = 200


def picture_name(number: int, suffix: str) -> str:
    """Return the name of the picture of a story: `PIC07.GIF`."""
    return f"PIC{number:02d}.{suffix.upper()[:3]}"


def archive(page: Page, pictures: Mapping[str, bytes], made: float) -> Page:
    """Return the page and the pictures beside it, by their names, as files of the moment `made`."""
    moment = datetime.fromtimestamp(made, UTC)
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name, body in {PAGE_NAME: page.body, **pictures}.items():
            info = ZipInfo(name, (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second))
            info.compress_type = ZIP_DEFLATED
            packed.writestr(info, body)
    return Page(file.getvalue(), ZIP_TYPE)
