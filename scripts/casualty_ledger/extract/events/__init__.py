"""What befell those who are counted: their event, its status and its place."""
