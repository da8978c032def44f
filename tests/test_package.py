"""The layout: what imports what, what is in the wheel, how fast and how quiet the start is."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(code: str, path: str, cwd: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": path}
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=cwd, env=environment,
        check=True,
    )  # fmt: skip
    return result.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(target.glob("*.whl"))


def test_the_wheel_holds_code_and_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "casualty_ledger/data/figures.parquet" in names
    assert "casualty_ledger/py.typed" in names
    assert "casualty_schemas/figures.py" in names
    assert not [name for name in names if name.startswith(("tests/", "seeds/", "scripts/"))]


def test_the_data_load_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        "from casualty_ledger import load; import casualty_ledger; "
        "print(casualty_ledger.__file__); print(len(load()))"
    )
    file, rows = run(code, str(tmp_path), tmp_path).splitlines()
    assert file.startswith(str(tmp_path))
    assert int(rows) > 0


def test_the_package_imports_without_pandas(tmp_path: Path) -> None:
    """Commands start fast because heavy packages are imported inside them."""
    path = os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "schemas")])
    code = (
        "import sys, casualty_ledger.cli; "
        "print([name for name in ('pandas', 'pandera', 'pyarrow', 'matplotlib', 'pydantic') "
        "if name in sys.modules])"
    )
    assert run(code, path, tmp_path) == "[]"


def test_the_schemas_import_no_pipeline_code(tmp_path: Path) -> None:
    code = (
        "import sys, casualty_schemas.tables; "
        "print([name for name in sys.modules if name.startswith('casualty_ledger')])"
    )
    assert run(code, str(ROOT / "schemas"), tmp_path) == "[]"


def test_the_ban_on_such_imports_is_in_force(tmp_path: Path) -> None:
    configuration = (ROOT / "schemas/ruff.toml").read_text("utf-8")
    assert '"casualty_ledger".msg = "schemas import no pipeline code"' in configuration
    assert "TID" in (ROOT / "pyproject.toml").read_text("utf-8")


def test_python_m_runs_the_command(tmp_path: Path) -> None:
    path = os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "schemas")])
    result = subprocess.run(
        [sys.executable, "-m", "casualty_ledger", "--help"], capture_output=True, text=True,
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": path}, check=True,
    )  # fmt: skip
    assert "check" in result.stdout
    assert "build" in result.stdout


def test_no_source_root_holds_loose_modules() -> None:
    """A build.py beside the packages would shadow a package of that name."""
    assert not list((ROOT / "scripts").glob("*.py"))
    assert not list((ROOT / "schemas").glob("*.py"))
