"""Find the numbers of a tokenised text, and what each is: exact, vague, or too weak to trust."""

from dataclasses import dataclass
from fractions import Fraction

from casualty_ledger.numbers.amounts import Part, Sum
from casualty_ledger.numbers.fused import split_fused
from casualty_ledger.numbers.lexicon import Atom, Lexicon, Role, phrase_at, phrase_before
from casualty_ledger.numbers.numerals import LARGEST, numeral_value
from casualty_ledger.numbers.reading import Interval
from casualty_ledger.numbers.tokens import Tokens

_LINKS = frozenset(("", " ", "-", "'", " (", "- "))
_NAMING_GAPS = ("", "-", " ", ". ")  # before a numeral that is a part of a name: Nr. 84
_NUMERO = "\u2116"  # brigade № 84
_LETTERS = 2  # of a code before its digits: MI6
_LOOK_AHEAD = 60
_THOUSAND = 1000
_SHORTENED = 4  # letters
_HUNDREDS = 3  # digits
_BESIDE = ("", " ")
_DASHES = frozenset("-~\u2014\u2015")


@dataclass(slots=True)
class Amount:
    """One number in a text: tokens `first` to `last` (exclusive) say it."""

    value: int
    first: int
    last: int
    scale: int = 1  # the last multiplier, which an earlier end of a range may share
    vague: bool = False
    either: bool = False  # vague unless a bound precedes it
    interval: Interval | None = None
    approximate: bool = False
    weak: bool = False
    bare: bool = False  # digits without group marks and scale words
    high: int | None = None  # set on ranges: `value` is then the low end


def find_amounts(tokens: Tokens, lex: Lexicon) -> list[Amount]:
    """All numbers of a text, in order."""
    amounts: list[Amount] = []
    index = 0
    while index < tokens.count:
        if not _is_known(tokens.words[index], lex):
            index += 1  # most words: this spares them the calls below
            continue
        amount = _amount_at(tokens, index, lex)
        if amount is not None:
            amounts.append(amount)
        index = amount.last if amount is not None else _next_start(tokens, index, lex)
    return amounts


def atoms_at(tokens: Tokens, index: int, lex: Lexicon) -> tuple[tuple[Atom, ...], int]:
    """The atoms that begin at a token (several where a word is fused), and where they end."""
    word = tokens.words[index]
    for atom in lex.atoms.get(word, ()):
        end = index + len(atom.words)
        if end == index + 1 or _is_phrase(tokens, index, atom):
            return (atom,), end
    if word[:2] in lex.openings:
        return split_fused(word, lex), index + 1
    return (), index + 1


def _is_phrase(tokens: Tokens, index: int, atom: Atom) -> bool:
    end = index + len(atom.words)
    return tuple(tokens.words[index:end]) == atom.words and all(
        tokens.gap(place) in _LINKS for place in range(index + 1, end)
    )


def _next_start(tokens: Tokens, index: int, lex: Lexicon) -> int:
    """Where to look on: after a numeral that counts nothing, also after its letters."""
    following = index + 1
    numeral = tokens.words[index][0].isdigit() and not lex.glued
    if not numeral or following == tokens.count or tokens.gap(following) != "":
        return following
    return following if tokens.words[following][0].isdigit() else following + 1


def _amount_at(tokens: Tokens, index: int, lex: Lexicon) -> Amount | None:
    if tokens.words[index][0].isdigit():
        return _from_numeral(tokens, index, lex)
    atoms, end = atoms_at(tokens, index, lex)
    amount = _from_atoms(tokens, index, lex, atoms, end) if atoms else None
    if amount is None or (lex.glued and not _stands_free(tokens, amount, lex)):
        return None
    return amount


