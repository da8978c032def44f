"""Forces said to have their dead: "the army had four dead", "las tropas sufrieron 12 bajas"."""

from casualty_ledger.extract.counting.counts import Count, is_bare
from casualty_ledger.extract.forces.prepositions import is_marked_by
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_BESIDE = 2  # spaces between a force and its verb
_OBJECT_WITHIN = 2  # words between the verb and its number
_TOLD_WITHIN = 7  # words there, where they say who tells of it
_LINK_WITHIN = 12  # characters before a force in which "of" stands
_NEXT = 2  # characters to the word after a noun
_ASIDE = (Kind.AGENT_BEFORE, Kind.OTHER_BEFORE, Kind.PLACE_BEFORE)
_BROKEN = (Kind.EVENT, Kind.PEOPLE, Kind.BARRIER, Kind.COUNTRY)


def has(passage: Passage, force: Mark, count: Count) -> bool:
    """Whether "had" or "suffered" leads from a force to the number of its dead."""
    if not is_bare(passage, count) or not _is_loss(passage, count) or _is_aside(passage, force):
        return False
    for verb in passage.of(Kind.HAVING, force.end, count.start)[:1]:
        gap = (force.end, verb.start)
        if passage.words(*gap) > _BESIDE or passage.has_comma(*gap):
            return False
        counts = passage.marks.touching(Kind.SAYS, verb.start, verb.end)
        if counts and not passage.of(Kind.WAR, force.start, force.end):
            return False  # a body that counts the dead of others
        return _leads(passage, verb.end, count.start)
    return False


def _is_loss(passage: Passage, count: Count) -> bool:
    """Whether the noun of a number, or the word right after it, is one of loss: four dead."""
    if passage.marks.touching(Kind.PEOPLE, count.last, count.last + _NEXT):
        return False  # two dead soldiers
    if count.head is not None:
        return True
    after = passage.of(Kind.EVENT, count.end, passage.end)[:1]
    return any(passage.words(count.end, one.start) <= 1 for one in after)


def _is_aside(passage: Passage, force: Mark) -> bool:
    """Whether a force is no subject: "attacks on the army", "the clash with the rebels"."""
    if is_marked_by(passage, force, _ASIDE, ()):
        return True
    begin = max(passage.start, force.start - _LINK_WITHIN)
    for link in passage.of(Kind.PARTITIVE, begin, force.start)[-1:]:
        near = passage.words(link.end, force.start) <= 1
        opens = not passage.text[passage.start : link.start].strip()
        article = passage.text[link.start : link.end] in passage.pack.articles
        return near and not opens and not article
    return False


def _leads(passage: Passage, start: int, end: int) -> bool:
    """Whether no more than a few words, or who tells of it, stand between a verb and its number."""
    if any(passage.of(kind, start, end) for kind in _BROKEN):
        return False
    words = passage.words(start, end)
    told = bool(passage.of(Kind.SAID_BY, start, end))
    return words <= (_TOLD_WITHIN if told else _OBJECT_WITHIN)
