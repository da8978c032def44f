"""What must hold between records: one rule a function, its name the rule as a sentence."""
