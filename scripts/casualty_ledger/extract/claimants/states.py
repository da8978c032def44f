"""States and their capitals, where they say something."""

import re

from casualty_ledger.extract.claimants.belonging import runs_another
from casualty_ledger.extract.claimants.estimates import is_of_cited_figures
from casualty_ledger.extract.claimants.introduced import is_described
from casualty_ledger.extract.claimants.listed import listed_after, named_together
from casualty_ledger.extract.claimants.source import Source
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.claimants.verbs import (
    follows_quoted,
    precedes,
    says_after,
    speaks_right_after,
)
from casualty_ledger.extract.marking.articles import before_article
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 48  # characters to look for a verb of saying
_STATE_WITHIN = 4
_OPENING_MARKS = ("\u300a", "\u300c", "\u300e", "\u3008", "\u201c")
_CLAUSE_ENDS = frozenset(',.;!?\n"\u201d\u00bb')
_CLAUSES = (",", ";", ":")
_CLOSE = 2  # words
_PLACE = 8  # characters after a state
_OPENING = 3  # words
_TO_THAT = 3  # characters: a comma and a space at most
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]{2,6}")
_PARTICLE = 4  # characters: などによると


def speaking_states(passage: Passage, original: str) -> list[Source]:
    """A state or its capital that speaks: Seoul says."""
    found = _speaking_sides(passage)
    for mark in passage.of(Kind.COUNTRY):
        if not _may_speak(passage, mark, original):
            continue
        after = passage.of(Kind.PLACE_AFTER, mark.end, min(passage.end, mark.end + _PLACE))[:1]
        cited = passage.marks.touching(Kind.SAID_BY_AFTER, mark.end, mark.end + 1)
        cited = cited or (bool(after) and _is_cited_past(passage, after[0]))
        if after and not cited and not passage.text[mark.end : after[0].start].strip(" '"):
            continue  # a place: Rusya'ya, and not NATOによると
        together = [*named_together(passage, mark), *listed_after(passage, mark)]
        joint = offices().actor([one.code for one in together], "officials")
        if len(together) > 1 and joint is not None:
            found.append(Source(together[0].start, together[-1].end, joint, 1, True))
            continue
        actor = offices().actor([mark.code], "government")
        if actor is None and _is_headed(passage, mark):
            continue
        end = mark.end if actor else _with_noun(passage, mark.end)
        claimant = actor or original[mark.start : end]
        found.append(Source(mark.start, end, claimant, 1, True, state=mark.code))
    return found


def _may_speak(passage: Passage, mark: Mark, original: str) -> bool:
    """Whether a state is said to speak, or its figures are cited, and it only describes nobody."""
    figures = is_of_cited_figures(passage, mark)
    there = figures or _said_there(passage, mark)
    if not (there or _state_speaks(passage, mark)) or _describes_news(passage, mark):
        return False
    if not there and _is_inside(passage, mark):
        return False
    if runs_another(passage, mark) or _is_counted(passage, mark):
        return False
    if passage.of(Kind.PEOPLE, mark.start, mark.end) and not _people_speak(passage, mark):
        return False
    if _describes_people(passage, mark):
        return False
    return figures or not _is_adjective(passage, mark, original)


def _is_cited_past(passage: Passage, case: Mark) -> bool:
    """Whether "according to" follows the ending of a state: "Tayland'a göre 15 asker öldü"."""
    if passage.pack.matching != "words" or passage.text[case.end : case.end + 1] != " ":
        return False
    return passage.marks.touching(Kind.SAID_BY_AFTER, case.end + 1, case.end + 2)


def _speaking_sides(passage: Passage) -> list[Source]:
    """The side of a state that speaks: "the Ukrainian side says", la partie ukrainienne."""
    found = []
    for noun in passage.of(Kind.SIDE):
        begin, limit = (
            max(passage.start, noun.start - _WINDOW),
            min(passage.end, noun.end + _WINDOW),
        )
        beside = [
            *(one for one in passage.of(Kind.COUNTRY, begin, noun.start)[-1:]),
            *(one for one in passage.of(Kind.COUNTRY, noun.end, limit)[:1]),
        ]
        for state in beside:
            start, end = min(noun.start, state.start), max(noun.end, state.end)
            actor = offices().actor([state.code], "government")
            apart = passage.words(*sorted((state.end, noun.start)))
            if (
                actor
                and apart <= 1
                and is_attributed(passage, start, end, _STATE_WITHIN, near=True)
            ):
                found.append(Source(start, end, actor, 1, True, state=state.code))
                break
    return found


