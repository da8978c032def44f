"""``casualty-ledger cite``."""

from typing import Annotated

import typer

from casualty_ledger.commands.folders import BuiltOption, built_dataset
from casualty_ledger.commands.queries import TableOption, VersionOption, WhereOption


def cite(
    version: VersionOption = None,
    where: WhereOption = None,
    table: TableOption = "figures",
    style: Annotated[
        str,
        typer.Option(help="apa, chicago, mla, harvard, vancouver, apsa or another CSL style."),
    ] = "apa",
    form: Annotated[
        str,
        typer.Option("--format", help="text, bibtex, biblatex, ris, csl-json or json."),
    ] = "text",
    dataset: BuiltOption = None,
) -> None:
    """Print the citation of a version, or of the rows of it that a condition keeps.

    The citation of rows holds the condition in its normal form, the version, the number of rows
    and their checksum; `casualty-ledger resolve` gets the rows back from it.

    Example: casualty-ledger cite --where "measure = 'killed' and claimant = 'kr-nis'"
    """
    folder = built_dataset(dataset)

    from casualty_ledger.citation.formats import formatted
    from casualty_ledger.cite import cited

    try:
        source = cited(version, where, table, folder)
        content = formatted(source, form, style)
    except ValueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    typer.echo(content, nl=False)
    if source.subset is not None and source.subset.rows == 0:
        typer.echo("note: no row fits this condition", err=True)
