"""A language that is not in the list takes one file and no code: Swedish."""

import pytest

from casualty_ledger.numbers import languages, read_number
from casualty_ledger.numbers.lexicon import read_lexicon

SWEDISH = """
[numbers]
fused = true
and_a_half = ["och en halv"]
fillers = ["de", "totalt", "ytterligare"]
units = ["brigad*", "bataljon*"]
others = ["dag*", "år"]

[numbers.words]
1 = "ett en"
2 = "två"
3 = "tre"
5 = "fem"
20 = "tjugo"
100 = "hundra"
1000 = "tusen"
1000000 = "miljon miljoner"

[numbers.weak]
1 = "en ett"

[numbers.plurals]
100 = "hundratals"
1000 = "tusentals"

[numbers.vague]
some = ["flera", "några"]
parts = ["hälften", "procent", "%"]

[numbers.bounds.before]
about = ["ungefär", "omkring", "cirka"]
nearly = ["nästan"]
at_least = ["minst"]
more_than = ["mer än", "över"]
up_to = ["upp till"]

[numbers.bounds.after]
at_least = ["eller fler"]

[numbers.ranges]
infix = ["till"]
open = ["mellan"]
join = ["och"]

[numbers.generated]
decimal = ","
"""


@pytest.fixture
def swedish(tmp_path):
    path = tmp_path / "sv.toml"
    path.write_text(SWEDISH, encoding="utf-8")
    return read_lexicon("sv", path)


def test_swedish_is_not_in_the_list():
    assert "sv" not in languages()


@pytest.mark.parametrize(
    ("phrase", "values", "bound"),
    [
        ("ungefär 2 000 soldater", (None, 2000, None), "about"),
        ("minst tvåhundra", (200, None, None), "at_least"),
        ("över tretusenfemhundra", (3500, None, None), "more_than"),
        ("upp till tre tusen", (None, None, 3000), "up_to"),
        ("mellan 10 000 och 12 000", (10000, None, 12000), "between"),
        ("10 till 12 tusen", (10000, None, 12000), "between"),
        ("tusentals soldater", (None, None, None), "vague"),
        ("hälften av dem", (None, None, None), "vague"),
        ("2,5 miljoner", (None, 2500000, None), "exact"),
        ("tjugofem man", (None, 25, None), "exact"),
        ("500 eller fler", (500, None, None), "at_least"),
        ("en soldat", (None, 1, None), "exact"),
    ],
)
def test_swedish_is_read_from_one_file(swedish, phrase, values, bound):
    reading = read_number(phrase, swedish)
    assert ((reading.low, reading.best, reading.high), reading.bound) == (values, bound)
