"""Small copies that a service makes of a picture, and the file that they are made of."""

import pytest

from app.extract.media.resizers import whole_file

HOST = "https://pix.gazette.example"


@pytest.mark.parametrize(
    ("copy", "file"),
    [
        ("/media/ab_12.jpg/v1/fill/w_147,h_98,al_c,q_80,usm_0.66,blur_2,enc_auto/ab_12.jpg", "/media/ab_12.jpg"),
        ("/media/ab_12.png/v1/crop/w_49,h_60/quay.png", "/media/ab_12.png"),
        ("/ours/image/upload/e_blur:1000,q_auto:low,w_600/v17/quay.jpg", "/ours/image/upload/v17/quay.jpg"),
        ("/ours/image/upload/w_40,c_fill/v17/quay.jpg", "/ours/image/upload/v17/quay.jpg"),
        ("/cdn/shop/files/quay_20x.jpg?v=17", "/cdn/shop/files/quay.jpg?v=17"),
        ("/cdn/shop/files/quay_100x67.jpg", "/cdn/shop/files/quay.jpg"),
        ("/quay.jpg?w=20&h=13&blur=50&q=10", "/quay.jpg"),
        ("/quay.jpg?v=3&width=64", "/quay.jpg?v=3"),
        ("/quay.jpg?resize=20%2C13", "/quay.jpg"),
    ],
)
def test_a_copy_that_is_small_or_blurred_is_the_whole_file(copy: str, file: str) -> None:
    assert whole_file(HOST + copy) == HOST + file


@pytest.mark.parametrize(
    "copy",
    [
        "/media/ab_12.jpg/v1/fill/w_740,h_493,al_c,q_85/ab_12.jpg",
        "/ours/image/upload/w_800,c_fill/v17/quay.jpg",
        "/files/quay_20x30.jpg",
        "/cdn/shop/files/quay_1024x.jpg",
        "/quay.jpg?w=1400",
        "/quay.jpg?w=20&s=5f3a",
        "/quay.jpg?width=64&auth=5f3a",
        "/getimage?id=7&w=2x",
        "/quay.jpg?blur=0&w=800",
    ],
)
def test_any_other_file_is_the_file_itself(copy: str) -> None:
    assert whole_file(HOST + copy) == HOST + copy
