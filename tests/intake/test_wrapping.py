"""Line ends inside sentences are read as spaces, and the text stays as long as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.intake.wrapping import unwrapped

LONG = "The ministry of the north said on Monday that some two thousand"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"{LONG}\nsoldiers fell.\n", f"{LONG} soldiers fell.\n"),
        (f"{LONG}\r\nsoldiers fell.", f"{LONG}  soldiers fell."),
        (f"{LONG}\n  soldiers fell.", f"{LONG}   soldiers fell."),
        (f"{LONG}.\nSoldiers fell.", None),
        (f"{LONG}:\nsoldiers fell.", None),
        (f"{LONG}\n\nSoldiers fell.", None),
        (f"{LONG}\n \nSoldiers fell.", None),
        ("Losses in the east\nThe ministry said so.", None),
        (f"{LONG}\n{LONG} {LONG}", None),  # a text of long lines breaks at paragraphs
        ("", None),
    ],
)
def test_a_line_end_inside_a_sentence_is_a_space(text: str, read: str | None) -> None:
    assert unwrapped(text) == (text if read is None else read)


@given(st.text("ab. \r\n", max_size=300))
def test_nothing_moves(text: str) -> None:
    read = unwrapped(text)
    assert len(read) == len(text)
    assert all(
        new == old or (new, old) in ((" ", "\n"), (" ", "\r"))
        for new, old in zip(read, text, strict=True)
    )
