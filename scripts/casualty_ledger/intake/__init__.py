"""Make texts with their language, date, publisher and address out of files and pages."""
