"""Articles, and "of" with an article or without, beside a name; a language file lists both."""

from casualty_ledger.extract.marking.marks import Kind
from casualty_ledger.extract.marking.passage import Passage

_APOSTROPHES = ("'", "\u2019")
_STATE_WITHIN = 24  # characters


def before_article(passage: Passage, start: int) -> int:
    """Where a name begins with its article, if it has one: the Pentagon, l'ONU."""
    for article in passage.pack.articles:
        begin = start - len(_spaced(article))
        whole = begin <= passage.start or passage.text[begin - 1] in " ,"
        if whole and begin >= passage.start and passage.text.startswith(_spaced(article), begin):
            return begin
    return start


def past_article(passage: Passage, start: int) -> int:
    """Where what follows an article begins; the start where none stands there."""
    for article in passage.pack.articles:
        if passage.text.startswith(_spaced(article), start, passage.end):
            return start + len(_spaced(article))
    return start


def past_state(passage: Passage, start: int) -> int:
    """Where the adjectives of states end that stand right behind a noun: un soldat malien."""
    for state in passage.of(Kind.COUNTRY, start, min(passage.end, start + _STATE_WITHIN)):
        if passage.text[start : state.start].strip():
            break
        start = state.end
    return start


def past_genitive(passage: Passage, start: int) -> int | None:
    """Where what follows "of" begins, after the space behind a noun; None without such a word."""
    for word in passage.pack.genitives:
        if passage.text.startswith(" " + _spaced(word), start, passage.end):
            return start + 1 + len(_spaced(word))
    return None


def _spaced(word: str) -> str:
    """A word with the space that parts it from the next, unless an apostrophe does."""
    return word if word.endswith(_APOSTROPHES) else word + " "
