"""A strict reader for the small part of YAML that records use.

Every scalar stays text, so that ``NO``, ``010`` and ``1_000`` are what was typed. What YAML
allows beyond mappings, lists and scalars (anchors, aliases, tags, merges, repeated keys,
several documents) is a fault, and so is a comment: rewriting the file would lose it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

MAX_BYTES = 64 * 1024
MAX_DEPTH = 6

Tree = str | list["Tree"] | dict[str, "Tree"]
Location = tuple[str | int, ...]

# C0 and C1 controls, and the line and paragraph separators, but for the line feed.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Problem:
    """Something wrong at a line, before it is known in which file."""

    line: int
    message: str
    location: Location = ()


@dataclass(slots=True)
class Document:
    """A file as read: its tree of text, and the line of every key and item."""

    tree: Tree = field(default_factory=dict)
    lines: dict[Location, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, location: Location) -> int:
        """Return the line of ``location``, or of the nearest thing around it."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)


def read_document(raw: bytes) -> Document:
    """Read the bytes of one record file.

    Nothing is raised for bad input: every problem is listed in the result.
    """
    document = Document()
    text = _decode(raw, document.problems)
    if text is None:
        return document
    document.problems.extend(_control_characters(text))
    if document.problems:
        return document
    document.problems.extend(_unwanted_syntax(text))
    if not document.problems:
        _compose(text, document)
    return document


def _decode(raw: bytes, problems: list[Problem]) -> str | None:
    if len(raw) > MAX_BYTES:
        problems.append(Problem(1, f"file has {len(raw)} bytes; expected at most {MAX_BYTES}"))
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        byte = raw[error.start]
        problems.append(Problem(line, f"byte 0x{byte:02x} is not valid UTF-8; expected UTF-8 text"))
        return None


def _control_characters(text: str) -> Iterator[Problem]:
    """Report each kind of control character once, at the first line that holds it."""
    for character in sorted(set(_CONTROL.findall(text))):
        line = text.count("\n", 0, text.index(character)) + 1
        name = f"control character U+{ord(character):04X}"
        times = text.count(character)
        more = f" ({times} times)" if times > 1 else ""
        yield Problem(line, f"{name}{more}; expected printable text and plain line feeds")


def _unwanted_syntax(text: str) -> Iterator[Problem]:
    """Report what the composer would resolve silently; stop at a syntax error."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            line = _line_of(event)
            yield from (Problem(line, message) for message in _anchors_and_tags(event))
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                yield Problem(line, f"nested deeper than {MAX_DEPTH} levels; expected a record")
                return
    except yaml.YAMLError as error:
        yield _syntax_problem(error)


def _line_of(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _anchors_and_tags(event: yaml.Event) -> Iterator[str]:
    if isinstance(event, yaml.AliasEvent):
        yield f"alias *{event.anchor}; expected the value itself"
    elif anchor := getattr(event, "anchor", None):
        yield f"anchor &{anchor}; expected plain keys and values"
    if tag := getattr(event, "tag", None):
        yield f"tag {tag}; expected plain keys and values"


def _syntax_problem(error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or str(error)
    return Problem(mark.line + 1 if mark else 1, f"not valid YAML: {reason}")


def _compose(text: str, document: Document) -> None:
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        document.problems.append(_syntax_problem(error))
        return
    if not isinstance(root, yaml.MappingNode):
        document.problems.append(Problem(1, "file holds no record; expected keys and values"))
        return
    scalars: list[tuple[int, int]] = []
    document.tree = _build(root, (), document, scalars)
    document.problems.extend(_comments(text, scalars))


def _build(
    node: yaml.Node, location: Location, document: Document, scalars: list[tuple[int, int]]
) -> Tree:
    document.lines.setdefault(location, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        scalars.append((node.start_mark.index, node.end_mark.index))
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [
            _build(item, (*location, number), document, scalars)
            for number, item in enumerate(node.value)
        ]
    return _build_mapping(node, location, document, scalars)


def _build_mapping(
    node: yaml.Node, location: Location, document: Document, scalars: list[tuple[int, int]]
) -> Tree:
    tree: dict[str, Tree] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            document.problems.append(Problem(line, "key is not a word", location))
            continue
        scalars.append((key_node.start_mark.index, key_node.end_mark.index))
        key = str(key_node.value)
        inner = (*location, key)
        if key in tree:
            first = document.lines[inner]
            message = f"key stands twice (first in line {first}); expected it once"
            document.problems.append(Problem(line, message, inner))
            continue
        document.lines[inner] = line
        tree[key] = _build(value_node, inner, document, scalars)
    return tree


def _comments(text: str, scalars: list[tuple[int, int]]) -> Iterator[Problem]:
    """Outside a scalar, a number sign can only begin a comment."""
    end = 0
    for start, stop in [*sorted(scalars), (len(text), len(text))]:
        hash_at = text.find("#", end, start)
        if hash_at >= 0:
            line = text.count("\n", 0, hash_at) + 1
            yield Problem(line, "comment; records keep none: use the key `note`, or delete it")
        end = max(end, stop)
