"""Files are written as a whole or not at all, through links; what is no file is written into, and never replaced."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from virkningskjede.project import write_bytes, writing

posix = pytest.mark.skipif(os.name != "posix", reason="what is no file has no name here")

DATA = "blåbær\n".encode()

WRITER = "import sys; from pathlib import Path; from virkningskjede.project import write_bytes; "


def test_a_new_file_has_the_rights_that_files_get(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write_bytes(tmp_path / "m.yaml", DATA)
    assert (tmp_path / "m.yaml").read_bytes() == DATA
    assert (tmp_path / "m.yaml").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_its_target_is_written(tmp_path: Path, there: bool) -> None:
    target = tmp_path / "mappe" / "mål.yaml"
    target.parent.mkdir()
    if there:
        target.write_bytes(b"gammelt")
        target.chmod(0o640)
    (tmp_path / "mellom").symlink_to("mappe/mål.yaml")
    link = tmp_path / "lenke"
    link.symlink_to(tmp_path / "mellom")
    write_bytes(link, DATA)
    assert link.is_symlink()
    assert (tmp_path / "mellom").is_symlink()
    assert target.read_bytes() == DATA
    assert os.listdir(target.parent) == ["mål.yaml"]  # noqa: PTH208
    if there:
        assert target.stat().st_mode & 0o777 == 0o640


@posix
def test_what_stood_there_stands_when_it_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "m.yaml"
    target.write_bytes(b"gammelt")
    (tmp_path / "lenke").symlink_to(target)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_bytes(tmp_path / "lenke", DATA)
    assert target.read_bytes() == b"gammelt"
    assert sorted(os.listdir(tmp_path)) == ["lenke", "m.yaml"]  # noqa: PTH208


@posix
def test_what_it_holds_reaches_the_disk_before_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    real = Path.replace

    def name(one: Path, other: Path) -> Path:
        steps.append("name")
        return real(one, other)

    def settle(handle: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "content")

    monkeypatch.setattr(os, "fsync", settle)
    monkeypatch.setattr(Path, "replace", name)
    write_bytes(tmp_path / "m.yaml", DATA)
    assert steps == ["content", "name", "folder"]


@posix
def test_a_folder_that_cannot_be_settled_takes_nothing_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", refuse_folders)
    write_bytes(tmp_path / "m.yaml", DATA)
    assert (tmp_path / "m.yaml").read_bytes() == DATA
    assert os.listdir(tmp_path) == ["m.yaml"]  # noqa: PTH208


@posix
@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_is_written_into(tmp_path: Path, linked: bool) -> None:
    pipe = tmp_path / "rør"
    os.mkfifo(pipe)
    named = pipe
    if linked:
        named = tmp_path / "lenke"
        named.symlink_to(pipe)
    taken: list[bytes] = []
    large = DATA * 50_000  # more than a pipe holds at once
    reader = threading.Thread(target=lambda: taken.append(pipe.read_bytes()))
    reader.start()
    write_bytes(named, large)
    reader.join()
    assert taken == [large]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert named.is_symlink() is linked


@posix
def test_a_pipe_that_nobody_reads_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "PATIENCE", 0.1)
    os.mkfifo(tmp_path / "rør")
    with pytest.raises(OSError, match="No such device or address"):
        write_bytes(tmp_path / "rør", DATA)
    assert stat.S_ISFIFO((tmp_path / "rør").stat().st_mode)


@posix
def test_a_socket_is_written_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    taken: list[bytes] = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind("s")
        server.listen(1)

        def take() -> None:
            connection, _ = server.accept()
            with connection, connection.makefile("rb") as file:
                taken.append(file.read())

        reader = threading.Thread(target=take)
        reader.start()
        write_bytes(Path("s"), DATA)
        reader.join()
    assert taken == [DATA]
    assert stat.S_ISSOCK(Path("s").stat().st_mode)


@pytest.mark.skipif(not hasattr(os, "mknod") or os.getuid() != 0, reason="only the superuser makes devices")
def test_a_device_is_written_into(tmp_path: Path) -> None:
    null = tmp_path / "null"
    try:
        os.mknod(null, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        null.write_bytes(b"x")
    except PermissionError:
        pytest.skip("this file system has no devices")
    write_bytes(null, DATA)
    assert stat.S_ISCHR(null.stat().st_mode)
    (tmp_path / "lenke").symlink_to(null)
    write_bytes(tmp_path / "lenke", DATA)
    assert (tmp_path / "lenke").is_symlink()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        write_bytes(tmp_path, DATA)


@posix
def test_what_is_open_already_goes_on_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "lenke").symlink_to("/dev/stdout")
    for name in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", str(tmp_path / "lenke")):
        with (tmp_path / "ut").open("wb") as out:
            code = "print('før'); write_bytes(Path(sys.argv[1]), b'midt\\n'); print('etter')"
            done = subprocess.run([sys.executable, "-c", WRITER + code, name], stdout=out, check=True)
        assert done.returncode == 0
        assert (tmp_path / "ut").read_text("utf-8") == "før\nmidt\netter\n"


@pytest.mark.skipif(shutil.which("bash") is None, reason="the shell makes the pipe")
def test_what_the_shell_calls_a_file(tmp_path: Path) -> None:
    code = "write_bytes(Path(sys.argv[1]), b'x' * 200_000)"
    script = '"$1" -c "$2" >(cat > "$3") && sleep 0.1; while [ ! -s "$3" ]; do sleep 0.1; done; wait; cat "$3" | wc -c'
    done = subprocess.run(
        ["bash", "-c", script, "bash", sys.executable, WRITER + code, str(tmp_path / "ut")], check=True, capture_output=True, timeout=60
    )
    assert int(done.stdout) == 200_000


@posix
def test_a_reader_that_leaves_is_no_crash(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    with pytest.raises(BrokenPipeError):
        write_bytes(Path(f"/dev/fd/{write}"), DATA)
    os.close(write)
