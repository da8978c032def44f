"""Drafts of records on standard output or in a folder of records."""

import re
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import typer

from casualty_ledger.commands.candidates import Reading

if TYPE_CHECKING:
    from casualty_ledger.drafting.draft import Draft
    from casualty_ledger.intake.documents import Document


def write_drafts(reading: Reading, seeds: Path, folder: Path | None, *, keep_text: bool) -> None:
    """Draft the records of all documents, print or place them, and list what is left to decide.

    Args:
        reading: the documents.
        seeds: the records to which the drafts are linked.
        folder: where to place the drafts, laid out as `seeds`; None prints them.
        keep_text: draft the texts too, so that the mentions hold spans.

    Raises:
        typer.Exit: a place is taken, or could not be written; the reason was printed.
    """
    from casualty_ledger.drafting.draft import Read
    from casualty_ledger.drafting.drafts import make_drafts
    from casualty_ledger.drafting.names import ledger_names, ledger_publishers
    from casualty_ledger.records.folder import read_folder

    # Load
    ledger, faults = read_folder(seeds)
    if faults:
        typer.echo(f"{len(faults)} faults in {seeds}; `casualty-ledger check` lists them", err=True)
    kept = {name: document.text for name, document in ledger.documents.items()}
    registers = ledger_names(ledger), ledger_publishers(ledger)
    read = [
        Read(
            document.text,
            document.meta,
            candidates,
            kept_as=_kept_as(document, kept, keep_text),
            day_is_concluded=document.day_is_concluded,
        )
        for document, candidates in reading.documents(*registers)
    ]

    # Process
    drafts = make_drafts(read, ledger)
    files = {
        f"documents/{each.kept_as}": each.text.encode("utf-8") for each in read if each.kept_as
    }
    files |= {draft.path: draft.content for draft in drafts}

    # Save
    if folder is None:
        _print_drafts(drafts)
    else:
        _place(files, folder)
    _list_questions(drafts)


def _kept_as(document: "Document", kept: dict[str, str], keep_text: bool) -> str | None:
    """The name under which a text is kept, or is to be kept from now on, if it is."""
    from casualty_ledger.drafting.free_names import free_name

    same = next((name for name, text in kept.items() if text == document.text), None)
    if same or not keep_text:
        return same
    stem = re.sub(r"[^\w.-]+", "-", PurePath(document.meta.document).stem).strip("-")
    taken = {name.removesuffix(".txt") for name in kept}
    name = f"{free_name([stem or 'standard-input'], taken)}.txt"
    kept[name] = document.text
    return name


def _print_drafts(drafts: list["Draft"]) -> None:
    """Print drafts as one stream of YAML documents, each under its path."""
    for draft in drafts:
        typer.echo(f"--- # {draft.path}\n{draft.content.decode('utf-8')}", nl=False)


def _place(files: dict[str, bytes], folder: Path) -> None:
    from casualty_ledger.drafting.placing import TakenPlaces, place

    try:
        new = place(files, folder)
    except TakenPlaces as taken:
        for path in taken.paths:
            typer.echo(f"{path}: holds something else; expected no such file", err=True)
        typer.echo("nothing was written", err=True)
        raise typer.Exit(1) from None
    except OSError as error:
        typer.echo(f"{error.filename or folder}: {error.strerror or error}", err=True)
        raise typer.Exit(1) from None
    for path in new:
        typer.echo(path.as_posix())


def _list_questions(drafts: list["Draft"]) -> None:
    from casualty_ledger.drafting.questions import questions

    left = [(draft.path, *each) for draft in drafts for each in questions(draft.record)]
    for path, place, question in left:
        typer.echo(f"{path}: {place}: {question}", err=True)
    typer.echo(f"drafts: {len(drafts)}; fields left to decide: {len(left)}", err=True)
