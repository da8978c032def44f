"""What all tables share: their configuration, and rules that speak of whole rows."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.api.pandas.model_config import BaseConfig


class Table(pa.DataFrameModel):
    """A table of the dataset: exactly these columns, in this order.

    Each table's ``Config.unique`` is its primary key, by which rows are sorted;
    ``Config.description`` says what one row is.
    """

    class Config(BaseConfig):
        """Pandera's settings: no unknown column, no other order, nothing converted."""

        strict = True
        ordered = True
        coerce = False


def row_rule(sentence: str) -> Callable[[Callable[[Any, pd.DataFrame], pd.Series]], Any]:
    """Return a decorator for a rule about rows; ``sentence`` says what must hold.

    A rule returns one truth value a row. What can not be told, because a value is missing,
    counts as kept: whether a value may be missing is its column's business.
    """

    def decorate(rule: Callable[[Any, pd.DataFrame], pd.Series]) -> Any:
        def checked(cls: Any, frame: pd.DataFrame) -> pd.Series:
            return rule(cls, frame).astype("boolean").fillna(True).astype(bool)

        checked.__name__ = rule.__name__
        checked.__doc__ = sentence
        return pa.dataframe_check(error=sentence)(classmethod(checked))

    return decorate


def primary_key(model: type[Table]) -> list[str]:
    """Return the columns that tell the rows of a table apart and by which they are sorted."""
    return list(model.Config.unique or [])
