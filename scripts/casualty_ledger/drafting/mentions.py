"""The mentions of one document: each candidate with the figure that it states."""

from collections.abc import Iterator, Sequence

from casualty_ledger.drafting.draft import Read
from casualty_ledger.drafting.linking import Match, link
from casualty_ledger.drafting.new_figures import NewFigures
from casualty_ledger.drafting.questions import undecided
from casualty_ledger.extract.candidate import Candidate, Confidence, Span
from casualty_ledger.numbers import UnreadableNumber, read_number
from casualty_ledger.records.fields import UNDECIDED
from casualty_ledger.records.models import Figure, Mention
from casualty_ledger.records.rules.words import differences
from casualty_schemas.vocabularies import Difference


def draft_mentions(document: Read, figures: NewFigures) -> Iterator[Mention]:
    """Yield a mention for each candidate, in the order of the text.

    Args:
        document: what was read.
        figures: those that stand and those that are new; what fits none of them is added.
    """
    matches = _matches(document, figures)
    seen: set[tuple[str, str]] = set()
    for candidate in document.candidates:
        mention = _mention(candidate, matches[candidate.number_span], document)
        key = (mention.figure, candidate.number_text)
        # Without spans, nothing tells two mentions in the same words apart.
        if document.kept_as or key not in seen:
            yield mention
        seen.add(key)


def _mention(candidate: Candidate, match: Match, document: Read) -> Mention:
    options = " or ".join(figure.id for figure in match.figures)
    return Mention.model_construct(
        figure=match.figure.id if match.figure else undecided(f"which of {options}?"),
        as_written=" ".join(candidate.number_text.split()),
        span=list(candidate.number_span) if document.kept_as else None,
        differs=_differs(candidate, match.figures[0]),
        note=_other_population(candidate, match.figures[0]),
    )


def _differs(candidate: Candidate, figure: Figure) -> list[Difference]:
    """In what the printed words depart from the figure, read as `check` reads them."""
    try:
        return differences(read_number(candidate.number_text, candidate.language), figure)
    except UnreadableNumber:
        return []


def _other_population(candidate: Candidate, figure: Figure) -> str | None:
    """Ask what to say where the text counts a part of the figure's people, or a larger whole."""
    undecided_yet = figure.population.startswith(UNDECIDED)
    if undecided_yet or candidate.population in (None, figure.population):
        return None
    kinds = f"the text has {candidate.population}, the figure {figure.population}"
    return undecided(f"{kinds}; say so here, or name population in differs")


def _matches(document: Read, figures: NewFigures) -> dict[Span, Match]:
    """The figure of each candidate; candidates that state the same figure share it."""
    found: dict[Span, Match] = {}
    for group in _groups(document.candidates):
        linked = [match for each in group if (match := _linked(each, document, figures))]
        match = min(linked, key=lambda match: len(match.figures), default=None)
        match = match or Match((figures.add(group[0]),))
        found.update({each.number_span: match for each in group})
    return found


def _linked(candidate: Candidate, document: Read, figures: NewFigures) -> Match | None:
    populations = figures.ledger.populations.items()
    part_of = {name: whole for name, entry in populations if (whole := entry.record.part_of)}
    published_on = document.meta.published_on
    return link(candidate, figures.known, published_on=published_on, part_of=part_of)


def _groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Candidates by the figure that they state, best read first in each group."""
    groups: dict[Span, list[Candidate]] = {}
    heads: dict[Span, Span] = {}
    for candidate in candidates:
        head = heads.get(candidate.same_as or candidate.number_span, candidate.number_span)
        heads[candidate.number_span] = head
        groups.setdefault(head, []).append(candidate)
    return [sorted(group, key=_doubt) for group in groups.values()]


def _doubt(candidate: Candidate) -> tuple[bool, int]:
    order = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)
    return candidate.claimant is None, order.index(candidate.confidence)
