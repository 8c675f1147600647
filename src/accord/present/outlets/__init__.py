"""Outlets side by side as tables: profiles, coverage, cue words, quotation."""

from accord.present.outlets.tables import PARTS, outlet_table, to_object

__all__ = ["PARTS", "outlet_table", "to_object"]
