"""The console commands: parse, call, report, exit code; nothing is worked out here."""
