"""Our reader of dates against the edtf package, which reads the whole format."""

import time
from datetime import date

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.records.dates import parse_date, parse_period
from casualty_schemas.vocabularies import Precision

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31))


def day_of(struct: time.struct_time) -> date:
    return date(struct.tm_year, struct.tm_mon, struct.tm_mday)


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]), st.booleans())
def test_dates_mean_what_edtf_says(day: date, form: str, inferred: bool) -> None:
    text = day.strftime(form) + ("?" if inferred else "")
    ours, theirs = parse_date(text), edtf.parse_edtf(text)
    assert ours.first == day_of(theirs.lower_strict())
    assert ours.last == day_of(theirs.upper_strict())
    assert ours.inferred is inferred


@given(DAYS, DAYS)
def test_periods_mean_what_edtf_says(one: date, other: date) -> None:
    start, end = sorted((one, other))
    text = f"{start}/{end}"
    period, theirs = parse_period(text), edtf.parse_edtf(text)
    assert period.start is not None
    assert period.end is not None
    assert period.start.first == day_of(theirs.lower_strict())
    assert period.end.last == day_of(theirs.upper_strict())


@pytest.mark.parametrize(
    ("text", "precision"),
    [("2025-09-02", Precision.DAY), ("2025-09", Precision.MONTH), ("2025?", Precision.YEAR)],
)
def test_precision_is_what_was_written(text: str, precision: Precision) -> None:
    assert parse_date(text).precision is precision


@pytest.mark.parametrize(
    "text",
    ["", "2025-9-2", "2025-02-30", "2025-13", "02.09.2025", "2025-09-02T10:00", "0000", "20250902",
     "2025-09-02~", "2025-09-02/2025-09-03", " 2025-09-02", "２０２５-09-02", "202X"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected 2025-09-02, 2025-09 or 2025"):
        parse_date(text)


def test_an_open_end_is_unknown() -> None:
    assert parse_period("2024-10-08/..").end is None
    assert parse_period("../2024-10-08").start is None


@pytest.mark.parametrize("text", ["../..", "2024-10-08/", "2025/2024", "2024/2025/2026", "/"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        parse_period(text)
