"""Subsets of one table by a condition: a small part of SQL's WHERE, with one normal form."""
