"""Names that follow their verb of saying: 300 died, said on Tuesday the spokesman."""

from casualty_ledger.extract.claimants.source import PRESS
from casualty_ledger.extract.claimants.verbs import (
    follows_quoted,
    has_subject,
    inverted,
    reaches,
    said_by,
)
from casualty_ledger.extract.marking.articles import before_article
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_SUBJECT_WITHIN = 24  # characters, for a title between a name and the mark of the subject
_WINDOW = 48  # characters to look for a verb of saying
_CLOSE = 2  # words
_CITED = 4  # words between "according to" and a name
_WITH_ARTICLE = 2  # spaces
_SECOND = 3  # spaces around an article and an adjective
_SPEAKERS = (Kind.ORGAN, Kind.ACTOR, Kind.SPEAKER, Kind.PRONOUN)
_ADVERBS = 9  # words
_ASIDE = 14  # words between a verb of saying and a speaker past an aside
_TITLED = 6  # spaces: ", the military spokesman"; words before the name of who has a title
_NO_ADVERBS = (Kind.SAYS, Kind.SAID_BY, Kind.EVENT, Kind.RELATIVE, Kind.PEOPLE, Kind.THAT)


def says_first(passage: Passage, start: int, end: int, near: bool) -> bool:
    """Whether a verb of saying before a name is that of the name: what follows "that" was said."""
    if passage.pack.matching == "anywhere":
        return False  # there a verb of saying before a name has its own subject before it
    if _stands_second(passage, start):
        return True
    if near:
        return said_by(passage, _article(passage, start), end, quoted=True)
    for verb in passage.of(Kind.SAYS, max(passage.start, start - _WINDOW), start)[-1:]:
        that = bool(passage.of(Kind.THAT, verb.start, start))
        colon = passage.text[end : end + 1] == ":"  # a name may end the text
        turned = inverted(passage, verb) or _closes(passage, end) or colon
        first = not that and turned and not has_subject(passage, verb.start)
        first = first and not _in_aside(passage, verb, start, end)
        within = _ADVERBS if colon else _CITED
        if first and reaches(passage, verb.end, start, within):
            return True
    return _says_first_from_afar(passage, start)


def _stands_second(passage: Passage, start: int) -> bool:
    """Whether a verb after what was counted has its subject after it, where verbs stand second.

    "33 getötete Kämpfer meldete die Armee", "Die Zahl der Toten gab die Armee mit 33 an".
    """
    if not passage.pack.capital_nouns:
        return False
    for verb in passage.of(Kind.SAYS, max(passage.start, start - _WINDOW), start)[-1:]:
        clause = 1 + max(passage.text.rfind(one, passage.start, verb.start) for one in ",;:\n")
        begin = max(passage.start, clause)
        counted = passage.crossed(begin, verb.start) or passage.of(Kind.AMOUNT, begin, verb.start)
        gap = (verb.end, start)
        placed = passage.has_comma(*gap) or passage.of(Kind.PLACE_BEFORE, *gap)
        speaker = any(passage.of(kind, begin, verb.start) for kind in _SPEAKERS)
        return bool(counted) and not (placed or speaker) and reaches(passage, *gap, _SECOND)
    return False


def _article(passage: Passage, start: int) -> int:
    """Where a name begins with its article: affirme la Russie, afferma la Nato."""
    begin = before_article(passage, start)
    other = any(
        passage.marks.touching(kind, begin, begin + 1)
        for kind in (Kind.PLACE_BEFORE, Kind.JOINER, Kind.PUBLISHER)
    )
    return start if other else begin  # "a" is also a preposition, "o" also "or"


def _says_first_from_afar(passage: Passage, start: int) -> bool:
    """Whether a verb after what was said has its speaker past a day and the listeners.

    "300 men died, said on Tuesday to reporters the spokesman of the army": common in Romance and
    Slavic languages.
    """
    if passage.pack.matching != "words":
        return False
    for verb in passage.of(Kind.SAYS, max(passage.start, start - 2 * _WINDOW), start)[-1:]:
        gap = (verb.end, before_article(passage, start))
        if not follows_quoted(passage, verb.start) or has_subject(passage, verb.start):
            return False
        if past_aside(passage, verb, start):
            return True
        broken = passage.has_comma(*gap) or any(passage.of(kind, *gap) for kind in _NO_ADVERBS)
        return not broken and reaches(passage, *gap, _ADVERBS) and not _is_told(passage, start)
    return False


