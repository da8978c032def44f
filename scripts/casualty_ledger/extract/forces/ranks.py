"""Fighters of no state named before a number without a noun: "among the rebels there were 6 dead".

Such a number would else be taken for more of those who were counted in the sentence before.
"""

from casualty_ledger.extract.answers import Force
from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.claimants.source import ARMY, BODIES
from casualty_ledger.extract.counting.counts import Count, is_bare
from casualty_ledger.extract.events.cues import LOSSES, Cue
from casualty_ledger.extract.forces.bodies import body_end
from casualty_ledger.extract.forces.elsewhere import is_elsewhere
from casualty_ledger.extract.forces.fighters import is_general
from casualty_ledger.extract.forces.having import has
from casualty_ledger.extract.forces.losers import with_state
from casualty_ledger.extract.forces.nearest import is_predicate
from casualty_ledger.extract.forces.prepositions import is_marked_by
from casualty_ledger.extract.marking.articles import past_article
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import COMMAS, STRONG, Passage
from casualty_ledger.extract.marking.sentences import Stretch
from casualty_ledger.extract.text import Text

_BASE = "forces"
_LEADS = (Kind.PARTITIVE, Kind.RANKS, Kind.SIDE)
_LEAD_WITHIN = 32  # characters before a noun in which "among", "on the side of" stands
_ARTICLE = 3  # letters
_LEADING = 2  # short words that may begin a clause: "on the" rebel side
_BESIDE = 1  # words between a noun and the participle that describes it
_VERBS = (Kind.HAVING, Kind.EVENT, Kind.AUXILIARY, Kind.STATUS, Kind.SAYS)
_APART = (Kind.AGENT_BEFORE, Kind.BREAKDOWN, Kind.COUNTRY)


def of_ranks(document: Text, passage: Passage, count: Count, cue: Cue | None) -> Force | None:
    """The fighters among whom a number of dead was, or who were killed in that number."""
    if passage.pack.head_before or cue is None or cue.event not in LOSSES:
        return None
    if not is_bare(passage, count) and not is_general(passage, count):
        return None
    for noun in _fighters(document, passage, count)[-1:]:
        start, end = _name(document, passage, noun)
        name = Mark(start, end, noun.kind, noun.code)
        gap = (end, count.start)
        if passage.crossed(*gap) or any(passage.of(kind, *gap) for kind in _APART):
            return None
        if any((one.code, _BASE) in document.names.populations for one in _states(passage, name)):
            return None
        if _opens(passage, name, _died(passage, cue)) or _is_told_of(passage, name, count, cue):
            printed = document.original[start:end]
            return Force(printed, Found.SENTENCE, printed=printed, united=True)
    return None


def _name(document: Text, passage: Passage, noun: Mark) -> Stretch:
    """Where the name of a force begins and ends with what describes it: Government troops."""
    start, end = with_state(passage, noun, document.original)
    if not passage.of(Kind.COUNTRY, start, end) and not _is_followed(passage, end):
        end = noun.end  # "entre los insurgentes hubo siete": an unknown verb
    for whole in passage.of(Kind.WAR, max(passage.start, start - _LEAD_WITHIN), end):
        if whole.start <= noun.start and noun.end <= whole.end:
            start, end = min(start, whole.start), max(end, whole.end)
    end = max(end, body_end(passage, noun, document.original) or end)
    return past_article(passage, start), _past_office(passage, end)


def _is_followed(passage: Passage, end: int) -> bool:
    """Whether a verb or a comma follows a name, so that its last word is no verb itself."""
    following = passage.text[end : end + 1] in COMMAS
    return following or any(passage.marks.touching(kind, end + 1, end + 2) for kind in _VERBS)


def _past_office(passage: Passage, end: int) -> int:
    """Where an office after a force ends that describes it: tropas del Gobierno."""
    if not passage.pack.adjectives_after:
        return end
    for office in passage.of(Kind.ORGAN, end, min(passage.end, end + _LEAD_WITHIN))[:1]:
        gap = passage.text[end : office.start].strip()
        links = [passage.text[one.start : one.end] for one in _links(passage, end, office.start)]
        return office.end if not gap or gap in links else end
    return end


def _links(passage: Passage, start: int, end: int) -> list[Mark]:
    return passage.of(Kind.PARTITIVE, start, end)


