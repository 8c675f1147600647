"""Outlets side by side as tables: profiles, coverage, cue words, quotation."""

from accord.present.outlets.tables import PARTS, outlet_table, to_object
from accord.present.outlets.view import OutletView, view_outlets

__all__ = ["PARTS", "OutletView", "outlet_table", "to_object", "view_outlets"]
