"""Split a fused number word (tremila, kétezer, tweehonderd) into the parts that a file knows."""

from functools import lru_cache

from casualty_ledger.numbers.lexicon import Atom, Lexicon, Role

_LONGEST_WORD = 160
_LONGEST_PART = 24


def split_fused(word: str, lex: Lexicon) -> tuple[Atom, ...]:
    """The parts of a fused number word, in order; empty where it is none."""
    if word[:2] not in lex.openings or not 2 <= len(word) <= _LONGEST_WORD:
        return ()
    return _split(word, lex)


@lru_cache(maxsize=4096)
def _split(word: str, lex: Lexicon) -> tuple[Atom, ...]:
    """Longest parts first, from the left; what remains may be case endings."""
    ends = _ends(word, lex)
    parts: list[Atom] = []
    start = 0
    while ends.get(start):
        end = ends[start][0]
        parts.append(lex.morphemes[word[start:end]])
        start = end
    return tuple(parts) if parts and _is_number(parts) else ()


def _ends(word: str, lex: Lexicon) -> dict[int, list[int]]:
    """For each place from which the rest can be split: where its first part may end."""
    ends: dict[int, list[int]] = {len(word): []}
    for start in range(len(word) - 1, -1, -1):
        longest = min(len(word), start + _LONGEST_PART)
        found = [
            end for end in range(longest, start, -1) if end in ends and _fits(word, start, end, lex)
        ]
        if found or _is_ending(word[start:], lex, start):
            ends[start] = found
    return ends


def _fits(word: str, start: int, end: int, lex: Lexicon) -> bool:
    """Whether a part of a word is a number, or a joining word inside the word."""
    part = lex.morphemes.get(word[start:end])
    return part is not None and (part.role is not Role.JOIN or 0 < start < end < len(word))


def _is_ending(rest: str, lex: Lexicon, before: int) -> bool:
    """Whether the rest of a word is one case ending, or two."""
    if not before:
        return False
    return rest in lex.endings or any(
        rest[:cut] in lex.endings and rest[cut:] in lex.endings for cut in range(1, len(rest))
    )


def _is_number(parts: list[Atom]) -> bool:
    return parts[0].role is Role.NUMBER and parts[-1].role is not Role.JOIN
