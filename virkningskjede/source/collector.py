"""Python's cyclic garbage collector, paused where many small values without cycles are built."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Leave the collector off inside, and as it was outside.

    The collector would walk the growing tree of a file again and again: a file of ten thousand nodes takes three times as long.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
