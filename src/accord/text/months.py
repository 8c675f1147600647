"""The months' English names and their usual abbreviations."""

__all__ = ["MONTHS", "MONTH_PATTERN"]

#: Number of each month, 1 to 12, by name and abbreviation in lower case.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may",
            "june jun", "july jul", "august aug", "september sept sep",
            "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

#: All of them as alternatives of a regular expression, the longest first.
MONTH_PATTERN = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
