"""What is known from elsewhere about statements that the file holds.

A flag that needs more than the file itself rests on an entry here, and each entry on publications
of the day. The same statements fix what day 1 of the file is.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DatedStatement:
    """A statement whose day is known, and the row in which the file holds it.

    Attributes:
        said_on: by the publications named.
        value: the number that was said.
        day_number: the day on which the file holds it.
        what: who said what, in our words.
        seen_in: publications that carry it.
    """

    said_on: date
    value: int
    category: str
    country: str
    source: str
    day_number: int
    what: str
    seen_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A statement that its author took back.

    Attributes:
        said_on: the day of the statement.
        counts: what the file may hold of it: category, country and value.
        sources: the blocs under which the file may hold it.
        until: the last day on which a row is taken for this statement and not for another.
        what: what was withdrawn and how, in our words.
        seen_in: publications that carry it.
    """

    said_on: date
    until: date
    sources: tuple[str, ...]
    counts: tuple[tuple[str, str, int], ...]
    what: str
    seen_in: tuple[str, ...]


DATED = (
    DatedStatement(
        said_on=date(2022, 8, 22),
        value=45_400,
        category="Military Deaths",
        country="Russia",
        source="UA Source",
        day_number=180,
        what="the Ukrainian General Staff put Russian losses at about 45,400",
        seen_in=(
            "https://babel.ua/en/news/83278-commander-in-chief-of-the-ukrainian-armed-forces-"
            "valery-zaluzhny-almost-9-thousand-ukrainian-soldiers-died-in-the-war",
        ),
    ),
    DatedStatement(
        said_on=date(2022, 8, 22),
        value=9_000,
        category="Military Deaths",
        country="Ukraine",
        source="UA Source",
        day_number=180,
        what="the Ukrainian commander-in-chief said that almost 9,000 Ukrainians had been killed",
        seen_in=("https://en.interfax.com.ua/news/general/853730.html",),
    ),
    DatedStatement(
        said_on=date(2022, 9, 21),
        value=5_937,
        category="Military Deaths",
        country="Russia",
        source="RU Source",
        day_number=210,
        what="the Russian defence minister said that 5,937 Russian soldiers had been killed",
        seen_in=(
            "https://meduza.io/amp/en/news/2022/09/21/"
            "shoigu-says-5-937-russian-soldiers-have-died-in-ukraine",
        ),
    ),
)

WITHDRAWN = (
    Withdrawal(
        said_on=date(2022, 11, 30),
        until=date(2022, 12, 1),
        sources=("Other",),
        counts=(
            ("Military Deaths", "Ukraine", 100_000),
            ("Military Casualties", "Ukraine", 100_000),
            ("Civilian Deaths", "Ukraine", 20_000),
        ),
        what=(
            "the President of the European Commission said it on 30 November 2022; the sentence "
            "was taken out of speech and video the same day, and the Commission said that the "
            "number of soldiers should have stood for killed and wounded"
        ),
        seen_in=(
            "https://english.nv.ua/nation/von-der-leyen-statement-about-death-of-100-000-"
            "ukrainian-soldiers-cut-from-speech-50287771.html",
            "https://en.interfax.com.ua/news/general/875471.html",
        ),
    ),
)

# The list of which the file counts the total as deaths: its publishers print it as losses, and
# others that carry the same number call it casualties.
LIST_OF_LOSSES = (
    "the daily list of the Ukrainian General Staff; the same number is printed elsewhere as "
    "casualties",
    "https://meduza.io/amp/en/news/2022/09/21/"
    "shoigu-says-5-937-russian-soldiers-have-died-in-ukraine",
)


def first_day(statement: DatedStatement) -> date:
    """Return which date is day 1, if the file holds this statement on the right day."""
    return date.fromordinal(statement.said_on.toordinal() - statement.day_number + 1)
