"""Who says so: claimant, the person who voiced it, and who passed it on."""

from dataclasses import dataclass

from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.claimants.given import is_given_by
from casualty_ledger.extract.claimants.source import SOURCES, Source
from casualty_ledger.extract.claimants.subjects import is_oblique
from casualty_ledger.extract.claimants.verbs import SUBJECTS
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import STRONG, Passage

_FIGURE = 7.0
_LAST = 12  # characters
_FULL_STOP = 6  # characters of an ending and a full stop
_ADVERBS = 5  # words between who speaks and the verb: when, where and to whom
_ARMIES = "\uad70\u8ecd\u519b"  # army, after a state
_DOES = 2  # words between a person and what the person does


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who gave a figure and how it came here."""

    claimant: str | None
    basis: Found
    person: str | None = None
    source: Source | None = None


def attribute(
    passage: Passage, count: Count, found: list[Source], previous: Attribution | None, floor: int
) -> Attribution | None:
    """Who gave a number, as far as its own sentence says.

    `previous` is what was found for the number before in the same sentence, `floor` where that
    one ends.
    """
    claimants = [one for one in found if one.claimant and not (one.news or one.takes)]
    between = [
        source for source in claimants if floor <= source.start and source.end <= count.start
    ]
    speaking = [source for source in between if source.attributed]
    final = _final(passage, count, claimants)
    if final is not None and not (speaking and _is_cited(passage, speaking[-1])):
        return _of(final, found)
    if speaking:
        best = max(speaking, key=lambda one: (one.rank, one.start))
        person = _speaks_for(passage, count, best, claimants)
        if person is not None:
            return _of(person, found)
        silent = [
            one
            for one in between
            if one.rank > best.rank and one.start >= best.end and not _does(passage, one, count)
        ]
        return _of(silent[-1] if silent and best.rank == 1 else best, found)
    if between and passage.text[between[-1].end : count.start].strip() == "(":
        return _of(between[-1], found)  # "the service's figures (300 killed)"
    after = [source for source in claimants if source.start >= count.end and source.attributed]
    cited = [source for source in after if _cited_for(passage, count, source)]
    if cited:
        told = [one for one in after if one.end <= cited[0].start and one.rank > cited[0].rank]
        passing = cited[0].rank == 0 and bool(told)  # "said he, according to Radio X"
        return _of(told[0] if passing else cited[0], found)
    if previous is not None:
        return previous
    if after:
        return _of(max(after, key=lambda one: (one.rank, -one.start)), found)
    silent = [
        source
        for source in claimants
        if source.rank > 1
        and source.role != SOURCES
        and not source.attributed
        and not _is_agent(passage, source)
        and not is_oblique(passage, source.start, source.end)
        and not _of_phrase(passage, count, source)
        and not _acts(passage, source)
        and not _does(passage, source, count)
    ]
    before = [source for source in silent if source.end <= count.start]
    if before or (silent and not any(source.attributed for source in found)):
        return _of((before or silent)[-1 if before else 0], found)
    return None


def _final(passage: Passage, count: Count, claimants: list[Source]) -> Source | None:
    """Who stands right before the verb of saying that ends a sentence: "Kim ...고 국정원이 밝혔다".

    What opens such a sentence is what they speak of.
    """
    verbs = passage.of(Kind.SAYS) if passage.pack.head_before else []
    if not verbs or passage.end - verbs[-1].end > _FULL_STOP:
        return None
    for source in claimants[::-1]:
        between = (source.end, verbs[-1].start)
        if count.end <= source.start and source.attributed and source.end <= verbs[-1].start:
            near = passage.words(*between) <= _ADVERBS and not passage.has_comma(*between)
            broken = not STRONG.isdisjoint(passage.text[count.end : source.start])
            subject = near and not broken and _is_subject(passage, *between)
            return source if subject and not passage.crossed(*between) else None
    return None


def _is_subject(passage: Passage, start: int, end: int) -> bool:
    """Whether a name before a verb is its subject, where a particle says so: 국정원이, not 김과."""
    if passage.pack.matching == "words" or not passage.text[start:end].strip():
        return True
    return bool(passage.of(Kind.TOPIC, start, end) or passage.of(Kind.SAID_BY_AFTER, start, end))


def _is_cited(passage: Passage, source: Source) -> bool:
    """Whether words such as 에 따르면 stand right after a name."""
    limit = min(passage.end, source.end + _LAST)
    return bool(passage.of(Kind.SAID_BY_AFTER, source.end, limit))


def _speaks_for(
    passage: Passage, count: Count, state: Source, claimants: list[Source]
) -> Source | None:
    """Who is named after a figure that a state gives: "Ukraine estimates ..., said Zelensky"."""
    if state.rank != 1:
        return None
    for source in claimants:
        after = source.start >= count.end and not passage.crossed(count.end, source.start)
        if after and source.rank > state.rank and source.attributed:
            return source
    return None


def _of_phrase(passage: Passage, count: Count, source: Source) -> bool:
    """Whether a name belongs to the people who are counted: "11,000 soldiers of Kim Jong Un"."""
    end = max(count.end, count.head.end if count.head is not None else 0)
    near = source.start >= count.end and passage.words(end, source.start) <= 2
    return near and not passage.has_comma(end, source.start)


def _does(passage: Passage, source: Source, count: Count) -> bool:
    """Whether somebody who says nothing does or suffers what is counted: "Kim sent 11,000 men"."""
    if source.attributed:
        return False
    end = count.start if source.end <= count.start else passage.end
    events = passage.of(Kind.EVENT, source.end, end)[:1]
    return any(
        passage.words(source.end, one.start) <= _DOES
        and not passage.has_comma(source.end, one.start)
        for one in events
    )


def _acts(passage: Passage, source: Source) -> bool:
    """Whether particles or a noun for an army make a name who acts: ロシア当局が, NATO군이."""
    if passage.pack.matching == "words":
        return False
    following = passage.text[source.end : source.end + 1]
    if not following or passage.of(Kind.SAYS, source.end, passage.end):
        return False
    return following in SUBJECTS + _ARMIES


def _is_agent(passage: Passage, source: Source) -> bool:
    """Whether "by" makes a name the doer of something: "the war begun by the president"."""
    marks = passage.of(Kind.AGENT_BEFORE, passage.start, source.start)[-1:]
    return any(
        passage.words(mark.end, source.start) <= 1
        and not passage.of(Kind.SAID_BY, passage.start, mark.start)
        for mark in marks
    )


def _cited_for(passage: Passage, count: Count, source: Source) -> bool:
    """Whether words such as "according to" tie a source to the number right before them."""
    cited = passage.of(Kind.SAID_BY, count.end, source.start)
    if is_given_by(passage, source.start) and cited:
        return passage.cost(count.end, cited[0].start) <= _FIGURE
    return (
        bool(cited)
        and not passage.crossed(count.end, source.start)
        and passage.words(cited[-1].end, source.start) <= 2
        and passage.cost(count.end, cited[-1].start) <= _FIGURE
    )


def _of(source: Source, found: list[Source]) -> Attribution:
    person = source.person
    if person is None:
        voices = [one for one in found if one.rank == 2 and one.person and one.attributed]
        person = voices[0].person if voices else None
    return Attribution(source.claimant, Found.SENTENCE, person, source)
