"""Add up the words and numerals of one number: "two thousand seven hundred", "1만 1천", "3,8 тис."

The parts lie on a stack. A part that is smaller than the room its predecessor leaves is added
(two thousand | seven); a scale multiplies what is smaller than itself (seven | hundred). What
fits neither way begins another number.
"""

from dataclasses import dataclass
from fractions import Fraction

from casualty_ledger.numbers.lexicon import Atom, Role, Value


@dataclass(slots=True)
class Part:
    """A summand: its value, the room for smaller ones below it, and the token it starts at."""

    value: Value
    room: int
    start: int
    numeral: bool = False


class Sum:
    """One number under construction."""

    __slots__ = ("approximate", "half", "joined", "parts", "resume", "scale", "vague")

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.scale = 1  # the last multiplier
        self.approximate = False
        self.vague = False  # "several hundred": the value is one of what there are several of
        self.joined = False
        self.half: Value = 0  # what a word before the number adds to it: साढ़े तीन
        self.resume: int | None = None  # the token at which the next number begins

    def value(self) -> Value:
        """What the parts add up to."""
        return sum((part.value for part in self.parts), start=0)

    def add_numeral(self, value: Value, start: int) -> bool:
        """Add a run of digits; False where it does not fit."""
        if self.parts and not (0 < value < self.parts[-1].room and isinstance(value, int)):
            return False
        self.parts.append(Part(value + self.half, 0, start, numeral=True))
        self.half = 0
        return True

    def add(self, atom: Atom, start: int) -> bool:
        """Add a word; False where it does not fit."""
        if atom.role is Role.JOIN:
            self.joined = True
            return bool(self.parts)
        if atom.role is Role.HALF:
            return self._add_half()
        fits = self._multiply(atom, start) if atom.scale else self._append(atom.value, start)
        if not fits and not atom.scale:
            fits = self._add_tens(atom)
        self.joined = False
        self.approximate |= fits and atom.approximate
        return fits

    def _add_half(self) -> bool:
        if not self.parts or self.vague or not isinstance(self.parts[-1].value, int):
            return False
        self.parts[-1].value += Fraction(1, 2) * max(1, self.parts[-1].room)
        return True

    def _append(self, value: Value, start: int) -> bool:
        if self.parts and not (0 < value < self.parts[-1].room):
            return False
        self.parts.append(Part(value + self.half, _room(value), start))
        self.half = 0
        return True

    def _add_tens(self, atom: Atom) -> bool:
        """Units said before tens: خمسة وعشرون, fünfundzwanzig."""
        if not self.parts or not (self.joined or atom.joined):
            return False
        last = self.parts[-1]
        if last.numeral or not (0 < last.value < 10 and atom.value in range(20, 100, 10)):
            return False
        if len(self.parts) > 1 and self.parts[-2].room < 100:
            return False
        last.value += atom.value
        last.room = 0
        return True

    def _multiply(self, atom: Atom, start: int) -> bool:
        scale = int(atom.value)
        kept = len(self.parts)
        joined = self.joined or atom.joined  # "a thousand and a hundred" only adds
        while kept and not joined and self._multiplies(self.parts[kept - 1], scale):
            kept -= 1
        factors = self.parts[kept:]
        if scale == 10 and factors and factors[-1].value not in range(1, 10):
            return False
        product = (sum(part.value for part in factors) if factors else 1) * scale
        if kept and not product < self.parts[kept - 1].room:
            return self._refuse(kept)
        first = factors[0].start if factors else start
        self.parts[kept:] = [Part(product, scale, first)]
        self.scale = scale
        return True

    def _refuse(self, kept: int) -> bool:
        """Give back the parts that a scale belongs to when their product does not fit here."""
        if kept < len(self.parts):
            self.resume = self.parts[kept].start
            del self.parts[kept:]
        return False

    @staticmethod
    def _multiplies(part: Part, scale: int) -> bool:
        return 0 < part.value < scale and (scale != 10 or not part.numeral)


def _room(value: Value) -> int:
    """How much smaller a number that follows must be: 20 leaves room for units."""
    if not isinstance(value, int) or value < 10:
        return 0
    digits = str(value)
    return 10 ** (len(digits) - len(digits.rstrip("0"))) if digits[-1] == "0" else 0
