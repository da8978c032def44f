"""Which forces the sentences read so far named and counted, for numbers that name none."""

from collections import Counter
from dataclasses import dataclass, field

_OLD = 2  # sentences


@dataclass(slots=True)
class Memory:
    """What earlier sentences said of forces."""

    printed: str | None = None  # the name of a force that no register knows, counted last
    called: str | None = None  # how those counted last are called, where no register knows them
    called_age: int = _OLD  # sentences since they were counted
    last: str | None = None  # the party last named or counted
    united: str | None = None  # the name of several parties, if they were counted together last
    seen: Counter[str] = field(default_factory=Counter)
    age: int = _OLD  # sentences since the last count; a mere name counts only when it is old

    def note(self, party: str) -> None:
        """Remember that a party was counted."""
        self.last, self.united = party, None
        self.seen[party] += 1
        self.age = 0

    def call(self, name: str | None) -> None:
        """Remember how those are called who were counted; None where a register knows them."""
        self.called, self.called_age = name, 0

    def tell(self, party: str) -> None:
        """Remember that a sentence without a number tells of a party's losses."""
        self.last, self.united = party, None
        self.age = 0

    def unite(self, name: str) -> None:
        """Remember that several parties were counted together."""
        self.united = name
        self.age = 0

    def mention(self, named: list[str], lost: bool) -> None:
        """Remember what a sentence names, at its end; `lost` if it tells of losses.

        One that counts nobody and tells of the losses of one side leads to their numbers.
        """
        leads = lost and self.age > 0 and len(set(named)) == 1
        if named and (self.age >= _OLD or leads):
            self.last, self.united = named[-1], None if leads else self.united
        self.age += 1
        self.called_age += 1

    def most_frequent(self) -> str | None:
        """The party that the whole text names most often."""
        return max(sorted(self.seen), key=self.seen.__getitem__, default=None)
