"""What stands between commas after a name, and the verb of saying past it."""

from casualty_ledger.extract.claimants.source import OUTLET, Source
from casualty_ledger.extract.claimants.verbs import has_object
from casualty_ledger.extract.marking.articles import past_genitive
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 48  # characters to look for a verb of saying
_CLOSE = 2  # words
_OWNER = 4  # words
_ASIDE = 90  # characters
_OUTLET_WITHIN = 24  # characters after the name of a medium
_SPEAKING = (Kind.ORGAN, Kind.ACTOR)


def closes_aside(passage: Passage, start: int, end: int) -> bool:
    """Whether a name only closes what commas tell of another: "X, allied to Y, said".

    Nothing in the aside says or cites: "the agency, citing Y, said".
    """
    if passage.text[end : end + 1] != ",":
        return False
    begin = passage.text.rfind(",", passage.start, start)
    if begin < 0 or not passage.text[begin + 1 : start].strip():
        return False
    window = (max(passage.start, begin - _WINDOW), begin)
    named = [one for kind in _SPEAKING for one in passage.of(kind, *window)[-1:]]
    if any(one.end == begin for one in named):
        return not passage.of(Kind.SAYS, begin, start) and not passage.of(
            Kind.SAID_BY, begin, start
        )
    clause = passage.of(Kind.RELATIVE, begin, start)[:1]
    return any(
        not passage.text[begin + 1 : one.start].strip()
        and not passage.of(Kind.SAYS, one.end, start)
        for one in clause
    )


def opens_aside(passage: Passage, end: int, verb: Mark) -> bool:
    """Whether a verb after a comma begins an aside: "the army, as the report says, lost"."""
    return passage.has_comma(end, verb.start) and any(
        cited.start <= verb.start and verb.end <= cited.end
        for cited in passage.of(Kind.SAID_BY, end, min(passage.end, end + 2 * _WINDOW))
    )


def says_after_aside(passage: Passage, end: int) -> bool:
    """Whether a verb of saying follows what commas tell of a name: "Lee, a member of ..., told".

    What the name is of may stand before the first comma: "un responsable de la police, sous
    couvert d'anonymat, a dit".
    """
    end = _past_owner(passage, end)
    if passage.text[end : end + 1] != ",":
        return False
    closing = passage.text.find(",", end + 1, min(passage.end, end + _ASIDE))
    if closing < 0 or passage.crossed(end, closing):
        return False
    verbs = passage.of(Kind.SAYS, closing, min(passage.end, closing + _WINDOW))
    beside = bool(verbs) and passage.words(closing, verbs[0].start) <= _CLOSE
    return beside and not has_object(passage, verbs[0].end)  # else that one says so


def _past_owner(passage: Passage, end: int) -> int:
    """The comma behind "of" and a few words after a name that opens a sentence, or its end."""
    if passage.words(passage.start, end) > _OWNER:
        return end
    comma = passage.text.find(",", end, min(passage.end, end + _WINDOW))
    if comma < 0 or passage.words(end, comma) > _OWNER or past_genitive(passage, end) is None:
        return end
    kinds = (Kind.SAYS, Kind.EVENT, Kind.RELATIVE, Kind.BARRIER, Kind.SAID_BY, Kind.PLACE_BEFORE)
    after = end + 2  # "der" is "of the" as well as "who"
    return end if any(passage.of(kind, after, comma) for kind in kinds) else comma


def is_told_aside(passage: Passage, end: int) -> bool:
    """Whether a verb between commas, with no subject, tells of a name: "Kim, ha riferito, invia".

    Asked where adjectives follow nouns: there verbs of saying often have no subject.
    """
    if not passage.pack.adjectives_after or passage.text[end : end + 1] != ",":
        return False
    return any(
        verb.start == end + 2 and passage.text[verb.end : verb.end + 1] == ","
        for verb in passage.of(Kind.SAYS, end, min(passage.end, end + _WINDOW))[:1]
    )


def only_relays(passage: Passage, source: Source, others: list[Source]) -> bool:
    """Whether a medium is only cited between a name that speaks and what that says.

    "Le ministère, selon la chaîne X, a déclaré que": the ministry speaks, and X passes it on.
    """
    if source.role != OUTLET:
        return False
    opening = passage.text.rfind(",", max(passage.start, source.start - _ASIDE), source.start)
    closing = passage.text.find(",", source.end, min(passage.end, source.end + _OUTLET_WITHIN))
    if opening < 0 or closing < 0 or not passage.of(Kind.SAID_BY, opening, source.start):
        return False
    goes_on = any(
        passage.words(closing, one.start) <= _CLOSE
        for kind in (Kind.THAT, Kind.SAYS)
        for one in passage.of(kind, closing, min(passage.end, closing + _WINDOW))[:1]
    )
    return goes_on and any(
        one.end <= opening and one.attributed and passage.words(one.end, opening) <= 1
        for one in others
    )
