"""People who say something: by name, or as the voice of an office."""

from dataclasses import replace

from casualty_ledger.extract.claimants.asides import says_after_aside
from casualty_ledger.extract.claimants.capitals import WORD, is_full_name
from casualty_ledger.extract.claimants.clauses import opens_clause
from casualty_ledger.extract.claimants.held import held
from casualty_ledger.extract.claimants.inverted import said_by_body, said_by_titled
from casualty_ledger.extract.claimants.listening import listens
from casualty_ledger.extract.claimants.places import is_of_place
from casualty_ledger.extract.claimants.source import (
    OUTLET,
    PERSON,
    PRESS,
    VOICE,
    Source,
)
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.claimants.subjects import speaks_last
from casualty_ledger.extract.claimants.verbs import (
    precedes,
    said_by,
    says_after,
    says_of_own,
)
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 48  # characters to look for a verb of saying
_INITIAL = 2  # letters of what may be an initial or a title: M. Dupont
_GROUPS = ("officials", "government")  # offices that are no single person
_APART = 3  # words between an office and the name of who holds it


def unknown_persons(passage: Passage, runs: list[tuple[int, int]], original: str) -> list[Source]:
    """People who speak and hold no office that is known; the text before may tell of whom.

    A name of one word that no register knows counts after its verb ("said Holub"), with a title,
    or where its capital letter is no sign of a sentence, a noun or a place.
    """
    found = []
    for start, end in runs:
        if _is_no_person(passage, start, end) or is_of_place(passage, start, end):
            continue
        last = speaks_last(passage, start, end)
        said = said_by(passage, start, end) or said_by_titled(passage, start)
        said = said or said_by_body(passage, start, end)
        closes = (
            says_after(passage, end) and passage.text[passage.start : start].rstrip()[-1:] == ","
        )
        ended = passage.text[end : end + 1] == "," and start > passage.start and not closes
        placed = precedes(passage, Kind.PLACE_BEFORE, start) and not _of_title(passage, start)
        says = says_after(passage, end) or says_of_own(passage, end)
        says = says and not (ended or placed or _second(passage, end))
        described = not placed and _is_described(passage, end) and says_after_aside(passage, end)
        opens = _opens(passage, start, original[start:end]) and says_after_aside(passage, end)
        told_as = opens_clause(passage, start, end, original)
        says = says or described or opens or told_as
        if not (last or said or says):
            continue  # "men from the North, said ...": a name that ends the clause before
        begin = max(passage.start, start - _WINDOW)
        titles = passage.of(Kind.TITLE, begin, start)
        titled = bool(titles) and passage.words(titles[-1].end, start) <= 1
        printed = original[start:end]
        told = closes or told_as or (said and said_by(passage, start, end, quoted=True))
        inside = not passage.pack.capital_nouns and _is_inside(passage, start, end, original)
        full = (titled or is_full_name(printed)) and " " in printed
        claimant = printed if told or full or inside or described else ""
        found.append(Source(start, end, claimant, 3, True, person=printed, role=PERSON))
    return found


def _is_no_person(passage: Passage, start: int, end: int) -> bool:
    """Whether a word is an article, or the first name of somebody known: "El Diario", "Kim X"."""
    article = passage.text[start:end] in passage.pack.articles
    return (
        article
        or listens(passage, start, end)
        or (
            passage.text[end : end + 1] == " "
            and passage.marks.touching(Kind.SPEAKER, end + 1, end + 2)
        )
    )


def _of_title(passage: Passage, start: int) -> bool:
    """Whether a preposition before a name follows a title: "a spokesman for the Karen Union"."""
    begin = max(passage.start, start - _WINDOW)
    for one in passage.of(Kind.PLACE_BEFORE, begin, start)[-1:]:
        titles = passage.of(Kind.TITLE, begin, one.start)[-1:]
        return bool(titles) and not passage.text[titles[0].end : one.start].strip()
    return False


def _opens(passage: Passage, start: int, printed: str) -> bool:
    """Whether the full name of somebody opens a sentence: "Lee Min, in a book, counts"."""
    return start == passage.start and " " in printed and is_full_name(printed)


def _is_described(passage: Passage, end: int) -> bool:
    """Whether commas say what a person does: "Lankov, a scholar at a university, believes"."""
    close = passage.text.find(",", end + 1, passage.end)
    kinds = (Kind.TITLE, Kind.ORGAN, Kind.OUTLET)
    return close > 0 and any(passage.of(kind, end, close) for kind in kinds)


def _is_inside(passage: Passage, start: int, end: int, original: str) -> bool:
    """Whether a word has its capital letter as a name: it begins no clause, and goes on no name."""
    before = original[passage.start : start].rstrip()
    last = before.rpartition(" ")[2]
    article = last == before and last.lower() in passage.pack.articles  # "The KNU said"
    return (
        end - start > _INITIAL
        and before[-1:].isalnum()
        and (article or not last[:1].isupper())
        and not precedes(passage, Kind.PLACE_BEFORE, start)
        and not precedes(passage, Kind.PARTITIVE, start)  # "the governor of Gao said"
    )


