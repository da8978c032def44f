"""Killed, full, read-only or not alone: a release is there whole or not at all."""

import errno
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casualty_ledger import freezing
from casualty_ledger.cli import app
from casualty_ledger.pipeline import build_dataset
from casualty_ledger.releases import placing
from casualty_ledger.releases.lock import LockedError, locked
from casualty_ledger.releases.placing import place_release
from casualty_ledger.releases.proof import release_problems
from casualty_ledger.releases.shelf import released_versions

NOBODY = 65534
FILES = {f"{number}.csv": b"content" * 1000 for number in range(40)}
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

# Places releases one after the other until it is killed.
PLACER = """
import sys
from pathlib import Path
from casualty_ledger.releases.placing import place_release
files = {f"{number}.csv": b"content" * 1000 for number in range(40)}
print("ready", flush=True)
for number in range(100_000):
    place_release(Path(sys.argv[1]), f"1.0.{number}", files)
"""
# Holds the lock until it is killed.
HOLDER = """
import sys, time
from pathlib import Path
from casualty_ledger.releases.lock import locked
with locked(Path(sys.argv[1]), "release 9.9.9"):
    print("held", flush=True)
    time.sleep(600)
"""

Release = Callable[..., object]


@pytest.fixture
def holder(dataset: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", HOLDER, str(dataset)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


# Killed


@pytest.mark.parametrize("delay", [0.0, 0.003, 0.011, 0.029, 0.053])
def test_whoever_is_killed_leaves_no_half_release(tmp_path: Path, delay: float) -> None:
    command = [sys.executable, "-c", PLACER, str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=ENVIRONMENT)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    for version in released_versions(tmp_path):
        folder = tmp_path / "releases" / version
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == FILES
    place_release(tmp_path, "2.0.0", FILES)
    assert not list((tmp_path / "releases").glob(".*"))


@pytest.mark.parametrize("step", ["place_release", "replace_files", "replace_file"])
def test_a_release_broken_off_at_any_step_can_be_made_again(
    seeds: Path, dataset: Path, release: Release, add_report: Callable[[], None],
    git: Callable[..., None], monkeypatch: pytest.MonkeyPatch, step: str,
) -> None:  # fmt: skip
    add_report()
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "first")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(freezing, step, interrupt)
        with pytest.raises(KeyboardInterrupt):
            release("1.1.0")
    standing = released_versions(dataset)
    assert standing == (["1.0.0"] if step == "place_release" else ["1.0.0", "1.1.0"])
    assert not any(release_problems(dataset / "releases" / version) for version in standing)
    release("1.1.0")
    assert "version: 1.1.0\nupdated_on: 2030-03-01\n" in (seeds / "dataset.yaml").read_text("utf-8")
    assert not release_problems(dataset / "releases/1.1.0")
    assert not build_dataset(seeds, dataset).changed


def test_a_release_is_never_rewritten(
    dataset: Path, release: Release, add_report: Callable[[], None]
) -> None:
    add_report()
    release("1.1.0")
    with pytest.raises(freezing.RefusedReleaseError) as caught:
        release("1.1.0", "2030-03-02")
    assert caught.value.problems == [
        "1.1.0 is released with other contents; a release is never rewritten"
    ]
    with pytest.raises(FileExistsError, match=r"1\.1\.0 is released; a release is never"):
        place_release(dataset, "1.1.0", FILES)
    assert not release_problems(dataset / "releases/1.1.0")


# Full disk


def test_a_full_disk_leaves_everything_as_it_was(
    seeds: Path, add_report: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    add_report()
    before = {path: path.read_bytes() for path in seeds.parent.rglob("*") if path.is_file()}
    written: list[Path] = []

    def fail_after_three(path: Path, content: bytes) -> None:
        if len(written) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(path)
        path.write_bytes(content)

    monkeypatch.setattr(placing, "_write_through", fail_after_three)
    options = ["--seeds", str(seeds), "--date", "2030-03-01"]
    done = CliRunner().invoke(app, ["release", "1.1.0", *options])
    assert done.exit_code == 1
    assert "not released: [Errno 28] No space left on device" in done.output
    assert {path: path.read_bytes() for path in seeds.parent.rglob("*") if path.is_file()} == before


# Two at once


def test_the_second_is_told_who_the_first_is(
    seeds: Path, holder: subprocess.Popen[bytes], add_report: Callable[[], None]
) -> None:
    add_report()
    options = ["--seeds", str(seeds)]
    done = CliRunner().invoke(app, ["release", "1.1.0", *options])
    assert done.exit_code == 1
    who = rf"process {holder.pid} on {re.escape(socket.gethostname())} \(release 9.9.9\)"
    assert re.search(rf"written by {who} since \d{{4}}-\d\d-\d\dT[\d:]+\+00:00", done.output)
    assert CliRunner().invoke(app, ["build", *options]).exit_code == 1


def test_a_killed_holder_holds_nothing(dataset: Path, holder: subprocess.Popen[bytes]) -> None:
    with pytest.raises(LockedError), locked(dataset, "build"):
        pass
    holder.kill()
    holder.wait()
    with locked(dataset, "build"):
        pass
    assert not dataset.with_name(".dataset.lock").exists()


def test_the_lock_is_given_back_after_an_error(dataset: Path) -> None:
    with pytest.raises(KeyError), locked(dataset, "build"):
        raise KeyError
    with locked(dataset, "build"):
        pass


# Read-only


@pytest.fixture
def read_only(first_release: Path) -> Iterator[Path]:
    """Return a project that may be read and not written, also by a test that runs as root."""
    root = Path(tempfile.mkdtemp())
    root.chmod(0o755)
    project = root / "project"
    shutil.copytree(first_release, project)
    folders = [project, *(path for path in project.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    elevated = os.geteuid() == 0
    if elevated:
        os.seteuid(NOBODY)
    yield project
    if elevated:
        os.seteuid(0)
    for folder in folders:
        folder.chmod(0o755)
    shutil.rmtree(root)


def test_a_read_only_folder_is_read_and_a_release_into_it_refused(read_only: Path) -> None:
    where = ["--dataset", str(read_only / "dataset")]
    done = CliRunner().invoke(app, ["verify", *where])
    assert done.exit_code == 0, done.output
    before = sorted(read_only.rglob("*"))
    options = ["--seeds", str(read_only / "seeds"), "--date", "2030-03-01"]
    done = CliRunner().invoke(app, ["release", "1.0.0", *options])
    assert done.exit_code == 1
    assert "not released: [Errno 13] Permission denied" in done.output
    assert sorted(read_only.rglob("*")) == before