def _states(passage: Passage, name: Mark) -> list[Mark]:
    return passage.of(Kind.COUNTRY, name.start, name.end)


def _fighters(document: Text, passage: Passage, count: Count) -> list[Mark]:
    """The nouns for fighters and the bodies before a number; where no state is at war, soldiers."""
    people = passage.of(Kind.FIGHTER, passage.start, count.start)
    people += [
        one
        for one in passage.of(Kind.PEOPLE, passage.start, count.start)
        if one.code == _BASE and passage.marks.touching(Kind.WAR, one.start, one.end)
    ]
    bodies = [
        one
        for one in passage.of(Kind.ORGAN, passage.start, count.start)
        if one.code in (ARMY, BODIES) or _is_army(passage, one)
    ]
    regular = is_elsewhere(document) or document.forces.last is None
    found = [
        one
        for one in [*people, *bodies]
        if regular or (one.code != ARMY and passage.of(Kind.WAR, one.start, one.end))
    ]
    return sorted(found, key=lambda one: (one.start, one.end))


def _is_army(passage: Passage, office: Mark) -> bool:
    """Whether one word names an office and its army: Regierungstruppen."""
    return any(
        one.start <= office.start and one.end == office.end
        for one in passage.of(Kind.WAR, max(passage.start, office.start - 1), office.end)
    )


def _died(passage: Passage, cue: Cue) -> bool:
    """Whether what befell the counted is that they died, and nobody's deed."""
    return bool(passage.of(Kind.DYING, cue.start, cue.end))


def _opens(passage: Passage, noun: Mark, died: bool) -> bool:
    """Whether "among" or "on the side of" before a noun opens a sentence or a clause.

    One farther on says whose something else is: "in an attack of the rebels". A mere "of" may be
    an article too, before who kills others: "des rebelles", "der Islamische Staat".
    """
    begin = max(passage.start, noun.start - _LEAD_WITHIN)
    leads = sorted(
        (one for kind in _LEADS for one in passage.of(kind, begin, noun.start)),
        key=lambda one: one.start,
    )
    if not leads or not _only_articles(passage, leads[-1].end, noun.start):
        return False
    if not died and passage.text[leads[-1].start : leads[-1].end] in passage.pack.genitives:
        return False
    start = leads[-1].start
    for lead in reversed(leads):
        start = lead.start if _only_articles(passage, lead.end, start) else start
    return _begins(passage, start)


def _only_articles(passage: Passage, start: int, end: int) -> bool:
    """Whether nothing but short words, as articles are, stands between two places."""
    between = passage.text[start:end]
    short = all(len(word) <= _ARTICLE for word in between.split())
    return short and (COMMAS | STRONG).isdisjoint(between)


def _begins(passage: Passage, place: int) -> bool:
    """Whether a sentence or a clause begins at a place, but for a preposition: "On the side"."""
    before = passage.text[passage.start : place].rstrip()
    if not before or before[-1] in COMMAS | STRONG:
        return True
    cut = max((before.rfind(sign) for sign in COMMAS | STRONG), default=-1)
    words = before[cut + 1 :].split()
    if len(words) <= _LEADING and all(len(word) <= _ARTICLE for word in words):
        return True
    near = passage.start + len(before)
    return any(
        one.end == near
        for kind in (Kind.JOINER, Kind.BARRIER)
        for one in passage.of(kind, max(passage.start, near - _LEAD_WITHIN), near)
    )


def _is_told_of(passage: Passage, noun: Mark, count: Count, cue: Cue) -> bool:
    """Whether a noun is the subject of what befell: "the rebels killed are 14", "had 14 dead"."""
    if noun.end <= count.start <= cue.start:
        return has(passage, noun, count)
    if not noun.end <= cue.start < cue.end <= count.start or passage.has_comma(*_gap(cue, count)):
        return False
    if is_marked_by(passage, noun, (Kind.AGENT_BEFORE, Kind.OTHER_BEFORE), ()):
        return False
    near = passage.words(noun.end, cue.start) <= _BESIDE
    return near and is_predicate(passage, cue, count)


def _gap(cue: Cue, count: Count) -> tuple[int, int]:
    return cue.end, count.start
