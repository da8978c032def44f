"""Writing the file that a command was asked for."""

from pathlib import Path

import typer

from casualty_ledger.files import replace_file


def may_write(path: Path, *, force: bool) -> None:
    """Refuse to replace a file unasked, before anything is worked out.

    Raises:
        typer.Exit: the file is there; that was printed, and the exit code is 1.
    """
    if path.exists() and not force:
        typer.echo(f"{path} exists; give another name, or --force to replace it", err=True)
        raise typer.Exit(1)


def write_output(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file in one step, and say so.

    Raises:
        typer.Exit: the file is there and may not be replaced, or it can not be written; the
            reason was printed, and the exit code is 1.
    """
    may_write(path, force=force)
    try:
        replace_file(path, content)
    except OSError as error:
        typer.echo(f"{path}: {error.strerror or error}", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{path}: {len(content) / 1024:.0f} kB", err=True)
