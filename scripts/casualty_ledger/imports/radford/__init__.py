"""The loss claims of Radford et al. (PNAS 2023), from their published file, for an audit.

The authors published their data, which is what makes an audit possible. Nothing of their file is
part of this package.
"""

from casualty_ledger.imports.radford.importing import Imported, import_radford
from casualty_ledger.imports.radford.reading import FaultyFileError

__all__ = ["FaultyFileError", "Imported", "import_radford"]
