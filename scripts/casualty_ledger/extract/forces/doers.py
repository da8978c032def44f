"""Who inflicts a loss, in languages whose verbs end or begin a clause: 乌军击毙300人."""

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.events.cues import Cue
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_FORM_WITHIN = 8  # characters from a word of loss to the end of its form
_SUBJECT_WITHIN = 10  # characters from a state to its particle: 러시아 당국이
_OFFICES = (Kind.PEOPLE, Kind.ORGAN, Kind.ACTOR, Kind.POPULATION)
_AFTER_VERB = 3  # spaces between a verb and its subject
_BEFORE_NUMBER = 2  # spaces between a subject and a number


def inflicts(passage: Passage, mark: Mark, count: Count, cue: Cue | None) -> bool:
    """Whether a state is the subject of a verb by which others are killed, hurt or captured.

    Such verbs stand under `inflicting`. Where a language file has none, the verb stands between
    its subject and its number, and their order tells it.
    """
    if cue is None or not _is_inflicted(passage, cue):
        return False
    if passage.pack.verb_first:
        return _follows_verb(passage, mark, count, cue)
    if mark.end > cue.start or passage.of(Kind.AGENT_BEFORE, mark.end, cue.start):
        return False
    if passage.pack.matching == "anywhere" and cue.end <= count.start:
        return True  # 乌军击毙300人
    if count.last <= mark.start and not passage.of(Kind.COUNTRY, mark.end, cue.start):
        return True  # 300人被乌军击毙, 这300人是乌军俘获的
    return mark.end <= count.first and _is_subject(passage, mark, count)


def _is_inflicted(passage: Passage, cue: Cue) -> bool:
    """Whether what befell the counted is a verb that somebody does to others."""
    end = min(passage.end, cue.end + _FORM_WITHIN)
    return any(one.start < cue.end for one in passage.of(Kind.INFLICTING, cue.start, end))


def _follows_verb(passage: Passage, mark: Mark, count: Count, cue: Cue) -> bool:
    """Whether a state is the subject after its verb: قتلت القوات الأوكرانية 300."""
    if not cue.end <= mark.start < mark.end <= count.start:
        return False
    gap = (cue.end, mark.start)
    if passage.of(Kind.PARTITIVE, *gap) or passage.crossed(*gap) or passage.has_comma(*gap):
        return False
    return (
        passage.words(*gap) <= _AFTER_VERB
        and passage.words(mark.end, count.start) <= _BEFORE_NUMBER
    )


def _is_subject(passage: Passage, mark: Mark, count: Count) -> bool:
    """Whether a particle makes a state the subject, or it begins the sentence without any."""
    if passage.pack.oblique:
        return _is_bare_subject(passage, mark, count)
    for particle in passage.of(Kind.TOPIC, mark.end, min(passage.end, mark.end + _SUBJECT_WITHIN)):
        gap = passage.text[mark.end : particle.start]
        offices = [one for kind in _OFFICES for one in passage.of(kind, mark.start, particle.start)]
        if not gap or any(one.end == particle.start for one in offices):
            return True
    return False


def _is_bare_subject(passage: Passage, mark: Mark, count: Count) -> bool:
    """Whether no ending shows that a state is something else: Ukrayna ordusu 300 kişiyi öldürdü."""
    words = passage.text[mark.start : count.first].split()
    return mark.start == passage.start and not any(
        word.endswith(passage.pack.oblique) for word in words
    )
