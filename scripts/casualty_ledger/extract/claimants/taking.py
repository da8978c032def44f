"""Who only says that an attack is theirs, and gives no figure: "claimed by the Taliban"."""

from dataclasses import replace

from casualty_ledger.extract.claimants.source import Source
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import Passage

_WINDOW = 48  # characters on either side of a name
_BESIDE = 4  # words between a name and its verb
_BY = 2  # words between "claimed by" and a name: an article
_SPEAKS = 5  # words between "claimed the attack" and a verb of saying
_OTHER = 3  # words between a verb of saying and who else says so
_COUNTED = (Kind.AMOUNT, Kind.EVENT, Kind.PEOPLE)


def without_takers(passage: Passage, found: list[Source]) -> list[Source]:
    """The sources of a sentence; who only takes an attack on themselves is marked so."""
    if not passage.of(Kind.TAKING):
        return found
    return [replace(one, takes=True) if _only_takes(passage, one, found) else one for one in found]


def _only_takes(passage: Passage, source: Source, found: list[Source]) -> bool:
    """Whether a name stands beside such words, and no verb of saying goes on for it.

    One does in "the group claimed the attack and said that", not in "claimed the attack, said X".
    """
    if source.news:
        return False
    end = _taken_after(passage, source)
    if end is None and not _is_taken_before(passage, source):
        return False
    limit = min(passage.end, (end or source.end) + _WINDOW)
    for verb in passage.of(Kind.SAYS, end or source.end, limit)[:1]:
        gap = (end or source.end, verb.start)
        near = passage.words(*gap) <= _SPEAKS and not passage.crossed(*gap)
        other = any(
            one is not source
            and verb.end <= one.start
            and passage.words(verb.end, one.start) <= _OTHER
            for one in found
        )
        going_on = end is not None or bool(passage.of(Kind.RELATIVE, *gap))
        return not (near and going_on and not other)
    return True


def _taken_after(passage: Passage, source: Source) -> int | None:
    """Where words end by which a name takes an attack: "the group claimed the attack"."""
    limit = min(passage.end, source.end + _WINDOW)
    for mark in passage.of(Kind.TAKING, source.end, limit)[:1]:
        gap = (source.end, mark.start)
        near = passage.words(*gap) <= _BESIDE and not passage.crossed(*gap)
        said = passage.of(Kind.SAYS, *gap)
        return mark.end if near and not said and not _of_figures(passage, mark) else None
    return None


def _is_taken_before(passage: Passage, source: Source) -> bool:
    """Whether such words stand right before a name: "claimed by the Taliban"."""
    begin = max(passage.start, source.start - _WINDOW)
    return any(
        passage.words(mark.end, source.start) <= _BY
        and not passage.has_comma(mark.end, source.start)
        and not _of_figures(passage, mark)
        for mark in passage.of(Kind.TAKING, begin, source.start)[-1:]
    )


def _of_figures(passage: Passage, taking: Mark) -> bool:
    """Whether it is a number that is claimed: "the toll claimed by", "300 killed, claimed by"."""
    begin = max(passage.start, taking.start - _WINDOW)
    return any(
        passage.text[one.end : taking.start] == " "
        for kind in _COUNTED
        for one in passage.of(kind, begin, taking.start)[-1:]
    )
