"""Does what it is asked, one thing after another: a process of its own, because Graphviz can crash, and because there are several cores.

Run by `virkningskjede.drawing.child`. A request is a pickled function of the library with its arguments. An answer is a
sign (``+`` for what came out, ``-`` for what went wrong), the number of bytes in eight bytes, and the bytes.
"""

from __future__ import annotations

import os
import pickle
import sys


def main() -> None:
    """Answer requests on standard input until it is closed."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing else that is printed, by whatever library, can then be taken for an answer
    while True:
        try:
            work, arguments = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        try:
            sign, data = b"+", work(*arguments)
        except Exception as error:
            sign, data = b"-", f"{type(error).__name__}: {error}".encode("utf-8", "replace")
        answers.write(sign + len(data).to_bytes(8, "big") + data)
        answers.flush()


if __name__ == "__main__":
    main()
