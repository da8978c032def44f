"""Signing the checksums of a release with an SSH key, and checking such a signature."""

import base64
import binascii
import subprocess
import textwrap
from pathlib import Path

SIGNATURE = "SHA256SUMS.sig"
_NAMESPACE = "casualty-ledger"
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_WIDTH = 70


class SigningError(RuntimeError):
    """The signature could not be made or not be checked; the message says why."""


def sign(content: bytes, key: Path) -> bytes:
    """Return the signature of ``content``, as ``ssh-keygen`` armours it.

    Args:
        content: what is signed.
        key: a private SSH key, or a public one whose private half an agent holds.

    Raises:
        SigningError: ``ssh-keygen`` is not there or refused the key.
    """
    done = _keygen(["sign", "-f", str(key), "-n", _NAMESPACE], content)
    if done.returncode:
        raise SigningError(f"{key} could not sign: {_why(done)}")
    return done.stdout


def signature_problem(content: bytes, signature: Path) -> str | None:
    """Return what is wrong with a signature, whoever made it; None for a sound one.

    Raises:
        SigningError: ``ssh-keygen`` is not there.
    """
    if not _is_as_armoured(signature.read_bytes()):
        return "is not as it was written"
    done = _keygen(["check-novalidate", "-n", _NAMESPACE, "-s", str(signature)], content)
    return f"is no signature of the checksums: {_why(done)}" if done.returncode else None


def signer(content: bytes, signature: Path, allowed: Path, identity: str | None) -> str | None:
    """Return who signed, if the file of allowed signers names them; else None.

    Args:
        content: what was signed.
        signature: the file of the signature.
        allowed: a file of allowed signers, as ``ssh-keygen`` reads it.
        identity: the only one to accept; by default anyone whom the file names.

    Raises:
        SigningError: ``ssh-keygen`` is not there.
    """
    known = ["-f", str(allowed), "-n", _NAMESPACE, "-s", str(signature)]
    for name in [identity] if identity else _principals(signature, allowed):
        if _keygen(["verify", *known, "-I", name], content).returncode == 0:
            return name
    return None


def _principals(signature: Path, allowed: Path) -> list[str]:
    done = _keygen(["find-principals", "-f", str(allowed), "-s", str(signature)], b"")
    return done.stdout.decode("utf-8").splitlines() if done.returncode == 0 else []


def _keygen(arguments: list[str], content: bytes) -> subprocess.CompletedProcess[bytes]:
    command = ["ssh-keygen", "-Y", *arguments]
    try:
        return subprocess.run(command, input=content, capture_output=True, check=False)
    except FileNotFoundError:
        raise SigningError("ssh-keygen was not found; signatures need OpenSSH") from None


def _why(done: subprocess.CompletedProcess[bytes]) -> str:
    return (
        done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:][0] if done.stderr else ""
    )


def _is_as_armoured(raw: bytes) -> bool:
    """Base64 can be altered without a change of what it encodes; a signature file may not."""
    lines = raw.decode("utf-8", "replace").split("\n")
    try:
        content = base64.b64decode("".join(lines[1:-2]), validate=True)
    except binascii.Error:
        return False
    body = textwrap.wrap(base64.b64encode(content).decode("ascii"), _WIDTH)
    return lines == [_BEGIN, *body, _END, ""]
