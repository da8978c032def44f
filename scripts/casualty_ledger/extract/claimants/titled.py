"""People named with a title, in scripts without capital letters that would tell their names."""

import re

from casualty_ledger.extract.claimants.persons import PERSON, is_known
from casualty_ledger.extract.claimants.speaking import Source, is_attributed
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
