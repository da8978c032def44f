"""Names that no register knows, beside words such as "according to" or before a colon."""

from casualty_ledger.extract.claimants.capitals import is_full_name
from casualty_ledger.extract.claimants.source import PERSON, PRESS, Source
from casualty_ledger.extract.claimants.verbs import follows_quoted, reaches
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import COMMAS, Passage

_WINDOW = 48  # characters to look for a verb of saying
_CITED_WITHIN = 3
_DESCRIBED = 7  # words of who somebody is: "a teacher of the secondary school"
_NAMING = (
    Kind.ORGAN, Kind.ACTOR, Kind.PUBLISHER, Kind.SPEAKER, Kind.EVENT, Kind.THAT,
    Kind.PRONOUN, Kind.REPORT, Kind.RELATIVE,
)  # fmt: skip


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
    return [*found, *_apposed(passage, runs, original), *_cited_after(passage, runs, original)]


def _apposed(passage: Passage, runs: list[tuple[int, int]], original: str) -> list[Source]:
    """A full name past a comma that says who speaks: "according to a local farmer, John Smith".

    So it may after an inverted verb: "said a local farmer, John Smith".
    """
    found = []
    for start, end in runs:
        printed = original[start:end]
        ends = passage.text[end : end + 1] in ("", "\n", ",", ".", ")") or end >= passage.end
        if not (ends and passage.text[start - 2 : start] == ", " and is_full_name(printed)):
            continue
        begin = max(passage.start, start - 2 * _WINDOW)
        said = passage.of(Kind.SAYS, begin, start)[-1:]
        inverted = bool(said) and follows_quoted(passage, said[0].start)
        heads = [*passage.of(Kind.SAID_BY, begin, start)[-1:], *(said if inverted else [])]
        if any(_only_described(passage, head.end, start - 2) for head in heads):
            found.append(Source(start, end, printed, 3, True, person=printed, role=PERSON))
    return found


def _only_described(passage: Passage, start: int, end: int) -> bool:
    """Whether a few words, and the name of nobody, stand between a verb and a comma."""
    if not passage.text[start:end].strip() or passage.has_comma(start, end):
        return False
    others = any(passage.of(kind, start, end) for kind in _NAMING)
    return not others and reaches(passage, start, end, _DESCRIBED)


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
