"""Write the generated part of the language files from CLDR (Babel) and ICU.

Run `python -m casualty_ledger.numbers.generate` to rewrite all files, with codes to rewrite
some; `--check` only says which are out of date. Needs the packages of the `languages` group.

ICU spells numbers with every cardinal rule set that it has for a language. A spelling is taken
into the file only where the reader, with what the file holds by then, cannot read it back. So
the generated part holds the fewest words from which all spellings follow.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from casualty_ledger.numbers.folding import fold
from casualty_ledger.numbers.lexicon import Lexicon, is_scale, make_lexicon
from casualty_ledger.numbers.scanning import find_amounts
from casualty_ledger.numbers.tokens import tokenise

BEGIN = "# --- begin generated: rewrite with `python -m casualty_ledger.numbers.generate` ---"
END = "# --- end generated ---"
_SKIPPED_RULES = ("ordinal", "year", "financial", "days", "count")
_PLURAL_CASES = re.compile("-[a-z]+-plural$|cardinal-plural$")  # no speaker counts people so
_SMALL = range(100)
_ROUND = (
    *range(100, 1000, 100),
    *range(1000, 10_000, 1000),
    *(10_000, 20_000, 50_000, 100_000, 200_000, 500_000),
    *(1_000_000, 2_000_000, 5_000_000, 10_000_000),
)
_MIXED = (101, 201, 501, 1001, 1100, 2001, 2100, 5001, 100_001, 1_000_001, 2_000_001, 5_100_000)
_PIECE = re.compile("[^ \u00ad-]+[ \u00ad-]*")

Words = dict[int, list[str]]


def folder() -> Path:
    """Where the language files lie in a checkout."""
    return Path(__file__).parent.parent / "languages"


def generated_part(code: str, data: dict[str, Any]) -> str:
    """The generated part of a language file, given what is written in it by hand."""
    words: Words = {}
    _merge(words, _compact_words(code))
    data = {**data, "generated": {}}
    decimal = _separator(code, "decimal")
    _complete(words, code, data, decimal)
    lines = [
        BEGIN,
        "[numbers.generated]",
        f'decimal = "{decimal}"',
        "",
        "[numbers.generated.words]",
    ]
    lines += [f'{value} = "{" ".join(sorted(forms))}"' for value, forms in sorted(words.items())]
    return "\n".join([*lines, END, ""])


def _merge(words: Words, found: Iterable[tuple[int, str]]) -> None:
    for value, form in found:
        forms = words.setdefault(value, [])
        if form not in forms:
            forms.append(form)


def _separator(code: str, name: str) -> str:
    locale = import_module("babel").Locale
    symbols = locale.parse(code).number_symbols
    return str(symbols["latn"][name])


def _compact_words(code: str) -> Iterator[tuple[int, str]]:
    """Words and abbreviations for scales, from CLDR's compact number formats."""
    locale = import_module("babel").Locale
    yield 1000, "k"
    formats = locale.parse(code).compact_decimal_formats
    for length in ("long", "short"):
        for by_power in formats.get(length, {}).values():
            for power, pattern in by_power.items():
                yield from _compact_word(int(power), str(pattern.pattern))


def _compact_word(power: int, pattern: str) -> Iterator[tuple[int, str]]:
    form = fold(re.sub("[0'\u200f\u200e]", "", pattern)).text.strip(" .")
    scale = power // 10 ** max(0, pattern.count("0") - 1)
    letter = len(form) == 1 and form.isascii()
    if form.isalpha() and not letter and is_scale(scale):
        yield scale, form


def spellings(code: str, number: int) -> list[str]:
    """How ICU spells a number in a language, with each of its cardinal rule sets."""
    return [rules.format(number, name) for rules, name in _rule_sets(code)]


def _rule_sets(code: str) -> list[tuple[Any, str]]:
    icu = import_module("icu")
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(code))
    if code != "en" and rules.format(3) == "three":
        return []
    names = [rules.getRuleSetName(index) for index in range(rules.getNumberOfRuleSetNames())]
    kept = [name for name in names if not any(part in name for part in _SKIPPED_RULES)]
    return [(rules, name) for name in kept if code != "fi" or not _PLURAL_CASES.search(name)]


def _complete(words: Words, code: str, data: dict[str, Any], decimal: str) -> None:
    lex = _lexicon_with(words, code, data, decimal)
    for number in (*_SMALL, *_ROUND, *_MIXED):
        for spelling in dict.fromkeys(spellings(code, number)):
            form = spelling.lower() if lex.morphemes else spelling.lower().replace("\u00ad", "")
            if reads_as(form, lex) != number:
                _merge(words, [_missing(form, number, lex)])
                lex = _lexicon_with(words, code, data, decimal)


def _lexicon_with(words: Words, code: str, data: dict[str, Any], decimal: str) -> Lexicon:
    table = {str(value): " ".join(forms) for value, forms in words.items()}
    return make_lexicon(code, {**data, "generated": {"decimal": decimal, "words": table}})


def reads_as(spelling: str, lex: Lexicon) -> int | None:
    """The value that a spelling is read as, where it is read as one number from end to end."""
    tokens = tokenise(fold(spelling).text, lex.pattern)
    amounts = find_amounts(tokens, lex)
    if len(amounts) != 1 or amounts[0].last - amounts[0].first != tokens.count:
        return None
    return None if amounts[0].vague and not amounts[0].either else amounts[0].value


def _missing(spelling: str, number: int, lex: Lexicon) -> tuple[int, str]:
    """The part of a spelling that the lexicon lacks, and its value."""
    pieces = _PIECE.findall(spelling)
    for cut in range(len(pieces) - 1, 0, -1):
        head, tail = "".join(pieces[:cut]), "".join(pieces[cut:])
        factor = reads_as(head, lex)
        if factor and number % factor == 0 and is_scale(number // factor):
            return number // factor, _form(tail)
    for cut in range(1, len(pieces) if number > 100 else 0):
        head, tail = "".join(pieces[:cut]), "".join(pieces[cut:])
        rest = reads_as(tail, lex)
        if rest and 10 * rest <= number - rest and reads_as(head, lex) != number - rest:
            return _missing(head, number - rest, lex)
    return number, _form(spelling)


def _form(spelling: str) -> str:
    """A spelling as it stands in a file: one word, its parts joined by hyphens."""
    return "-".join(spelling.replace("\u00ad", "").replace("-", " ").split())


def rewritten(code: str, text: str) -> str:
    """A language file with its generated part made anew."""
    import tomllib

    by_hand = text.split(BEGIN)[0].rstrip("\n") + "\n\n"
    return by_hand + generated_part(code, tomllib.loads(by_hand)["numbers"])


def main(arguments: list[str]) -> int:
    """Rewrite or check language files; 1 where a checked file is out of date."""
    codes = [argument for argument in arguments if not argument.startswith("-")]
    stale = []
    for path in sorted(folder().glob("*.toml")):
        if codes and path.stem not in codes:
            continue
        text = path.read_text(encoding="utf-8")
        fresh = rewritten(path.stem, text)
        if fresh != text:
            stale.append(path.stem)
            if "--check" not in arguments:
                path.write_text(fresh, encoding="utf-8", newline="\n")
    sys.stdout.write(f"out of date: {', '.join(stale) or 'none'}\n")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
