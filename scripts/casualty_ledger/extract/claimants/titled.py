"""Names that no register knows, in scripts without capital letters that would tell them.

People have a title, publications and projects stand in quotation marks or in Latin letters.
"""

import re

from casualty_ledger.extract.claimants.capitals import is_known
from casualty_ledger.extract.claimants.framed import is_framed
from casualty_ledger.extract.claimants.source import PERSON, Source
from casualty_ledger.extract.claimants.speaking import is_attributed
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_WITHIN = 28  # characters before a title
_SURNAMES = (
    "\uae40\uc774\ubc15\ucd5c\uc815\uac15\uc870\uc724\uc7a5\uc784\ud55c\uc624\uc11c\uc2e0\uad8c"
    "\ud669\uc548\uc1a1\uc804\ud64d\uc720\uace0\ubb38\uc591\uc190\ubc30\ubc31\ud5c8\ub0a8\uc2ec"
    "\ub178\ud558\uacfd\uc131\ucc28\uc8fc\uc6b0\uad6c\ubbfc\ub958\ub098\uc9c4\uc9c0\uc5c4\ucc44"
)
# Chinese characters and katakana right before a title; in Hangul a family name and one or two
# syllables, which the name of an institute may follow.
_HANGUL = "[\uac00-\ud7a3]"
_NAME = re.compile(
    r"([\u4e00-\u9fff\u30a1-\u30fa\u30fc\u30fb]{2,12})$"
    rf"|(?<!{_HANGUL})([{_SURNAMES}]{_HANGUL}{{1,2}})(?: {_HANGUL}{{2,12}}){{0,2}} ?$"
)
# 「經濟學人」, 《基辅独立报》, Euromaidan Press
_QUOTING = "\u300a-\u300f\u3008\u3009\u201c\u201d'\""
_LATIN = r"[A-Z][A-Za-z.\-]{2,20}(?: [A-Z][A-Za-z.\-]{1,20}){0,3}"
_MARKED = re.compile(
    r"[\u300a\u300c\u300e\u3008\u201c'\"]"
    rf"([^\W\d_][^{_QUOTING},.\u3002\uff0c\u3001\n]{{1,18}})"
    r"[\u300b\u300d\u300f\u3009\u201d'\"]"
    rf"|(?<![A-Za-z(\uff08])({_LATIN})(?![A-Za-z)\uff09])"
)


def marked(passage: Passage, kept: list[Source], original: str) -> list[Source]:
    """What speaks in quotation marks or Latin letters; weaker than any name that is known."""
    if passage.pack.matching != "anywhere":
        return []
    found = []
    for name in _MARKED.finditer(original, passage.start, passage.end):
        start, end = name.span()
        printed = name.group(1) or name.group(2)
        taken = any(one.start < end and start < one.end for one in kept)
        told = any(passage.of(kind, start, end) for kind in (Kind.EVENT, Kind.SAYS))
        states = passage.of(Kind.COUNTRY, start, end)
        whole = any(mark.end - mark.start == len(printed) for mark in states)
        if taken or told or whole or _is_aside(passage, start):
            continue
        if not is_framed(passage, start, end) or not is_attributed(passage, start, end):
            continue
        found.append(Source(start, end, printed, 0, True, person=printed, role=PERSON))
    return found


def _is_aside(passage: Passage, place: int) -> bool:
    """Whether a place lies in brackets: 難民委員會(Refugee Council)."""
    opened = passage.text.rfind("(", passage.start, place)
    return opened > passage.text.rfind(")", passage.start, place)


def titled(passage: Passage, kept: list[Source], original: str) -> list[Source]:
    """Who speaks with a title and no known name: 新妻東一さんによれば; weaker than the known."""
    if passage.pack.matching != "anywhere":
        return []
    found = []
    for title in passage.of(Kind.TITLE):
        begin = max(passage.start, title.start - _WITHIN)
        name = _NAME.search(original[begin : title.start])
        if name is None:
            continue
        start = begin + name.start()
        printed = name.group(1) or name.group(2)
        taken = any(one.start < title.end and start < one.end for one in kept)
        if taken or is_known(passage, start, start + len(printed)):
            continue
        if is_attributed(passage, start, title.end):
            found.append(Source(start, title.end, printed, 0, True, person=printed, role=PERSON))
    return found