def past_aside(passage: Passage, verb: Mark, start: int) -> bool:
    """Whether commas after a verb of saying only tell when, where or to whom, before its speaker.

    "300 men died, admitted on Sunday, before Parliament, the spokesman of the army".
    """
    if passage.pack.matching != "words" or not follows_quoted(passage, verb.start):
        return False
    first = passage.text.find(",", verb.end, start)
    last = passage.text.rfind(",", verb.end, start)
    if first < 0 or first == last or passage.words(last + 1, start) > _TITLED:
        return False
    heads = (start, *(title.start for title in passage.of(Kind.TITLE, last, start)[:1]))
    if all(passage.text[last + 1 : before_article(passage, one)].strip() for one in heads):
        return False  # "fought, says the centre, among forces, loyal to the president"
    gap = (verb.end, start)
    broken = any(passage.of(kind, *gap) for kind in _NO_ADVERBS if kind is not Kind.PEOPLE)
    return not broken and reaches(passage, *gap, _ASIDE) and passage.text.count(",", *gap) == 2


def _in_aside(passage: Passage, verb: Mark, start: int, end: int) -> bool:
    """Whether a name only belongs to such an aside: before Parliament, the spokesman."""
    if passage.text[end : end + 1] != "," or passage.pack.matching != "words":
        return False
    first = passage.text.find(",", verb.end, start)
    alone = before_article(passage, start) == first + 2
    titles = passage.of(Kind.TITLE, end, min(passage.end, end + _WINDOW))[:1]
    titled = any(passage.words(end + 1, one.start) <= _WITH_ARTICLE for one in titles)
    return first >= 0 and not alone and titled


def _is_told(passage: Passage, start: int) -> bool:
    """Whether a preposition stands right before a name: it listens, or is where it was said."""
    begin = max(passage.start, start - _SUBJECT_WITHIN)
    kinds = (Kind.PLACE_BEFORE, Kind.RELAY_BEFORE, Kind.OTHER_BEFORE)
    return any(
        passage.marks.touching(kind, start, start + 1)
        or any(
            passage.words(mark.end, start) <= _WITH_ARTICLE
            for mark in passage.of(kind, begin, start)[-1:]
        )
        for kind in kinds
    )


def _closes(passage: Passage, end: int) -> bool:
    """Whether a sentence ends with a name, or with a few words more: "Of this told ... Shoigu."."""
    rest = (end, passage.end)
    return (
        passage.pack.matching == "words"
        and passage.words(*rest) <= _CLOSE
        and not passage.has_comma(*rest)
        and not any(passage.of(kind, *rest) for kind in (Kind.SAYS, Kind.EVENT, Kind.PEOPLE))
    )


def said_by_titled(passage: Passage, start: int) -> bool:
    """Whether a verb of saying stands before a title that leads up to a name: "said Colonel X".

    The title may have more words: "said the commander of the brigade X".
    """
    begin = max(passage.start, start - 2 * _WINDOW)
    for verb in passage.of(Kind.SAYS, begin, start)[-1:]:
        gap = (verb.end, start)
        aside = past_aside(passage, verb, start) or _past_first_title(passage, *gap)
        aside = aside or _past_office(passage, *gap)
        return (
            _has_title(passage, *gap)
            and (aside or reaches(passage, *gap, _TITLED))
            and (aside or not passage.has_comma(*gap))
            and not has_subject(passage, verb.start)
            and inverted(passage, verb)
        )
    return False


def _past_first_title(passage: Passage, start: int, end: int) -> bool:
    """Whether the one comma before a name parts two of its titles: "its spokesman, General X"."""
    comma = passage.text.find(",", start, end)
    first = passage.of(Kind.TITLE, start, max(start, comma))[-1:]
    second = passage.of(Kind.TITLE, max(start, comma), end)[:1]
    return (
        any(one.end == comma for one in first)
        and any(one.start == comma + 2 for one in second)
        and passage.text.count(",", start, end) == 1
        and reaches(passage, start, end, _ADVERBS)
    )


def _past_office(passage: Passage, start: int, end: int) -> bool:
    """Whether a comma parts a name from the office before it: "the minister of health, Li Wei"."""
    comma = end - 2
    return (
        passage.text[comma:end] == ", "
        and passage.text.count(",", start, end) == 1
        and bool(passage.of(Kind.TITLE, start, comma))
        and reaches(passage, start, end, _ADVERBS)
    )


def said_by_body(passage: Passage, start: int, end: int) -> bool:
    """Whether a verb and an article stand before a name of two nouns: "erklärten die Tamil Tigers".

    Where every noun has a capital letter, two of them side by side are a name.
    """
    article = before_article(passage, start)
    two = passage.pack.capital_nouns and article < start and " " in passage.text[start:end]
    return two and said_by(passage, article, end, quoted=True)


def _has_title(passage: Passage, start: int, end: int) -> bool:
    """Whether a title or a noun for media or experts stands between two places."""
    press = any(mark.code == PRESS for mark in passage.of(Kind.ORGAN, start, end))
    return press or bool(passage.of(Kind.TITLE, start, end))
