"""``casualty-ledger resolve``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from casualty_ledger.commands.folders import BuiltOption, built_dataset


def resolve(
    citation: Annotated[
        str,
        typer.Argument(help="A citation of rows, as text or JSON; a file that holds it; or -."),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", help="Write the rows to this CSV file.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
    dataset: BuiltOption = None,
) -> None:
    """Run the query of a citation again, and say whether it still gives the same rows.

    The exit code is 0 if the rows are the same to the byte, and 1 if they are not, with what
    differs, or if the citation or its version can not be read.

    Example: casualty-ledger cite --where "measure = 'killed'" | casualty-ledger resolve -
    """
    folder = built_dataset(dataset)

    from casualty_ledger.archive import canonical_csv
    from casualty_ledger.commands.outputs import write_output
    from casualty_ledger.resolve import resolve as run_again

    try:
        resolved = run_again(_content(citation), folder=folder)
    except (OSError, ValueError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    for difference in resolved.differences:
        typer.echo(difference)
    verdict = "the same" if resolved.same_rows else "not the same"
    found = resolved.found
    typer.echo(f"{verdict} {found.rows} rows of {found.table} in version {found.version}")
    if output is not None:
        write_output(output, canonical_csv(resolved.rows), force=force)
    if not resolved.same_rows:
        raise typer.Exit(1)


def _content(citation: str) -> str:
    """Return the citation itself, from standard input, a file or the argument."""
    if citation == "-":
        return sys.stdin.read()
    # A citation is longer than any file name may be, and then asking for the file is an error.
    if len(citation) < 256 and Path(citation).is_file():
        return Path(citation).read_text("utf-8")
    return citation
