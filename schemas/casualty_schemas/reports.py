"""The table of reports: one row a publication that was read."""

import numpy as np
import pandas as pd
from pandera.typing import Series

from casualty_schemas.columns import code, count, day, flag, words
from casualty_schemas.table import Table, row_rule
from casualty_schemas.vocabularies import Precision, PublisherKind


class Reports(Table):
    """One row a report."""

    class Config(Table.Config):
        """The key, and what one row is."""

        unique = ["report_id"]
        description = "One row is one publication that was read for its figures."

    report_id: Series[str] = words(
        "Report", "Id of the report; never changed, never reused.", "2025-09-03-digi24", unique=True
    )
    url: Series[str] = words(
        "Address",
        "Where the page was read; empty for a kept document of unknown address.",
        "https://example.org/page",
        nullable=True,
    )
    archived_url: Series[str] = words(
        "Archived address",
        "A copy of the page in a public archive, if one is known.",
        "https://archive.example.org/page",
        nullable=True,
    )
    publisher: Series[str] = words(
        "Publisher", "Who published the page.", "digi24", references=("publishers", "publisher_id")
    )
    publisher_kind: Series[pd.CategoricalDtype] = code(
        "Publisher, kind", "How near the publisher stands to the claimant.", PublisherKind
    )
    language: Series[str] = words("Language", "ISO 639 code of the page's language.", "ro")
    published_on: Series[np.datetime64] = day(
        "Published on",
        "The day of publication; the first possible day where less is known.",
        "2025-09-03",
        nullable=True,
    )
    published_on_precision: Series[pd.CategoricalDtype] = code(
        "Published on, precision", "How much of published_on is known.", Precision, nullable=True
    )
    published_on_inferred: Series[bool] = flag(
        "Published on, inferred", "Whether published_on was concluded and not printed."
    )
    relayed_by: Series[str] = words(
        "Relayed by",
        "Whom the page credits for what it passes on, in order.",
        "reuters;yonhap",
        nullable=True,
        references=("publishers", "publisher_id"),
        is_list=True,
    )
    document: Series[str] = words(
        "Document",
        "File name of the kept text, where it may be kept.",
        "2025-09-03-page.txt",
        nullable=True,
    )
    document_sha256: Series[str] = words(
        "Document, checksum", "SHA-256 of the kept text.", "e3b0c442...", nullable=True
    )
    retrieved_on: Series[np.datetime64] = day(
        "Retrieved on",
        "The day on which the page was read, where noted.",
        "2026-11-01",
        nullable=True,
    )
    mention_count: Series[pd.Int64Dtype] = count(
        "Mentions", "How many figures the report prints, repetitions included.", "4", "mentions"
    )
    note: Series[str] = words(
        "Note",
        "Remark of the editors on the report.",
        "the page is a copy of another's text",
        nullable=True,
    )

    @row_rule("a report has an address or a kept document")
    def a_report_can_be_read_again(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["url"].notna() | frame["document"].notna()

    @row_rule("a kept document has a checksum, and nothing else has")
    def a_document_has_a_checksum(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["document"].notna() == frame["document_sha256"].notna()

    @row_rule("a date of publication has a precision, and a missing one has none")
    def a_date_has_a_precision(cls, frame: pd.DataFrame) -> pd.Series:
        return frame["published_on"].notna() == frame["published_on_precision"].notna()
