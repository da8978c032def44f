"""The noun by which a text calls people of whom it does not say whose they are: soldiers, women."""

from casualty_ledger.extract.answers import Force, Statement
from casualty_ledger.extract.candidate import Event, Found
from casualty_ledger.extract.claimants.verbs import precedes, says_after
from casualty_ledger.extract.counting.counts import Count, is_bare
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.forces.bodies import body_end
from casualty_ledger.extract.forces.fighters import fighter_beside
from casualty_ledger.extract.forces.nearest import DONE_TO, is_predicate
from casualty_ledger.extract.forces.predicates import predicate
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import COMMAS, Passage
from casualty_ledger.extract.text import Text

_JOINED = 48  # characters before a noun in which whom it is named with stands
_LINK_WORDS = 2  # spaces around an article beside "and"
_COLONS = frozenset(":\uff1a")  # end what a headline tells of: "army fights rebels: 9 dead"
_NAMING = (Kind.COUNTRY, Kind.ORGAN, Kind.ACTOR, Kind.PEOPLE)


def called(document: Text, statement: Statement, count: Count, cue: Cue | None) -> Force | None:
    """The people whom a number counts, by its noun, or by that of the people told of before it."""
    passage = statement.passage
    noun = _deserters(document, passage, count, cue) or noun_of(document, passage, count)
    if noun is not None:
        return Force(noun, Found.PHRASE)
    before = noun_before(document, passage, count, cue)
    if before is not None:
        return Force(before, Found.SENTENCE)
    earlier = _told_before(document) or document.forces.called
    return Force(earlier, Found.EARLIER_SENTENCE) if earlier is not None else None


def _deserters(document: Text, passage: Passage, count: Count, cue: Cue | None) -> str | None:
    """The word of deserting beside a number whose event is another: "12 deserters were killed"."""
    if cue is None or cue.event is Event.DESERTED:
        return None
    for mark in passage.of(Kind.EVENT, count.end, passage.end)[:1]:
        if mark.code == Event.DESERTED and passage.text[count.end : mark.start] == " ":
            return document.original[mark.start : mark.end]
    return None


def has_no_noun(document: Text, passage: Passage, count: Count) -> bool:
    """Whether a number has no noun of its own: 12人が負傷した, seven others were captured."""
    head = count.head
    if predicate(passage, count) is not None:
        return False
    if is_bare(passage, count) or (head and passage.of(Kind.AUXILIARY, head.start, head.end)):
        return True
    others = passage.of(Kind.ADDITION, head.start, head.end) if head is not None else []
    if head and any((one.start, one.end) == (head.start, head.end) for one in others):
        return True  # twelve others
    parts = passage.of(Kind.BREAKDOWN, count.start, passage.end) if head is not None else []
    if head and any(one.start < head.end and head.start < one.end for one in parts):
        return True  # two of them
    counts = head is not None and passage.text[head.start : head.end] in document.lex.counters
    return counts and fighter_beside(passage, count) is None


def noun_of(document: Text, passage: Passage, count: Count) -> str | None:
    """The noun of a number as printed; where a counter follows it, the one for fighters beside."""
    beside = fighter_beside(passage, count) if passage.pack.head_before else None
    if beside is not None and not _tells(passage, beside):
        return document.original[beside.start : beside.end]
    described = predicate(passage, count) or _described(passage, count)
    if described is not None:
        return document.original[described.start : described.end]
    if count.head is None or has_no_noun(document, passage, count):
        return None
    end = body_end(passage, count.head, document.original)
    return document.original[count.head.start : end or count.head.end]


def _described(passage: Passage, count: Count) -> Mark | None:
    """The noun that a word of loss after a number describes: 20 mrtvých vojáků."""
    head = count.head
    if head is None or head.start < count.start or not is_bare(passage, count):
        return None
    for noun in passage.of(Kind.PEOPLE, head.end, passage.end)[:1]:
        if passage.text[head.end : noun.start] == " " and not _tells(passage, noun):
            return noun
    return None


