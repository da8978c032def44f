"""What is drawn and worked out from the flags, and where the notebook's outputs come from."""

from collections.abc import Callable
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from legible import assert_legible
from matplotlib.axes import Axes
from radford_lines import content, line

from casualty_ledger.imports.radford.effects import ratios_to_deaths, totals_without
from casualty_ledger.imports.radford.evidence import evidence
from casualty_ledger.imports.radford.importing import Imported, import_radford
from casualty_ledger.notebooks import printed
from casualty_ledger.plots import new_panel
from casualty_ledger.plots.audit import MARKS, plot_flagged_series, plot_ratios
from casualty_schemas.imported import DefectKind

pytestmark = pytest.mark.usefixtures("unseen")

NOTEBOOK = Path(__file__).parents[2] / "notebooks/08-audit-of-a-published-dataset.ipynb"
BOTH = "Military Casualties"


def series(imported: Imported, ax: Axes) -> Axes:
    rows = imported.rows[
        (imported.rows["category"] == "Military Deaths") & (imported.rows["source"] == "UA Source")
    ]
    return plot_flagged_series(rows, imported.flags, ax, kinds=list(MARKS), span=span(imported))


def ratios(imported: Imported, ax: Axes) -> Axes:
    pairs = ratios_to_deaths(imported.claims)
    return plot_ratios(pairs, imported.flags, ax, span=span(imported))


def span(imported: Imported) -> tuple[pd.Timestamp, pd.Timestamp]:
    return imported.rows["date"].min(), imported.rows["date"].max()


@pytest.mark.parametrize("picture", [series, ratios])
def test_nothing_is_cut_and_no_writing_overlaps(
    imported: Imported, picture: Callable[[Imported, Axes], Axes]
) -> None:
    ax = picture(imported, new_panel(3.0, title="A title", source="A line about the source."))
    figure = ax.get_figure(root=True)
    assert figure is not None
    assert ax.get_legend() is not None
    assert_legible(figure)


def test_marks_are_told_apart_by_shape_and_not_by_colour_alone() -> None:
    assert set(MARKS) == set(DefectKind)
    assert len({mark.marker for mark in MARKS.values()}) == len(MARKS)


def test_the_legend_counts_the_marks(imported: Imported) -> None:
    ax = series(imported, new_panel(3.0, title="", source=""))
    legend = ax.get_legend()
    assert legend is not None
    assert "gross outlier (3)" in [text.get_text() for text in legend.get_texts()]


def test_pairs_beyond_the_axis_are_counted_and_not_hidden() -> None:
    imported = import_radford(
        content(line(3, 10), line(3, 900, BOTH), line(4, 10), line(4, 40, BOTH))
    )
    ax = ratios(imported, new_panel(2.0, title="", source=""))
    legend = ax.get_legend()
    assert legend is not None
    assert "not drawn, more than 8 (1)" in [text.get_text() for text in legend.get_texts()]


def test_totals_with_and_without_the_flagged_rows() -> None:
    days = [line(day, 1000 + 50 * day) for day in range(1, 13)]
    imported = import_radford(content(*days[:6], line(7, 9999), *days[7:]))
    row = totals_without(imported.claims, imported.flags).set_index("kind").loc["gross_outlier"]
    assert (row["rows"], row["flagged"]) == (12, 1)
    assert (row["largest"], row["largest_without"]) == (9999, 1600)
    assert row["last"] == row["last_without"] == 1600


def test_a_series_without_a_row_left_has_no_total() -> None:
    imported = import_radford(content(line(3, "1e+05")))
    row = totals_without(imported.claims, imported.flags).iloc[0]
    assert row["last"] == 100_000
    assert pd.isna(row["last_without"])


def test_ratios_pair_counts_of_one_bloc_and_day() -> None:
    imported = import_radford(
        content(
            line(3, 10), line(3, 40, BOTH), line(4, 50, BOTH), line(3, 99, BOTH, "US Source"),
            line(3, 20, BOTH, minimum=1),
        )
    )  # fmt: skip
    assert list(ratios_to_deaths(imported.claims)["ratio"]) == [4.0]


def test_evidence_holds_soldiers_with_bounds_relations_and_periods() -> None:
    imported = import_radford(
        content(
            line(3, 10),
            line(4, 40, BOTH, "US Source", minimum=1),
            line(5, 7, frame="Day", source="RU Source"),
            line(6, 9, "Civilian Deaths", "United Nations", "Ukraine"),
            line(7, 0, source="Other", country="Ukraine"),
        )
    )
    table = evidence(imported.claims).set_index("claim_id")
    assert list(table["force"]) == ["rus-forces"] * 3 + ["ukr-forces"]
    assert list(table["kind"]) == ["point", "at_least", "point", "zero"]
    assert list(table["includes"]) == ["killed", "killed;wounded", "killed", "killed"]
    assert list(table["relation"]) == ["opponent", "opponent", "own_side", "third_party"]
    assert list(table["start"].notna()) == [False, False, True, False]
    assert pd.isna(table["high"].iloc[1])
    left = evidence(imported.claims, without=pd.Series(["radford-2023-0001"]))
    assert "radford-2023-0001" not in set(left["claim_id"])


def test_the_committed_outputs_come_from_the_invented_file() -> None:
    texts = printed(nbformat.read(NOTEBOOK, as_version=4))
    assert "INVENTED file" in texts[0]
