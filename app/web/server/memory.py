"""What the C library does with memory that is free again."""

import ctypes

# From malloc.h of glibc; see mallopt(3).
M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8
# Larger blocks are given back to the system as soon as they are free. glibc begins with half of this, but raises it
# up to 32 MB with each large block that is freed, and then keeps pictures and files in its heaps.
OWN_MAPPING = 256 * 1024
# Heaps; glibc has eight for each core, and threads that come and go leave something behind in every one.
MOST_ARENAS = 2


def give_back_early() -> None:
    """Let this process give memory back to the system once it is free. Does nothing without glibc."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(M_MMAP_THRESHOLD, OWN_MAPPING)
        mallopt(M_ARENA_MAX, MOST_ARENAS)
