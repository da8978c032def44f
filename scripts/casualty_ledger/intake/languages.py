"""In which language a text is to be read.

CLD2 (`pycld2`) tells the language from the text: on 549 short digests in 33 languages it named
another than the label for 2 and none for 8, where the detector of Resiliparse named another for
83. What a page declares of itself is second, since templates often declare the wrong language.
"""

import re

from casualty_ledger.intake.faults import UnusableDocument
from casualty_ledger.intake.pages import Fact

OF_THE_TEXT = "read from the text"
# CLD2 and pages tell apart what one language file reads.
_SAME_FILE = {"nb": "no", "nn": "no", "in": "id"}
# More text than this makes no difference to the answer.
_ENOUGH = 20_000
# CLD2 takes no text that holds one of these.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def choose_language(text: str, declared: Fact | None, known: list[str]) -> Fact:
    """Return the code of the language of a text, and where it was found.

    Args:
        text: what is to be read.
        declared: what the page says of its language, if it is a page and says so.
        known: the codes that can be read.

    Raises:
        UnusableDocument: no language was found, or none that can be read.
    """
    stated = [detect_language(text), declared]
    found = [Fact(base_code(each.value), each.where) for each in stated if each is not None]
    for each in found:
        if each.value in known:
            return each
    if not found:
        raise UnusableDocument("no language was found", "more text, or --language")
    what = f"language {found[0].value} ({found[0].where}) is not supported"
    raise UnusableDocument(what, f"one of {', '.join(known)}, or --language")


def detect_language(text: str) -> Fact | None:
    """Return the language that CLD2 reads in a text; None where it is not sure."""
    import pycld2

    try:
        reliable, _, ranked = pycld2.detect(_CONTROL.sub(" ", text[:_ENOUGH]))
    except (pycld2.error, UnicodeEncodeError):
        return None
    code = ranked[0][1]
    return Fact(code, OF_THE_TEXT) if reliable and code != "un" else None


def base_code(language: str) -> str:
    """Return the code of a language file for a tag such as `pt-BR`, `zh_Hant` or `nb`."""
    code = language.replace("_", "-").partition("-")[0].lower()
    return _SAME_FILE.get(code, code)
