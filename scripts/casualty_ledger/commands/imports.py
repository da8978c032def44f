"""``casualty-ledger import``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Read another published dataset into tables like ours, with its weak points flagged.\n\n"
    "Example: casualty-ledger import radford replication-data-pnas.csv",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class TableFormat(StrEnum):
    """The formats in which tables are written."""

    CSV = "csv"
    PARQUET = "parquet"


@app.callback()
def options() -> None:
    """Keep ``radford`` a command of its own while there is no other."""


@app.command()
def radford(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="replication-data-pnas.csv.")
    ],
    output: Annotated[
        Path, typer.Option("--output", help="The folder to write; other files in it stay.")
    ] = Path("radford-2023"),
    form: Annotated[
        TableFormat, typer.Option("--format", help="csv or parquet.")
    ] = TableFormat.CSV,
) -> None:
    """Read the loss claims of Radford et al. (PNAS 2023) from their published file.

    Writes rows (the file as it stands, with dates), claims (the rows about people, in the columns
    of figures), flags (row, kind of weak point, explanation, related rows) and about.json. The
    file is the authors' and no part of this package: data/replication-data-pnas.csv of
    github.com/benradford/estimating-conflict-losses.

    Exit code 1: the file is not the published one in form; every fault is listed with its line.

    Example: casualty-ledger import radford replication-data-pnas.csv --output radford
    """
    from casualty_ledger.imports.radford import FaultyFileError, import_radford
    from casualty_ledger.imports.radford.files import imported_files, summary
    from casualty_ledger.publish.swap import replace_files

    try:
        content = file.read_bytes()
        imported = import_radford(content, str(file))
        changed = replace_files(output, imported_files(imported, content, form.value))
    except FaultyFileError as error:
        for fault in error.faults:
            typer.echo(str(fault))
        typer.echo(f"{len(error.faults)} faults; nothing was written", err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        typer.echo(f"not imported: {error}", err=True)
        raise typer.Exit(1) from None
    for line in summary(imported):
        typer.echo(line)
    typer.echo(f"{output}: {'written' if changed else 'unchanged'}", err=True)
