"""The commands: each parses its arguments, calls the library, reports, and sets the exit code."""
