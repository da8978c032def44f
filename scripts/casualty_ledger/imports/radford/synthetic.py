"""An invented file in the form of the published one, with weak points planted on purpose.

For tests, and for the notebook where the published file is absent. Nothing in it was reported by
anyone; only columns and codes are those of the published file.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from casualty_ledger.imports.radford.codes import COLUMNS, RESULTS
from casualty_schemas.imported import DefectKind

_DAYS = 300
# Days on which the invented list of losses is printed, and on which its total is filed otherwise.
_LIST_DAYS = range(1, _DAYS, 2)
_FILED_AS_CASUALTIES = (41, 91, 141)
_DIGIT_DROPPED, _TIMES_FOUR = 61, 121
_LISTED = ("Tanks", "Artillery", "Jets", "Helicopters", "UAVs")
_KILLED, _WOUNDED, _CASUALTIES = "Military Deaths", "Military Injuries", "Military Casualties"


@dataclass(frozen=True)
class Synthetic:
    """An invented file.

    Attributes:
        content: its bytes.
        planted: the numbers of the rows, from 1, in which each kind of weak point was planted.
    """

    content: bytes
    planted: Mapping[DefectKind, frozenset[int]]


@dataclass
class _Draft:
    """The rows so far, and what was planted in them."""

    rows: list[tuple[object, ...]] = field(default_factory=list)
    planted: dict[DefectKind, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(
        self,
        day: int,
        count: int | str,
        category: str,
        source: str,
        country: str,
        *kinds: DefectKind,
        frame: str = "Cumulative",
        limit: str = "",
    ) -> None:
        """Add a row; it is planted with each of the kinds."""
        limits = (int(limit == "minimum"), int(limit == "maximum"))
        repeats = (category, f"{source}-{country}")
        what = (f"{category}-{country}", RESULTS[0], source, frame, country)
        self.rows.append((day, count, *what, *limits, *repeats))
        for kind in kinds:
            self.planted[kind].add(len(self.rows))


def synthetic_file(seed: int = 0) -> Synthetic:
    """Return an invented file; the same seed gives the same bytes.

    Example:
        >>> import_radford(synthetic_file(seed=1).content).flag_counts()
    """
    draft, chance = _Draft(), Random(seed)
    totals = dict(zip(range(1, _DAYS + 1), _running(chance, 60, 260, 10), strict=False))
    _add_lists(draft, chance, totals)
    _add_spoken(draft, totals)
    _add_worked_out(draft, totals)
    _add_other_side(draft, chance)
    _add_own_losses(draft)
    _add_third_parties(draft, chance)
    _add_repeats(draft, chance)
    return Synthetic(
        _csv(draft.rows), {kind: frozenset(draft.planted[kind]) for kind in DefectKind}
    )


def _running(chance: Random, least: int, most: int, unit: int) -> Iterator[int]:
    """A running total without end: each day some more, rounded to a unit."""
    total = 20 * most
    while True:
        total += unit * round(chance.uniform(least, most) / unit)
        yield total


def _add_lists(draft: _Draft, chance: Random, totals: Mapping[int, int]) -> None:
    """The list of losses of one side: its total is filed as deaths, and on three days otherwise."""
    equipment = {name: _running(chance, 0, 9, 1) for name in _LISTED}
    for day in _LIST_DAYS:
        people, kinds = totals[day], [DefectKind.DEATHS_EQUAL_TOTAL_LOSSES]
        category = _KILLED
        if day in _FILED_AS_CASUALTIES:
            category, kinds = _CASUALTIES, []
        if day in (_DIGIT_DROPPED, _TIMES_FOUR):
            people = people // 10 if day == _DIGIT_DROPPED else 4 * people
            kinds.append(DefectKind.GROSS_OUTLIER)
        draft.add(day, people, category, "UA Source", "Russia", *kinds)
        for name, counts in equipment.items():
            draft.add(day, next(counts), name, "UA Source", "Russia")


def _add_spoken(draft: _Draft, totals: Mapping[int, int]) -> None:
    """Round numbers on days of the list, which contradict it; and counts of single days."""
    for day in (151, 171, 191, 211, 231):
        printed = next(
            number
            for number, row in enumerate(draft.rows, start=1)
            if row[0] == day and row[2] == f"{_KILLED}-Russia"
        )
        draft.planted[DefectKind.CONFLICTING_KEY].add(printed)
        spoken = totals[day] // 1000 * 1000
        draft.add(day, spoken, _KILLED, "UA Source", "Russia", DefectKind.CONFLICTING_KEY)
    for day in range(10, 100, 10):
        count = totals[day] - totals[day - 1]
        draft.add(day, count, _KILLED, "UA Source", "Russia", frame="Day")


def _add_worked_out(draft: _Draft, totals: Mapping[int, int]) -> None:
    """Injuries and casualties that are multiples of the list's total."""
    for day in range(221, 245, 2):
        kind = DefectKind.INJURIES_TRIPLE_OF_DEATHS
        draft.add(day, 3 * totals[day], _WOUNDED, "UA Source", "Russia", kind)
    for day in range(251, 267, 2):
        kind = DefectKind.CASUALTIES_MULTIPLE_OF_DEATHS
        draft.add(day, 4 * totals[day] + 1700, _CASUALTIES, "UA Source", "Russia", kind)


