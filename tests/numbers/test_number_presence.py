"""The glance that spares a text the reading loses no number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.numbers import languages, read_numbers
from casualty_ledger.numbers.folding import fold
from casualty_ledger.numbers.lexicon import lexicon
from casualty_ledger.numbers.presence import presence


def sees(text, language):
    return presence(lexicon(language))(fold(text).text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They sent 300 soldiers."),
        ("en", "Two soldiers were killed."),
        ("en", "Tens of thousands were sent."),
        ("en", "A third of them fell."),
        ("de", "Zweitausend Soldaten fielen."),
        ("it", "Tremila soldati sono morti."),
        ("ru", "Погибли полторы тысячи солдат."),
        ("ko", "병사 삼백 명이 숨졌다."),
        ("zh", "两千名士兵阵亡。"),
        ("ar", "قتل ٣٠٠ جندي"),
    ],
)
def test_sees_numbers(language, text):
    assert sees(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A delegation left the capital and several ministers followed."),
        ("de", "Die Minister sprachen über ein Abkommen."),
        ("fr", "Un ministre et une délégation sont partis."),
        ("ru", "Министры говорили с прессой."),
        ("zh", "部长们讨论了粮食。"),
    ],
)
def test_passes_over_texts_without(language, text):
    assert not sees(text, language)
    assert read_numbers(text, language) == []


@pytest.mark.parametrize("language", languages())
@given(data=st.data())
def test_loses_no_number(language, data):
    lex = lexicon(language)
    phrases = sorted({" ".join(atom.words) for atoms in lex.atoms.values() for atom in atoms})
    words = data.draw(st.lists(st.sampled_from([*phrases, "soldiers", "%", ","]), max_size=5))
    text = ("" if lex.glued else " ").join(words)
    assert sees(text, language) or read_numbers(text, language) == []
