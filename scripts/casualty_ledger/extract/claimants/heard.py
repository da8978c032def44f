"""Who has spoken in the sentences of a text that are read, for those that do not say who does."""

from dataclasses import dataclass, field

from casualty_ledger.extract.claimants.attribution import Attribution
from casualty_ledger.extract.claimants.voices import Voices

_MENTIONED = 8


@dataclass(slots=True)
class Heard:
    """What the sentences read so far say of who speaks; `remembering` alone changes it."""

    first: Attribution | None = None  # who spoke first of all
    said: Attribution | None = None  # who spoke last
    said_in: int = -1  # the sentence in which they did
    press: Attribution | None = None  # media or nameless people who are the first to tell
    press_in: int = -1  # the sentence in which they do, without a headline
    told: Attribution | None = None  # such media or people who are the last to tell
    told_in: int = -1  # the sentence in which they do
    report: Attribution | None = None  # who spoke last in a sentence that names a paper
    subject: Attribution | None = None  # who opens the last sentence: a pronoun of the next one
    people: Voices = field(default_factory=Voices)  # for whom each person speaks
    offices: dict[str, Attribution] = field(default_factory=dict)  # who spoke first, by office
    nouns: dict[str, Attribution] = field(default_factory=dict)  # who was introduced with one
    mentioned: list[str] = field(default_factory=list)  # claimants named so far, the last ones
    relayers: list[str] = field(default_factory=list)  # publications that pass figures on
    speaking: dict[int, Attribution] = field(default_factory=dict)  # who speaks in a sentence
    backward: dict[int, Attribution] = field(default_factory=dict)  # who said the one before it
    alone: dict[int, Attribution] = field(default_factory=dict)  # media that tell it, no one else
    passed: dict[int, Attribution] = field(default_factory=dict)  # a publication that did alone

    def relay(self, publications: list[str]) -> None:
        """Add the publications that pass on what a sentence says, each once."""
        self.relayers += [one for one in publications if one not in self.relayers]

    def mention(self, claimants: list[str]) -> None:
        """Add the claimants that a sentence names; the oldest are forgotten."""
        self.mentioned += claimants
        del self.mentioned[:-_MENTIONED]

    def speak(self, claim: Attribution, index: int) -> None:
        """Remember who speaks in a sentence."""
        self.said, self.said_in = claim, index
        self.speaking[index] = claim
        self.first = self.first or claim

    def tell(self, press: Attribution, index: int) -> None:
        """Remember media or nameless people who tell what a sentence says."""
        if self.press is None:
            self.press, self.press_in = press, index
        self.told, self.told_in = press, index
