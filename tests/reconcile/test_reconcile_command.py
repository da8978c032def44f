"""``casualty-ledger reconcile``: what it refuses, and what it writes."""

import io
import json
from datetime import date

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.commands.reconcile import _bands, _written
from casualty_ledger.reconcile.dials import ROBUST
from casualty_ledger.reconcile.result import Diagnostics, Fit
from casualty_ledger.reconcile.variants import variant_named

RUN = CliRunner()


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--population", "nowhere"], 1, "nowhere"),
        (["--population", "prk-forces", "--variant", "gut-feeling"], 1, "expected one of robust"),
        (["--population", "prk-forces", "--format", "xml"], 2, "table, csv or json"),
        (["--population", "prk-forces", "--measure", "sick"], 2, "expected killed"),
        (["--population", "prk-forces", "--first-day", "2025-01-01"], 1, "claims on days before"),
        ([], 2, "population"),
    ],
)
def test_what_can_not_be_fitted_is_refused(options, code, words):
    result = RUN.invoke(app, ["reconcile", *options])
    assert result.exit_code == code
    assert words in result.output


def test_without_the_optional_packages_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr("casualty_ledger.reconcile.engine.PACKAGES", ("no_such_package",))
    result = RUN.invoke(app, ["reconcile", "--population", "prk-forces"])
    assert result.exit_code == 1
    assert 'pip install "casualty-ledger[reconcile]"' in result.output


def bands():
    days = pd.date_range("2030-01-07", periods=3, freq="7D")
    numbers = {
        "median": 1344.2,
        "low_50": 900.0,
        "high_50": 2000.0,
        "low_90": 551.0,
        "high_90": 3322.0,
    }
    frame = pd.DataFrame({"force": "south", "measure": ["killed"] * 3, "day": days} | numbers)
    fit = Fit(
        claims=pd.DataFrame(), dials=ROBUST, seed=1, first_day=date(2030, 1, 1), totals={}, days=days,
        diagnostics=Diagnostics(1.0, 900.0, 900.0, 0, 0.8, 7.0, 4, 500, (1.0,), 0.9),
        _frames={"bands": frame},
    )  # fmt: skip
    return _bands([(variant_named("robust"), fit)], ["killed"])


def test_the_table_has_the_last_day_two_digits_and_a_band():
    text = _written(bands(), "table")
    assert "2030-01-21" in text
    assert "2030-01-14" not in text
    assert "1,300" in text
    assert "3,300" in text
    assert "under these assumptions" in text


def test_csv_and_json_hold_every_day():
    table = pd.read_csv(io.StringIO(_written(bands(), "csv")))
    rows = json.loads(_written(bands(), "json"))
    assert (
        list(table["day"])
        == [row["day"] for row in rows]
        == ["2030-01-07", "2030-01-14", "2030-01-21"]
    )
    np.testing.assert_allclose(table["median"], 1344.0)
    assert rows[0]["high_90"] == 3322
