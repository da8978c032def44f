"""``casualty-ledger export``."""

from pathlib import Path
from typing import Annotated

import typer

from casualty_ledger.commands.folders import BuiltOption, built_dataset
from casualty_ledger.commands.queries import VersionOption, WhereOption


def export(
    output: Annotated[Path, typer.Option("--output", help="The file to write.")],
    form: Annotated[
        str, typer.Option("--format", help="csv, parquet, json, hxl, dta, xlsx or sqlite.")
    ],
    where: WhereOption = None,
    table: Annotated[
        str | None,
        typer.Option(
            "--table", help="One table; by default figures, and in sqlite and xlsx all tables."
        ),
    ] = None,
    version: VersionOption = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
    dataset: BuiltOption = None,
) -> None:
    """Write the dataset, or the rows that a condition keeps, in another format.

    Example: casualty-ledger export --format dta --where "measure = 'killed'" --output killed.dta
    """
    folder = built_dataset(dataset)

    from casualty_ledger.commands.outputs import write_output
    from casualty_ledger.export import export as exported

    try:
        content = exported(form, table=table, where=where, version=version, folder=folder)
    except ValueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    write_output(output, content, force=force)
