"""Draft records from candidates: mentions of figures that stand, and stubs of new ones."""
