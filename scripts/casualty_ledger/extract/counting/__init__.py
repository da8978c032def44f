"""Which numbers of a sentence count people, and which noun says so."""
