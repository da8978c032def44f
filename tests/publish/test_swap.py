"""A build that fails or is killed leaves the previous dataset whole."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casualty_ledger.publish import swap
from casualty_ledger.publish.swap import recover, replace_files

OLD = {f"{number}.csv": b"old" * 1000 for number in range(20)}
NEW = {f"{number}.csv": b"new" * 1000 for number in range(20)}

# Replaces the folder for ever, alternating between two contents, until it is killed.
WRITER = """
import sys
from pathlib import Path
from casualty_ledger.publish import swap
from casualty_ledger.publish.swap import replace_files
if sys.argv[2] == "plain":
    swap._exchange = lambda one, other: False
print("ready", flush=True)
while True:
    for content in (b"new", b"old"):
        replace_files(Path(sys.argv[1]), {f"{n}.csv": content * 1000 for n in range(20)})
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "dataset"
    replace_files(target, OLD)
    return target


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_files_are_replaced_and_others_kept(folder: Path) -> None:
    (folder / "releases/1.0.0").mkdir(parents=True)
    (folder / "releases/1.0.0/figures.csv").write_bytes(b"frozen")
    assert replace_files(folder, NEW)
    assert contents(folder) == NEW
    assert (folder / "releases/1.0.0/figures.csv").read_bytes() == b"frozen"
    assert [path.name for path in folder.parent.iterdir()] == ["dataset"]


def test_the_same_bytes_change_nothing(folder: Path) -> None:
    assert not replace_files(folder, OLD)


@pytest.mark.parametrize("way", ["exchange", "plain"])
def test_a_killed_writer_leaves_one_whole_version(folder: Path, way: str) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    for delay in (0.0, 0.004, 0.011, 0.023, 0.037, 0.052):
        command = [sys.executable, "-c", WRITER, str(folder), way]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(delay)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        recover(folder)
        assert contents(folder) in (OLD, NEW)
        assert [path.name for path in folder.parent.iterdir()] == ["dataset"]


def test_a_reader_never_sees_a_mixture(folder: Path) -> None:
    """With the kernel's exchange the name is never without a whole folder, not for a moment."""
    if not swap._exchange(folder, _twin(folder)):
        pytest.skip("this system can not exchange two names")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", WRITER, str(folder), "exchange"]
    whole, replaced = 0, 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as writer:
        try:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            while whole < 300:
                found = _as_it_stood(folder)
                assert found in (OLD, NEW, None)
                whole += found is not None
                replaced += found is None
                assert replaced < 10_000, "no folder stood long enough to be read"
        finally:
            writer.kill()  # else leaving the block waits for it for ever


def _as_it_stood(folder: Path) -> dict[str, bytes] | None:
    """What a folder holds; None where another took its name while it was read.

    Nothing is said of a folder that lost its name: it is being cleared away.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        found = {name: _read(name, handle) for name in os.listdir(handle)}
        # No new folder has the number of one that is held open.
        return found if os.path.samestat(os.fstat(handle), folder.stat()) else None
    except FileNotFoundError:
        assert not os.path.samestat(os.fstat(handle), folder.stat())
        return None
    finally:
        os.close(handle)


def _read(name: str, folder: int) -> bytes:
    with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=folder), "rb") as file:
        return file.read()


def _twin(folder: Path) -> Path:
    twin = folder.with_name("twin")
    replace_files(twin, OLD)
    return twin


def test_a_full_disk_leaves_the_old_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def fail_after_three(path: Path, content: bytes) -> None:
        if len(written) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(path)
        path.write_bytes(content)

    monkeypatch.setattr(swap, "_write_through", fail_after_three)
    with pytest.raises(OSError, match="No space left"):
        replace_files(folder, NEW)
    assert contents(folder) == OLD
    assert [path.name for path in folder.parent.iterdir()] == ["dataset"]


def test_ctrl_c_leaves_the_old_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(swap, "_take_place", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_files(folder, NEW)
    assert contents(folder) == OLD
    assert [path.name for path in folder.parent.iterdir()] == ["dataset"]
