"""Why a document can not be read, said so that a person can put it right."""


class UnusableDocument(ValueError):  # noqa: N818 - it names what was found
    """A document that can not be read: what is wrong with it, and what was expected."""

    def __init__(self, what: str, expected: str) -> None:
        """Keep both halves of the message; `str` joins them."""
        super().__init__(what, expected)

    def __str__(self) -> str:
        """Return ``what; expected ...``."""
        what, expected = self.args
        return f"{what}; expected {expected}"
