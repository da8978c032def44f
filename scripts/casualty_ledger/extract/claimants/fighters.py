"""Fighters of no state who say something: "the rebels said", "Tuareg separatists claimed"."""

import re

from casualty_ledger.extract.claimants.clauses import claims_deed
from casualty_ledger.extract.claimants.framed import acts_within, suffers
from casualty_ledger.extract.claimants.source import BODIES, Source
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.claimants.verbs import precedes, said_by, says_after, says_of_own
from casualty_ledger.extract.marking.articles import before_article
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_NAME_BEFORE = re.compile(r"[^\W\d_][\w\-]*$")
_ADVERB = re.compile(r" [^\W\d_]+ |, (?:[^\W\d_]+ ?){1,4}, ")
_NO_ADVERB = (
    Kind.EVENT, Kind.PEOPLE, Kind.RELATIVE, Kind.NEGATION, Kind.SAID_BY, Kind.JOINER, Kind.COUNTRY,
    Kind.THAT, Kind.STATUS, Kind.ORGAN, Kind.PRONOUN,
)  # fmt: skip
_VERB_WITHIN = 40  # characters
_ONE_WORD = 2  # spaces around it
_COUNTED = 3  # spaces around an article and what happened: "number of the dead rebels"
_WITHIN = 32  # characters of a word before a noun


def speaking_fighters(passage: Passage, original: str) -> list[Source]:
    """Rebels or militants beside a verb of saying, as printed; those who are counted say nothing.

    Soldiers are no source: a text names the army for which they speak.
    """
    found = []
    for noun in [_with_article(passage, one) for one in passage.of(Kind.FIGHTER)]:
        if not passage.of(Kind.WAR, noun.start, noun.end) or _is_counted(passage, noun):
            continue
        if precedes(passage, Kind.RANKS, noun.start):
            continue  # "chez les rebelles houthis, on compte"
        if passage.pack.matching == "anywhere" and (
            passage.of(Kind.EVENT, noun.start, noun.end)  # the dead say nothing: 전사자
            or suffers(passage, noun.end)
            or acts_within(passage, noun.start, noun.end)
        ):
            continue
        end = _with_adjective(passage, noun.end)
        cited = precedes(passage, Kind.SAID_BY, noun.start)
        last = passage.pack.event_side == "after" and is_attributed(passage, noun.start, noun.end)
        says = says_after(passage, end) and passage.text[end] != ","  # "rebels, said X, lost"
        says = says or says_of_own(passage, end) or _said_by(passage, noun)
        says = says or _says_soon(passage, end) or claims_deed(passage, end)
        if last or says or cited:
            start = noun.start if end > noun.end else _with_name(noun, original, passage)
            printed = original[start:end]
            found.append(Source(start, end, printed, 3, True, role=BODIES))
    return found


def _said_by(passage: Passage, noun: Mark) -> bool:
    """Whether a verb of saying stands before a noun, or its article: "ont affirmé les rebelles"."""
    start = max(passage.start, 1 + passage.text.rfind(" ", passage.start, noun.start))
    article = before_article(passage, start)  # "die Karen-Rebellen": a noun within a word
    return said_by(passage, noun.start, noun.end) or (
        article < start and said_by(passage, article, noun.end, quoted=True)
    )


def _says_soon(passage: Passage, end: int) -> bool:
    """Whether one word, or a few between commas, part a noun from its verb of saying.

    "The rebels themselves said", "the rebels, for their part, said"; so does a word written
    together with the verb: "as for the rebels, they said" is فقالوا.
    """
    verbs = passage.of(Kind.SAYS, end, min(passage.end, end + _VERB_WITHIN))[:1]
    return any(
        (
            passage.text[end + 1 : verb.start] in passage.pack.prefixes
            or _ADVERB.fullmatch(passage.text, end, verb.start) is not None
        )
        and not any(passage.of(kind, end, verb.start) for kind in _NO_ADVERB)
        for verb in verbs
    )


def _with_article(passage: Passage, noun: Mark) -> Mark:
    """A noun with what is written together with it, where a file has such: المتمردون."""
    start = noun.start
    for prefix in sorted(passage.pack.prefixes, key=len, reverse=True):
        if prefix and passage.text.endswith(prefix, passage.start, noun.start):
            start = noun.start - len(prefix)
            break
    whole = start == passage.start or not passage.text[start - 1].isalnum()
    return Mark(start, noun.end, noun.kind, noun.code) if whole else noun


def _is_counted(passage: Passage, noun: Mark) -> bool:
    """Whether a number stands beside a noun, or before it and what happened to them.

    "33 getötete Kämpfer meldete die Armee", "die Zahl der toten Rebellen".
    """
    beside = any(
        passage.words(end, noun.start) <= 1 if end <= noun.start else start - noun.end <= 1
        for start, end in passage.numbers
    )
    return beside or (passage.pack.matching == "words" and _are_lost(passage, noun))


def _are_lost(passage: Passage, noun: Mark) -> bool:
    """Whether a number, or the noun for it, and what happened to them stand before a noun."""
    begin = max(passage.start, noun.start - _WITHIN)
    amounts = [(one.start, one.end) for one in passage.of(Kind.AMOUNT, begin, noun.start)]
    return any(
        end <= noun.start
        and passage.words(end, noun.start) <= _COUNTED
        and bool(passage.of(Kind.EVENT, end, noun.start))
        for _, end in (*passage.numbers, *amounts)
    )


def _with_adjective(passage: Passage, end: int) -> int:
    """The end of one unknown word between a noun and its verb: "les rebelles touareg affirment"."""
    if not passage.pack.adjectives_after:
        return end
    for verb in passage.of(Kind.SAYS, end, min(passage.end, end + _WITHIN))[:1]:
        word = passage.text[end : verb.start]
        if word.count(" ") == _ONE_WORD and word.strip().isalpha():
            return verb.start - 1
    return end


def _with_name(noun: Mark, original: str, passage: Passage) -> int:
    """Where a noun begins with the word before it that has a capital letter: Tuareg separatists."""
    begin, articles = max(passage.start, noun.start - _WITHIN), passage.pack.articles
    before = _NAME_BEFORE.search(original[begin : noun.start].rstrip())
    if before is None or not before.group()[0].isupper() or before.group().lower() in articles:
        return noun.start
    return begin + before.start()
