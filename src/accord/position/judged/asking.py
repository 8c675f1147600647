"""A second opinion on statements, by a trained judge."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.model import Attribution, Statement, StatementCue
from accord.ports import StanceJudge
from accord.position.issues import Compiled
from accord.position.judged.cases import Candidate, find_candidates
from accord.position.judged.weighing import SIDES, THRESHOLD, Side, weigh_sides
from accord.position.page import Page
from accord.position.stance import Reading, Words
from accord.position.statements import make_statement

__all__ = ["ask_judge"]

# A side taken by the judge alone is worth less than one with words to show.
_JUDGED_WEIGHT = 0.5
_SIGNS: dict[Side, int] = {"support": 1, "oppose": -1, "conditional": 1}


def ask_judge(
    judge: StanceJudge,
    page: Page,
    compiled: Compiled,
    heard: Sequence[tuple[Attribution, Words]],
    statements: Sequence[Statement],
) -> list[Statement]:
    """Settle statements between the rules and a judge, and add what it alone sees.

    The judge reads the whole sentence, with whose side is asked for, against the
    issue's question. What the rules read and what it says are weighed together: a
    statement keeps its side, changes it or is left open, and its confidence is how
    likely it is to be right. A report on which the rules are silent becomes a
    statement if a side is likely enough.

    Args:
        judge: The judge.
        page: The document.
        compiled: The issues.
        heard: Attributions with what was read of their words.
        statements: What the rules made.

    Returns:
        The statements, in their order, with the added ones behind them.

    Cost:
        One question to the judge per statement, and up to two per report without one.
    """
    found = find_candidates(page, compiled.codebook, heard, statements)
    answers = judge.judge([candidate.case for candidate in found])
    settled: list[Statement] = []
    for candidate, sides in zip(found, answers, strict=True):
        shares = weigh_sides(candidate, sides)
        likely = max(SIDES, key=lambda a: shares[a])
        if candidate.statement is not None:
            settled.append(
                _settle(candidate.statement, likely, shares[likely], judge.producer)
            )
        elif shares[likely] >= THRESHOLD:
            settled.extend(
                _propose(
                    page,
                    compiled,
                    candidate,
                    likely,
                    share=shares[likely],
                    producer=judge.producer,
                )
            )
    return settled


def _settle(
    statement: Statement, likely: Side, share: float, producer: str
) -> Statement:
    """Take the likeliest side of a statement, or leave it open."""
    if share < THRESHOLD:
        return replace(
            statement, stance="unclear", strength=0.0, confidence=round(1 - share, 3)
        )
    if likely == statement.stance:
        return replace(statement, confidence=round(share, 3))
    evidence = statement.evidence
    cue = StatementCue(evidence.start, evidence.end, evidence.text, f"judge:{likely}")
    return replace(
        statement,
        produced_by=producer,
        stance=likely,
        strength=_SIGNS[likely] * _JUDGED_WEIGHT,
        cues=(*statement.cues, cue),
        confidence=round(share, 3),
    )


def _propose(
    page: Page,
    compiled: Compiled,
    candidate: Candidate,
    likely: Side,
    *,
    share: float,
    producer: str,
) -> Iterator[Statement]:
    """State a side that the judge alone sees."""
    if candidate.holder is None or candidate.words is None:
        return
    reading = Reading(
        _SIGNS[likely],
        _JUDGED_WEIGHT,
        1.0,
        (),
        conditional=likely == "conditional",
        rule="judge",
    )
    made = make_statement(
        page.document,
        page.scene,
        compiled,
        holder=candidate.holder,
        words=candidate.words,
        issue=candidate.issue,
        reading=reading,
        produced_by=producer,
    )
    yield _with_cue(replace(made, confidence=round(share, 3)), likely)


def _with_cue(statement: Statement, likely: Side) -> Statement:
    """Show the passage itself as what decided."""
    evidence = statement.evidence
    cue = StatementCue(evidence.start, evidence.end, evidence.text, f"judge:{likely}")
    return replace(statement, cues=(*statement.cues, cue))
