"""From records to tables: pure functions, no disk, no clock."""
