"""Beneficiaries: for whom something is asked, where two sides ask for it, each for itself.

"Guarantees for Arle" and "guarantees for Corva" are not two answers to one question. If
the question names nobody, whoever asks for themselves, while another known actor asks for
it as well, is left open.
"""

from collections.abc import Sequence
from dataclasses import replace

from accord.model import Codebook, Statement, StatementCue
from accord.position.page import Page
from accord.position.phrases import stem_set

__all__ = ["leave_own_open"]

_FOR = stem_set("for to")
_ARTICLES = stem_set("the a an")
_REACH_TOKENS = 2


def leave_own_open(
    page: Page, statements: Sequence[Statement], codebook: Codebook
) -> list[Statement]:
    """Leave open what actors ask for themselves alone.

    Args:
        page: The document.
        statements: What was read in it.
        codebook: The issues.

    Returns:
        The statements in their order; those of an actor who names itself as the one to
        get the thing are ``unclear`` where another known actor is for it too, but for
        those that name somebody else.

    Cost:
        Linear in the statements and the places within them.
    """
    given = [_given_to(page, statement, codebook) for statement in statements]
    own = {
        (_side(s), s.issue)
        for s, actors in zip(statements, given, strict=True)
        if s.stance in ("support", "conditional") and _side(s) in actors
    }
    if not own:
        return list(statements)
    wanting: dict[str, set[str]] = {}
    for statement in statements:
        if statement.stance in ("support", "conditional") and _side(statement):
            wanting.setdefault(statement.issue, set()).add(_side(statement))
    settled = []
    for statement, actors in zip(statements, given, strict=True):
        side = _side(statement)
        rivals = wanting.get(statement.issue, set()) - {side}
        named = any(
            m.actor == side and m.text in codebook.issue(statement.issue).question
            for m in page.scene.covered.values()
        )
        mine = (side, statement.issue) in own and actors <= {side}
        settled.append(
            _left_open(statement) if mine and rivals and not named else statement
        )
    return settled


def _side(statement: Statement) -> str:
    """Name whose position a statement is, by id; empty if nobody known."""
    body = statement.speaks_for.actor if statement.speaks_for else None
    return body or statement.actor or ""


def _given_to(page: Page, statement: Statement, codebook: Codebook) -> set[str]:
    """Find the known actors for whom the thing is asked within the evidence."""
    issues = [issue.id for issue in codebook.issues]
    evidence = page.tokens.range(statement.evidence.start, statement.evidence.end)
    found: set[str] = set()
    for target in page.scene.targets_in(evidence.start, evidence.stop):
        if issues[target.issue] != statement.issue:
            continue
        at = target.last
        stems = page.tokens.stems
        if at >= len(stems) or stems[at] not in _FOR:
            continue
        for place in range(at + 1, at + 1 + _REACH_TOKENS):
            mention = page.scene.covered.get(place)
            if mention is not None and mention.actor is not None:
                found.add(mention.actor)
                break
            if place >= len(stems) or stems[place] not in _ARTICLES:
                break
    return found


def _left_open(statement: Statement) -> Statement:
    """Take the side off a statement, and say why."""
    if statement.stance == "unclear":
        return statement
    evidence = statement.evidence
    cue = StatementCue(evidence.start, evidence.end, evidence.text, "for-itself")
    return replace(
        statement, stance="unclear", strength=0.0, cues=(*statement.cues, cue)
    )
