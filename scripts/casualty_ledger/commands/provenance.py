"""``casualty-ledger provenance``."""

from typing import Annotated

import typer

from casualty_ledger.commands.folders import BuiltOption, built_folder


def provenance(
    figure: Annotated[str, typer.Argument(help="The id of a figure.")],
    version: Annotated[
        str | None, typer.Option("--version", help="A release. Default: what stands now.")
    ] = None,
    dataset: BuiltOption = None,
) -> None:
    """Print where a figure comes from: statement, chain of claims, every mention in its words.

    Example: casualty-ledger provenance kr-nis-2025-09-02-killed
    """
    from casualty_ledger.compare.origins import UnknownFigureError
    from casualty_ledger.queries import provenance as origin_of
    from casualty_ledger.releases.shelf import DamagedReleaseError, UnknownVersionError

    try:
        typer.echo(str(origin_of(figure, version=version, folder=built_folder(dataset))))
    except (UnknownFigureError, UnknownVersionError) as error:
        raise typer.BadParameter(str(error)) from None
    except DamagedReleaseError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
