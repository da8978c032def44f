"""Weak points of a figure's way through the reports: who carries it, and how it is printed."""

from collections.abc import Iterator

import pandas as pd

from casualty_ledger.build.anomalies.phrases import anomaly, tally
from casualty_ledger.build.cells import Row
from casualty_ledger.build.phrases import stated_value
from casualty_ledger.build.relays import departs, relays
from casualty_schemas.vocabularies import AnomalyKind, Difference, PublisherKind

_PRINTED = {
    Difference.VALUE: (AnomalyKind.PRINTED_WITH_OTHER_VALUE, "print another value"),
    Difference.MEASURE: (AnomalyKind.PRINTED_AS_OTHER_MEASURE, "print another measure"),
    Difference.POPULATION: (
        AnomalyKind.PRINTED_FOR_OTHER_POPULATION,
        "print it for another population",
    ),
    Difference.CLAIMANT: (
        AnomalyKind.PRINTED_UNDER_OTHER_CLAIMANT,
        "give it to another claimant",
    ),
    Difference.DATE: (AnomalyKind.PRINTED_WITH_OTHER_DATE, "give it another date"),
    Difference.PLACE: (AnomalyKind.PRINTED_WITH_OTHER_PLACE, "give it another place"),
    Difference.STATUS: (AnomalyKind.PRINTED_WITH_OTHER_STATUS, "print it with another status"),
}


def reception_anomalies(
    figures: pd.DataFrame, mentions: pd.DataFrame, reports: pd.DataFrame
) -> Iterator[Row]:
    """Yield what the reports of each figure say against it."""
    carried = relays(figures, mentions).merge(reports, on="report_id", validate="many_to_one")
    bounds = figures.set_index("figure_id")["bound"]
    for figure_id, own in carried.groupby("figure_id", sort=True):
        yield from _carriers(str(figure_id), own)
        yield from _bound_lost(str(figure_id), own, str(bounds[figure_id]))
    yield from _printed_otherwise(carried, mentions)


def _carriers(figure_id: str, own: pd.DataFrame) -> Iterator[Row]:
    """One report, aggregators alone, dates that no page prints."""
    if len(own) == 1:
        explanation = f"One report carries it, {own['report_id'].iloc[0]}."
        yield anomaly(figure_id, AnomalyKind.SINGLE_REPORT, explanation)
    if (own["publisher_kind"] == PublisherKind.AGGREGATOR.value).all():
        explanation = f"{_every(len(own))} by an aggregator."
        yield anomaly(figure_id, AnomalyKind.AGGREGATORS_ONLY, explanation)
    dated = own[own["published_on"].notna()]
    if dated["published_on_inferred"].all():
        explanation = f"{_every(len(own))} dated by conclusion; no page prints its date."
        yield anomaly(figure_id, AnomalyKind.PUBLICATION_DATES_INFERRED, explanation)


def _bound_lost(figure_id: str, own: pd.DataFrame, bound: str) -> Iterator[Row]:
    lost = int((own["bound_change"] == "lost").sum())
    if 2 * lost > len(own):
        share, words = _share(lost, len(own), "print"), bound.replace("_", " ")
        explanation = f"{share} the number without its bound, {words}."
        yield anomaly(figure_id, AnomalyKind.BOUND_LOST, explanation)


def _printed_otherwise(carried: pd.DataFrame, mentions: pd.DataFrame) -> Iterator[Row]:
    sizes = carried.groupby("figure_id").size()
    for difference, (kind, words) in _PRINTED.items():
        verb, _, rest = words.partition(" ")
        departing = carried[carried[f"differs_{difference.value}"]]
        for figure_id, own in departing.groupby("figure_id", sort=True):
            share = _share(len(own), int(sizes[figure_id]), verb)
            detail = _detail(difference, mentions[mentions["figure_id"] == figure_id])
            yield anomaly(str(figure_id), kind, f"{share} {rest}{detail}.")


def _detail(difference: Difference, own: pd.DataFrame) -> str:
    """The values or measures that are printed instead, each with its number of reports."""
    departing = own[departs(own, difference)]
    if difference is Difference.VALUE:
        printed = departing.assign(printed=departing.apply(stated_value, axis=1))
    elif difference is Difference.MEASURE:
        printed = departing.assign(printed=departing["printed_measure"].astype("str"))
    else:
        return ""
    return ": " + tally(printed.drop_duplicates(["report_id", "printed"])["printed"])


def _every(count: int) -> str:
    """The subject of a sentence about all reports of a figure."""
    one = "The one report that carries it is"
    return one if count == 1 else f"Each of the {count} reports that carry it is"


def _share(part: int, whole: int, verb: str) -> str:
    """``5 of 23 reports print``, ``1 of 1 reports prints``."""
    return f"{part} of {_reports(whole)} {verb}{'s' if part == 1 else ''}"


def _reports(count: int) -> str:
    return f"{count} report{'' if count == 1 else 's'}"
