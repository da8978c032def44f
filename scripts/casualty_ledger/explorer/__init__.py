"""The page that shows the ledger: the built program and the tables, in one HTML file.

``web`` holds the sources of the program, ``built`` what ``make explorer`` makes of them. The page
is put together from ``built`` and the tables alone, so that a build of the dataset needs no Node.
"""
