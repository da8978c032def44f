"""Running notebooks: each is executed from the top and keeps what it printed and drew."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from casualty_ledger.files import replace_file

# A cell that takes longer than this hangs, even on a machine that is busy with other work.
_SECONDS = 1800


def run_notebook(path: Path) -> nbformat.NotebookNode:
    """Return the notebook with the outputs of a new run; the file is not changed.

    The kernel is this Python, with the folder of the notebook as its working directory.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell failed.
    """
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=_SECONDS,
        kernel_name="python3",
        record_timing=False,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    return tidy(notebook)


def tidy(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Take out what differs from machine to machine: versions, ids by chance, standard error."""
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {
                "display_name": "Python 3",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        }
    )
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number:02d}"
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
    return notebook


def printed(notebook: nbformat.NotebookNode) -> list[str]:
    """Return what the cells of a notebook printed, as text; pictures are left out."""
    return [text for cell in notebook.cells for text in _texts(cell.get("outputs", []))]


def _texts(outputs: list[Any]) -> Iterator[str]:
    for output in outputs:
        if output.output_type == "stream":
            yield output.text
        elif "image/png" not in output.get("data", {}):
            yield output.get("data", {}).get("text/plain", "")


def first_picture(notebook: nbformat.NotebookNode) -> bytes | None:
    """Return the first picture that a notebook drew, as PNG; None if it drew none."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if picture := output.get("data", {}).get("image/png"):
                return base64.b64decode(picture)
    return None


def save_notebook(notebook: nbformat.NotebookNode, path: Path) -> None:
    """Write a notebook, and its first picture beside it, each whole or not at all."""
    replace_file(path, (nbformat.writes(notebook) + "\n").encode("utf-8"))
    if picture := first_picture(notebook):
        replace_file(path.with_suffix(".png"), picture)
