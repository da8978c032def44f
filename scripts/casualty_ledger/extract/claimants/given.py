"""Names after a word for giving out, its day and "by": a toll published on Saturday by X."""

from casualty_ledger.extract.marking.articles import before_article
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 48  # characters before a name
_BETWEEN = 5  # spaces between a word for giving out and "by": "este lunes por la noche por"
_WHEN = (Kind.WEEKDAY, Kind.DAY, Kind.MONTH)
_OTHERS = (Kind.EVENT, Kind.PEOPLE, Kind.SAYS, Kind.ORGAN, Kind.ACTOR, Kind.PUBLISHER)


def is_given_by(passage: Passage, start: int) -> bool:
    """Whether a name stands after "by", and a word for giving out and its day before that.

    Where "by" is also "of", the day alone tells the two apart: "publicat sâmbătă de poliție". A
    sentence that looks back is left to `released_by`.
    """
    if passage.of(Kind.BACKWARD):
        return False
    begin = max(passage.start, start - _WINDOW)
    giving = passage.of(Kind.GIVING, begin, start)[-1:]
    agent = _by(passage, start)
    if not giving or agent is None or agent < giving[0].end:
        return False
    gap = (giving[0].end, agent)
    dated = any(passage.of(kind, *gap) for kind in _WHEN)
    others = any(passage.of(kind, *gap) for kind in _OTHERS)
    near = passage.words(*gap) <= _BETWEEN and not passage.has_comma(*gap)
    return dated and near and not others


def _by(passage: Passage, start: int) -> int | None:
    """Where "by" or "of" begins that stands right before a name or its article."""
    for place in (start, before_article(passage, start)):
        for mark in passage.of(Kind.AGENT_BEFORE, max(passage.start, place - _WINDOW), place)[-1:]:
            if not passage.text[mark.end : place].strip():
                return mark.start
        for word in passage.pack.genitives:
            first = place - len(word) - 1
            if passage.text.startswith(f" {word} ", first - 1) and first > passage.start:
                return first
    return None