def noun_before(document: Text, passage: Passage, count: Count, cue: Cue | None) -> str | None:
    """The people named before a number without a noun, with no other number or clause between.

    "Of the rebels it killed 20", "военных погибло 37". Who speaks or kills is not counted.
    """
    marks = passage.of(Kind.PEOPLE, passage.start, count.start)
    found = [
        one
        for one in marks
        if passage.text[one.start : one.end] not in document.lex.counters
        and not _tells(passage, one)
        and not _speaks(passage, one)
    ]
    if not found or passage.crossed(found[-1].end, count.start):
        return None
    noun = found[-1]
    if cue is not None and _kill(passage, noun, cue, count):
        return None
    if _is_joined(passage, noun):
        return None
    gap = (noun.end, count.start)
    if passage.of(Kind.BARRIER, *gap) and passage.has_comma(*gap):
        return None
    if not _COLONS.isdisjoint(passage.text[noun.end : count.start]):
        return None
    return document.original[noun.start : noun.end]


def _is_joined(passage: Passage, noun: Mark) -> bool:
    """Whether people are named with others, so that nobody knows of whom the dead were.

    "The army and the rebels fought, and 30 died".
    """
    if passage.pack.head_before:
        return False  # there "and" may end the clause before
    near = (max(passage.start, noun.start - _JOINED), noun.start)
    for joiner in passage.of(Kind.JOINER, *near)[-1:]:
        before = [*passage.of(Kind.ORGAN, *near), *passage.of(Kind.PEOPLE, *near)]
        linked = [one for one in before if one.end <= joiner.start]
        gap = max((one.end for one in linked), default=passage.start)
        words = passage.words(gap, joiner.start), passage.words(joiner.end, noun.start)
        return bool(linked) and words[0] <= _LINK_WORDS and words[1] <= _LINK_WORDS
    return False


def _kill(passage: Passage, people: Mark, cue: Cue, count: Count) -> bool:
    """Whether people named before a loss are who inflicted it: "rebels killed 20"."""
    if cue.event not in DONE_TO or not people.end <= cue.start < count.start:
        return False
    dying = passage.of(Kind.DYING, cue.start, cue.end)
    return not dying and not is_predicate(passage, cue, count)


def _told_before(document: Text) -> str | None:
    """The people of whom the sentence before tells: by its number, else by the noun it ends with.

    "A truck with soldiers hit a mine. Two of them died."
    """
    if document.forces.called is not None and document.forces.called_age <= 1:
        return document.forces.called
    for passage in document.before():
        people = [one for one in passage.of(Kind.PEOPLE) if not _tells(passage, one)]
        for noun in people[-1:]:
            name = document.original[noun.start : noun.end]
            if not _speaks(passage, noun) and name not in document.lex.counters:
                return name
    return None


def goes_on(statement: Statement, count: Count) -> bool:
    """Whether a bare number goes on from the one before in its sentence: "5 men, and wounded 20".

    Nobody else is named between the two, or right before the number after that.
    """
    passage = statement.passage
    before = [one for one in statement.counts if one.last <= count.start]
    if not before or count.first < before[-1].last:
        return False
    start = _next_part(passage, _past_state(passage, before[-1].last), count.start)
    return not any(
        not _tells(passage, mark) and not count.first <= mark.start < count.last
        for kind in _NAMING
        for mark in passage.of(kind, start, count.start)
    )


def _past_state(passage: Passage, end: int) -> int:
    """Where a noun that ends at a place ends with its state, where adjectives follow nouns."""
    if not passage.pack.adjectives_after:
        return end
    states = passage.of(Kind.COUNTRY, end, passage.end)[:1]
    return states[0].end if states and states[0].start == end + 1 else end


def _next_part(passage: Passage, start: int, end: int) -> int:
    """Where the part of a sentence begins that follows a number and its noun: at "and", a comma."""
    joined = [mark.start for mark in passage.of(Kind.JOINER, start, end)[:1]]
    commas = [place for place in range(start, end) if passage.text[place] in COMMAS][:1]
    return min([*joined, *commas], default=start)


def _tells(passage: Passage, noun: Mark) -> bool:
    """Whether a noun only tells what befell people: the dead, prisoners."""
    return passage.marks.touching(Kind.EVENT, noun.start, noun.end)  # şehit olurken


def _speaks(passage: Passage, people: Mark) -> bool:
    return precedes(passage, Kind.SAYS, people.start) or says_after(passage, people.end)
