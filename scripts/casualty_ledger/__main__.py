"""Run the console command with ``python -m casualty_ledger``."""

from casualty_ledger.cli import main

if __name__ == "__main__":
    main()
