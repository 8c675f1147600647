"""Read: bytes of any usual kind become a document, marked and dated, never changed.

In: one ``RawItem``. Out: a ``Dossier`` with its ``Document`` and findings. The text
is decoded once and stays as it is; all that is known about it are spans over it.

Method: rules from the language of news pages, then a trained judge. Rules tell lines
apart by a lexicon (navigation, subscription boxes, comment forms, teasers, notices), by
form (bylines, captions, credits, icon lists, date lines) and by place and repetition
(menus, page headers, a headline that stands twice). The judge (``lines/``) looks at what
they leave: at the form and words of a line, those of its neighbours, and its page.
Headline, writer, outlet and day of publication are read from a header block, the
file's metadata or the lines around the article.

Limits: rules read English; the judge has seen some other languages of Europe. Where in
doubt a line is kept: a quotation lost costs more than a teaser kept. A date within an
article never dates it. Nothing is guessed: what is not said is null, with a finding.
"""

from accord.read.stage import ReadLimits, ReadStage

__all__ = ["ReadLimits", "ReadStage"]
