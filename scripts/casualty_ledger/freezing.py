"""From a folder of records to a frozen release: load, process, save."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casualty_ledger.files import replace_file
from casualty_ledger.pipeline import copy_to_root, sound_records
from casualty_ledger.publish.dataset import dataset_files
from casualty_ledger.publish.swap import replace_files
from casualty_ledger.records.canonical import canonical_text
from casualty_ledger.records.dates import parse_date
from casualty_ledger.records.faults import Fault
from casualty_ledger.records.folder import DATASET_FILE
from casualty_ledger.records.ledger import Ledger
from casualty_ledger.records.models import Description
from casualty_ledger.releases.contents import Predecessor, release_files
from casualty_ledger.releases.differences import Difference, differences, least_bump
from casualty_ledger.releases.lock import locked
from casualty_ledger.releases.numbering import Bump
from casualty_ledger.releases.objections import (
    Objection,
    form_objections,
    number_objections,
    objections,
)
from casualty_ledger.releases.placing import place_release
from casualty_ledger.releases.proof import release_problems
from casualty_ledger.releases.shelf import (
    read_release,
    release_card,
    release_folder,
    released_versions,
)
from casualty_ledger.releases.signature import SIGNATURE, sign
from casualty_ledger.releases.snapshot import read_snapshot
from casualty_ledger.releases.sums import SUMS
from casualty_ledger.releases.tables import versioned_frames
from casualty_ledger.releases.worktree import uncommitted


class RefusedReleaseError(ValueError):
    """What must not be released; holds every reason.

    Attributes:
        faults: those that are to be mended in a record.
        problems: all others.
    """

    def __init__(self, faults: list[Fault], problems: list[str]) -> None:
        super().__init__(f"{len(faults) + len(problems)} reasons not to release")
        self.faults = faults
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Draft:
    """A release that was worked out and not yet written.

    Attributes:
        description: of the dataset, with the version and date of the release.
        last: the version before; None for the first release.
        least: the least bump that the differences allow.
        dataset: the files of the dataset, by name.
        files: the files of the release, by name.
        committed: whether all records are committed; None where there is no git to ask.
        again: whether this very release stands already, and only the rest is to be done.
    """

    description: Description
    last: str | None
    least: Bump
    found: list[Difference]
    dataset: Mapping[str, bytes]
    files: Mapping[str, bytes]
    committed: bool | None
    again: bool


def make_release(
    seeds: Path,
    dataset: Path,
    version: str,
    day: date,
    key: Path | None = None,
    *,
    doi: str | None = None,
    repository: Path | None = None,
) -> Draft:
    """Freeze the records under ``seeds`` as a release, and make it the version of the dataset.

    The release appears in one step. After it the tables in ``dataset`` and the version and date
    in ``dataset.yaml`` are brought in line; where that is broken off, the same release made
    again on the same day does the rest and leaves the release as it is.

    Args:
        seeds: the folder of records.
        dataset: the folder of the dataset.
        version: the number of the release.
        day: the date of the release.
        key: an SSH key with which to sign its checksums.
        doi: of this version, as an archive reserved it.
        repository: the folder whose citation files are brought in line too.

    Raises:
        FaultyRecordsError: the records have faults.
        InvalidTableError: the rows break a rule of their table.
        RefusedReleaseError: something forbids this release.
        LockedError: another process is writing the dataset.
        SigningError: the key could not sign.
        OSError: a file could not be written.

    Only after the last of these errors can anything have changed: the release is then whole.
    """
    with locked(dataset, f"release {version}"):
        draft = draft_release(seeds, dataset, version, day, doi)
        if not draft.again:
            place_release(dataset, version, _signed(draft.files, key))
        replace_files(dataset, draft.dataset)
        if repository is not None:
            copy_to_root(repository, draft.dataset)
        replace_file(seeds / DATASET_FILE, canonical_text(draft.description).encode("utf-8"))
    return draft


def draft_release(
    seeds: Path, dataset: Path, version: str, day: date, doi: str | None = None
) -> Draft:
    """Work a release out without writing anything.

    Args, errors: as for ``make_release``.
    """
    # Load
    _refuse([], list(form_objections(version)))
    ledger, entry = sound_records(seeds, dataset)
    tree = uncommitted(seeds, dataset)
    _refuse([], [*_damage(dataset), *(f"not committed: {line}" for line in tree or ())])
    last = _predecessor(dataset, version)
    before = last.snapshot if last else None

    # Process
    description = _released_description(entry.record, version, day, doi)
    tables = dataset_files(versioned_frames(ledger, description, before), description)
    now = read_snapshot(tables)
    found = differences(before, now) if before else []
    draft = Draft(
        description=description,
        last=before.version if before else None,
        least=least_bump(before, now, found) if before else Bump.NONE,
        found=found,
        dataset=tables,
        files=release_files(tables, description.title, day, last, now, found),
        committed=None if tree is None else True,
        again=version in released_versions(dataset),
    )
    faults = located(objections(before, now, found), ledger) if before else []
    _refuse(faults, [*_draft_objections(draft, dataset, last, day)])
    return draft


def _refuse(faults: list[Fault], problems: list[str]) -> None:
    if faults or problems:
        raise RefusedReleaseError(faults, problems)


def _damage(dataset: Path) -> Iterator[str]:
    """Nothing is released on top of a release that is not as it was released."""
    for version in released_versions(dataset):
        for problem in release_problems(release_folder(dataset, version)):
            yield f"release {version}: {problem}"


def _predecessor(dataset: Path, version: str) -> Predecessor | None:
    """Return the last release but for the one that is made, which may stand already."""
    earlier = [other for other in released_versions(dataset) if other != version]
    if not earlier:
        return None
    folder = release_folder(dataset, earlier[-1])
    sums = (folder / SUMS).read_bytes()
    return Predecessor(read_snapshot(read_release(folder)), release_card(folder).released_on, sums)


def _released_description(
    description: Description, version: str, day: date, doi: str | None
) -> Description:
    when = parse_date(day.isoformat())
    own = doi or (description.doi if description.version == version else None)
    return description.model_copy(update={"version": version, "updated_on": when, "doi": own})


def _draft_objections(
    draft: Draft, dataset: Path, last: Predecessor | None, day: date
) -> Iterator[str]:
    version = draft.description.version
    if last is not None:
        yield from number_objections(version, last.snapshot.version, draft.least)
    if last is not None and day < last.released_on:
        before = f"{last.snapshot.version} was released on {last.released_on}"
        yield f"{day} is too early: {before}; expected that day or later"
    if draft.again and read_release(release_folder(dataset, version)) != _summed(draft.files):
        yield f"{version} is released with other contents; a release is never rewritten"


def _summed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if name != SUMS}


def located(found: list[Objection], ledger: Ledger) -> list[Fault]:
    """Return objections as faults of the files in which they are to be mended.

    What is gone from the records has no line; it is laid to the description of the dataset.
    """
    return [_located(objection, ledger) for objection in sorted(found)]


def _located(objection: Objection, ledger: Ledger) -> Fault:
    kind, name = objection.record
    figure = ledger.figures_by_id().get(name) if kind == "figure" else None
    if figure is not None:
        return figure.fault("id", f"{name}: {objection.message}")
    if kind == "statement" and name in ledger.statements:
        return ledger.statements[name].fault((), objection.message)
    if kind == "report" and name in ledger.reports:
        return ledger.reports[name].fault((), objection.message)
    return Fault(DATASET_FILE, 1, "", f"{kind} {name}: {objection.message}")


def _signed(files: Mapping[str, bytes], key: Path | None) -> dict[str, bytes]:
    return dict(files) if key is None else {**files, SIGNATURE: sign(files[SUMS], key)}