def _is_headed(passage: Passage, mark: Mark) -> bool:
    """Whether a state before a colon is where something happened: "Mali: 14 soldiers killed"."""
    opens = not passage.text[passage.start : mark.start].strip()
    return opens and passage.text[mark.end : mark.end + 2].lstrip()[:1] == ":"


def _with_noun(passage: Passage, end: int) -> int:
    """The end of a noun that is one word with a state before its verb: 柬埔寨警官说."""
    if passage.pack.matching != "anywhere":
        return end
    limit = min(passage.end, end + _PLACE)
    marks = [one for kind in (Kind.SAYS, Kind.TOPIC) for one in passage.of(kind, end, limit)]
    start = min((one.start for one in marks), default=end)
    if passage.text.endswith(passage.pack.name_edges or "\n", end, start):
        return end  # 加沙过来的
    return start if _IDEOGRAPHS.fullmatch(passage.text, end, start) else end


def _said_there(passage: Passage, mark: Mark) -> bool:
    """Whether a state ends a clause as the place of a verb of saying that has no subject.

    "300 soldiers died, сообщили в Киеве", "podano w Seulu."
    """
    if passage.pack.matching != "words" or passage.pack.verb_first:
        return False
    begin = max(passage.start, mark.start - _PLACE)
    before = passage.of(Kind.PLACE_BEFORE, begin, mark.start)[-1:]
    if not before or passage.text[before[0].end : mark.start] != " ":
        return False
    if mark.end < passage.end and passage.text[mark.end] not in _CLAUSE_ENDS:
        return False
    place = before[0].start
    for verb in passage.of(Kind.SAYS, max(passage.start, place - _WINDOW), place)[-1:]:
        told = passage.of(Kind.BACKWARD, passage.start, verb.end)[-1:]  # "Об этом сообщили в Киеве"
        alone = bool(told) and passage.words(told[0].end, verb.start) <= 1  # not "об этом он"
        beside = passage.text[verb.end : place] == " "
        return beside and (alone or follows_quoted(passage, verb.start))
    return False


def _is_counted(passage: Passage, mark: Mark) -> bool:
    """Whether a number stands right before a state: 50 Rus'un, its people."""
    return any(end <= mark.start <= end + 1 for _, end in passage.numbers)


def _is_inside(passage: Passage, mark: Mark) -> bool:
    """Whether a state is where something is, in a phrase that goes on: "the mission in Ukraine".

    So is the first word of a name in quotation marks.
    """
    if passage.pack.matching != "words":
        return (
            _opens_quoted(passage, mark.start) and passage.text[mark.end : mark.end + 1].isalpha()
        )
    begin = max(passage.start, mark.start - _PLACE)
    before = passage.of(Kind.PLACE_BEFORE, begin, mark.start)[-1:]
    front = passage.text[passage.start : before[0].start].rstrip() if before else ""
    beside = bool(before) and passage.text[before[0].end : mark.start] == " "
    cited = passage.of(Kind.SAID_BY, max(passage.start, mark.start - _WINDOW), mark.start)[-1:]
    said = any(one.end >= before[-1].end for one in cited) if before else False
    return beside and front[-1:].isalpha() and not said


def _opens_quoted(passage: Passage, start: int) -> bool:
    """Whether a place is right after an opening mark: 이어 "북한은 더 보낼 수 있다"고 경고했다.

    A straight mark opens where a space, or nothing, stands before it.
    """
    opened = passage.text[max(passage.start, start - 1) : start]
    if opened == '"':
        return not passage.text[max(passage.start, start - 2) : start - 1].strip()
    return opened in _OPENING_MARKS


