"""Tools on strings that know nothing of disputes.

Sentences and words with their offsets, folding that keeps an offset map, shingles.
"""

from accord.text.cuts import blank_out, goes_on
from accord.text.folding import Folded, fold
from accord.text.sentences import ends_sentence, paragraphs, sentences
from accord.text.shingles import shingles
from accord.text.words import words
from accord.text.wrapping import unwrap

__all__ = [
    "Folded",
    "blank_out",
    "ends_sentence",
    "fold",
    "goes_on",
    "paragraphs",
    "sentences",
    "shingles",
    "unwrap",
    "words",
]
