"""What is wrong with a query."""


class QueryError(ValueError):
    """A query that can not be run; holds one message a fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
