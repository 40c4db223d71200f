"""How well and how fast are lists told from articles? `python -m bench.index`, over the shapes of the tests."""

import statistics
import time
from collections.abc import Sequence

from app.extract.listing.classify import is_index
from app.extract.parse import parse
from tests.extract.listing.shapes import HELD_OUT, TUNED, Shape

ROUNDS = 20  # how often each page is judged


def main() -> None:
    """Print the accuracy of both parts, what was misjudged, and the time that one judgement takes."""
    for name, shapes in (("looked at while tuning", TUNED), ("held out", HELD_OUT), ("all", (*TUNED, *HELD_OUT))):
        wrong = misjudged(shapes)
        right = len(shapes) - len(wrong)
        print(f"{name:24} {right:3} of {len(shapes)} right, {100 * right / len(shapes):.1f} %")
    print("misjudged:", "; ".join(shape.name for shape in wrong) or "none")
    each = sorted(milliseconds(shape) for shape in (*TUNED, *HELD_OUT))
    print(f"milliseconds: median {statistics.median(each):.2f}, most {each[-1]:.2f}")


def misjudged(shapes: Sequence[Shape]) -> list[Shape]:
    """Return the shapes of which `is_index` says what they are not."""
    return [shape for shape in shapes if is_index(parse(shape.markup), shape.url) != shape.index]


def milliseconds(shape: Shape) -> float:
    """Return the median time of one judgement; the page is parsed before."""
    root = parse(shape.markup)
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        is_index(root, shape.url)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    main()
