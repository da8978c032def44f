"""The options of the commands that choose rows of a table."""

from typing import Annotated

import typer

WhereOption = Annotated[
    str | None,
    typer.Option(
        "--where",
        help="Condition in SQL: =, !=, <, <=, >, >=, IN, BETWEEN, LIKE, IS NULL, AND, OR, NOT; "
        "text and days in single quotes.",
    ),
]
TableOption = Annotated[str, typer.Option("--table", help="The table that --where is about.")]
VersionOption = Annotated[
    str | None, typer.Option("--version", help="Version of the dataset; by default as built.")
]
