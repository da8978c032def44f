"""How loosely an event hangs together with a number: words, commas and numbers between the two."""

from casualty_ledger.extract.candidate import Event
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.coordination import objects, opens_clause, subjects
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.events.parts import Portion
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import DASHES, Passage

BESIDE = 2.0  # the cost of an event that stands beside its number
CROSSED = 12.0  # of a number between an event and another number
OF_ANOTHER = 5.0  # of an event that another number has, or is nearer to
_WEIGHTS = {Event.STRENGTH: 12.0, Event.PRESENT: 2.0, Event.ENGAGED: 4.0}
_LEADS = 16  # characters in which a relative pronoun stands
_OPENING = (",", "(", "\u2014")
_DOTS = ("\u00b7", "\u30fb")  # of the Korean and the Japanese print
_CLOSING = ",)\u2014"
_ASIDE_WORDS = 8
_TELLING = (Kind.EVENT, Kind.SAYS, Kind.SAID_BY, Kind.JOINER)
_THOSE = ("\u7684", "\u8005")  # who, after a verb: 受傷的, 負傷者
_PHRASE = 2  # words from a loss that opens a clause to its number: "yaralılar ise 3.700"
_PARTS_WITHIN = 4  # words before a clause of parts


def closeness(passage: Passage, portion: Portion, cue: Cue) -> float | None:
    """The cost of giving an event to a number; None where it is that of the next number.

    Each word between the two costs about one.
    """
    count, whole = portion.count, portion.whole
    weight = _WEIGHTS.get(cue.event, 0.0)
    if is_within(cue, count):
        return weight
    if whole is not None and whole.end <= cue.start:
        past = passage.cost(whole.end, cue.start)
        if befell_all(passage, whole, cue):
            weight += CROSSED
        return weight + past + CROSSED * passage.crossed(whole.end, cue.start)
    if cue.start < count.end:
        return _before(passage, portion, cue, weight)
    return _after(passage, count, cue, weight)


def befell_all(passage: Passage, whole: Count, cue: Cue) -> bool:
    """Whether a clause about a whole tells an event: "one of the two whom they captured"."""
    for leads in passage.of(Kind.RELATIVE, whole.last, cue.start)[:1]:
        near = passage.words(whole.last, leads.start) <= _PHRASE
        return near and not passage.of(Kind.EVENT, leads.end, cue.start)
    return False


def is_within(cue: Cue, count: Count) -> bool:
    """Whether an event and a number share letters."""
    return cue.start < count.end and cue.end > count.start


def _before(passage: Passage, portion: Portion, cue: Cue, weight: float) -> float:
    """The cost of an event before a number, or before its parts."""
    count = portion.count
    if portion.parts is not None and cue.end <= portion.parts:
        return weight + passage.cost(cue.end, portion.parts)
    # "losses: personnel - 57,750"
    first = count.first if cue.end <= count.first else count.start
    crossed = passage.crossed(cue.end, first)
    if _tells(passage, cue.end, first):
        weight += OF_ANOTHER  # "a captured man said that 60 ...": it befell who speaks
    if passage.of(Kind.WHOLE, cue.start, count.start):
        weight += OF_ANOTHER  # 사상자 중 600명: the losses are the whole
    if opens_clause(passage, count, cue):
        weight += CROSSED
    if crossed:
        crossed -= objects(passage, count, cue)
    return weight + passage.cost(cue.end, first) + CROSSED * crossed


def _tells(passage: Passage, start: int, end: int) -> bool:
    """Whether a verb of saying and "that" stand between an event and a number."""
    return any(
        passage.words(verb.end, that.start) <= 1 and not passage.has_comma(start, verb.start)
        for verb in passage.of(Kind.SAYS, start, end)[-1:]
        for that in passage.of(Kind.RELATIVE, verb.end, end)[:1]
    )


