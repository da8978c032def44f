"""The strict reader takes any bytes without raising."""

from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.records.strict_yaml import read_document

PIECES = st.lists(
    st.sampled_from(["a", ": ", "\n", "- ", "[", "]", "{", "}", "#", "&x ", "*x", "!t ", "'", '"',
                     "  ", "| ", ">", "%", "---\n", "...", "<<", "?", "\t", "é", "1_000"]),
    max_size=60,
).map("".join)  # fmt: skip


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    document = read_document(raw)
    assert document.tree or document.problems


@given(PIECES)
def test_any_text_is_read_or_refused(text: str) -> None:
    document = read_document(text.encode("utf-8"))
    assert document.tree or document.problems or "{" in text


def test_scalars_stay_text() -> None:
    document = read_document(b"a: NO\nb: 010\nc: 1_000\nd: 12:30\ne: ~\nf: 2025-01-01\n")
    assert document.tree == {
        "a": "NO", "b": "010", "c": "1_000", "d": "12:30", "e": "~", "f": "2025-01-01",
    }  # fmt: skip
    assert document.problems == []


def test_lines_are_counted_in_characters_not_bytes() -> None:
    text = "a: 북한군\nb:\n  - c: пів\n    d: x # y\n"
    document = read_document(text.encode("utf-8"))
    assert document.lines[("b", 0, "d")] == 4
    assert [(p.line, p.message[:7]) for p in document.problems] == [(4, "comment")]


def test_a_number_sign_inside_a_scalar_is_no_comment() -> None:
    assert read_document(b"a: b#c\nd: 'e # f'\n").problems == []
