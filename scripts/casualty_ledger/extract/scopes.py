"""Over which time a number counts."""

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage
from casualty_schemas.vocabularies import Measure, Scope

_STOCKS = (Measure.PRESENT, Measure.STRENGTH, Measure.ENGAGED)
_SCOPES = {scope.value: scope for scope in Scope}
_NEAR = 10.0


def scope_of(passage: Passage, count: Count, measure: Measure) -> Scope:
    """The scope that the words near a number state, else the usual one of its measure."""
    if measure is Measure.PLANNED:
        return Scope.PLAN
    best: tuple[float, str] | None = None
    for mark in passage.of(Kind.SCOPE):
        gap = (mark.end, count.start) if mark.end <= count.start else (count.end, mark.start)
        cost = passage.cost(*gap) + 8 * passage.crossed(*gap)
        if cost <= _NEAR and (best is None or (cost, mark.code) < best):
            best = (cost, mark.code)
    if best is not None and (best[1] != "cumulative" or measure not in _STOCKS):
        return _SCOPES[best[1]]
    return Scope.STOCK if measure in _STOCKS else Scope.CUMULATIVE
