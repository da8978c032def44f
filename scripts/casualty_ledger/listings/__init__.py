"""Show candidates: as lines for machines, in a terminal, and as a page."""
