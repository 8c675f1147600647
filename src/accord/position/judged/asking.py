"""A second opinion on what the rules read, by a trained judge."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from accord.model import ActorRef, Attribution, Codebook, Statement
from accord.ports import StanceJudge
from accord.position.judged.cases import find_statement_cases
from accord.position.judged.weighing import Taken, likelihood
from accord.position.page import Page
from accord.position.phrases import phrase_stems

__all__ = ["ask_judge"]


def ask_judge(
    judge: StanceJudge,
    page: Page,
    codebook: Codebook,
    *,
    attributions: Sequence[Attribution],
    statements: Sequence[Statement],
    least: float,
) -> list[Statement]:
    """Tell how likely each side is right, and leave those open that are in doubt.

    The judge reads the whole sentence, with whose side is asked for, against the
    issue's question. What the rules read there, what they read elsewhere in the
    document and what the judge says are weighed together. What stands in the codebook
    as a pole is not put in doubt.

    Args:
        judge: The judge.
        page: The document.
        codebook: The issues.
        attributions: What the statements may stand in.
        statements: What the rules made.
        least: A side less likely than this becomes a mere leaning.

    Returns:
        The statements, in their order; the confidence of a side, and of a leaning, is
        how likely it is right.

    Cost:
        One question to the judge for each side.
    """
    sided = [s for s in statements if s.stance != "unclear" and not _by_pole(s)]
    found = find_statement_cases(page, codebook, attributions, sided)
    answers = judge.judge([candidate.case for candidate in found])
    beside = _beside(statements)
    named = {issue.id: _stems(issue.terms) for issue in codebook.issues}
    settled = {}
    for s, sides in zip(sided, answers, strict=True):
        taken = Taken(
            s.stance,
            s.rule,
            s.strength,
            beside[s.id],
            loose=float(_is_loose(s, named[s.issue])),
            several=len(codebook.issues) > 1,
        )
        settled[s.id] = _settle(s, likelihood(taken, sides), least)
    return [settled.get(statement.id, statement) for statement in statements]


def _stems(terms: Sequence[str]) -> list[str]:
    """Give the stems of terms, each as one line of words."""
    return [" ".join(phrase_stems(term)) for term in terms]


def _is_loose(statement: Statement, terms: Sequence[str]) -> bool:
    """Tell whether the issue is named by a word that only stands for its terms.

    Args:
        statement: The statement.
        terms: The stems of the issue's terms, each as one line of words.
    """
    named = [_stems([cue.text])[0] for cue in statement.cues if cue.says == "term"]
    return bool(named) and not any(
        one in term or term in one for one in named for term in terms
    )


def _by_pole(statement: Statement) -> bool:
    """Tell a side that words of the codebook name."""
    named = any(cue.says.startswith("pole:") for cue in statement.cues)
    return named or statement.rule.endswith(".pole")


def _beside(statements: Sequence[Statement]) -> dict[str, tuple[str, ...]]:
    """Give for each statement the other sides of its party on its issue."""
    together = defaultdict(list)
    for statement in statements:
        if statement.stance != "unclear":
            together[_party(statement), statement.issue].append(statement)
    return {
        one.id: tuple(other.stance for other in group if other is not one)
        for group in together.values()
        for one in group
    }


def _party(statement: Statement) -> str:
    """Name whose position a statement is: whom somebody speaks for, or themselves."""
    party = statement.speaks_for or ActorRef(statement.actor, statement.name)
    return party.actor or party.name.lower()


def _settle(statement: Statement, share: float, least: float) -> Statement:
    """Keep a side with how likely it is, or leave it open and tell where it leans."""
    if share >= least:
        return replace(statement, confidence=round(share, 3))
    return replace(
        statement,
        stance="unclear",
        strength=0.0,
        confidence=round(share, 3),
        leaning=statement.stance,
    )
