"""``casualty-ledger verify``."""

from pathlib import Path
from typing import Annotated

import typer

from casualty_ledger.commands.folders import BuiltOption, built_folder


def verify(
    version: Annotated[
        str | None, typer.Argument(help="A released version. Default: every one.")
    ] = None,
    dataset: BuiltOption = None,
    allowed_signers: Annotated[
        Path | None,
        typer.Option(
            "--allowed-signers", exists=True, dir_okay=False, help="Who may have signed (OpenSSH)."
        ),
    ] = None,
    identity: Annotated[
        str | None, typer.Option("--identity", help="The only one of them to accept.")
    ] = None,
) -> None:
    """Prove that releases are, byte for byte, what was released.

    Every file that is altered, missing or too many is named, and the exit code is 1.

    Example: casualty-ledger verify 1.0.0
    """
    from casualty_ledger.releases.proof import release_problems, signer_problem, stray_entries
    from casualty_ledger.releases.shelf import (
        UnknownVersionError,
        release_folder,
        released_versions,
    )
    from casualty_ledger.releases.signature import SigningError

    folder = built_folder(dataset)
    wanted = [version] if version else released_versions(folder)
    problems = [] if version else stray_entries(folder)
    try:
        for one in wanted:
            release = release_folder(folder, one)
            found = release_problems(release)
            if allowed_signers:
                found += filter(None, [signer_problem(release, allowed_signers, identity)])
            problems += [f"{one}/{problem}" for problem in found]
    except UnknownVersionError as error:
        raise typer.BadParameter(str(error), param_hint="VERSION") from None
    except SigningError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    _report(wanted, problems, signed=allowed_signers is not None)


def _report(versions: list[str], problems: list[str], *, signed: bool) -> None:
    for problem in problems:
        typer.echo(problem)
    if problems:
        typer.echo(f"{len(problems)} problems in {len(versions)} releases", err=True)
        raise typer.Exit(1)
    by_whom = " and signed by someone allowed" if signed else ""
    typer.echo(f"as released{by_whom}: {', '.join(versions) or 'no version was released yet'}")
