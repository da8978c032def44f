"""The table of figures: one row a claimed number; the table that people load."""

import numpy as np
import pandas as pd
from pandera.typing import Series

from casualty_schemas.bounds import OPTIONAL, REQUIRED, VALUE_NAMES
from casualty_schemas.columns import code, count, day, flag, words
from casualty_schemas.table import Table, row_rule
from casualty_schemas.vocabularies import (
    Basis,
    Bound,
    Certainty,
    Component,
    Derivation,
    Measure,
    Precision,
    Scope,
    Stance,
    Status,
)

UMBRELLAS = ("casualties", "losses", "irrecoverable_losses", "sanitary_losses")


class Figures(Table):
    """One row a claimed figure."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["figure_id"]
        description = "One row is one figure that one claimant gave; relays are mentions, no rows."

    figure_id: Series[str] = words(
        "Figure",
        "Id of the figure; never changed, never reused.",
        "kr-nis-2025-09-02-killed",
        unique=True,
    )
    statement_id: Series[str] = words(
        "Statement",
        "The act of speaking in which the figure was given; figures that share it "
        "were given together.",
        "2025-09-02-kr-nis",
    )
    conflict: Series[str] = words(
        "Conflict",
        "The conflict in which the people were counted.",
        "rus-ukr-2022",
        references=("conflicts", "conflict_id"),
    )
    population: Series[str] = words(
        "Population",
        "Whose personnel were counted.",
        "prk-forces",
        references=("populations", "population_id"),
    )
    place: Series[str] = words(
        "Place",
        "Where, as far as the claim names a place.",
        "ru-kursk",
        nullable=True,
        references=("places", "place_id"),
    )
    measure: Series[pd.CategoricalDtype] = code(
        "Measure", "What was counted, in the claimant's terms.", Measure
    )
    ambiguous: Series[bool] = flag(
        "Ambiguous", "Whether the claimant's word can mean several measures."
    )
    includes: Series[str] = words(
        "Includes",
        "What an umbrella measure counts, where this was said.",
        "killed;wounded",
        nullable=True,
        vocabulary=Component,
        is_list=True,
    )
    value_low: Series[pd.Int64Dtype] = count(
        "Low value",
        "The lower number, if the claim states one: at least 100 gives 100 here and no best value.",
        "100",
        "people",
        nullable=True,
    )
    value_best: Series[pd.Int64Dtype] = count(
        "Best value",
        "The number, if the claim states a single one, exactly or about.",
        "2000",
        "people",
        nullable=True,
    )
    value_high: Series[pd.Int64Dtype] = count(
        "High value",
        "The upper number, if the claim states one.",
        "12000",
        "people",
        nullable=True,
    )
    bound: Series[pd.CategoricalDtype] = code(
        "Bound", "How the stated number limits the quantity.", Bound, example="about"
    )
    value_as_stated: Series[str] = words(
        "Value as stated",
        "The number phrase of the best report: a primary page before an agency "
        "before an outlet before an aggregator, then the earliest.",
        "aproximativ 2.000",
        nullable=True,
    )
    scope: Series[pd.CategoricalDtype] = code("Scope", "Over which time the number counts.", Scope)
    as_of_start: Series[np.datetime64] = day(
        "As of, start",
        "First day that the figure describes, as far as the claim says.",
        "2024-10-08",
        nullable=True,
    )
    as_of_end: Series[np.datetime64] = day(
        "As of, end",
        "Last day that the figure describes, as far as the claim says.",
        "2024-10-13",
        nullable=True,
    )
    as_of_inferred: Series[bool] = flag(
        "As of, inferred", "Whether the as-of dates were concluded and not printed."
    )
    claimed_on: Series[np.datetime64] = day(
        "Claimed on",
        "The day on which the claimant said it; the first possible day where less is known.",
        "2025-09-02",
        nullable=True,
    )
    claimed_on_precision: Series[pd.CategoricalDtype] = code(
        "Claimed on, precision", "How much of claimed_on is known.", Precision, nullable=True
    )
    claimed_on_inferred: Series[bool] = flag(
        "Claimed on, inferred", "Whether claimed_on was concluded and not printed."
    )
    claimant: Series[str] = words(
        "Claimant", "Who asserts the figure.", "kr-nis", references=("actors", "actor_id")
    )
    claimant_country: Series[str] = words(
        "Claimant's country",
        "ISO 3166-1 code; empty for groups and bodies of several states.",
        "KR",
        nullable=True,
    )
    stance: Series[pd.CategoricalDtype] = code(
        "Stance",
        "How the claimant stands to the counted force in this conflict; derived from "
        "the registers.",
        Stance,
        example="third_party",
    )
    spokesperson: Series[str] = words(
        "Spokesperson",
        "Who voiced it, if reports name a person in office.",
        "Lee Seong-kweun",
        nullable=True,
    )
    setting: Series[str] = words(
        "Setting",
        "On what occasion it was said.",
        "press remarks after a committee session",
        nullable=True,
    )
    basis: Series[pd.CategoricalDtype] = code(
        "Basis", "On what the claimant rests the claim.", Basis
    )
    certainty: Series[pd.CategoricalDtype] = code(
        "Certainty", "How firmly the claimant stands behind it.", Certainty
    )
    derivation: Series[pd.CategoricalDtype] = code(
        "Derivation", "How the number came about.", Derivation
    )
    part_of: Series[str] = words(
        "Part of",
        "The figure of which this one counts a part.",
        "kr-nis-2025-09-02-planned",
        nullable=True,
        references=("figures", "figure_id"),
    )
    status: Series[pd.CategoricalDtype] = code("Status", "Whether the claim still stands.", Status)
    status_since: Series[np.datetime64] = day(
        "Status since",
        "Since when the status holds; for a superseded figure the day on which "
        "the later one was first published.",
        "2025-09-02",
        nullable=True,
    )
    status_reason: Series[str] = words(
        "Status, reason",
        "Why a figure was corrected, retracted or disputed.",
        "the claimant withdrew the figure the next day",
        nullable=True,
    )
    supersedes: Series[str] = words(
        "Supersedes",
        "The earlier figure of this claimant that this one replaces.",
        "kr-nis-2025-04-30-killed",
        nullable=True,
        references=("figures", "figure_id"),
    )
    superseded_by: Series[str] = words(
        "Superseded by",
        "The later figure of this claimant that replaces this one.",
        "kr-nis-2025-09-02-killed",
        nullable=True,
        references=("figures", "figure_id"),
    )
    first_published_on: Series[np.datetime64] = day(
        "First published on",
        "The earliest date of a report that carries the figure; the last "
        "possible day where less is known.",
        "2025-09-02",
        nullable=True,
    )
    report_count: Series[pd.Int64Dtype] = count(
        "Reports", "How many reports of the ledger carry the figure.", "31", "reports"
    )
    language_count: Series[pd.Int64Dtype] = count(
        "Languages", "In how many languages these reports are.", "15", "languages"
    )
    statement_note: Series[str] = words(
        "Statement note",
        "Remark of the editors on the statement.",
        "the briefing was closed; two lawmakers spoke",
        nullable=True,
    )
    note: Series[str] = words(
        "Note", "Remark of the editors on the figure.", "counts engineers too", nullable=True
    )
    added_in: Series[str] = words(
        "Added in", "The version of the dataset that first held the figure.", "1.0.0"
    )
    revised_in: Series[str] = words(
        "Revised in",
        "The version that last changed what the record states; counts, links and statuses that "
        "follow from other records do not count.",
        "1.0.1",
        nullable=True,
    )

    @row_rule("low is not above best, and best is not above high")
    def values_are_in_order(cls, frame: pd.DataFrame) -> pd.Series:
        low, best, high = (frame[f"value_{name}"] for name in VALUE_NAMES)
        ordered = [(a <= b).fillna(True) for a, b in ((low, best), (best, high), (low, high))]
        return ordered[0] & ordered[1] & ordered[2]

    @row_rule("a bound comes with the values that it states, and with no other")
    def values_fit_the_bound(cls, frame: pd.DataFrame) -> pd.Series:
        return values_fit_bound(frame)

    @row_rule("the as-of start is not after the as-of end")
    def as_of_is_an_interval(cls, frame: pd.DataFrame) -> pd.Series:
        known = frame["as_of_start"].notna() & frame["as_of_end"].notna()
        return ~known | (frame["as_of_start"] <= frame["as_of_end"])

    @row_rule("what is planned has the scope plan")
    def a_plan_has_the_scope_plan(cls, frame: pd.DataFrame) -> pd.Series:
        return (frame["measure"] != "planned") | (frame["scope"] == "plan")

    @row_rule("only umbrella measures say what they include")
    def only_umbrellas_include(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["includes"].isna() | frame["measure"].isin(UMBRELLAS)

    @row_rule("a figure is superseded exactly when a later one says so")
    def superseded_figures_name_their_successor(cls, frame: pd.DataFrame) -> pd.Series:
        named = frame["superseded_by"].notna()
        final = frame["status"].isin(["corrected", "retracted", "disputed"])
        return (frame["status"] == "superseded") == (named & ~final)

    @row_rule("no figure supersedes itself or is part of itself")
    def links_lead_elsewhere(cls, frame: pd.DataFrame) -> pd.Series:
        own = frame["figure_id"]
        links = [frame[key].fillna("") for key in ("supersedes", "superseded_by", "part_of")]
        return (links[0] != own) & (links[1] != own) & (links[2] != own)

    @row_rule("every figure is carried by a report")
    def a_figure_has_a_report(cls, frame: pd.DataFrame) -> pd.Series:
        return (frame["report_count"] >= 1) & (frame["language_count"] >= 1)


def values_fit_bound(frame: pd.DataFrame) -> pd.Series:
    """Tell, row by row, whether the values given are those that the bound states."""
    bound = frame["bound"].astype(str)
    fits = pd.Series(True, index=frame.index)
    for name in VALUE_NAMES:
        given = frame[f"value_{name}"].notna()
        required = {code.value for code, names in REQUIRED.items() if name in names}
        allowed = required | {code.value for code, names in OPTIONAL.items() if name in names}
        fits &= (given | ~bound.isin(required)) & (~given | bound.isin(allowed))
    return fits