def _state_speaks(passage: Passage, mark: Mark) -> bool:
    """Whether a verb of saying goes with a state; an adverb may stand between."""
    opens = passage.pack.matching != "words" and passage.words(passage.start, mark.start) <= _CLOSE
    if opens and speaks_right_after(passage, mark.end):
        return True
    pack = passage.pack
    if pack.head_before and not pack.objects_after and not _has_particle(passage, mark.end):
        return False
    return is_attributed(passage, mark.start, mark.end, _STATE_WITHIN, near=True)


def _has_particle(passage: Passage, end: int) -> bool:
    """Whether a mark of who speaks follows a state, where particles do: not 러시아 함정을 타고."""
    marks = passage.marks
    parted = passage.of(Kind.TOPIC, end, min(passage.end, end + _PARTICLE))[:1]  # 인도 측은
    return (
        marks.touching(Kind.TOPIC, end, end + 1)
        or any(one.start == end + 1 and one.end - one.start > 1 for one in parted)
        or marks.touching(Kind.SAYS, end, end + 2)
        or marks.touching(Kind.SAID_BY_AFTER, end, end + _PARTICLE)
    )


def _people_speak(passage: Passage, mark: Mark) -> bool:
    """Whether a noun for the people of a state speaks: "The Ukrainians say".

    People who are counted do not. They open a sentence, or a clause: ", gli ucraini parlano di".
    """
    if not says_after(passage, mark.end):
        return False
    begin = before_article(passage, mark.start)
    clause = begin < mark.start and passage.text[passage.start : begin].rstrip()[-1:] in _CLAUSES
    opens = passage.words(passage.start, mark.start) <= 1
    return clause or (opens and not passage.crossed(passage.start, mark.end))


def _describes_people(passage: Passage, mark: Mark) -> bool:
    """Whether a state is only an adjective of people or of what happened: Russian losses."""
    if passage.pack.matching == "anywhere":
        return passage.marks.touching(Kind.PEOPLE, mark.start, mark.end + 1)
    opens = passage.words(passage.start, mark.start) <= _OPENING
    cited = passage.of(Kind.SAID_BY, passage.start, mark.start)[-1:]
    if opens and cited and passage.words(cited[0].end, mark.start) <= _CLOSE:
        return False  # "according to Kyiv fell 300", not "an estimate of Russian losses"
    if passage.pack.verb_first and precedes(passage, Kind.SAYS, mark.start):
        return False  # its subject, and what is said follows: "أعلنت أرمينيا مقتل 50 جنديا"
    followed = passage.followed_by((Kind.PEOPLE, Kind.EVENT), mark.end)
    return followed and not _says_that(passage, mark.end)


def _says_that(passage: Passage, end: int) -> bool:
    """Whether what follows a state says "that": "Ethiopia maintains that 40 soldiers died"."""
    return any(
        one.start == end + 1 and passage.marks.touching(Kind.THAT, one.end, one.end + _TO_THAT)
        for one in passage.of(Kind.SAYS, end, min(passage.end, end + _WINDOW))[:1]
    )


def _is_adjective(passage: Passage, mark: Mark, original: str) -> bool:
    """Whether a state has no capital letter where names have one: wojsk irackich.

    What such a word describes speaks, if anybody does. People of a state do: "les Russes", "gli
    americani stimano".
    """
    people = passage.of(Kind.PEOPLE, mark.start, mark.end) or (
        before_article(passage, mark.start) < mark.start and _people_speak(passage, mark)
    )
    return original[mark.start].islower() and not people


def _describes_news(passage: Passage, mark: Mark) -> bool:
    """Whether a state only says where a publication or a body comes from: the British BBC."""
    if is_described(passage, mark):
        return True
    after = passage.of(Kind.PUBLISHER, mark.end, min(passage.end, mark.end + _WINDOW))
    if after and passage.words(mark.end, after[0].start) <= 3:
        between = (mark.end, after[0].start)
        return not passage.has_comma(between[0], between[1]) and not passage.of(Kind.SAYS, *between)
    before = passage.of(Kind.PUBLISHER, max(passage.start, mark.start - _WINDOW), mark.start)
    return bool(before) and passage.text[before[-1].end : mark.start] in (" ", "-")
