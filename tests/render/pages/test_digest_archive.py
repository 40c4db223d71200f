"""Today with its pictures in one archive."""

import io
import re
from zipfile import ZipFile

from app.models import Page
from app.render.pages.digest_archive import BYTES_A_FILE, PAGE_NAME, archive, picture_name

PAGE = Page(b"<p>Today</p>" * 500, "text/html")


def test_the_archive_has_the_page_and_its_pictures_of_one_moment() -> None:
    made = archive(PAGE, {"PIC01.GIF": b"GIF89a"}, 1_700_000_000)
    assert made.content_type == "application/zip"
    with ZipFile(io.BytesIO(made.body)) as found:
        assert found.testzip() is None
        assert found.namelist() == [PAGE_NAME, "PIC01.GIF"]
        assert found.read(PAGE_NAME) == PAGE.body
        assert {info.date_time for info in found.infolist()} == {(2023, 11, 14, 22, 13, 20)}
    assert len(made.body) < len(PAGE.body)
    assert archive(PAGE, {"PIC01.GIF": b"GIF89a"}, 1_700_000_000) == made


def test_names_are_those_of_dos() -> None:
    for number, suffix in ((1, "gif"), (60, "jpeg"), (9, "xbm")):
        assert re.fullmatch(r"[A-Z0-9]{1,8}\.[A-Z]{3}", picture_name(number, suffix))
    assert picture_name(7, "gif") == "PIC07.GIF"


def test_what_a_file_takes_beside_its_bytes_is_less_than_is_reckoned_with() -> None:
    noise = {picture_name(number, "gif"): bytes(range(256)) for number in range(1, 40)}
    made = archive(Page(b"", "text/html"), noise, 1_700_000_000)
    assert len(made.body) <= sum(map(len, noise.values())) + (len(noise) + 1) * BYTES_A_FILE