def _from_atoms(
    tokens: Tokens, index: int, lex: Lexicon, atoms: tuple[Atom, ...], end: int
) -> Amount | None:
    role = atoms[0].role
    if role is Role.PART:
        return Amount(0, index, end, vague=True)
    if role is Role.INTERVAL:
        interval = int(atoms[0].value), atoms[0].high
        return Amount(interval[0], index, end, vague=True, interval=interval)
    if role is Role.HALF:
        return _from_half(tokens, index, end, lex)
    if role in (Role.SOME, Role.PLURAL, Role.EITHER):
        return _vague(tokens, index, lex, atoms[0], end)
    if role is not Role.NUMBER or _is_abbreviation(atoms[0]) or _is_code(tokens, index, end):
        return None
    return _from_words(tokens, index, lex)


def _is_code(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a digit follows the letters of a short number word at once: MI6 is no million."""
    alone = end == index + 1 and end < tokens.count and _is_short(tokens.words[index])
    return alone and tokens.gap(end) == "" and tokens.words[end][0].isdigit()


def _is_short(word: str) -> bool:
    """Whether letters before a digit are so few that both are a name."""
    return len(word) <= _LETTERS and word.isascii() and word.isalpha()


def _is_abbreviation(atom: Atom) -> bool:
    """A single Latin letter (6K) is a number only after a numeral."""
    return len(atom.words[0]) == 1 and atom.words[0].isascii() and not atom.weak


def _from_numeral(tokens: Tokens, index: int, lex: Lexicon) -> Amount | None:
    if not _counts(tokens, index, lex):
        return None
    numeral = tokens.words[index]
    value = numeral_value(numeral, lex.decimal)
    if value is None:
        return None
    end = _after_suffix(tokens, index + 1, lex)
    if isinstance(value, int) and not (end < tokens.count and _is_known(tokens.words[end], lex)):
        return Amount(value, index, end, bare=numeral.isdigit())  # most stand alone
    total = Sum()
    total.add_numeral(value, index)
    return _finish(tokens, index, end, total, lex)


def _is_known(word: str, lex: Lexicon) -> bool:
    """Whether a word may be, or begin, a part of a number."""
    return word in lex.atoms or word[0].isdigit() or word[:2] in lex.openings


def _after_suffix(tokens: Tokens, index: int, lex: Lexicon) -> int:
    """The end of a numeral with its case ending: 10-ти, 300'ü, 11 000:n."""
    if index >= tokens.count or lex.glued or tokens.words[index][0].isdigit():
        return index
    gap, word = tokens.gap(index), tokens.words[index]
    suffix = word in lex.suffixes if gap in ("-", ":", "") else gap == "'"
    return index + 1 if suffix and not atoms_at(tokens, index, lex)[0] else index


def _from_half(tokens: Tokens, index: int, end: int, lex: Lexicon) -> Amount | None:
    """A word that adds a half to the number after it: साढ़े तीन."""
    total = Sum()
    total.half = Fraction(1, 2)
    following = _take(tokens, end, total, lex) if end < tokens.count else None
    return None if following is None else _finish(tokens, index, following, total, lex)


def _from_words(tokens: Tokens, index: int, lex: Lexicon) -> Amount | None:
    total = Sum()
    atoms, end = atoms_at(tokens, index, lex)
    if not _add_all(total, atoms, index):
        return None
    amount = _finish(tokens, index, end, total, lex)
    if amount is not None:
        amount.weak = end == amount.last and any(atom.weak for atom in atoms)
    return amount


def _add_all(total: Sum, atoms: tuple[Atom, ...], index: int) -> bool:
    return all(total.add(atom, index) for atom in atoms)


def _finish(tokens: Tokens, first: int, end: int, total: Sum, lex: Lexicon) -> Amount | None:
    """Take in all tokens that go on with the number, then weigh it."""
    last = _extend(tokens, end, total, lex)
    if last <= first:
        return None  # the parts of one fused word, given back to a scale that they do not fit
    share = _end_of_share(tokens, last, lex)
    if share is not None:
        return Amount(0, first, share, vague=True)
    value = total.value()
    if isinstance(value, Fraction):
        if value.denominator != 1:
            return _sharing_scale(tokens, first, last, value, lex)
        value = value.numerator
    if value > LARGEST:
        return None
    bare = total.scale == 1 and tokens.words[first].isdigit()
    return Amount(value, first, last, total.scale, approximate=total.approximate, bare=bare)


def _sharing_scale(
    tokens: Tokens, first: int, last: int, value: Fraction, lex: Lexicon
) -> Amount | None:
    """A fraction that is the low end of a range and shares its scale: "3,5-4 тисячі"."""
    place = _high_end(tokens, first, last, lex)
    if place is None or not tokens.words[place][0].isdigit():
        return None
    high = _amount_at(tokens, place, lex)
    if high is None or high.vague or high.scale == 1 or (value * high.scale).denominator != 1:
        return None
    return Amount(int(value * high.scale), first, last, high.scale)


def _high_end(tokens: Tokens, first: int, last: int, lex: Lexicon) -> int | None:
    """Where the high end of a range begins whose low end is a fraction: "1.2 to 1.5 million".

    "And" joins the ends only after an opening word: "between 1.2 and 1.5 million".
    """
    if last >= tokens.count:
        return None
    if tokens.gap(last).strip() in _DASHES:
        return last
    if tokens.gap(last) not in _BESIDE:
        return None
    found = phrase_at(lex.infix, tokens, last)
    if found is None and phrase_before(lex.open_range, tokens, first) is not None:
        found = phrase_at(lex.join_range, tokens, last)
    if found is None or found[0] >= tokens.count or tokens.gap(found[0]) not in _BESIDE:
        return None
    return found[0]


def _end_of_share(tokens: Tokens, index: int, lex: Lexicon) -> int | None:
    """Where a share ends whose first number ends at a token: two thirds, 1/3, 三分之一."""
    if index >= tokens.count:
        return None
    if tokens.gap(index) == "/":
        return _end_of_fraction(tokens, index)
    atoms, end = atoms_at(tokens, index, lex)
    if not atoms or tokens.gap(index) not in _LINKS:
        return None
    if atoms[0].role is Role.OVER:
        return _end_of_numerator(tokens, end, lex)
    return end if atoms[0].role is Role.PART else None


def _end_of_numerator(tokens: Tokens, index: int, lex: Lexicon) -> int | None:
    """Where the number ends that is said after the whole of a fraction: 三分之一, 3분의 1."""
    if index >= tokens.count or tokens.gap(index) not in _LINKS:
        return None
    if tokens.words[index][0].isdigit():
        return index + 1
    atoms, _ = atoms_at(tokens, index, lex)
    stated = _from_words(tokens, index, lex) if atoms and atoms[0].role is Role.NUMBER else None
    return None if stated is None else stated.last


def _end_of_fraction(tokens: Tokens, index: int) -> int | None:
    """Where a fraction of two digits ends: 1/3, not 3/10/2025."""
    top, bottom = tokens.words[index - 1], tokens.words[index]
    dated = index + 1 < tokens.count and tokens.gap(index + 1) == "/"
    small = len(top) == len(bottom) == 1 and "0" < top < bottom
    return index + 1 if small and bottom.isdigit() and not dated else None


def _extend(tokens: Tokens, end: int, total: Sum, lex: Lexicon) -> int:
    """The end of the number that begins with what `total` holds."""
    index = end
    limit = min(tokens.count, end + _LOOK_AHEAD)
    while index < limit and (tokens.gap(index) in _LINKS or _goes_on(tokens, index, total)):
        taken = _take(tokens, index, total, lex)
        if taken is None:
            break
        index = end = taken
    end = _after_comma(tokens, end, total, lex) if lex.comma_joins else end
    if total.resume is not None:
        return _before_joiner(tokens, total.resume, lex)
    return end


def _before_joiner(tokens: Tokens, end: int, lex: Lexicon) -> int:
    """Where a number ends that gave back what followed "and": 25 ألفا و30 ألف."""
    atoms, after = atoms_at(tokens, end - 1, lex)
    return end - 1 if atoms and atoms[0].role is Role.JOIN and after == end else end


def _goes_on(tokens: Tokens, index: int, total: Sum) -> bool:
    """Whether hundreds in digits follow the full stop of a shortened scale: 7 тыс. 905."""
    word = tokens.words[index]
    return (
        tokens.gap(index) == ". "
        and total.scale >= _THOUSAND
        and len(tokens.words[index - 1]) <= _SHORTENED
        and len(word) == _HUNDREDS
        and word.isdigit()
    )


def _after_comma(tokens: Tokens, index: int, total: Sum, lex: Lexicon) -> int:
    """ "four thousand, two hundred and five": hundreds in words after a comma go on."""
    if index >= tokens.count or tokens.gap(index) != ", " or total.scale < 1000:
        return index
    rest = None if tokens.words[index][0].isdigit() else _from_words(tokens, index, lex)
    if rest is None or not 100 <= rest.value < total.parts[-1].room:
        return index
    total.parts.append(Part(rest.value, 0, index))
    return rest.last


def _take(tokens: Tokens, index: int, total: Sum, lex: Lexicon) -> int | None:
    """Add the token (with a joining word before it) to the number; None where it is not part."""
    word = tokens.words[index]
    if word[0].isdigit():
        return _take_numeral(tokens, index, total, lex)
    atoms, end = atoms_at(tokens, index, lex)
    if not atoms or (tokens.gap(index) == " (" and not atoms[0].scale):
        return None
    if atoms[0].role is Role.JOIN or _is_inner_zero(atoms[0]):
        return _take_joined(tokens, end, total, lex)
    if atoms[0].role is Role.OF:
        return _take_of(tokens, end, total, lex) if total.vague or atoms[0].value else None
    if atoms[0].role in (Role.SOME, Role.PART, Role.INTERVAL) or (
        total.vague and not atoms[0].scale
    ):
        return None
    return end if _add_fused(total, atoms, index) else None


def _is_inner_zero(atom: Atom) -> bool:
    """A zero inside a number only holds a place: 一千零五."""
    return atom.role is Role.NUMBER and atom.value == 0


def _take_numeral(tokens: Tokens, index: int, total: Sum, lex: Lexicon) -> int | None:
    value = numeral_value(tokens.words[index], lex.decimal)
    if value is None or not total.add_numeral(value, index):
        return None
    return index + 1


def _take_joined(tokens: Tokens, index: int, total: Sum, lex: Lexicon) -> int | None:
    if index >= tokens.count or tokens.gap(index) not in _LINKS:
        return None
    if tokens.words[index][0].isdigit():
        # written together with the joining word: مليون و108 آلاف
        attached = tokens.gap(index) == "" and total.scale >= _THOUSAND
        return _take_numeral(tokens, index, total, lex) if attached else None
    atoms, end = atoms_at(tokens, index, lex)
    if not atoms or atoms[0].role not in (Role.NUMBER, Role.PLURAL, Role.EITHER, Role.JOIN):
        return None
    if atoms[0].role is Role.JOIN:
        return _take_joined(tokens, end, total, lex)
    total.joined = True
    return end if _add_fused(total, atoms, index) else None


def _take_of(tokens: Tokens, index: int, total: Sum, lex: Lexicon) -> int | None:
    if index >= tokens.count or tokens.gap(index) not in _LINKS:
        return None
    atoms, end = atoms_at(tokens, index, lex)
    return end if atoms and atoms[0].scale and total.add(atoms[0], index) else None


def _add_fused(total: Sum, atoms: tuple[Atom, ...], index: int) -> bool:
    """Add the parts of one word, or none of them."""
    if len(atoms) == 1:
        return total.add(atoms[0], index)
    whole = Sum()
    if not _add_all(whole, atoms, index):
        return False
    value = whole.value()
    if total.parts and not 0 < value < total.parts[-1].room:
        return _multiplied(total, atoms, index)
    total.joined = False
    total.parts.extend(whole.parts)
    total.scale = max(total.scale, 1) if whole.scale == 1 else whole.scale
    return True


def _multiplied(total: Sum, atoms: tuple[Atom, ...], index: int) -> bool:
    """A fused word that begins with a scale: "10 ezres", "6-tisícový"."""
    return atoms[0].scale and _add_all(total, atoms, index)


def _vague(tokens: Tokens, index: int, lex: Lexicon, atom: Atom, end: int) -> Amount | None:
    """ "several hundred", "tens of thousands", "数千": at least two of it and less than ten."""
    total = Sum()
    total.vague = True
    total.add(Atom(atom.words, Role.NUMBER, atom.value or 1, scale=atom.scale), index)
    total.parts[-1].room = 0
    last = _extend(tokens, end, total, lex)
    scale = int(total.value())
    either = atom.role is Role.EITHER and last == end
    amount = Amount(scale, index, last, total.scale, vague=True, either=either)
    amount.interval = (2 * scale, 10 * scale - 1)
    amount.weak = scale == 1
    if atom.role in (Role.PLURAL, Role.EITHER) and last == end:
        return _inverted(tokens, amount, lex) or amount
    return amount


def _inverted(tokens: Tokens, amount: Amount, lex: Lexicon) -> Amount | None:
    """A scale before its number makes it approximate: тысяч пять."""
    if amount.last >= tokens.count or tokens.gap(amount.last) != " ":
        return None
    following = _amount_at(tokens, amount.last, lex)
    if following is None or following.vague or not 1 < following.value < 100:
        return None
    value = following.value * amount.value
    return Amount(value, amount.first, following.last, amount.value, approximate=True)


def _counts(tokens: Tokens, index: int, lex: Lexicon) -> bool:
    """Whether a numeral counts: not 528th, FAB-500, 94-а, 제11군단."""
    if index and tokens.gap(index) in _NAMING_GAPS and _names(tokens, index, lex):
        return False
    following = index + 1
    if following >= tokens.count:
        return True
    if lex.glued:
        return tokens.gap(following) != "" or not lex.units.at(tokens.words, following)
    gap = tokens.gap(following)
    if gap not in ("", "-", "'", ":", "’"):
        return True
    if gap == "'":
        return not lex.others.at(tokens.words, following)  # 1'inci
    return _may_follow(tokens, following, gap, lex)


def _names(tokens: Tokens, index: int, lex: Lexicon) -> bool:
    """Whether what stands before makes the numeral part of a name."""
    word, gap = tokens.words[index - 1], tokens.gap(index)
    if word == _NUMERO or word in lex.ordinal_before:
        return True
    if gap == ". ":
        return False
    if lex.glued and gap != " ":
        return word.isascii() and word.isalpha()  # M23
    if gap == "" and _is_short(word):
        return True
    if gap == " " or lex.glued or word[0].isdigit() or word in lex.known:
        return False
    return not ("\u0590" <= word[0] <= "\u08ff") and not split_fused(word, lex)


def _may_follow(tokens: Tokens, index: int, gap: str, lex: Lexicon) -> bool:
    word = tokens.words[index]
    if word[0].isdigit() or word == "%" or word in lex.suffixes or word in lex.counters:
        return True
    if phrase_at(lex.after, tokens, index) or phrase_at(lex.infix, tokens, index):
        return True
    atoms, _ = atoms_at(tokens, index, lex)
    if atoms:
        return atoms[0].role not in (Role.JOIN, Role.OF)
    return gap in ("-", ":") and len(word) > 3 and not lex.others.at(tokens.words, index)


def _stands_free(tokens: Tokens, amount: Amount, lex: Lexicon) -> bool:
    """Whether number words of a language without spaces are a number and not part of a word."""
    first, last = amount.first, amount.last
    if amount.vague and amount.interval is None:
        return True  # the word for a share is part of no other
    if first and not _may_precede(tokens, first, last, lex):
        return False
    if last >= tokens.count or not _DASHES.isdisjoint(tokens.gap(last)):
        return True
    word = tokens.words[last]
    return word in lex.skipped or word in lex.after or word in lex.infix


def _may_precede(tokens: Tokens, first: int, last: int, lex: Lexicon) -> bool:
    """A space or a known word; anything where people are counted after the number: 俘虜兩名."""
    if tokens.gap(first) != "" or (last < tokens.count and tokens.words[last] in lex.counters):
        return True
    previous = tokens.words[first - 1]
    return previous in lex.known and previous not in lex.skipped
