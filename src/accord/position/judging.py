"""A second opinion on statements, by a trained judge."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from accord.model import Attribution, Codebook, Document, Span, Statement, StatementCue
from accord.ports import Sides, StanceCase, StanceJudge

__all__ = ["ask_judge"]

# How sure the judge must be to take a side; tried from .5 to .95 on the disputes of
# evals/positions: below .8 precision falls.
_TAKES_A_SIDE = 0.8
# A side taken by the judge alone is worth less than one with words to show.
_JUDGED_STRENGTH = 0.5
_JUDGED_CONFIDENCE = 0.8


def ask_judge(
    judge: StanceJudge,
    document: Document,
    *,
    attributions: Sequence[Attribution],
    statements: Sequence[Statement],
    codebook: Codebook,
) -> list[Statement]:
    """Ask a judge about statements that the rules left open.

    The judge reads the whole report, "Ostmark refused to close the port", against the
    issue's question. Where it is sure, an unclear statement takes its side; the
    passage itself is then the cue.

    Args:
        judge: The judge.
        document: The document.
        attributions: Its attributions, for the words around a content.
        statements: What the rules made.
        codebook: The issues.

    Returns:
        The statements, in their order.

    Cost:
        One question to the judge per open statement.
    """
    hulls = {a.id: a.hull for a in attributions}
    open_ones = [s for s in statements if s.stance == "unclear"]
    cases = [
        StanceCase(
            _words(document, statement, hulls), codebook.issue(statement.issue).question
        )
        for statement in open_ones
    ]
    answers = zip(open_ones, judge.judge(cases), strict=True)
    judged = {s.id: _settle(s, sides, judge.producer) for s, sides in answers}
    return [judged.get(s.id, s) for s in statements]


def _words(document: Document, statement: Statement, hulls: Mapping[str, Span]) -> str:
    """Give a statement's words with source and cue, where it has them."""
    hull = hulls.get(statement.attribution or "", statement.evidence.span)
    return " ".join(document.text[hull.start : hull.end].split())


def _settle(statement: Statement, sides: Sides, producer: str) -> Statement:
    """Take the judge's side if it is sure of one."""
    likely = max(sides.support, sides.oppose)
    if likely < _TAKES_A_SIDE:
        return statement
    supports = sides.support > sides.oppose
    side, sign = ("support", 1) if supports else ("oppose", -1)
    evidence = statement.evidence
    cue = StatementCue(evidence.start, evidence.end, evidence.text, f"judge:{side}")
    return replace(
        statement,
        produced_by=producer,
        stance="support" if supports else "oppose",
        strength=sign * _JUDGED_STRENGTH,
        cues=(*statement.cues, cue),
        confidence=round(statement.confidence * likely * _JUDGED_CONFIDENCE, 3),
    )
