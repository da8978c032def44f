"""``casualty-ledger notebooks``."""

from pathlib import Path
from typing import Annotated

import typer


def notebooks(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Notebooks to run. Default: all in `notebooks` here."),
    ] = None,
) -> None:
    """Run notebooks from the top and keep their outputs.

    Example: casualty-ledger notebooks notebooks/01-estimates-over-time.ipynb
    """
    from casualty_ledger.notebooks import run_notebook, save_notebook

    chosen = paths or sorted(Path("notebooks").glob("*.ipynb"))
    if not chosen:
        raise typer.BadParameter("no notebook in the folder notebooks", param_hint="paths")
    for number, path in enumerate(chosen, start=1):
        typer.echo(f"[{number}/{len(chosen)}] {path}")
        save_notebook(run_notebook(path), path)
