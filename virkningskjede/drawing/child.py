"""A child process that draws one picture after another, with a time limit for each."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import IO, Self

from virkningskjede.diagnostics import shorten
from virkningskjede.drawing import work_child
from virkningskjede.drawing.draw_child import NoFonts
from virkningskjede.errors import DrawingError
from virkningskjede.i18n import Lang, word

COMMAND = (sys.executable, "-P", "-m", work_child.__name__)
"""The child process. ``-P`` keeps files in the working directory from being imported in place of modules."""

_NOISE = "Fontconfig warning:"


class Child:
    """A child process, started when it is first needed and again after it has died.

    Args:
        timeout: seconds that one request may take.
        lang: the language of error messages.
    """

    def __init__(self, timeout: float, lang: Lang) -> None:
        self._timeout, self._lang = timeout, lang
        self._process: subprocess.Popen[bytes] | None = None
        self._stderr: IO[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def ask(self, work: Callable[..., bytes], *arguments: object) -> bytes:
        """What a function of the library gives when the child calls it.

        Raises:
            DrawingError: the process crashed, ran out of time or complained; the message says what to do.
        """
        process = self._process or self._start()
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._timeout, give_up)
        timer.start()
        try:
            answer = _answer(process, work, arguments)
        finally:
            timer.cancel()
        if answer is None:
            ended, complaints = self._ended()
            if late.is_set():
                raise self._error("timeout", seconds=f"{self._timeout:g}")
            raise self._error("crashed", reason=complaints[-1] if complaints else ended)
        fine, data = answer
        complaints = self._complaints()
        if not fine:
            reason = data.decode("utf-8", "replace")
            raise self._error("no_fonts" if reason.startswith(NoFonts.__name__) else "crashed", reason=shorten(reason))
        complaint = next((line for line in complaints if line.lower().startswith("error")), None)
        if complaint is not None:
            raise self._error("refused", reason=complaint)
        return data

    def stop(self) -> None:
        """End the process, if there is one."""
        self._ended()

    def _ended(self) -> tuple[str, list[str]]:
        """How the process ended, and what it said last; nothing where there was none."""
        process, self._process = self._process, None
        if process is None:
            return "", []
        with suppress(OSError, subprocess.TimeoutExpired):  # it may be gone already, or not answer
            process.communicate(timeout=1)
        process.kill()
        process.wait()
        complaints = self._complaints()
        if self._stderr is not None:
            self._stderr.close()
        return _exit_reason(process.returncode), complaints

    def _start(self) -> subprocess.Popen[bytes]:
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115
        try:
            # A PDF says when it was made, and in which time zone: places in it are counted in bytes, and zones are of several lengths.
            environment = {**os.environ, "TZ": "UTC"}
            self._process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._stderr, env=environment)
        except OSError as error:
            self._stderr.close()
            raise self._error("crashed", reason=shorten(error.strerror or type(error).__name__)) from None
        return self._process

    def _complaints(self) -> list[str]:
        """What the process has said on standard error since the last time, without what fontconfig says whatever is drawn."""
        assert self._stderr is not None
        # The file's place is shared with the process, which writes at the end of what is there.
        self._stderr.seek(0)
        lines = self._stderr.read().decode("utf-8", "replace").splitlines()
        self._stderr.seek(0)
        self._stderr.truncate()
        return [shorten(line) for line in lines if line.strip() and not line.startswith(_NOISE)]

    def _error(self, key: str, **params: object) -> DrawingError:
        return DrawingError(word(f"picture.{key}", self._lang, **params))


def _answer(process: subprocess.Popen[bytes], work: Callable[..., bytes], arguments: tuple[object, ...]) -> tuple[bool, bytes] | None:
    """The answer: whether it went well, and what came. None when the process died or does not answer as it should."""
    assert process.stdin is not None and process.stdout is not None
    try:
        pickle.dump((work, arguments), process.stdin)
        process.stdin.flush()
    except OSError:
        return None
    head = process.stdout.read(9)
    if len(head) < 9 or head[:1] not in (b"+", b"-"):
        return None
    size = int.from_bytes(head[1:], "big")
    data = process.stdout.read(size)
    return (head[:1] == b"+", data) if len(data) == size else None


def _exit_reason(code: int) -> str:
    """How a process ended that said nothing: by a signal, whose number is negative, or with an exit code."""
    return signal.Signals(-code).name if -code in {member.value for member in signal.Signals} else f"{code}"
