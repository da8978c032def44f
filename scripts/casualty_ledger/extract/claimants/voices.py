"""Who a person, a pronoun or a state that speaks stands for, as the text before tells."""

from dataclasses import dataclass, field, replace

from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.claimants.attribution import Attribution
from casualty_ledger.extract.claimants.source import PERSON, PRONOUN, Source
from casualty_ledger.extract.names import Names

_LEAST = 2  # letters of a family name: Ли
_SHORTEST = 3  # letters of one that may have endings
_INFLECTED = 3  # letters that an ending adds or changes
_ALIKE = 8  # names with one beginning that are kept, so that no text takes more than linear time


@dataclass(slots=True)
class Voices:
    """The people of a text whose claimant is known, by the beginning of each word of a name."""

    people: dict[str, list[tuple[str, Attribution]]] = field(default_factory=dict)

    def note(self, source: Source) -> None:
        """Remember for whom a person spoke."""
        if source.person is None or not source.claimant:
            return
        known = Attribution(source.claimant, Found.SENTENCE, source.person)
        names = [word for word in source.person.split() if not word[:1].islower()]  # no "al"
        for word in map(str.casefold, names):
            alike = self.people.setdefault(word[:_SHORTEST], [])
            new = len(word) >= _LEAST and all(word != name for name, _ in alike)
            if new and len(alike) < _ALIKE:
                alike.append((word, known))

    def resolve(self, source: Source, said: Attribution | None, names: Names) -> Source:
        """A source with the claimant that the text before gives it; without one where none is."""
        if source.role == PRONOUN:
            return source if said is None else _for(source, said)
        if source.role == PERSON:
            known = self.known(source.person or source.claimant)
            return source if known is None else _for(source, known)
        if said is not None and names.countries.get(said.claimant or "") == source.state:
            return replace(source, claimant=said.claimant or source.claimant)
        return source

    def known(self, person: str) -> Attribution | None:
        """Who is meant by a name, in any case of it."""
        for word in person.casefold().split()[::-1]:
            for known, attribution in self.people.get(word[:_SHORTEST], []):
                if _same_name(word, known):
                    return attribution
        return None


def _same_name(one: str, other: str) -> bool:
    """Whether two forms of a name differ in their ending alone."""
    stem = max(_SHORTEST, min(len(one), len(other)) - 1)
    return one[:stem] == other[:stem] and abs(len(one) - len(other)) <= _INFLECTED


def _for(source: Source, known: Attribution) -> Source:
    return replace(source, claimant=known.claimant or "", person=known.person or source.person)
