"""The attribute room: who is reported to have said, thought or wanted what.

In: a dossier with its document. Out: the same with attributions - source, cue and
content spans, mode, nesting, confidence - and findings on quotation marks that do
not fit.

Method: quotation marks are paired paragraph by paragraph; a lexicon of verbs, nouns,
adjectives and set phrases proposes cues; shallow grammar by closed classes and
endings gives each its source and the extent of its content, after the conventions of
PolNeAR; a score card graded on annotated news says how far to trust it. No parser,
no model, linear time.

Limits: English. In other languages only quotations are found, without a source. The
grades come from American political news of 2015-16.
"""

from accord.attribute.stage import AttributeStage
from accord.attribute.tagger import RuleTagger

__all__ = ["AttributeStage", "RuleTagger"]
