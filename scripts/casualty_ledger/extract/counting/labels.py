"""What stands before a dash or a colon right before a number: "tanks - 9,113"."""

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_LABELLED = frozenset("-\u2014:")
_CLAUSE_MARKS = frozenset(",;.()\n")
_LONGEST = 60  # characters
_NEXT_TO = 4  # words that may follow a number of a list: "160 Ukrainian troops"
_QUOTES = frozenset('"\u00ab\u201c\u201e')
_OF_PEOPLE = (
    Kind.PEOPLE, Kind.EVENT, Kind.SPEAKER, Kind.ACTOR, Kind.COUNTRY, Kind.ORGAN, Kind.PUBLISHER,
    Kind.SCOPE, Kind.BREAKDOWN, Kind.STATUS, Kind.PLACE, Kind.ADDITION, Kind.SAYS,
)  # fmt: skip


def label_of(passage: Passage, start: int) -> tuple[int, int] | None:
    """Where the label of a number begins and ends; None where no dash or colon ties one to it."""
    place = start
    while place > passage.start and passage.text[place - 1] == " ":
        place -= 1
    if place <= passage.start or passage.text[place - 1] not in _LABELLED:
        return None
    if passage.text[place - 1] == "-" and (place == start or passage.text[place - 2] != " "):
        return None
    end = place - 1
    begin = max(passage.start, end - _LONGEST)
    while end > begin and passage.text[end - 1] not in _CLAUSE_MARKS:
        end -= 1
    return end, place - 1


def opens_parts(passage: Passage, before: Count, start: int, end: int) -> bool:
    """Whether a colon and a number lead from a whole to its first part: "divided thus: 391 of".

    What follows the number says that it counts people of an army, or at a place.
    """
    label = label_of(passage, start)
    if label is None or label[1] < before.end or passage.text[label[1]] != ":":
        return False
    if passage.of(Kind.NOT_PEOPLE, before.end, start):
        return False
    return any(
        passage.marks.touching(kind, end, end + 2) for kind in (Kind.PARTITIVE, Kind.PLACE_BEFORE)
    )


def goes_on(passage: Passage, before: Count, start: int, original: str) -> bool:
    """Whether a number goes on a list of people under names: "North lost 160, West - over 220".

    `original` is the text with its capitals; a list under things has none.
    """
    label = label_of(passage, start)
    if label is None or label[0] < before.end or passage.of(Kind.NOT_PEOPLE, *label):
        return False
    name = original[label[0] : label[1]].strip()
    quoted = name[:1] in _QUOTES
    capital = name[:1].isupper() and not passage.pack.capital_nouns
    beside = passage.words(before.last, label[0]) <= _NEXT_TO
    return beside and (quoted or capital) and not passage.of(Kind.SAYS, before.end, start)


def speaks_of_people(passage: Passage, start: int, end: int) -> bool:
    """Whether a label names people, what happened to them, or who says so."""
    things, people = passage.of(Kind.NOT_PEOPLE, start, end), passage.of(Kind.PEOPLE, start, end)
    if things and (not people or things[-1].start > people[-1].start):
        return bool(passage.of(Kind.SCOPE, start, end))
    return any(passage.of(kind, start, end) for kind in _OF_PEOPLE) or start == end


def people_in(passage: Passage, label: tuple[int, int] | None) -> Mark | None:
    """The last noun for people in a label, if there is either."""
    people = passage.of(Kind.PEOPLE, *label) if label is not None else []
    return people[-1] if people else None
