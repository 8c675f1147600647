"""Reported: what a text tells beside who said what.

In come sentences outside page furniture, the actors named in them and the reports of
speech they stand in; out come figures, agreements, contacts and mechanisms, each with
the words that prove it.

Method: patterns over the words of each sentence, with lexicons as data: numbers with
the unit beside them; nouns of agreement with the word that tells how far it has come
and the actors that word connects; nouns and verbs of meeting; words of deciding.
Precision goes before recall: a party counts only if the sentence connects it with the
agreement or the meeting, and what is merely possible or wished for is no contact. A
party that the text leaves unnamed loses no record.

Limits: one sentence at a time, but for provisions, the members of a body, polls and
totals; lengths of time are figures only as terms of a deal or demand, and numbers below a
hundred in words mostly are none.
"""

from accord.position.reported.facts import Reported, add_reported, find_reported
from accord.position.reported.lexicon import reported_digest
from accord.position.reported.sums import find_wrong_sums

__all__ = [
    "Reported",
    "add_reported",
    "find_reported",
    "find_wrong_sums",
    "reported_digest",
]
