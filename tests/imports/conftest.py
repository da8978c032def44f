"""Files in the form of the published one: a small one to spoil, and the invented one."""

from collections.abc import Callable

import pandas as pd
import pytest
from radford_lines import content

from casualty_ledger.build.frames import make_frame
from casualty_ledger.imports.radford.importing import Imported, import_radford
from casualty_ledger.imports.radford.reading import read_rows
from casualty_ledger.imports.radford.synthetic import Synthetic, synthetic_file
from casualty_schemas.imported import IMPORTED_TABLES


@pytest.fixture
def rows_of() -> Callable[..., pd.DataFrame]:
    """The table of rows from some lines."""

    def make(*lines: str) -> pd.DataFrame:
        return make_frame(read_rows(content(*lines)), IMPORTED_TABLES["rows"])

    return make


@pytest.fixture(scope="session")
def invented() -> Synthetic:
    return synthetic_file(seed=3)


@pytest.fixture(scope="session")
def imported(invented: Synthetic) -> Imported:
    return import_radford(invented.content)
