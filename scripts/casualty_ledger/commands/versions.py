"""``casualty-ledger versions``."""

import typer

from casualty_ledger.commands.folders import BuiltOption, built_folder


def versions(dataset: BuiltOption = None) -> None:
    """List the released versions: number, date, figures, mentions, and SHA-256 of the tables.

    Example: casualty-ledger versions
    """
    from casualty_ledger.releases.shelf import (
        DamagedReleaseError,
        release_card,
        release_folder,
        released_versions,
    )

    folder = built_folder(dataset)
    known = released_versions(folder)
    if not known:
        typer.echo("no version was released yet")
    try:
        for card in (release_card(release_folder(folder, version)) for version in known):
            rows = f"{card.rows['figures']:>6} figures  {card.rows['mentions']:>6} mentions"
            typer.echo(f"{card.version:<10}  {card.released_on}  {rows}  {card.identity}")
    except DamagedReleaseError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
