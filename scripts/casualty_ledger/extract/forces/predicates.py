"""What the people of a number are said to be, after it: "12 are civilians", 8人は民間人だ."""

import re

from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.marking.marks import Kind, Mark
from casualty_ledger.extract.marking.passage import DASH, Passage

_TOPIC = re.compile("[\u306f\uc740\ub294\u662f\u70ba\u4e3a] ?")  # は, 은, 는, 是, 為, 为
_OF_THEM = 12  # characters after a number in which "of them" stands
# what follows a noun that is no predicate: に, を, の, が, と, へ; 에, 을, 를, 의, 과, 와
_GOVERNED = frozenset("\u306b\u3092\u306e\u304c\u3068\u3078\uc5d0\uc744\ub97c\uc758\uacfc\uc640")


def predicate(passage: Passage, count: Count) -> Mark | None:
    """The noun for people that a number is said to be: 其中8人是平民, восемь — мирные жители."""
    start = after_copula(passage, count)
    if start is None:
        return None
    for noun in passage.of(Kind.PEOPLE, start, passage.end)[:1]:
        lost = passage.of(Kind.EVENT, noun.start, noun.end)
        after = passage.text[noun.end : noun.end + 1]
        if noun.start == start and not lost and after not in _GOVERNED:
            return noun
    return None


def after_copula(passage: Passage, count: Count) -> int | None:
    """Where a predicate may begin after a number: past the mark of the topic, or past a dash."""
    if not passage.pack.head_before:
        near = (count.end, min(passage.end, count.end + _OF_THEM))
        end = max([count.end, *(one.end for one in passage.of(Kind.BREAKDOWN, *near)[:1])])
        dash = DASH.match(passage.text, end, passage.end)  # "are" in Slavic languages
        return dash.end() if dash is not None else None
    end = count.end
    for counter in passage.of(Kind.PEOPLE, count.end, passage.end)[:1]:
        end = counter.end if counter.start <= count.end + 1 else end
    topic = _TOPIC.match(passage.text, end, passage.end)
    return topic.end() if topic is not None else None
