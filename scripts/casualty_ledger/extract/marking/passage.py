"""One sentence while it is read: its text, its marks, and how far apart two places are."""

import re
from dataclasses import dataclass, field

from casualty_ledger.extract.marking.marks import ByKind, Kind, Mark, Marks
from casualty_ledger.extract.marking.pack import Pack
from casualty_ledger.extract.marking.sentences import Stretch

COMMAS = frozenset(",\u3001")
DASHES = ("-", "\u2013", "\u2014")
DASH = re.compile(f" [{''.join(DASHES)}] ")  # one that stands apart, not within a word
STRONG = frozenset(";:\u2014()\u2026\uff1a\uff1b\uff08\uff09")
_COMMA = re.compile("\u3001|(?<!\\d),|,(?!\\d\\d\\d)")  # not the one in 62,000
_BREAKS = re.compile(f"{_COMMA.pattern}|[{re.escape(''.join(sorted(STRONG)))}]| - ")
_BRACKETS = re.compile(r"[(\uff08][^()\uff08\uff09\d]*[)\uff09]")  # an aside without a number
_COMMA_COST = 3.0
_STRONG_COST = 8.0
_BARRIER_COST = 4.0
_NEAR_WORDS = 4  # words beyond these count for less
_FAR_WORD = 0.4
_ASIDE = 80  # characters
_APPOSITION = 4  # words
_GLUED = 2  # of three characters
_GLUED_CHARACTERS = 3
_ARTICLE = 3  # letters
_NO_ARTICLE = (Kind.PLACE_BEFORE, Kind.OTHER_BEFORE, Kind.AGENT_BEFORE)


def without_brackets(text: str) -> str:
    """A stretch of text without what stands in brackets."""
    return _BRACKETS.sub("", text) if "(" in text or "\uff08" in text else text


@dataclass(slots=True)
class Passage:
    """A sentence of a folded text."""

    text: str
    start: int
    end: int
    marks: Marks
    pack: Pack
    numbers: list[Stretch] = field(default_factory=list)  # the numbers that may count people
    parties: list[Mark] | None = None  # the states whose forces may be counted, once looked up
    _own: ByKind | None = None  # its marks, once they are asked for

    def own(self) -> ByKind:
        """The marks of the sentence by kind, without the kinds that have none."""
        if self._own is None:
            self._own = self.marks.within(self.start, self.end)
        return self._own

    def of(self, kind: Kind, start: int | None = None, end: int | None = None) -> list[Mark]:
        """The marks of a kind in the sentence, or in a stretch of it; not to be changed."""
        first = self.start if start is None else start
        last = self.end if end is None else end
        if first < self.start or last > self.end:
            return self.marks.of(kind, first, last)
        found = (self.own() if self._own is None else self._own).get(kind)
        if found is None:  # most kinds, in most sentences
            return []
        if start is None and end is None:
            return found
        return [mark for mark in found if first <= mark.start and mark.end <= last]

    def words(self, start: int, end: int) -> int:
        """About how many words lie between two places."""
        if self.pack.matching == "anywhere":
            return max(0, end - start) // _GLUED_CHARACTERS
        return self.text.count(" ", start, end)

    def cost(self, start: int, end: int) -> float:
        """How loosely two places hang together: words, commas, and clauses between them.

        A clause between commas that only says who says so costs nothing.
        """
        if end <= start:
            return 0.0
        first = self.text.find(",", start, end)
        last = self.text.rfind(",", start, end)
        colon = self.text.rfind(":", start, end)
        if colon > last and not self.text[colon + 1 : end].strip() and self._tells(first, colon):
            last = colon  # "Russia's losses, according to Kyiv: 1,200"
        if first < last and last - first <= _ASIDE and self._is_aside(first, last):
            return self._plain(start, first) + self._plain(last + 1, end)
        return self._plain(start, end)

    def _is_aside(self, first: int, last: int) -> bool:
        return self._tells(first, last) or self._is_apposition(first, last)

    def _tells(self, first: int, last: int) -> bool:
        """Whether a stretch says who says so."""
        return bool(self.of(Kind.SAYS, first, last) or self.of(Kind.SAID_BY, first, last))

    def _is_apposition(self, first: int, last: int) -> bool:
        """Whether a few words between commas only say who somebody is: "X, an ally of Y, sent"."""
        held = (Kind.EVENT, Kind.PEOPLE, Kind.BARRIER, Kind.JOINER, Kind.PLACE_BEFORE)
        return (
            "," not in self.text[first + 1 : last]
            and self.words(first, last)
            <= (_APPOSITION if self.pack.matching == "words" else _GLUED)
            and not self.crossed(first, last)
            and not any(self.of(kind, first, last) for kind in held)
        )

    def _plain(self, start: int, end: int) -> float:
        """The cost of words, commas and clauses; what stands in brackets costs nothing."""
        between = self.text[start:end]
        words = self.words(start, end)
        if "(" in between or "\uff08" in between:
            for aside in _BRACKETS.finditer(self.text, start, end):
                words -= self.words(*aside.span())
            between = _BRACKETS.sub("", between)
        cost = min(words, _NEAR_WORDS) + _FAR_WORD * max(0, words - _NEAR_WORDS)
        for mark in _BREAKS.findall(between):
            cost += _COMMA_COST if mark in COMMAS else _STRONG_COST
        return cost + _BARRIER_COST * len(self.of(Kind.BARRIER, start, end))

    def in_apposition(self, place: int) -> bool:
        """Whether a place lies in a few words between commas that only describe somebody."""
        first = self.text.rfind(",", max(self.start, place - _ASIDE), place)
        last = self.text.find(",", place, min(self.end, place + _ASIDE))
        return first >= 0 and last >= 0 and self._is_apposition(first, last)

    def has_comma(self, start: int, end: int) -> bool:
        """Whether a comma stands between two places, numbers apart."""
        return _COMMA.search(self.text, start, end) is not None

    def followed_by(self, kinds: tuple[Kind, ...], end: int) -> bool:
        """Whether a mark of one of some kinds begins after one space."""
        return self.text[end : end + 1] == " " and any(
            self.marks.touching(kind, end + 1, end + 2) for kind in kinds
        )

    def crossed(self, start: int, end: int) -> int:
        """How many numbers lie between two places."""
        return sum(1 for first, last in self.numbers if start <= first and last <= end)

    def joined(self, start: int, end: int, article: bool = False) -> bool:
        """Whether all that lies between two places is a joining word or a comma.

        With `article`, a short word may follow the joining word: "and the".
        """
        between = self.text[start:end].strip(" ,/-\u3001\u00b7")
        if not between or between in self.pack.prefixes:
            return True
        joiners = self.of(Kind.JOINER, start, end)
        joiner = self.text[joiners[0].start : joiners[0].end] if len(joiners) == 1 else ""
        if not joiner or not between.startswith(joiner):
            return False
        rest = self.text[joiners[0].end : end].strip()
        return not rest or (article and self._is_article(joiners[0].end, end))

    def _is_article(self, start: int, end: int) -> bool:
        """Whether nothing but an article may lie between two places."""
        word = self.text[start:end].strip()
        short = len(word) <= _ARTICLE and " " not in word
        return short and not any(self.marks.touching(kind, start, end) for kind in _NO_ARTICLE)
