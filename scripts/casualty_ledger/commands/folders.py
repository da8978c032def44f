"""Where a command finds the records and the dataset."""

from pathlib import Path
from typing import Annotated

import typer

SeedsOption = Annotated[
    Path | None,
    typer.Option("--seeds", help="Folder of records. Default: `seeds` here or in a folder above."),
]
DatasetOption = Annotated[
    Path | None,
    typer.Option("--dataset", help="Folder of tables. Default: `dataset` beside the records."),
]
BuiltOption = Annotated[
    Path | None,
    typer.Option("--dataset", help="Folder of tables. Default: the one that comes with the code."),
]


def seeds_folder(given: Path | None) -> Path:
    """Return the folder of records.

    Raises:
        typer.BadParameter: there is none, with what was looked for.
    """
    here = Path.cwd()
    candidates = [given] if given else [folder / "seeds" for folder in (here, *here.parents)]
    found = next((folder for folder in candidates if folder.is_dir()), None)
    if found is None:
        where = given or f"seeds in {here} or above"
        raise typer.BadParameter(f"no folder of records: {where}", param_hint="--seeds")
    return found


def dataset_beside(seeds: Path, given: Path | None) -> Path:
    """Return the folder of the dataset that belongs to a folder of records."""
    return given or seeds.resolve().parent / "dataset"


def built_folder(given: Path | None) -> Path:
    """Return a folder of built tables.

    Raises:
        typer.BadParameter: there is none.
    """
    from casualty_ledger.load import dataset_folder

    try:
        folder = given or dataset_folder()
    except FileNotFoundError as error:
        raise typer.BadParameter(str(error), param_hint="--dataset") from None
    if not folder.is_dir():
        raise typer.BadParameter(f"no such folder: {folder}", param_hint="--dataset")
    return folder


def built_dataset(given: Path | None) -> Path:
    """Return a folder that holds built tables, not only releases.

    Raises:
        typer.BadParameter: there is none.
    """
    folder = built_folder(given)
    if not (folder / "datapackage.json").is_file():
        raise typer.BadParameter(f"no built dataset in {folder}", param_hint="--dataset")
    return folder
