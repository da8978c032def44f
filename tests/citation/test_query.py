"""Conditions: one normal form for one meaning, every fault named, the rows that SQL gives."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casualty_ledger.archive import VersionFolder
from casualty_ledger.query.columns import QueryColumn, check_columns
from casualty_ledger.query.faults import QueryError
from casualty_ledger.query.normal import normalise, render
from casualty_ledger.query.parse import MAX_CHARACTERS, MAX_DEPTH, parse_query
from casualty_ledger.query.rows import matching_rows


def normal(text: str) -> str:
    return render(normalise(parse_query(text)))


NORMAL_FORMS = [
    ("measure='killed'", "measure = 'killed'"),
    ("  MEASURE  ==  'killed' ", "measure = 'killed'"),
    ("measure in ('killed')", "measure = 'killed'"),
    ("measure in ('b', 'a', 'b')", "measure IN ('a', 'b')"),
    ("measure = 'b' or measure = 'a'", "measure IN ('a', 'b')"),
    ("measure <> 'a' and measure != 'b'", "measure NOT IN ('a', 'b')"),
    ("b = 1 and a = 2", "a = 2 AND b = 1"),
    ("b = 1 AND (a = 2 AND c = 3)", "a = 2 AND b = 1 AND c = 3"),
    ("a = 1 and a = 1", "a = 1"),
    ("a = 1 or b = 2 and c = 3", "a = 1 OR b = 2 AND c = 3"),
    ("(a = 1 or b = 2) and c = 3", "(a = 1 OR b = 2) AND c = 3"),
    ("5 < a", "a > 5"),
    ("5 >= a", "a <= 5"),
    ("5 = a", "a = 5"),
    ("a between 1 and 5", "a <= 5 AND a >= 1"),
    ("a >= 1 and a <= 5", "a <= 5 AND a >= 1"),
    ("a not between 1 and 5", "a < 1 OR a > 5"),
    ("not (a < 1 or b like 'x%')", "a >= 1 AND b NOT LIKE 'x%'"),
    ("not not a is null", "a IS NULL"),
    ("not a is not null", "a IS NULL"),
    ("flag", "flag = TRUE"),
    ("not flag", "flag = FALSE"),
    ("flag != true", "flag = FALSE"),
    ("a in (10, 9, +8, -7)", "a IN (-7, 8, 9, 10)"),
    ("a = 007", "a = 7"),
    ("day >= date '2025-01-31'", "day >= '2025-01-31'"),
    ("name = 'it''s'", "name = 'it''s'"),
    ("name = 'a AND b'", "name = 'a AND b'"),
]


@pytest.mark.parametrize(("text", "expected"), NORMAL_FORMS)
def test_one_meaning_has_one_normal_form(text: str, expected: str) -> None:

    assert normal(text) == expected
    assert normal(expected) == expected


COLUMNS = {
    "measure": QueryColumn("measure", "string", ("killed", "wounded"), is_code=True),
    "includes": QueryColumn("includes", "string", ("killed", "wounded"), True, ";"),
    "claimant": QueryColumn("claimant", "string", ("kr-nis", "ua-hur")),
    "value": QueryColumn("value", "integer"),
    "day": QueryColumn("day", "date"),
    "flag": QueryColumn("flag", "boolean"),
}

FAULTS = [
    ("meassure = 'killed'", "meassure: unknown column; did you mean measure?"),
    ("x = 1", "x: unknown column; expected one of measure, includes, claimant"),
    ("measure = 'kiled'", "measure: unknown code 'kiled'; did you mean killed?"),
    ("measure = 'zzz'", "measure: unknown code 'zzz'; expected one of killed, wounded"),
    ("measure in ('killed', 'wunded')", "unknown code 'wunded'; did you mean wounded?"),
    ("includes = 'killed;wunded'", "includes: unknown code 'wunded'; did you mean wounded?"),
    ("claimant = 'kr-nsi'", "claimant: unknown id 'kr-nsi'; did you mean kr-nis?"),
    ("measure < 'killed'", "measure: codes have no order"),
    ("flag > true", "flag: truth values have no order"),
    ("value = '5'", "value: '5' does not fit; expected a whole number without quotes"),
    ("value = true", "value: TRUE does not fit"),
    ("claimant = 5", "claimant: 5 does not fit; expected text in single quotes"),
    ("day = '2025'", "day: '2025' does not fit; expected a day"),
    ("day = '2025-02-30'", "day: '2025-02-30' does not fit; expected a day"),
    ("flag = 'true'", "flag: 'true' does not fit; expected TRUE or FALSE"),
    ("value like '1%'", "value: LIKE is for text; this column holds a integer"),
    ("value = 1.5", "1.5 is no whole number"),
    ("value = 1e3", "1e3 is no whole number"),
    ("measure = killed", "unexpected 'killed' at character 11; expected a value: text in single"),
    ('measure = "killed"', "expected text in single quotes"),
    ("measure = 'killed", "expected a closing single quote"),
    ("value = null", "missing values are asked for with IS NULL"),
    ("lower(measure) = 'a'", "unexpected '(' at character 6; expected a comparison"),
    ("value = 1; drop table figures", "unexpected ';' at character 10; expected AND, OR or the"),
    ("value = (select 1)", "unexpected '(' at character 9"),
    ("value = 1 union select 2", "unexpected 'union' at character 11"),
    ("value = 1 -- all", "unexpected '-' at character 11"),
    ("value in ()", "unexpected ')' at character 11; expected a value"),
    ("", "unexpected the end"),
    ("value = ", "unexpected the end; expected a value"),
    ("(value = 1", "unexpected the end"),
    ("(" * (MAX_DEPTH + 1) + "flag" + ")" * (MAX_DEPTH + 1), "51 nested parentheses"),
    ("flag or " * 13_000 + "flag", f"expected at most {MAX_CHARACTERS}"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_a_fault_is_named(text: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        check_columns(parse_query(text), COLUMNS)
    assert message in str(error.value)


def test_all_faults_are_listed_at_once() -> None:
    with pytest.raises(QueryError) as error:
        check_columns(parse_query("measure = 'a' and value = 'b' and nothing is null"), COLUMNS)
    assert [fault.split(":")[0] for fault in error.value.faults] == ["measure", "value", "nothing"]


def test_long_chains_are_no_trouble() -> None:
    assert normal("not " * 900 + "flag") == "flag = TRUE"
    assert normal(" or ".join(f"value = {n}" for n in range(250))).startswith("value IN (0, 1, 2")


TABLE = pd.DataFrame(
    {
        "text": ["a", "b", "", "A", "ab", "a%", "", "b"],
        "number": ["1", "", "3", "10", "", "2", "0", "1"],
        "day": ["2024-01-31", "", "2025-01-01", "", "2024-12-31", "2025-06-30", "", "2024-01-31"],
        "flag": ["true", "false", "false", "true", "false", "true", "true", "false"],
    },
    dtype="str",
)
SCHEMA = {
    "text": QueryColumn("text", "string"),
    "number": QueryColumn("number", "integer"),
    "day": QueryColumn("day", "date"),
    "flag": QueryColumn("flag", "boolean"),
}
VALUES = {
    "text": ["'a'", "'b'", "'A'", "'zz'", "'a%'"],
    "number": ["0", "1", "2", "10", "-3"],
    "day": ["'2024-01-31'", "'2025-01-01'"],
    "flag": ["TRUE", "FALSE"],
}


@st.composite
def conditions(draw: st.DrawFn) -> str:
    column = draw(st.sampled_from(sorted(VALUES)))
    value, other = draw(st.tuples(*[st.sampled_from(VALUES[column])] * 2))
    forms = [f"{column} = {value}", f"{value} != {column}", f"{column} IN ({value}, {other})"]
    forms += [f"{column} NOT IN ({value}, {other})", f"{column} IS NULL", f"{column} IS NOT NULL"]
    if column != "flag":
        forms += [f"{column} {sign} {value}" for sign in ("<", "<=", ">", ">=")]
        forms += [f"{value} < {column}", f"{column} BETWEEN {value} AND {other}"]
        forms.append(f"{column} NOT BETWEEN {value} AND {other}")
    if column == "text":
        forms += ["text LIKE 'a%'", "text NOT LIKE '_'", "text LIKE '%B'"]
    return draw(st.sampled_from(forms))


QUERIES = st.recursive(
    conditions(),
    lambda inner: st.one_of(
        inner.map(lambda text: f"NOT ({text})"),
        st.tuples(inner, st.sampled_from(["AND", "OR"]), inner).map(
            lambda parts: f"({parts[0]}) {parts[1]} ({parts[2]})"
        ),
    ),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE t (row INTEGER, text TEXT, number BIGINT, day DATE, flag BOOLEAN)"
        )
        rows = [(n, *(cell or None for cell in row)) for n, row in enumerate(TABLE.values)]
        connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?)", rows)
        yield connection


@given(text=QUERIES)
@settings(max_examples=200, deadline=None)
def test_the_rows_are_those_of_sql(database: duckdb.DuckDBPyConnection, text: str) -> None:
    """DuckDB runs both the query as written and its normal form."""
    term = normalise(parse_query(text))
    found = TABLE.index[matching_rows(TABLE, term, SCHEMA)].tolist()
    for query in (text, render(term)):
        sql = f"SELECT row FROM t WHERE {query} ORDER BY row"
        assert [row for (row,) in database.execute(sql).fetchall()] == found, query


@given(QUERIES)
@settings(max_examples=200, deadline=None)
def test_the_normal_form_is_its_own_normal_form(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(st.lists(conditions(), min_size=2, max_size=5), st.randoms(), st.sampled_from(["AND", "OR"]))
@settings(max_examples=100, deadline=None)
def test_order_says_nothing(parts: list[str], random: object, word: str) -> None:
    shuffled = list(parts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert normal(f" {word} ".join(parts)) == normal(f" {word} ".join(shuffled))


def test_codes_and_ids_come_from_the_version_itself(dataset: Path) -> None:
    columns = VersionFolder(dataset).columns("figures")
    assert "killed" in (columns["measure"].known or ())
    assert columns["measure"].is_code
    assert columns["claimant"].known == ["rebels", "xa-mod"]
    assert columns["includes"].separator == ";"
    assert columns["note"].known is None
