"""Who claims a figure: who speaks beside it, else whoever spoke before."""

from casualty_ledger.extract.answers import Claim, Statement
from casualty_ledger.extract.candidate import Found
from casualty_ledger.extract.claimants.attribution import Attribution, attribute
from casualty_ledger.extract.claimants.headlines import is_topic
from casualty_ledger.extract.claimants.source import PRESS, Source
from casualty_ledger.extract.counting.counts import Count
from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.offices import offices
from casualty_ledger.extract.marking.passage import Passage
from casualty_ledger.extract.text import Text, is_heading

_OPENS = 3  # words before a subject
_FINAL = 8  # characters after the verb that ends a sentence
_WITH_ARTICLE = 2  # spaces
_LATEST = 3  # sentences over which a claimant carries on
_NEXT = 1  # sentences over which media carry on who are past another
_NOT_LATELY = (Found.NONE, Found.DOCUMENT)


def claim_of(document: Text, statement: Statement, count: Count) -> Claim:
    """Who gives a number, by its own sentence where a claimant stands there."""
    passage = statement.passage
    beside = attribute(passage, count, statement.speakers, statement.said, statement.floor)
    published = _published(statement) if beside is None else None
    if published is not None and (
        statement.unsaid.basis in _NOT_LATELY or _is_cited(passage, published)
    ):
        return Claim(published, here=True, press=published)
    if beside is None or _is_hint(document, statement, beside):
        return Claim(statement.unsaid, here=False)
    if document.heard.said is None and _is_press(beside) and is_heading(document, passage):
        return Claim(statement.unsaid, here=False, press=beside)  # who told them follows
    return Claim(beside, here=True)


def _published(statement: Statement) -> Attribution | None:
    """The publication that alone is said to give the figures of a sentence."""
    if any(
        one.attributed and one.claimant and not (one.news or one.takes)
        for one in statement.speakers
    ):
        return None
    news = [one for one in statement.speakers if one.news and one.attributed]
    if not news:
        return None
    return Attribution(news[0].claimant, Found.SENTENCE, None, news[0])


def _is_cited(passage: Passage, published: Attribution) -> bool:
    """Whether a sentence gives a figure by a publication: "according to the BBC", not "reports"."""
    source = published.source
    if source is None:
        return False
    after = passage.of(Kind.SAID_BY_AFTER, source.end, passage.end)[:1]
    beside = bool(after) and not passage.text[source.end : after[0].start].strip()
    return beside or any(
        passage.words(one.end, source.start) <= _WITH_ARTICLE
        for one in passage.of(Kind.SAID_BY, passage.start, source.start)[-1:]
    )


def unsaid(document: Text, passage: Passage, speakers: list[Source], index: int) -> Attribution:
    """Who gives a number of a sentence, by index, that does not say who does."""
    return _elided(document, passage, speakers) or _carried(document, passage, index)


def own_side(document: Text, claim: Claim) -> str | None:
    """The state of a claimant of the same sentence that only ever speaks of its own forces."""
    country = state_of(document, claim) if claim.here else None
    return country if country in offices().own_only else None


def state_of(document: Text, claim: Claim) -> str | None:
    """The state of a claimant; None or empty where it has none."""
    return document.names.countries.get(claim.by.claimant or "")


def _is_hint(document: Text, statement: Statement, claim: Attribution) -> bool:
    """Whether who is named beside a figure only hints at its claimant, who is known or to come."""
    passage, source = statement.passage, claim.source
    topic = source is not None and is_topic(passage, source)
    if (topic or _is_weak(claim)) and is_heading(document, passage):
        return not _is_told_by_a_state(document, claim)
    return _spoke_lately(document, statement.index) and _is_only_seen(document, claim)


def _spoke_lately(document: Text, index: int) -> bool:
    heard = document.heard
    return heard.said is not None and index - heard.said_in <= _LATEST


def _is_weak(claim: Attribution) -> bool:
    """Whether only a state is named, or somebody who says nothing: "Putin lost a million"."""
    return claim.source is not None and (claim.source.rank == 1 or not claim.source.attributed)


def _is_told_by_a_state(document: Text, claim: Attribution) -> bool:
    """Whether a state with officials in the registers speaks; an office under it tells more."""
    source = claim.source
    state = source.state if source is not None and source.attributed else ""
    return bool(state) and claim.claimant in document.names.actors


def _is_only_seen(document: Text, claim: Attribution) -> bool:
    """Whether somebody is named who says nothing and whose state others mostly speak of."""
    state = document.names.countries.get(claim.claimant or "")
    source = claim.source
    silent = source is not None and source.person is not None and not source.attributed
    return silent and state in offices().own_only


def _is_press(claim: Attribution) -> bool:
    """Whether only media or experts without a name are said to tell a figure."""
    return claim.source is not None and claim.source.role == PRESS


def _elided(document: Text, passage: Passage, speakers: list[Source]) -> Attribution | None:
    """Who opened the sentence before, where a verb of saying has no subject: "Afirmó que"."""
    subject = document.heard.subject
    if subject is None or any(one.attributed and one.claimant for one in speakers):
        return None
    verbs = passage.of(Kind.SAYS)
    opens = bool(verbs) and passage.words(passage.start, verbs[0].start) < _OPENS - 1
    ends = bool(verbs) and passage.pack.head_before and passage.end - verbs[-1].end <= _FINAL
    return subject if opens or ends else None


def _carried(document: Text, passage: Passage, index: int) -> Attribution:
    """The claimant of an earlier sentence; media who tell right before go on telling."""
    heard = document.heard
    said = heard.said or heard.press
    if heard.told is not None and heard.told_in > heard.said_in and index - heard.told_in <= _NEXT:
        said = heard.told
    if said is None or is_heading(document, passage):
        return Attribution(None, Found.NONE)
    lately = _spoke_lately(document, index)
    basis = Found.EARLIER_SENTENCE if lately else Found.DOCUMENT
    return Attribution(said.claimant, basis, said.person)
