"""Link: the same words in other documents.

In come the dossiers of the whole pile, one at a time, with attributions and their
speakers; out come links (echo, copy, passed-on, contradiction) and findings
(``uncredited-copy``, ``added-quotation-marks``).

Documents are compared by containment of word shingles over an inverted index, not
by their likeness as a whole: an article that lifts five quotations out of another
shares three words in a hundred with it. Quotations are compared by runs of common
words, short ones by speaker and rarity, re-worded ones by the share of content
words within a few days. Nothing is compared with everything: each index answers one
rule, and each of its entries brings forward a bounded number of pairs. Two reports of
what seems to be one utterance that differ in a "not", a number, a date or the speaker
are contradictions: candidates, for a reader to judge.

An attribution that names the outlet it has the words from is linked with that outlet,
whether or not its text is in the pile. Of all these links ``gather_stories`` makes
groups of documents that print one text, and ``trace_chains`` a graph of who takes from
whom.

A pile is held as numbers in arrays, some kilobytes a document, and texts packed;
``overlap`` holds two documents against one another on their own.

Limits: re-wording is seen only as far as the two renderings share words; a quotation
without an attribution is not linked. Of documents that are the same word for word only
the first is compared with the rest of the pile. Of a wording that more than thirteen
have, each is compared with the first and its twelve neighbours in time; within a story
that up to sixty-four documents print, each with each.
"""

from accord.link.overlap import Overlap, overlap
from accord.link.passing.chains import trace_chains
from accord.link.stage import Linked, LinkStage
from accord.link.stories import gather_stories

__all__ = [
    "LinkStage",
    "Linked",
    "Overlap",
    "gather_stories",
    "overlap",
    "trace_chains",
]