def _add_other_side(draft: _Draft, chance: Random) -> None:
    """Each side's counts of Ukrainian dead; one of them is also filed for Russia."""
    claimed = _running(chance, 1500, 2500, 100)
    for day in range(20, 300, 20):
        draft.add(day, next(claimed), _KILLED, "RU Source", "Ukraine")
    for day in range(30, 300, 30):
        draft.add(day, 800 + 30 * day, _KILLED, "UA Source", "Ukraine")
    kinds = (DefectKind.GROSS_OUTLIER, DefectKind.TARGET_SWAPPED)
    draft.add(182, 800 + 30 * 180, _KILLED, "UA Source", "Russia", *kinds)


def _add_own_losses(draft: _Draft) -> None:
    """One side's counts of its own dead; one of them is there again with two digits exchanged."""
    transposed = (DefectKind.CONFLICTING_KEY, DefectKind.DIGITS_TRANSPOSED)
    draft.add(45, 1472, _KILLED, "RU Source", "Russia")
    draft.add(111, 3852, _KILLED, "RU Source", "Russia", DefectKind.CONFLICTING_KEY)
    draft.add(111, 3582, _KILLED, "RU Source", "Russia", *transposed)
    draft.add(133, 3852, _KILLED, "RU Source", "Russia")


def _add_third_parties(draft: _Draft, chance: Random) -> None:
    """Ranges as two limits, civilians, counts from pictures, powers of ten, a withdrawn claim."""
    for day in (35, 85, 155, 225):
        low = 40 * day
        draft.add(day, low, _KILLED, "US Source", "Russia", limit="minimum")
        draft.add(day, 2 * low, _KILLED, "US Source", "Russia", limit="maximum")
    for day, printed in ((262, "1e+05"), (272, "1e+05"), (292, "2e+05")):
        kind = DefectKind.SCIENTIFIC_NOTATION
        draft.add(day, printed, _CASUALTIES, "US Source", "Russia", kind)
    dead, hurt = _running(chance, 150, 300, 1), _running(chance, 200, 500, 1)
    for day in range(25, 300, 25):
        draft.add(day, next(dead), "Civilian Deaths", "United Nations", "Ukraine")
        draft.add(day, next(hurt), "Civilian Injuries", "United Nations", "Ukraine")
    seen = _running(chance, 10, 60, 1)
    for day in range(15, 300, 15):
        draft.add(day, next(seen), "Tanks", "OSI", "Russia", limit="minimum")
    withdrawn = DefectKind.RETRACTED_STILL_LIVE
    draft.add(281, 100_000, _KILLED, "Other", "Ukraine", withdrawn)


def _add_repeats(draft: _Draft, chance: Random) -> None:
    """Copies of rows about equipment, at the end."""
    listed = [row for row in draft.rows if str(row[9]) in _LISTED and row[4] == "UA Source"]
    for row in chance.sample(listed, 15):
        draft.rows.append(row)
        draft.planted[DefectKind.REPEATED_ROW].add(len(draft.rows))


def _csv(rows: Sequence[tuple[object, ...]]) -> bytes:
    """Words in quotes, numbers without, as the published file is written."""
    lines = [",".join(f'"{name}"' for name in COLUMNS)]
    words = {COLUMNS.index(name) for name in COLUMNS[2:7]} | {9, 10}
    lines += [
        ",".join(f'"{cell}"' if place in words else str(cell) for place, cell in enumerate(row))
        for row in rows
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")
