"""Whether the records are all committed, as far as git can tell."""

import subprocess
from pathlib import Path


def uncommitted(seeds: Path, dataset: Path) -> list[str] | None:
    """Return the changes that are not committed, one a line as git prints them.

    The dataset is left out, with what lies beside it while it is written: it is generated, and
    the release generates it anew.

    Args:
        seeds: the folder of records, anywhere in the repository.
        dataset: the folder of the dataset.

    Returns:
        The changes; None where there is no git or no repository, and nothing can be told.
    """
    top = _git(seeds, "rev-parse", "--show-toplevel")
    if top is None:
        return None
    root = Path(top.strip())
    others = [".", *_all_but(dataset.resolve(), root)]
    status = _git(root, "status", "--porcelain", "--untracked-files=all", "--", *others)
    return None if status is None else status.splitlines()


def _all_but(dataset: Path, root: Path) -> list[str]:
    if not dataset.is_relative_to(root):
        return []
    names = (dataset.name, f".{dataset.name}.*")
    beside = [dataset.with_name(name).relative_to(root).as_posix() for name in names]
    return [f":(exclude,top){beside[0]}", f":(exclude,top,glob){beside[1]}"]


def _git(folder: Path, *arguments: str) -> str | None:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, text=True)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
