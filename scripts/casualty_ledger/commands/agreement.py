"""``casualty-ledger agreement``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import pandas as pd
    from pandas.api.typing import NAType


def agreement_command(
    second: Annotated[Path, typer.Argument(help="A second coding of some publications, as CSV.")],
    dataset: Annotated[
        Path | None, typer.Option(help="Folder of tables. Default: those of this code.")
    ] = None,
    settled: Annotated[
        Path | None, typer.Option(help="Disagreements with verdict and reason, as CSV.")
    ] = None,
    write: Annotated[
        Path | None, typer.Option(help="Write the list of disagreements there, to be settled.")
    ] = None,
) -> None:
    """Hold a second coding against the mentions of the ledger; print how far they agree.

    Rows are matched by address and number phrase alone. The table has one line a field: percent
    agreement, Krippendorff's alpha, and the share of errors with Wilson's interval. Every
    disagreement follows.

    Example: casualty-ledger agreement seeds/second-coding.csv
    """
    from casualty_ledger.compare.coding import agreement, disagreements, ledger_coding, match_rows
    from casualty_ledger.load import load

    # Load
    coded = _read_second(second)
    tables = [load(name, folder=dataset) for name in ("figures", "mentions", "reports")]
    verdicts = _read_table(settled) if settled else None

    # Process
    matched = match_rows(ledger_coding(*tables), coded)
    try:
        listed = disagreements(matched, verdicts)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--settled") from error

    # Save
    if write:
        listed.to_csv(write, index=False, lineterminator="\n")
    _print_report(matched, agreement(matched, listed), listed)


def _read_table(path: Path) -> "pd.DataFrame":
    import pandas as pd

    return pd.read_csv(path, dtype="str", keep_default_na=False, na_values=[""])


def _read_second(path: Path) -> "pd.DataFrame":
    from casualty_ledger.compare.coding import read_coding

    try:
        return read_coding(_read_table(path))
    except (OSError, ValueError) as error:
        raise typer.BadParameter(f"{path}: {error}", param_hint="SECOND") from error


def _print_report(matched: "pd.DataFrame", table: "pd.DataFrame", listed: "pd.DataFrame") -> None:
    kinds = matched["match"].value_counts().sort_index()
    typer.echo(f"{len(matched)} mentions on {matched['page'].nunique()} pages")
    for kind, count in kinds.items():
        typer.echo(f"  {kind}: {count}")
    typer.echo(f"\n{table.to_string(index=False, float_format='{:.3f}'.format, na_rep='')}")
    typer.echo(f"\n{len(listed)} disagreements")
    for row in listed.to_dict("records"):
        places = "/".join(_place(row[f"position_{side}"]) for side in ("first", "second"))
        typer.echo(f"{row['page']} [{places}] {row['field']}: {row['first']!r} | {row['second']!r}")


def _place(position: "int | NAType") -> str:
    """The position of a row in its coding, or a dash where the coding has no such row."""
    return f"{position}" if isinstance(position, int) else "-"
