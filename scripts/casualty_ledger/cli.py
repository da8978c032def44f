"""The console command ``casualty-ledger``."""

from typing import Annotated

import typer

from casualty_ledger.commands.agreement import agreement_command
from casualty_ledger.commands.build import build
from casualty_ledger.commands.changes import changes
from casualty_ledger.commands.check import check
from casualty_ledger.commands.cite import cite
from casualty_ledger.commands.export import export
from casualty_ledger.commands.extract import extract
from casualty_ledger.commands.imports import app as imports
from casualty_ledger.commands.notebooks import notebooks
from casualty_ledger.commands.numbers import read_number_command, read_numbers_command
from casualty_ledger.commands.provenance import provenance
from casualty_ledger.commands.reconcile import reconcile
from casualty_ledger.commands.release import release
from casualty_ledger.commands.resolve import resolve
from casualty_ledger.commands.verify import verify
from casualty_ledger.commands.versions import versions

app = typer.Typer(
    help="Records of reported casualty and troop figures: check them, build and query the tables.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Drawing help with rich would take longer than all else that --help does.
    rich_markup_mode=None,
)
app.command()(check)
app.command()(build)
app.command()(notebooks)
app.command("agreement")(agreement_command)
app.command("read-number")(read_number_command)
app.command("read-numbers")(read_numbers_command)
app.command()(extract)
app.command()(cite)
app.command()(resolve)
app.command()(export)
app.add_typer(imports, name="import")
app.command()(reconcile)
app.command()(release)
app.command()(verify)
app.command()(versions)
app.command()(changes)
app.command()(provenance)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"casualty-ledger {version('casualty-ledger')}")
        except PackageNotFoundError:
            typer.echo("casualty-ledger (not installed)")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Version of the code."
        ),
    ] = False,
) -> None:
    """Options that stand before a command."""


def main() -> None:
    """Run the command that the command line names."""
    app()
