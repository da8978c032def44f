"""All faults of all records, in one run."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from casualty_ledger.records.faults import Fault
from casualty_ledger.records.folder import read_folder
from casualty_ledger.records.ledger import Ledger
from casualty_ledger.records.rules import (
    chains,
    files,
    mentions,
    references,
    sources,
    times,
    values,
    words,
)

Rule = Callable[[Ledger], Iterator[Fault]]

RULES: tuple[Rule, ...] = (
    files.file_names_are_ids,
    files.files_are_in_canonical_form,
    files.a_statement_lies_under_its_date_and_claimant,
    files.a_report_lies_under_its_date_and_publisher,
    files.figure_ids_begin_with_claimant_and_date,
    files.a_figure_id_is_used_once,
    references.statements_name_known_claimants_populations_and_places,
    references.reports_name_known_publishers,
    references.registers_name_known_entries,
    references.parties_are_countries_or_known_actors,
    references.figures_are_named_by_known_ids,
    references.an_alias_names_one_entry,
    values.low_best_and_high_are_in_order,
    values.values_fit_the_bound,
    values.only_umbrella_measures_say_what_they_include,
    values.a_plan_has_the_scope_plan,
    values.a_status_says_since_when_and_why,
    times.as_of_is_not_after_claimed_on,
    times.claimed_on_is_not_after_the_first_publication,
    times.retrieved_on_is_not_before_published_on,
    chains.a_figure_supersedes_an_earlier_one,
    chains.a_figure_supersedes_one_of_the_same_kind,
    chains.a_figure_is_superseded_once,
    chains.no_chain_is_a_circle,
    mentions.every_figure_is_mentioned,
    mentions.a_mention_has_words,
    mentions.a_report_mentions_a_figure_once_in_the_same_words,
    mentions.a_span_is_exactly_its_words,
    mentions.a_difference_in_measure_says_which,
    mentions.differences_are_named_once,
    words.the_words_say_the_number,
    sources.a_report_has_a_page_or_a_document,
    sources.a_page_is_entered_once,
    sources.a_page_belongs_to_its_publisher,
    sources.documents_and_reports_belong_together,
    sources.a_primary_publisher_is_an_actors_own,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """The records of a folder, and everything that is wrong with them."""

    ledger: Ledger
    faults: list[Fault]


def check_folder(root: Path, minted: Mapping[str, str] | None = None) -> Checked:
    """Read and check all records under ``root``.

    Args:
        root: the folder of records.
        minted: the statement of each figure id in the dataset as last built, if there is one.

    Raises:
        NotADirectoryError: ``root`` is no folder.
    """
    ledger, faults = read_folder(root)
    return Checked(ledger, sorted({*faults, *rule_faults(ledger, minted or {})}))


def rule_faults(ledger: Ledger, minted: Mapping[str, str]) -> Iterator[Fault]:
    """All faults between records that could be read."""
    for rule in RULES:
        yield from rule(ledger)
    yield from files.ids_stay_in_their_file(ledger, minted)
