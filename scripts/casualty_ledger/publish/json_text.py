"""JSON as the dataset writes it."""

import json


def json_bytes(value: object) -> bytes:
    """Return a value as UTF-8 JSON: indented by two, keys in their order, closed by a line feed."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode("utf-8")
