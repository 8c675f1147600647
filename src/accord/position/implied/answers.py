"""Answers: whether words that answer somebody answer the side that is known to be taken.

"So does Corva" says again what the sentence before it says. If nothing is known of that
sentence, the last side known is another matter.
"""

from collections.abc import Sequence

from accord.model import Attribution, Statement
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem_set

__all__ = ["follows"]

# "'But a pledge on paper is none,' she said": which of the two is answered?
_TURNS = stem_set("but yet however still nevertheless")


def follows(
    page: Page, spoken: Sequence[Attribution], statement: Statement, words: range
) -> bool:
    """Tell whether some words come right after a statement.

    Only more words of the same speaker may stand between them.

    Args:
        page: The document.
        spoken: Who says what in it.
        statement: The side that somebody took.
        words: Tokens that answer it.
    """
    tokens = page.tokens
    evidence = tokens.range(statement.evidence.start, statement.evidence.end)
    begin = page.sentence(evidence[-1:] or evidence).stop
    end = page.sentence(words).start
    between = [at for at in range(begin, end) if tokens.stems[at] != SENTENCE_END]
    if not between:
        return True
    if tokens.stems[between[0]] in _TURNS:
        return False
    start, stop = tokens.starts[between[0]], tokens.ends[between[-1]]
    own = [
        one.hull
        for one in spoken
        if one.hull.start < stop
        and one.hull.end > start
        and _is_same(one, statement.name)
    ]
    return all(
        any(hull.start <= tokens.starts[at] < hull.end for hull in own)
        for at in between
    )


def _is_same(attribution: Attribution, name: str) -> bool:
    """Tell whether a speaker is the one, or speaks for it."""
    body = attribution.speaks_for
    return name in (attribution.speaker.name, body.name if body else None)
