"""Dates in running text, as days, with what they are counted from.

News counts from its own day: "on Thursday" is the last Thursday, the day itself
included; "February 14" the last one; "the previous day" is counted from the date
spoken of before. Without a day to count from, a date stays unresolved.
"""

from accord.text.dates.finding import find_dates
from accord.text.dates.found import DateFound

__all__ = ["DateFound", "find_dates"]
