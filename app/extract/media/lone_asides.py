"""Pictures that a page puts aside: with the words under it and nothing else, such a box is a figure of the text.

What else stands aside is left there: a box with words of its own, a picture without any, a row of several.
"""

from collections.abc import Collection

from lxml.html import HtmlElement


def open_picture_asides(root: HtmlElement, captioned: Collection[str]) -> None:
    """Make a `div` of each `aside` that holds nothing but the mark of one picture, whose number is in `captioned`."""
    for aside in root.iter("aside"):
        marks = aside.findall(".//figure[@data-n]")
        is_figure = len(marks) == 1 and marks[0].get("data-n") in captioned
        if is_figure and not any(map(str.strip, aside.itertext())):
            aside.tag = "div"
