"""Whether the records are all committed, as far as git can tell."""

import subprocess
from pathlib import Path


def uncommitted(seeds: Path, dataset: Path) -> list[str] | None:
    """Return the changes that are not committed, one a line as git prints them.

    The dataset is left out: it is generated, and the release generates it anew.

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
    own = dataset.resolve()
    outside = [f":(exclude,top){own.relative_to(root)}"] if own.is_relative_to(root) else []
    status = _git(root, "status", "--porcelain", "--untracked-files=all", "--", ".", *outside)
    return None if status is None else status.splitlines()


def _git(folder: Path, *arguments: str) -> str | None:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, text=True)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