def _after(passage: Passage, count: Count, cue: Cue, weight: float) -> float | None:
    """The cost of an event after a number; None where it is that of the next number."""
    if _is_of_the_next(passage, count, cue) or _is_helped(passage, count, cue):
        return None
    if _opens_topic(passage, count, cue):
        return None
    if _is_attribute(passage, count, cue):
        return weight + min(BESIDE, passage.cost(count.end, cue.start))
    if _is_predicate(passage, count, cue):
        return weight + BESIDE
    resumed = _past_parts(passage, count, cue)
    if resumed is not None:
        return weight + BESIDE + passage.cost(resumed, cue.start)
    joined = _past_joined(passage, count, cue)
    if joined is not None:
        return weight + passage.cost(joined, cue.start)
    aside = _past_aside(passage, count, cue)
    if aside is not None:
        return weight + BESIDE + passage.cost(aside, cue.start)
    crossed = passage.crossed(count.end, cue.start)
    if crossed:
        crossed -= subjects(passage, count, cue)
    told = _relative(passage, count, cue)
    return weight + passage.cost(count.end, cue.start) + CROSSED * crossed - told


def _is_helped(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether a number is the subject and a loss the object of a verb that ends the sentence.

    "군인 1명이 부상자를 도왔다": one soldier helped the wounded, and is none of them. A wound is
    no person, though: 5명이 중상을 당했다, 4人が行方不明になった.
    """
    if not passage.pack.head_before:
        return False
    if cue.event in LOSSES and not passage.of(Kind.PEOPLE, cue.start, cue.end):
        return False
    subjects = passage.of(Kind.TOPIC, count.end, cue.start)
    return bool(subjects) and passage.marks.touching(Kind.OBJECT, cue.end, cue.end + 1)


def _opens_topic(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether a loss past a comma begins to tell of others, in Chinese: 打死18名,受傷的也有多人.

    Its particle makes it a noun, those who were hurt.
    """
    if cue.event not in LOSSES or not passage.pack.objects_after:
        return False
    if passage.text[cue.end : cue.end + 1] not in _THOSE:
        return False
    comma = passage.text.rfind(",", count.end, cue.start)
    return comma >= 0 and not passage.text[comma + 1 : cue.start].strip()


def _is_predicate(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether a dash alone stands between a number and what befell them: "of these 1,000 - dead".

    Not where another number follows, which may be that of the event.
    """
    last = count.last if count.last <= cue.start else count.end  # their noun may be the event
    dash = passage.text[last : cue.start]
    if dash.strip() not in DASHES or dash == dash.strip():
        return False
    return not any(
        start >= cue.end and passage.words(cue.end, start) <= 1 for start, _ in passage.numbers
    )


def _is_attribute(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event stands between number and noun: 11.000 nach Kursk entsandte Soldaten."""
    head = count.head
    if head is None or cue.start < count.end or cue.end > head.start:
        return False
    return not passage.crossed(count.end, cue.start)


def _relative(passage: Passage, count: Count, cue: Cue) -> float:
    """What a comma and a relative pronoun right after the counted cost: they part nothing."""
    end = count.last
    if cue.start < end:
        return 0.0
    marks = passage.of(Kind.RELATIVE, end, min(cue.start, end + _LEADS))[:1]
    beside = [one for one in marks if not passage.text[end : one.start].strip(" ,")]
    return passage.cost(end, beside[0].end) if beside else 0.0


def _past_parts(passage: Passage, count: Count, cue: Cue) -> int | None:
    """Where a clause ends that tells of whom the counted consist: ", including 500 officers,".

    Or ", three of them officers,".
    """
    end = count.last
    part = _part_of_them(passage, end, cue.start)
    if part is not None and not passage.crossed(cue.end, passage.end):
        return _closed(passage, part, cue.start)
    parts = passage.of(Kind.BREAKDOWN, end, cue.start)[:1]
    if not parts or passage.words(end, parts[0].start) > _PARTS_WITHIN:
        return None
    if not passage.text[end : parts[0].start].rstrip().endswith(_OPENING):
        return None
    if not passage.crossed(parts[0].end, cue.start) or passage.crossed(cue.end, passage.end):
        return None  # no parts, or a list of them that goes on
    return _closed(passage, end, cue.start)


def _part_of_them(passage: Passage, start: int, end: int) -> int | None:
    """Where a number begins that a comma precedes and "of them" follows: ", three of them"."""
    part = next((one for one in passage.numbers if one[0] >= start and one[1] <= end), None)
    if part is None or not passage.text[start : part[0]].rstrip().endswith(_OPENING):
        return None
    if passage.words(start, part[0]) > _PARTS_WITHIN or passage.of(Kind.EVENT, start, part[0]):
        return None
    after = passage.of(Kind.BREAKDOWN, part[1], end)[:1]
    return part[0] if after and not passage.text[part[1] : after[0].start].strip() else None


def _past_joined(passage: Passage, count: Count, cue: Cue) -> int | None:
    """Where an aside ends that names others of the same fate: "13, as well as two civilians, died".

    Both commas tell it from a list and from a new clause.
    """
    opening = passage.text.find(",", count.end, cue.start)
    joiners = passage.of(Kind.JOINER, opening, cue.start)[:1] if opening >= 0 else []
    if not joiners or passage.text[opening + 1 : joiners[0].start].strip():
        return None
    close = passage.text.find(",", joiners[0].end, cue.start)
    if close < 0 or passage.words(count.end, opening) > _PARTS_WITHIN:
        return None
    told = passage.of(Kind.EVENT, count.end, close)
    named = passage.crossed(joiners[0].end, close) and not passage.crossed(count.end, opening)
    return close + 1 if named and not told and not passage.crossed(close, cue.start) else None


def _past_aside(passage: Passage, count: Count, cue: Cue) -> int | None:
    """Where an aside ends that only says who the counted are: "100 engineers, so-called sappers,".

    It stands between two commas, the noun right before them, and tells nothing.
    """
    end = count.last
    if passage.text[end : end + 1] != ",":
        return None
    close = passage.text.find(",", end + 1, cue.start)
    if close < 0 or passage.words(end, close) > _ASIDE_WORDS:
        return None
    if passage.crossed(end, cue.start) or passage.has_comma(close + 1, cue.start):
        return None
    told = any(passage.of(kind, end, close) for kind in _TELLING)
    return None if told else close + 1


def _closed(passage: Passage, start: int, end: int) -> int | None:
    """Where the first mark ends that closes an aside after the last number of a stretch."""
    last = max(stop for first, stop in passage.numbers if first >= start and stop <= end)
    places = [passage.text.find(mark, last, end) for mark in _CLOSING]
    closing = [place for place in places if place >= 0]
    if not closing:
        return None
    close = min(closing)
    while close + 1 < end and passage.text[close + 1] == passage.text[close]:
        close += 1  # a dash of two signs
    return close + 1


def _adds(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether "and" stands between a number and an event, where nouns follow their numbers.

    Where they lead them a dot does, in a list without spaces: 참전 15명·사망 5명.
    """
    if passage.pack.head_before:
        return passage.text[count.last : cue.start] in _DOTS
    glued = passage.text[count.last : cue.start].strip() in passage.pack.prefixes
    return glued or bool(passage.of(Kind.JOINER, count.end, cue.start))


def _is_of_the_next(passage: Passage, count: Count, cue: Cue) -> bool:
    """Whether an event past a comma or "and" leads the number after it: "... and wounded 200".

    Where nouns lead their numbers a comma alone says so: 1만1천, 사상자 4천.
    """
    if not passage.has_comma(count.end, cue.start) and not _adds(passage, count, cue):
        return False
    following = [start for start, _ in passage.numbers if start >= cue.end]
    if not following:
        return False
    opens = cue.event in LOSSES and passage.text[count.end : cue.start].rstrip().endswith(",")
    return passage.words(cue.end, following[0]) <= (_PHRASE if opens else 1)
