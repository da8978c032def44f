"""Read reported troop and casualty figures out of running text."""
