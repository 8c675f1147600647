"""Tools on strings that know nothing of disputes.

Sentences and words with their offsets, folding that keeps an offset map, shingles.
"""

from accord.text.folding import Folded, fold
from accord.text.sentences import paragraphs, sentences
from accord.text.shingles import shingles
from accord.text.words import words

__all__ = ["Folded", "fold", "paragraphs", "sentences", "shingles", "words"]
