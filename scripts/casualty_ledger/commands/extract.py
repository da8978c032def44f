"""``casualty-ledger extract``."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.commands.folders import BuiltOption, SeedsOption, built_dataset, seeds_folder

if TYPE_CHECKING:
    from casualty_ledger.intake.documents import Given
    from casualty_ledger.intake.sources import Source


class Form(StrEnum):
    """How candidates are given out."""

    TABLE = "table"
    JSONL = "jsonl"
    RECORDS = "records"


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(help="Texts, HTML pages, folders of them, or -.", metavar="PATH"),
    ],
    language: Annotated[
        str | None, typer.Option("--language", help="Of all texts. Default: each one's own.")
    ] = None,
    published_on: Annotated[
        str | None, typer.Option("--published-on", help="Day of publication, as 2025-09-03.")
    ] = None,
    url: Annotated[str | None, typer.Option("--url", help="Address of the one page.")] = None,
    form: Annotated[Form, typer.Option("--format", help="What to write.")] = Form.TABLE,
    output: Annotated[
        Path | None, typer.Option("--output", help="With jsonl: the file to write.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace that file if it exists.")] = False,
    write_to: Annotated[
        Path | None, typer.Option("--write-to", help="With records: folder to write drafts in.")
    ] = None,
    keep_text: Annotated[
        bool,
        typer.Option("--keep-text", help="With records: the texts may be kept, so draft them too."),
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Processes that read.")] = 1,
    seeds: SeedsOption = None,
    dataset: BuiltOption = None,
) -> None:
    """Read reported troop and casualty figures out of texts, as proposals to a person.

    What comes out is what a text says, not what is true, and nothing enters the dataset by
    itself. `table` shows each figure in its sentence; `jsonl` gives one JSON object a figure;
    `records` drafts a report with its mentions, linked to the figures that stand, and stubs of
    new statements. What a person must decide stands in a draft as TODO, which `check` refuses.

    What was inferred of a text (language, date, publisher, address) goes to standard error, and
    so does each document that can not be read; the others are read all the same.

    Exit code 1: a document could not be read, or a file not be written.

    Example: casualty-ledger extract article.html --format records --write-to seeds
    """
    _belongs_to(form, Form.JSONL, "--output", output is not None)
    _belongs_to(form, Form.RECORDS, "--write-to", write_to is not None)
    _belongs_to(form, Form.RECORDS, "--keep-text", keep_text)
    given = _given(language, published_on, url)

    from casualty_ledger.commands.candidates import Reading

    silent = output is not None or form is Form.RECORDS
    reading = Reading(_sources(paths, url), given, jobs, silent)
    if form is Form.RECORDS:
        from casualty_ledger.commands.drafts import write_drafts

        write_drafts(reading, seeds_folder(seeds), write_to, keep_text=keep_text)
    else:
        from casualty_ledger.commands.listings import show_tables, write_lines
        from casualty_ledger.extract.registers import read_names
        from casualty_ledger.intake.publishers import read_publishers

        folder = built_dataset(dataset)
        registers = read_names(folder), read_publishers(folder)
        if form is Form.JSONL:
            write_lines(reading, *registers, output, force=force)
        else:
            show_tables(reading, *registers)
    if reading.faults:
        raise typer.Exit(1)


def _belongs_to(form: Form, wanted: Form, option: str, used: bool) -> None:
    if used and form is not wanted:
        message = f"goes with --format {wanted.value}, not with {form.value}"
        raise typer.BadParameter(message, param_hint=option)


def _given(language: str | None, published_on: str | None, url: str | None) -> "Given":
    """What the options say of the documents.

    Raises:
        typer.BadParameter: a language without a file, no day, or no address.
    """
    from casualty_ledger.intake.documents import Given
    from casualty_ledger.intake.languages import base_code
    from casualty_ledger.numbers import languages

    if language is not None and base_code(language) not in languages():
        message = f"no language file for {language!r}; known: {', '.join(languages())}"
        raise typer.BadParameter(message, param_hint="--language")
    if url is not None and not url.startswith(("http://", "https://")):
        message = f"{url!r} is no address; expected one that begins with http:// or https://"
        raise typer.BadParameter(message, param_hint="--url")
    try:
        day = date.fromisoformat(published_on) if published_on else None
    except ValueError:
        message = f"{published_on!r} is no day; expected one such as 2025-09-03"
        raise typer.BadParameter(message, param_hint="--published-on") from None
    return Given(language, day, url)


def _sources(paths: list[str], url: str | None) -> list["Source"]:
    """The documents that the paths name; that files are passed over is said.

    Raises:
        typer.BadParameter: one address for several documents.
    """
    from casualty_ledger.intake.sources import find_sources

    passed: list[str] = []
    sources = find_sources(paths, passed.append)
    if passed:
        more = f" and {len(passed) - 1} more" if len(passed) > 1 else ""
        typer.echo(f"{passed[0]}{more}: passed over; no text or page by the ending", err=True)
    if url is not None and len(sources) > 1:
        message = f"one address for {len(sources)} documents; give one document with it"
        raise typer.BadParameter(message, param_hint="--url")
    return sources
