"""Other published datasets, read strictly into tables like ours, with their weak points flagged.

The files belong to their authors and are no part of this package: a user gives one of their own.
"""
