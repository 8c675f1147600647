"""Dates in running text; they moved to ``accord.text``, where every room finds them."""

from accord.text.dates import DateFound, find_dates

__all__ = ["DateFound", "find_dates"]