def _second(passage: Passage, end: int) -> bool:
    """Whether the verb after a name has its subject after it: "Im Netzwerk behauptete Trump, "."""
    if not passage.pack.capital_nouns:
        return False
    verbs = passage.of(Kind.SAYS, end, min(passage.end, end + _WINDOW))[:1]
    for verb in verbs:
        following = WORD.match(passage.text, verb.end + 1, passage.end)
        if following is not None and passage.text[following.end() : following.end() + 1] == ",":
            return True
        for kind in (Kind.ORGAN, Kind.ACTOR, Kind.SPEAKER):
            for mark in passage.of(kind, verb.end, min(passage.end, verb.end + _WINDOW))[:1]:
                return passage.words(verb.end, mark.start) <= _APART
    return False


def with_person(
    passage: Passage, source: Source, people: list[tuple[int, int]], original: str
) -> Source:
    """The name of the person next to an office, or the full name around a family name."""
    if source.role == PRESS and source.attributed:
        return _named_after(passage, source, people, original)
    if source.news or source.rank == 1 or source.role == OUTLET:
        return source
    source = _spoken_for(passage, source)
    for start, end in people:
        if start < source.end and source.start < end:
            return replace(source, person=original[start:end])
    if source.person is not None:
        return replace(source, person=original[source.start : source.end])
    # "North Kivu governor Jean Kasongo": the name follows, if any does
    nearest = sorted(people, key=lambda run: run[0] != source.end + 1)
    beside = (_beside(passage, source, run, original) for run in nearest)
    return next((one for one in beside if one is not None), source)


def _named_after(
    passage: Passage, press: Source, people: list[tuple[int, int]], original: str
) -> Source:
    """An expert or a journalist whose name follows: "the expert David Sharp", "a witness, X."."""
    for start, end in people:
        name = original[start:end]
        closed = passage.text[end : end + 1] in ("", ",", ".") and is_full_name(name)
        beside = passage.text[press.end : start] in ((" ", ", ") if closed else (" ",))
        if beside and not passage.of(Kind.SPEAKER, start, end):
            return replace(press, end=end, claimant=name, rank=3, person=name, role=PERSON)
    return press


def _spoken_for(passage: Passage, source: Source) -> Source:
    """A voice without an organisation whose person is known to speak for one.

    An office that stands beside the name is the one held then: "le ministre de la Défense Choïgou".
    """
    if source.claimant and source.rank != VOICE:
        return source
    known = passage.of(Kind.SPEAKER, source.end, min(passage.end, source.end + _WINDOW))
    if known and passage.words(source.end, known[0].start) <= _APART:
        return replace(source, claimant=held(known[0].code, source.role))
    return source


def _beside(passage: Passage, source: Source, run: tuple[int, int], original: str) -> Source | None:
    """An office with the name right before or after it, or None where it stands farther off."""
    start, end = run
    speakers = passage.of(Kind.SPEAKER, start, end)
    known = [code for one in speakers[:1] for code in (one.code, held(one.code, source.role))]
    if known and source.claimant and source.claimant not in known:
        return None
    if precedes(passage, Kind.PLACE_BEFORE, start):
        return None  # the hospital in Khan Younis
    gap = (source.end, start) if source.end <= start else (end, source.start)
    comma = passage.has_comma(*gap) and not _is_titled_anew(passage, *gap)
    if source.role.endswith(_GROUPS) and comma:
        return None  # "with the help of Abu Ali, Somali officials said"
    if passage.words(*gap) > _APART or not _linked(passage, *gap):
        return None
    person = original[start:end]
    if source.claimant and source.claimant == original[source.start : source.end]:
        source = replace(source, claimant=person)  # no register knows the office
    if source.end <= start:
        spoken = source.attributed or is_attributed(passage, start, end)
        return replace(source, person=person, end=end, attributed=spoken)
    return replace(source, person=person, start=start)


def _is_titled_anew(passage: Passage, start: int, end: int) -> bool:
    """Whether a title follows the comma right after an office: "a spokesman, General X"."""
    titles = passage.of(Kind.TITLE, start, end)
    return passage.text[start : start + 2] == ", " and any(one.start == start + 2 for one in titles)


def _linked(passage: Passage, start: int, end: int) -> bool:
    """Whether an office and a name are one: "lawmaker Lee", "spokeswoman of the office, Singh".

    Where verbs end sentences, a comma after an office marks it as their subject.
    """
    between = passage.text[start:end]
    if passage.pack.event_side == "after" and "," in between:
        return False
    return not passage.of(Kind.SAYS, start, end) and between.count(",") <= 1
