"""Holding: who can hold a side, and who only tells of others.

``holders`` takes a speaker as the holder of what is said, ``nobodies`` knows names that
name no party: "there", "those who", "our correspondent", a vessel, a leading article.
"""
