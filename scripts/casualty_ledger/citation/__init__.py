"""How a version, or a subset of one, is cited: pure functions from descriptions to text."""
