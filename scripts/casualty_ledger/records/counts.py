"""How many records there are."""

from casualty_ledger.records.ledger import Ledger


def summary(ledger: Ledger) -> str:
    """Return the counts of all kinds of records in one line."""
    counts = {
        "statements": len(ledger.statements),
        "figures": sum(1 for _ in ledger.figures()),
        "reports": len(ledger.reports),
        "mentions": sum(1 for _ in ledger.mentions()),
        "actors": len(ledger.actors),
        "publishers": len(ledger.publishers),
        "populations": len(ledger.populations),
        "places": len(ledger.places),
        "documents": len(ledger.documents),
    }
    return ", ".join(f"{count} {name}" for name, count in counts.items())
