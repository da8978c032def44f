"""A signature is made and checked by ssh-keygen, with a key made for the test."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.releases.proof import release_problems

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no ssh-keygen here")

Sign = Callable[..., object]


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_key(tmp_path_factory.mktemp("key") / "signing")


def make_key(path: Path) -> Path:
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)]
    subprocess.run(command, check=True)
    return path


def allow(path: Path, identity: str, key: Path) -> Path:
    public = key.with_suffix(".pub").read_text("utf-8")
    path.write_text(f'{identity} namespaces="casualty-ledger" {public}', "utf-8")
    return path


@pytest.fixture
def signed(dataset: Path, release: Sign, add_report: Callable[[], None], key: Path) -> Path:
    add_report()
    release("1.1.0", key=key)
    return dataset / "releases/1.1.0"


def verify(dataset: Path, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["verify", "1.1.0", "--dataset", str(dataset), *options])
    return done.exit_code, done.output


def test_who_signed_is_proved(dataset: Path, signed: Path, key: Path, tmp_path: Path) -> None:
    allowed = str(allow(tmp_path / "allowed", "releases@example.org", key))
    proved = (0, "as released and signed by someone allowed: 1.1.0\n")
    assert verify(dataset, "--allowed-signers", allowed) == proved
    identity = ["--identity", "releases@example.org"]
    assert verify(dataset, "--allowed-signers", allowed, *identity) == proved
    assert verify(dataset) == (0, "as released: 1.1.0\n")


def test_another_signer_or_identity_is_refused(
    dataset: Path, signed: Path, key: Path, tmp_path: Path
) -> None:
    other = allow(tmp_path / "allowed", "releases@example.org", make_key(tmp_path / "other"))
    code, output = verify(dataset, "--allowed-signers", str(other))
    assert code == 1
    assert "1.1.0/SHA256SUMS.sig: is by nobody whom allowed allows as anyone" in output
    right = allow(tmp_path / "right", "releases@example.org", key)
    options = ["--allowed-signers", str(right), "--identity", "someone@example.org"]
    assert verify(dataset, *options)[0] == 1


def test_any_byte_of_the_signature_matters(signed: Path) -> None:
    path = signed / "SHA256SUMS.sig"
    content = path.read_bytes()
    for offset in range(len(content)):
        spoilt = bytearray(content)
        spoilt[offset] ^= 1
        path.write_bytes(spoilt)
        (problem,) = release_problems(signed)
        assert problem.startswith("SHA256SUMS.sig: is n"), (offset, problem)


def test_a_release_that_is_not_signed_says_so(dataset: Path, key: Path, tmp_path: Path) -> None:
    allowed = allow(tmp_path / "allowed", "releases@example.org", key)
    options = ["--dataset", str(dataset), "--allowed-signers", str(allowed)]
    done = CliRunner().invoke(app, ["verify", "1.0.0", *options])
    assert done.exit_code == 1
    assert "1.0.0/SHA256SUMS.sig: is missing; the release is not signed" in done.output


def test_a_key_that_can_not_sign_releases_nothing(
    seeds: Path, dataset: Path, add_report: Callable[[], None], tmp_path: Path
) -> None:
    add_report()
    key = tmp_path / "no-key"
    key.write_text("nothing\n", "utf-8")
    options = ["--seeds", str(seeds), "--date", "2030-03-01", "--sign", str(key)]
    done = CliRunner().invoke(app, ["release", "1.1.0", *options])
    assert done.exit_code == 1
    assert "could not sign" in done.output
    assert not (dataset / "releases/1.1.0").exists()
