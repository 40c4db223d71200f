"""A program of its own: the drawing on its standard input becomes a PNG on its standard output.

It runs in a process that can be lost, under limits of the kernel, and knows nothing else of this project.
"""

import resource
import sys

import resvg_py

LIMITS = (
    (resource.RLIMIT_AS, 512 << 20),  # bytes of memory
    (resource.RLIMIT_CORE, 0),
    (resource.RLIMIT_CPU, 3),  # seconds
    (resource.RLIMIT_FSIZE, 0),
)


def main() -> None:
    """Read, render and write; a failure is an exit code that is not 0."""
    for limit, most in LIMITS:
        resource.setrlimit(limit, (most, most))
    markup = sys.stdin.buffer.read().decode()
    # A typeface that is not here is replaced by the one with serifs; most drawings want one without.
    image = resvg_py.svg_to_bytes(
        svg_string=markup,
        font_family="DejaVu Sans",
        sans_serif_family="DejaVu Sans",
        serif_family="DejaVu Sans",
        monospace_family="DejaVu Sans Mono",
    )
    sys.stdout.buffer.write(image)


if __name__ == "__main__":
    main()
