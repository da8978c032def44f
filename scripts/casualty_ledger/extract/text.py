"""A text while it is read: its sentences, and what has been read and heard in it so far."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from casualty_ledger.extract.answers import Force
from casualty_ledger.extract.candidate import Event, EventStatus
from casualty_ledger.extract.claimants.capitals import plain_words
from casualty_ledger.extract.claimants.heard import Heard
from casualty_ledger.extract.claimants.source import Source
from casualty_ledger.extract.document import Meta
from casualty_ledger.extract.forces.memory import Memory
from casualty_ledger.extract.forces.parties import named_anyhow, parties
from casualty_ledger.extract.forces.wars import names_at_war
from casualty_ledger.extract.marking.gate import (
    few,
    fighters,
    is_worth_reading,
    known_parties,
    may_hold_numbers,
    people_or_events,
    speaks_of_forces,
    speaks_of_war,
    watch,
)
from casualty_ledger.extract.marking.marks import Mark, Marks
from casualty_ledger.extract.marking.matching import Finder, everything
from casualty_ledger.extract.marking.pack import Pack, pack_for
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.marking.sentences import Stretch, sentences
from casualty_ledger.extract.names import Names
from casualty_ledger.numbers.folding import Folded, fold
from casualty_ledger.numbers.lexicon import Lexicon, lexicon

_HEADING = 160  # characters
_SHORT_LINE = re.compile(r"^[^\n\u3002\uff01\uff1f!?]{1,60}$", re.MULTILINE)  # no full stop in it
_SPACE = re.compile(r"(?<=[\u3040-\u9fff]) (?=[\u3040-\u9fff\d])")
_INSIDE = re.compile(r"(?<=[^\W\d_A-Z] )[^\W\d_]+")  # words after a word


class Counted(NamedTuple):
    """A number that counts people: its sentence, its size and what befell them."""

    sentence: int
    value: int
    event: Event


@dataclass(frozen=True, slots=True)
class Finders:
    """The automata of a language: of what makes a text worth reading, and of all its forms."""

    watch: Finder
    known: Finder
    people: Finder
    fighters: Finder
    few: Finder
    marks: Finder


@dataclass(slots=True)
class Text:
    """A text while it is read.

    What is read stays as it is; what the sentences and numbers read so far tell is changed in
    `remembering` alone; what is looked up in the whole text is kept by whoever asks first.
    """

    # What is read.
    meta: Meta
    folded: Folded
    original: str  # with its capitals and line breaks, at the offsets of the folded text
    marks: Marks
    pack: Pack
    lex: Lexicon
    registers: Names
    finders: Finders
    stretches: list[Stretch]
    settled: bool  # folding the text again changes nothing

    # What the sentences read so far tell.
    remembered: int = 0  # so many sentences have been remembered
    forces: Memory = field(default_factory=Memory)  # which forces they named, numbers counted
    heard: Heard = field(default_factory=Heard)  # who spoke in them
    speakers: dict[int, list[Source]] = field(default_factory=dict)  # of those yet to remember

    # What the numbers read so far tell.
    event: Event | None = None  # of the one read last
    status: EventStatus = EventStatus.DONE  # likewise
    counted: list[Counted] = field(default_factory=list)  # the last ones that count people
    whole: Force | None = None  # of the last one that is no part of another or has a noun
    fighters: bool = False  # one was a figure of fighters
    claimed_on: str | None = None  # the day of the last one whose sentence says who and when

    # What is looked up when first asked for.
    passages: dict[int, Passage] = field(default_factory=dict)  # the sentences, made ready
    narrowed: Names | None = None  # the names of the registers that count in it: `names`
    known: bool | None = None  # the text names somebody of the registers
    at_war: bool | None = None  # it is about a war of anybody
    overall: Memory | None = None  # which forces the whole text names
    anyhow: Memory | None = None  # which states with forces it names, as a place as well
    attackers: frozenset[str] | None = None  # which of them strike others in it
    counter: str | None = None  # the publication that it names as one who counts; "" if none
    elsewhere: bool | None = None  # it is on a war of states that the registers do not count
    proper: frozenset[str] | None = None  # words with a capital letter inside sentences
    held: dict[str, str] | None = None  # the claimants that it names, by kind of office

    @property
    def names(self) -> Names:
        """The names of the registers, less the forces of a state whose war a text is not about."""
        if self.meta.subject is not None:
            return self.registers
        if self.narrowed is None:
            self.narrowed = names_at_war(self.marks, len(self.folded.text), self.registers)
        return self.narrowed

    def passage(self, index: int) -> Passage:
        """A sentence, made ready when it is first looked at."""
        found = self.passages.get(index)
        if found is None:
            start, end = self.stretches[index]
            found = Passage(self.folded.text, start, end, self.marks, self.pack)
            self.passages[index] = found
        return found

    def before(self) -> list[Passage]:
        """The sentence before the one that is read, if there is one."""
        return [self.passage(self.remembered - 1)] if self.remembered else []

    def every_passage(self) -> list[Passage]:
        """All sentences."""
        return [self.passage(index) for index in range(len(self.stretches))]


@lru_cache(maxsize=128)
def finders(words: Pack, names: Names) -> Finders:
    """The automata of a language, made once."""
    return Finders(
        watch(words, names),
        known_parties(words, names),
        people_or_events(words, names),
        fighters(words, names),
        few(words),
        everything(words, names),
    )


def opened(text: str, meta: Meta, names: Names) -> Text | None:
    """A text ready for reading; None where a look at the whole shows that it holds no figure."""
    folded = fold(text)
    words, lex = pack_for(meta.language, folded.text), lexicon(meta.language)
    automata = finders(words, names)
    starts = folded.starts
    original = text if starts is None else "".join(text[place] for place in starts)
    if words.matching == "anywhere":
        folded = replace(folded, text=_parted(folded.text, original))
    if not is_worth_reading(automata.watch, folded.text, original, words, meta):
        return None
    if not may_hold_numbers(folded.text, lex) and not (
        (lex.articles or automata.few.finds(folded.text, original))
        and automata.fighters.finds(folded.text, original)
    ):
        return None
    return Text(
        meta, folded, original, automata.marks.marks(folded.text, original), words, lex, names,
        automata, sentences(folded.text, original, words), folded.is_settled(),
    )  # fmt: skip


def _parted(folded: str, original: str) -> str:
    """A Chinese or Japanese text with commas for the spaces of its headings.

    兵士25人死亡 60人不明: where words stand without spaces, one parts clauses.
    """
    pieces, last = [], 0
    for line in _SHORT_LINE.finditer(original):
        start, end = line.span()
        pieces += [folded[last:start], _SPACE.sub(",", folded[start:end])]
        last = end
    return "".join((*pieces, folded[last:]))


def is_of_war(document: Text) -> bool:
    """Whether a text with figures speaks of forces at all; asked late, as it looks at the whole."""
    words = document.pack
    if not words.stated or document.meta.subject is not None:
        return True
    return speaks_of_forces(document.marks, len(document.folded.text), words)


def is_known(document: Text) -> bool:
    """Whether a text names somebody of the registers; looked up once."""
    if document.known is None:
        document.known = is_worth_reading(
            document.finders.known,
            document.folded.text,
            document.original,
            document.pack,
            document.meta,
        )
    return document.known


def is_about_war(document: Text) -> bool:
    """Whether a text is about a war, of whomever; looked up once."""
    if document.at_war is None:
        document.at_war = speaks_of_war(document.marks, len(document.folded.text))
    return document.at_war


def is_proper(document: Text, word: str) -> bool:
    """Whether a word that begins a sentence is a name: it has its capital letter elsewhere too."""
    if document.pack.capital_nouns:
        return False
    if document.proper is None:
        document.proper = frozenset(_INSIDE.findall(document.original))
    return word in document.proper


def is_plain(document: Text, word: str) -> bool:
    """Whether a word that begins a sentence has small letters within others: it is no name."""
    return word in plain_words(document.original)


def survey(document: Text) -> Memory:
    """Which forces the whole text names; looked up once, when a number names none."""
    if document.overall is None:
        document.overall = _named(document, parties)
    return document.overall


def party(document: Text) -> str | None:
    """Whose forces a text is about: those it names, its subject, or a state it names otherwise."""
    stated = survey(document).most_frequent() or document.meta.subject
    return stated or everyone(document).most_frequent()


def everyone(document: Text) -> Memory:
    """The states with forces that a text names, as places and speakers as well."""
    if document.anyhow is None:
        document.anyhow = _named(document, named_anyhow)
    return document.anyhow


def _named(document: Text, look: Callable[[Passage, Names], list[Mark]]) -> Memory:
    """The states that any sentence of a text names, by one way of looking."""
    found = Memory()
    for passage in document.every_passage():
        for mark in look(passage, document.names):
            found.note(mark.code)
    return found


def is_heading(document: Text, passage: Passage) -> bool:
    """A short line without a full stop: whose figure it prints, the text under it says.

    The first line is one too where it asks or quotes: "Has Russia lost 90,000 men?" It may hold
    several sentences: "Afghanistan: first poison, then shots. Four officers dead".
    """
    text = document.original
    floor = max(0, passage.end - _HEADING - 1)  # no farther, so that the time stays linear
    before = text.rfind("\n", floor, passage.start)
    if before < 0 < floor:
        return False
    begin = before + 1
    end = text.find("\n", passage.end, begin + _HEADING + 1)
    if end < 0:
        return False
    line = text[begin:end].rstrip()
    ends = ".\u3002" if begin == 0 else '.!?\u3002"\u201d])'  # a caption names its agency
    return line[-1] not in ends
