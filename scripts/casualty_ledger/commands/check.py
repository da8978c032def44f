"""``casualty-ledger check``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.commands.folders import (
    DatasetOption,
    SeedsOption,
    dataset_beside,
    seeds_folder,
)

if TYPE_CHECKING:
    from casualty_ledger.records.faults import Fault


def check(
    seeds: SeedsOption = None,
    dataset: DatasetOption = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Rewrite files that are not in canonical form; show how."),
    ] = False,
) -> None:
    """Check all records; list every fault as path:line: field: message.

    The exit code is 1 if there is a fault, and 0 if there is none.

    Example: casualty-ledger check --fix
    """
    from casualty_ledger.records.check import check_folder
    from casualty_ledger.records.counts import summary
    from casualty_ledger.records.fix import fix_folder
    from casualty_ledger.records.minted import minted_ids

    root = seeds_folder(seeds)
    if fix:
        for difference in fix_folder(root):
            typer.echo(difference, nl=False)
    checked = check_folder(root, minted_ids(dataset_beside(root, dataset)))
    if checked.faults:
        report_faults(root, checked.faults)
        raise typer.Exit(1)
    typer.echo(f"no faults: {summary(checked.ledger)}")


def report_faults(root: Path, faults: list["Fault"]) -> None:
    """Print each fault with a path that an editor can open, then how many there are."""
    folder = root.relative_to(Path.cwd()) if root.is_relative_to(Path.cwd()) else root
    for fault in faults:
        typer.echo(f"{folder.as_posix()}/{fault}")
    files = len({fault.path for fault in faults})
    typer.echo(f"{len(faults)} faults in {files} files", err=True)
