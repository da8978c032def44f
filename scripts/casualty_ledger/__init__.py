"""Reported casualty and troop figures: records, build, load and comparison."""
