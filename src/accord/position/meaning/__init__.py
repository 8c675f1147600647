"""Meaning: which words speak of an issue, and for which of its sides.

``roots`` brings "closure", "closing" and "closed" together; ``questions`` reads from an
issue's question which way its words point; ``nearby`` finds terms said in other words, ``names``
those under another name.
"""
