"""Lines that a typist or a mail program broke: they end no sentence."""

import re

# A text whose lines are all short was broken by hand; others break at paragraphs.
_LONGEST = 120
# A shorter line stands for itself: a headline, an item of a list.
_SHORTEST = 40
# What a sentence, a quotation or the line before a list ends with.
_END = tuple('.!?:;…。！？：；\u0964\u061f"”’»)」』')
_BREAK = re.compile(r"(?<=\S)\r?\n(?=[^\S\r\n]*\S)")


def unwrapped(text: str) -> str:
    """Return the text with a space for each line end that breaks a sentence; as long as before.

    Only a text of short lines is changed, and only behind lines that are long for it and do not
    end like a sentence.
    """
    lines = text.splitlines()
    if not lines or max(map(len, lines)) > _LONGEST:
        return text
    return _BREAK.sub(lambda found: _joint(text, found), text)


def _joint(text: str, found: re.Match[str]) -> str:
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    ends = len(line) < _SHORTEST or line.endswith(_END)
    return found[0] if ends else " " * len(found[0])
