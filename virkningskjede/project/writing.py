"""Writing files: as a whole or not at all; and into what is no file, such as a pipe or a device, which is never replaced."""

from __future__ import annotations

import errno
import os
import re
import socket
import stat
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, unwritten

PATIENCE = 10.0
"""So many seconds a pipe with a name is held open for somebody to read it: one that nobody reads would wait for ever."""

_OPEN = re.compile(r"/dev/(?:fd/(\d+)|std(out|err))|/proc/self/fd/(\d+)")
_STANDARD = {"out": 1, "err": 2}
_LINKS = 40


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8; see `write_bytes`."""
    write_bytes(path, text.encode("utf-8"))


def write_file(path: Path, data: bytes, lang: Lang) -> None:
    """Write a file for somebody who has asked for it; see `write_bytes`.

    Raises:
        UsageError: it cannot be written, and why.
    """
    try:
        write_bytes(path, data)
    except OSError as error:
        raise UsageError(unwritten(path, error, lang)) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file as a whole or not at all: to a temporary file beside it, which then takes its name.

    A link is followed, and stays. A pipe, a socket or a device is written into, and so is what is open already (``/dev/fd/3``).

    Raises:
        OSError: it cannot be written. A file that stood there stands there still.
    """
    if "\0" in str(path):  # Python would raise a ValueError
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    number = _open_already(path)
    if number is not None:
        _write_all(os.dup(number), data)
        return
    try:
        about = path.stat()
    except FileNotFoundError:
        about = None
    if about is None or stat.S_ISREG(about.st_mode):
        if about is not None and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))  # its folder would let it be replaced
        # Not ``Path.resolve``, which says nothing of a link that leads nowhere.
        _replace(Path(os.path.realpath(path)), data, about.st_mode & 0o777 if about is not None else 0o666 & ~_umask())
    elif stat.S_ISSOCK(about.st_mode):
        _send(path, data)
    else:
        _write_all(_opened(path, waits=stat.S_ISFIFO(about.st_mode)), data)


def write_together(contents: Mapping[Path, bytes], moves: Mapping[Path, Path] = MappingProxyType({})) -> None:
    """Write several files that are there already, and give some of them another name in their folder: all of it, or nothing.

    The new contents are written beside them first, so that what can fail does before any file is touched; then each takes its name. Where
    one cannot, those that have are put back. A link that is moved leads where it led.

    Raises:
        OSError: they cannot be written or moved, and stand as they stood.
    """
    places = {path: Path(os.path.realpath(path)) for path in contents}
    staged: dict[Path, Path] = {}
    before: dict[Path, bytes] = {}
    replaced: list[Path] = []
    moved: list[Path] = []
    try:
        for new in moves.values():
            if os.path.lexists(new):  # it would be lost
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))
        for path, place in places.items():
            if not os.access(place, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            before[path] = place.read_bytes()
            staged[path] = _beside(place, contents[path], place.stat().st_mode & 0o777)
        for path, place in places.items():
            replaced.append(path)
            staged[path].replace(place)
        for path, new in moves.items():
            path.rename(new)
            moved.append(path)
    except BaseException:
        for path in moved:
            moves[path].rename(path)
        for path in replaced:
            if not staged[path].exists():
                _replace(places[path], before[path], places[path].stat().st_mode & 0o777)
        raise
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)
    for folder in {place.parent for place in (*places.values(), *moves)}:
        _settle(folder)


def _replace(path: Path, data: bytes, mode: int) -> None:
    temporary = _beside(path, data, mode)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _beside(path: Path, data: bytes, mode: int) -> Path:
    """A temporary file beside a file, with what it is to hold, settled on the disk."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            temporary.chmod(mode)
            # A name may reach the disk before what it names: then a power cut would leave half a file under it.
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _settle(folder: Path) -> None:
    """Let the new name of a file reach the disk, so that a power cut does not bring the old file back. Not every system can."""
    with suppress(OSError):  # Windows opens no folder, and some disks settle none: the file is whole all the same
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _open_already(path: Path) -> int | None:
    """The number under which this process has a file open, when a path names it, also through links.

    To open such a name anew would begin a file from its start, and cannot be done with a socket.
    """
    place = os.path.normpath(path.absolute())
    for _ in range(_LINKS):
        match = _OPEN.fullmatch(place)
        if match is not None:
            return _STANDARD[match[2]] if match[2] else int(match[1] or match[3])
        try:
            place = os.path.normpath(os.path.join(os.path.dirname(place), os.readlink(place)))  # noqa: PTH115, PTH118, PTH120
        except OSError:  # no link
            return None
    return None


def _opened(path: Path, *, waits: bool) -> int:
    """What is there, opened for writing. A pipe is waited for until it is read."""
    flags = os.O_WRONLY | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_CLOEXEC", 0)
    if not waits:
        return os.open(path, flags)
    limit = time.monotonic() + PATIENCE
    while True:
        try:
            handle = os.open(path, flags | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() > limit:
                raise
            time.sleep(0.02)
        else:
            os.set_blocking(handle, True)
            return handle


def _write_all(handle: int, data: bytes) -> None:
    """Write everything, and close."""
    with suppress(OSError, ValueError):  # what was written before comes before
        sys.stdout.flush()
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def _send(path: Path, data: bytes) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.connect(os.fspath(path))
        client.sendall(data)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
