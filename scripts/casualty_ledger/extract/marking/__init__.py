"""The words that a language file and the registers know, found in a text."""
