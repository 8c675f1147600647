"""Link: the same words in other documents.

In come the dossiers of the whole pile, with attributions and their speakers; out
come links (echo, copy, passed-on) and findings (``uncredited-copy``,
``added-quotation-marks``).

Documents are compared by containment of word shingles over an inverted index, not
by their likeness as a whole: an article that lifts five quotations out of another
shares three words in a hundred with it. Quotations are compared by runs of common
words, short ones by speaker and rarity, re-worded ones by the share of content
words within a few days. Nothing is compared with everything: candidates share rare
wording, and each entry of the index brings forward a bounded number of pairs.

Limits: re-wording is seen only as far as the two renderings share words; a quotation
without an attribution is not linked; contradictions are not looked for. Of documents
that are the same word for word only the first is compared with the rest of the pile.
"""

from accord.link.overlap import Overlap, overlap
from accord.link.stage import Linked, LinkStage

__all__ = ["LinkStage", "Linked", "Overlap", "overlap"]
