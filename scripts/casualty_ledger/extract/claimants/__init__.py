"""Who gives a figure."""
