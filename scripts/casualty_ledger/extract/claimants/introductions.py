"""People who are introduced with a noun and go on speaking as it: "X, the mayor of Gao, ..."."""

from dataclasses import replace

from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.claimants.attribution import Attribution
from casualty_ledger.extract.claimants.source import BODIES, PRESS, PRONOUN, SOURCES, Source
from casualty_ledger.extract.marking.articles import past_article
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_NOUNS = (BODIES, PRESS, SOURCES)  # roles whose noun alone names nobody
_BESIDE = 32  # characters before a name
_WITH_ARTICLE = 2  # a comma and an article
_STEM = 4  # letters
_ENDING = 3  # letters
_HEADS = (Kind.TITLE, Kind.ORGAN, Kind.PEOPLE)


def nouns_of(passage: Passage, speakers: list[Source], original: str) -> dict[str, Attribution]:
    """Who speaks with a name in a sentence, by the plain noun beside it that says what they are.

    "Moussa Keita, the mayor of Gao, said" is the mayor; whose spokesman somebody is names no one.
    """
    found: dict[str, Attribution] = {}
    for one in speakers:
        if not (one.attributed and one.person and one.claimant) or " " not in one.person:
            continue
        at = passage.text.find(one.person.lower(), max(passage.start, one.start - _BESIDE))
        name = (at, at + len(one.person))
        if at < 0 or name[1] > passage.end:
            continue
        claim = Attribution(one.claimant, Found.SENTENCE, one.person)
        for mark in passage.of(Kind.ORGAN, max(passage.start, at - _BESIDE), passage.end):
            noun = original[mark.start : mark.end]
            plain = " " not in noun and (noun.islower() or passage.pack.capital_nouns)
            if mark.code in _NOUNS and plain and _is_noun_of(passage, mark, name):
                found.setdefault(passage.text[mark.start : mark.end], claim)
        found.update(dict.fromkeys(_titles_of(passage, name), claim))
    return found


def _titles_of(passage: Passage, name: tuple[int, int]) -> list[str]:
    """The first words of titles before a name and after its comma: "Keita, the minister of X"."""
    behind = name[1] + 2  # a comma and a space
    return [
        passage.text[mark.start : mark.end].split()[0]
        for kind in (Kind.TITLE, Kind.ORGAN)
        for mark in passage.of(kind, max(passage.start, name[0] - _BESIDE), passage.end)
        if (mark.end <= name[0] and kind is Kind.TITLE)
        or mark.start in (behind, past_article(passage, behind))
    ]


def _is_noun_of(passage: Passage, noun: Mark, name: tuple[int, int]) -> bool:
    """Whether a noun stands right before a name, or after it, a comma and at most an article."""
    if noun.end <= name[0]:
        return passage.text[noun.end : name[0]] == " "
    between = passage.text[name[1] : noun.start]
    if between[:1] != "," or len(between.split()) > _WITH_ARTICLE:
        return False
    after = noun.end + 1  # "Keita, the police spokesman"
    return not any(passage.marks.touching(kind, after, after + 1) for kind in _HEADS)


def recognised(
    passage: Passage, speakers: list[Source], known: dict[str, Attribution]
) -> list[Source]:
    """The speakers of a sentence, where a noun alone stands for who was introduced with it.

    Of those without a name only one who has none is nameless: "the diplomat Moussa Keita".
    """
    found = []
    for one in speakers:
        claim = _introduced(passage, one, known) if one.role in _NOUNS else None
        if claim is not None and one.person is None and claim.claimant:
            one = replace(one, claimant=claim.claimant, person=claim.person, rank=3, role="")
        elif one.role == PRONOUN and (told := _entitled(passage, one, known)) is not None:
            one = replace(one, claimant=told.claimant or "", person=told.person)
        elif one.role == SOURCES and one.person and " " in one.person:
            one = replace(one, claimant=one.person, role="")
        found.append(one)
    return found


def _introduced(
    passage: Passage, source: Source, known: dict[str, Attribution]
) -> Attribution | None:
    """Who was introduced with the noun that speaks; a title may have another case.

    "Gubernator Hassan Ali podał ...", and later "według gubernatora".
    """
    noun = passage.text[source.start : source.end]
    claim = known.get(noun)
    titled = passage.marks.touching(Kind.TITLE, source.start, source.end)
    if claim is not None or not passage.pack.bare_genitives or " " in noun or not titled:
        return claim
    same = (one for one in known if _is_same_noun(one, noun))
    return next((known[one] for one in same), None)


def _is_same_noun(one: str, other: str) -> bool:
    """Whether two forms of a noun differ in their endings only: gubernator, gubernatora."""
    shorter = min(len(one), len(other))
    stem = max(_STEM, shorter - 1)
    return abs(len(one) - len(other)) <= _ENDING and one[:stem] == other[:stem]


def _entitled(
    passage: Passage, pronoun: Source, known: dict[str, Attribution]
) -> Attribution | None:
    """Who was named with the title that stands for a speaker: "the minister added"."""
    return known.get(passage.text[past_article(passage, pronoun.start) : pronoun.end])
