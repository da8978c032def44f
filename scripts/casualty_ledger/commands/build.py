"""``casualty-ledger build``."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from casualty_ledger.commands.check import report_faults
from casualty_ledger.commands.folders import (
    DatasetOption,
    SeedsOption,
    dataset_beside,
    seeds_folder,
)

if TYPE_CHECKING:
    from casualty_ledger.pipeline import Built


def build(seeds: SeedsOption = None, dataset: DatasetOption = None) -> None:
    """Check the records, build the tables, and print a summary of what was built.

    With a fault in the records nothing is written, and the exit code is 1.

    Example: casualty-ledger build --seeds seeds --dataset dataset
    """
    root = seeds_folder(seeds)
    target = dataset_beside(root, dataset)

    from casualty_ledger.build.frames import InvalidTableError
    from casualty_ledger.pipeline import FaultyRecordsError, build_dataset
    from casualty_ledger.releases.lock import LockedError
    from casualty_ledger.releases.shelf import DamagedReleaseError

    try:
        # Tables that are tried out elsewhere leave the repository as it is.
        repository = root.parent if dataset is None else None
        built = build_dataset(root, target, repository)
    except FaultyRecordsError as error:
        report_faults(root, error.faults)
        raise typer.Exit(1) from None
    except (InvalidTableError, DamagedReleaseError, LockedError) as error:
        typer.echo(str(error))
        raise typer.Exit(1) from None
    _print_summary(built, target)


def _print_summary(built: "Built", target: Path) -> None:
    """Print one line a table, then what the figures cover."""
    figures, reports = built.frames["figures"], built.frames["reports"]
    about = built.description
    typer.echo(f"{about.title} {about.version}")
    for name, frame in built.frames.items():
        typer.echo(f"  {name:<12} {len(frame):>6} rows  {len(frame.columns):>3} columns")
    span = f"{figures['claimed_on'].min():%Y-%m-%d} to {figures['claimed_on'].max():%Y-%m-%d}"
    claimants, languages = figures["claimant"].nunique(), reports["language"].nunique()
    typer.echo(f"  claims of {span}, {claimants} claimants, reports in {languages} languages")
    size = sum(len(content) for content in built.files.values()) / 1024
    state = "written to" if built.changed else "unchanged in"
    typer.echo(f"{len(built.files)} files, {size:.0f} kB, {state} {target}")
