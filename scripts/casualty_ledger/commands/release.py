"""``casualty-ledger release``."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.commands.check import report_faults
from casualty_ledger.commands.folders import (
    DatasetOption,
    SeedsOption,
    dataset_beside,
    seeds_folder,
)

if TYPE_CHECKING:
    from casualty_ledger.freezing import Draft, RefusedReleaseError


def release(
    version: Annotated[str, typer.Argument(help="The number of the release, such as 1.1.0.")],
    seeds: SeedsOption = None,
    dataset: DatasetOption = None,
    day: Annotated[
        datetime | None,
        typer.Option("--date", formats=["%Y-%m-%d"], help="Day of the release. Default: today."),
    ] = None,
    sign: Annotated[
        Path | None,
        typer.Option("--sign", exists=True, dir_okay=False, help="SSH key to sign SHA256SUMS."),
    ] = None,
    doi: Annotated[
        str | None, typer.Option(help="DOI of this version, as an archive reserved it.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be released; write nothing.")
    ] = False,
) -> None:
    """Freeze the dataset as a version that is never rewritten.

    The difference to the last release decides which number is the least. Refused are a smaller
    one, records that are not committed, an id that is gone or was given to something else, and a
    value that changed without a reason in its record; all reasons are listed, and the exit code
    is 1. Afterwards `dataset.yaml` and the tables have the version and date of the release.

    Example: casualty-ledger release 1.1.0 --date 2026-12-01 --dry-run
    """
    root = seeds_folder(seeds)
    target = dataset_beside(root, dataset)

    from casualty_ledger.build.frames import InvalidTableError
    from casualty_ledger.freezing import RefusedReleaseError, draft_release, make_release
    from casualty_ledger.pipeline import FaultyRecordsError
    from casualty_ledger.releases.lock import LockedError
    from casualty_ledger.releases.signature import SigningError

    # Tables that are tried out elsewhere leave the repository as it is.
    repository = root.resolve().parent if dataset is None else None
    when = day.date() if day else date.today()  # noqa: DTZ011  the date that a person reads
    try:
        draft = (
            draft_release(root, target, version, when, doi)
            if dry_run
            else make_release(root, target, version, when, sign, doi=doi, repository=repository)
        )
    except FaultyRecordsError as error:
        report_faults(root, error.faults)
        raise typer.Exit(1) from None
    except RefusedReleaseError as error:
        _report_refusal(root, error)
        raise typer.Exit(1) from None
    except (InvalidTableError, LockedError, SigningError, OSError) as error:
        typer.echo(f"not released: {error}", err=True)
        raise typer.Exit(1) from None
    _print_summary(draft, target, dry_run)


def _report_refusal(root: Path, error: "RefusedReleaseError") -> None:
    for problem in error.problems:
        typer.echo(problem)
    if error.faults:
        report_faults(root, error.faults)
    typer.echo("not released", err=True)


def _print_summary(draft: "Draft", target: Path, dry_run: bool) -> None:
    """Print what was released, and what else there is to do."""
    from casualty_ledger.releases.differences import Change

    about = draft.description
    if draft.committed is None:
        typer.echo("no git here: whether the records are committed could not be checked", err=True)
    typer.echo(f"{about.title} {about.version}, {about.updated_on.text}")
    if draft.last:
        typer.echo(f"  since {draft.last}: {draft.least.name.lower()}")
        for change in Change:
            count = sum(item.change is change for item in draft.found)
            typer.echo(f"  {change.value:<10} {count:>6}")
    state = "would be" if dry_run else "were already" if draft.again else "are"
    typer.echo(f"{len(draft.files)} files {state} in {target / 'releases' / about.version}")
