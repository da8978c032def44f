"""The founding article and its figures, written down by hand."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casualty_ledger.extract.candidate import (
    Candidate,
    Confidence,
    Event,
    EventStatus,
    Found,
)
from casualty_ledger.extract.document import Meta
from casualty_schemas.vocabularies import Bound, Measure, Scope

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "seeds/documents/2025-09-03-putin-kim-beijing.txt"
ADDRESS = (
    "https://hotnews.ro/vladimir-putin-i-a-multumit-lui-kim-jong-un-pentru-implicarea-in-razboiul-"
    "cu-ucraina-ce-i-a-promis-dictatorul-nord-coreean-2057777"
)
SENTENCES = {
    "headline": "2.000 de soldați nord-coreeni uciși",
    "killed": (
        "Agenția de spionaj a Coreei de Sud estimează că aproximativ 2.000 de soldați trimiși de "
        "Coreea de Nord să lupte pentru Rusia au fost uciși în luptă, a declarat un parlamentar "
        "sud-coreean, Lee Seong-kweun."
    ),
    "deployed": (
        "Potrivit serviciilor de informații occidentale și sud-coreene, Coreea de Nord a trimis "
        "peste 10.000 de soldați în Rusia anul trecut — în principal în regiunea Kursk, care se "
        "învecinează cu Ucraina."
    ),
    "planned": (
        "Oficialii sud-coreeni cred că Coreea de Nord se pregătește să trimită încă 6.000 de "
        "soldați."
    ),
    "plan": (
        "„Se estimează că, din recentul plan de desfășurare a 6.000 de soldați, aproximativ 1.000 "
        "au ajuns în Rusia”, a declarat parlamentarul."
    ),
}


@pytest.fixture(scope="session")
def article() -> str:
    return ARTICLE.read_text("utf-8")


@pytest.fixture(scope="session")
def meta() -> Meta:
    return Meta(ARTICLE.name, "ro", published_on=date(2025, 9, 3), url=ADDRESS)


@pytest.fixture(scope="session")
def figures(article: str) -> dict[str, Candidate]:
    """The six numbers of the article, by what they say."""

    def span(part: str, inside: str) -> tuple[int, int]:
        sentence = article.index(SENTENCES[inside])
        start = article.index(part, sentence)
        return start, start + len(part)

    killed = Candidate(
        document=ARTICLE.name,
        language="ro",
        number_text="aproximativ 2.000",
        number_span=span("aproximativ 2.000", "killed"),
        value_low=None,
        value_best=2000,
        value_high=None,
        bound=Bound.ABOUT,
        event=Event.KILLED,
        status=EventStatus.DONE,
        measure=Measure.KILLED,
        population="prk-forces",
        population_basis=Found.PHRASE,
        place=None,
        claimant="kr-nis",
        claimant_basis=Found.SENTENCE,
        spokesperson="Lee Seong-kweun",
        relayed_by=("reuters",),
        claimed_on=None,
        as_of_start=None,
        as_of_end=None,
        scope=Scope.CUMULATIVE,
        evidence_span=span(SENTENCES["killed"], "killed"),
        cue_span=span("uciși în luptă", "killed"),
        confidence=Confidence.HIGH,
        same_as=None,
    )
    headline = replace(
        killed,
        number_text="2.000",
        number_span=span("2.000", "headline"),
        bound=Bound.EXACT,
        claimant_basis=Found.DOCUMENT,
        evidence_span=span(SENTENCES["headline"], "headline"),
        cue_span=span("uciși", "headline"),
        confidence=Confidence.LOW,
    )
    deployed = replace(
        killed,
        number_text="peste 10.000",
        number_span=span("peste 10.000", "deployed"),
        value_low=10_000,
        value_best=None,
        bound=Bound.MORE_THAN,
        event=Event.DEPLOYED,
        measure=Measure.DEPLOYED,
        place="ru-kursk",
        claimant="kr-western-intelligence",
        spokesperson=None,
        as_of_start="2024",
        as_of_end="2024",
        evidence_span=span(SENTENCES["deployed"], "deployed"),
        cue_span=span("a trimis", "deployed"),
    )
    planned = replace(
        killed,
        number_text="încă 6.000",
        number_span=span("încă 6.000", "planned"),
        value_best=6000,
        bound=Bound.EXACT,
        event=Event.DEPLOYED,
        status=EventStatus.PLANNED,
        measure=Measure.PLANNED,
        place="ru",
        claimant="kr-officials",
        spokesperson=None,
        scope=Scope.PLAN,
        evidence_span=span(SENTENCES["planned"], "planned"),
        cue_span=span("se pregătește să trimită", "planned"),
        confidence=Confidence.MEDIUM,
    )
    plan = replace(
        planned,
        number_text="6.000",
        number_span=span("6.000", "plan"),
        claimant="kr-nis",
        claimant_basis=Found.EARLIER_SENTENCE,
        spokesperson="Lee Seong-kweun",
        evidence_span=span(SENTENCES["plan"], "plan"),
        cue_span=span("plan de desfășurare", "plan"),
    )
    arrived = replace(
        plan,
        number_text="aproximativ 1.000",
        number_span=span("aproximativ 1.000", "plan"),
        value_best=1000,
        bound=Bound.ABOUT,
        event=Event.ARRIVED,
        status=EventStatus.DONE,
        measure=Measure.ARRIVED,
        scope=Scope.CUMULATIVE,
        cue_span=span("au ajuns", "plan"),
    )
    headline_twin = replace(killed, same_as=headline.number_span)
    return {
        "headline": headline,
        "killed": headline_twin,
        "deployed": deployed,
        "planned": planned,
        "plan": plan,
        "arrived": arrived,
    }
