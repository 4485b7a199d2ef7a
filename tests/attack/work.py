"""How much work something is: the lines of the package that are run. Unlike seconds they are the same on every machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import virkningskjede

PACKAGE = str(Path(virkningskjede.__file__).parent)

MOST_GROWTH = 2.6
"""What is added when a file is made four times as long instead of twice, by what is added when it is made twice as long: 2 where the work
follows the length, a little more where something is sorted, 4 where it follows the square of it."""


def work(done: Callable[[], object]) -> int:
    """How many lines of the package are run."""
    lines = 0

    def inside(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return inside

    def entered(frame: FrameType, _event: str, _argument: Any) -> Any:
        return inside if frame.f_code.co_filename.startswith(PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        done()
    finally:
        sys.settrace(before)
    return lines


def growth(made: Callable[[int], Callable[[], object]], length: int) -> float:
    """How the work grows with the length, see `MOST_GROWTH`. It is done once before it is counted, for what is worked out but once."""
    made(length)()
    one, two, four = (work(made(length * times)) for times in (1, 2, 4))
    return (four - two) / max(two - one, length)
