"""What a valid row is: one model a table, and the closed vocabularies."""
