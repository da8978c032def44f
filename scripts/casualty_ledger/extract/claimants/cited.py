"""Names that no register knows, beside words such as "according to" or before a colon."""

from casualty_ledger.extract.claimants.capitals import is_full_name
from casualty_ledger.extract.claimants.source import PERSON, PRESS, Source
from casualty_ledger.extract.claimants.verbs import reaches
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import COMMAS, Passage

_WINDOW = 48  # characters to look for a verb of saying
_CITED_WITHIN = 3


def cited(passage: Passage, runs: list[tuple[int, int]], original: str) -> list[Source]:
    """A name that no register knows, after "according to"; weaker than any that is known.

    Where every noun has a capital letter, a name has two words or capitals alone.
    """
    found = []
    for start, end in runs:
        printed = original[start:end]
        if " " not in printed and passage.pack.capital_nouns and not printed.isupper():
            continue
        begin = max(passage.start, start - _WINDOW)
        cited = passage.of(Kind.SAID_BY, begin, start)
        if passage.pack.capital_nouns and cited and _is_whole(passage, cited[-1]):
            continue
        if any(one.code == PRESS and one.start == end + 1 for one in passage.of(Kind.ORGAN)):
            continue  # "a Timbuktu resident"
        if cited and reaches(passage, cited[-1].end, start, _CITED_WITHIN):
            between = passage.text[cited[-1].end : start]
            if COMMAS.isdisjoint(between) and not passage.of(Kind.COUNTRY, cited[-1].end, start):
                found.append(Source(start, end, original[start:end], 0, True, role=PERSON))
    return [*found, *_cited_after(passage, runs, original)]


def _is_whole(passage: Passage, cited: Mark) -> bool:
    """Whether words that cite say by themselves who speaks: "nach Polizeiangaben"."""
    return bool(passage.of(Kind.ORGAN, cited.start, cited.end))


def _cited_after(passage: Passage, runs: list[tuple[int, int]], original: str) -> list[Source]:
    """A name before words such as "according to": "Hasan Kaya'nın açıklamasına göre".

    A full one, or one that an apostrophe parts from its ending.
    """
    found = []
    for start, end in runs:
        stem = original[start:end].partition("'")[0].partition("\u2019")[0]
        cited = passage.of(Kind.SAID_BY_AFTER, end, min(passage.end, end + _WINDOW))[:1]
        beside = bool(cited) and passage.words(end, cited[0].start) <= 1
        named = is_full_name(stem) or stem != original[start:end]
        if beside and named and not passage.crossed(end, cited[0].start):
            found.append(Source(start, end, stem, 0, True, person=stem, role=PERSON))
    return found


def leading_names(passage: Passage, kept: list[Source], original: str) -> list[Source]:
    """A name before a colon that opens a line of a list: "The Economist: ..."."""
    colon = passage.text.find(":", passage.start, min(passage.end, passage.start + _WINDOW))
    if colon < 0 or any(one.start < colon and (one.rank > 1 or one.end >= colon) for one in kept):
        return []
    words = original[passage.start : colon].split()
    named = len(words) > 1 and all(word[:1].isupper() for word in words)
    if not named or any(
        passage.of(kind, passage.start, colon) for kind in (Kind.EVENT, Kind.PEOPLE, Kind.SCOPE)
    ):
        return []
    titles = passage.of(Kind.TITLE, passage.start, colon)
    printed = original[titles[-1].end if titles else passage.start : colon].strip()
    return [Source(passage.start, colon, printed, 3, True, role=PERSON)] if printed else []
