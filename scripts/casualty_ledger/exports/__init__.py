"""Other doors to the same rows: SQLite, Stata, Excel, HXL and more, as bytes.

All of them follow from the canonical tables and are made on demand, so that the committed
dataset stays small; the same tables give the same bytes, with the same version of the library
that writes them.
"""
