"""What the report's script works on: texts, tables, and where each row is to be read.

It is written piece by piece, since a large pile's data is larger than all else that
drawing its report takes.
"""

from accord.present.embedded.places import ROLES, Mark, Place, locator
from accord.present.embedded.sheets import Sheet, lay_out_sheets
from accord.present.embedded.writing import write_data

__all__ = [
    "ROLES",
    "Mark",
    "Place",
    "Sheet",
    "lay_out_sheets",
    "locator",
    "write_data",
]
