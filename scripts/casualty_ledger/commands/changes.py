"""``casualty-ledger changes``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.commands.folders import BuiltOption, built_folder

if TYPE_CHECKING:
    from casualty_ledger.releases.differences import Difference


class Format(StrEnum):
    """How differences are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


def changes(
    v1: Annotated[str, typer.Argument(help="A released version.")],
    v2: Annotated[str | None, typer.Argument(help="A later one. Default: what stands now.")] = None,
    form: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TABLE,
    dataset: BuiltOption = None,
) -> None:
    """List every row added, corrected or withdrawn between two versions, with the reason.

    Example: casualty-ledger changes 1.0.0 1.1.0 --format markdown
    """
    from casualty_ledger.queries import version_differences
    from casualty_ledger.releases.changelog import as_csv, as_json, as_markdown
    from casualty_ledger.releases.shelf import DamagedReleaseError, UnknownVersionError

    try:
        found = version_differences(v1, v2, built_folder(dataset))
    except UnknownVersionError as error:
        raise typer.BadParameter(str(error), param_hint="V1 V2") from None
    except DamagedReleaseError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    writers = {Format.CSV: as_csv, Format.JSON: as_json, Format.MARKDOWN: as_markdown}
    if form is Format.TABLE:
        _print_table(found)
    else:
        typer.echo(writers[form](found), nl=False)


def _print_table(found: list["Difference"]) -> None:
    """Values that followed from other records are only counted here: they would bury the rest."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from casualty_ledger.releases.changelog import COLUMNS, as_rows
    from casualty_ledger.releases.differences import Change

    listed = [item for item in found if item.change is not Change.FOLLOWED]
    if listed:
        table = Table(*COLUMNS, box=None, pad_edge=False)
        for row in as_rows(listed):
            table.add_row(*(Text(row[name], overflow="fold") for name in COLUMNS))
        Console(soft_wrap=False).print(table)
    counts = (f"{sum(item.change is change for item in found)} {change.value}" for change in Change)
    typer.echo(", ".join(counts))
