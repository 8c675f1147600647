"""Drafting: the ledger's positions as a case file to be mended by hand."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from accord.model import Dispute, Issue, Position, Statement
from accord.model.negotiation.case import (
    Case,
    CaseDemand,
    CaseEvidence,
    CaseIssue,
    CaseParty,
    CaseRule,
    CaseStatus,
    Choice,
    Combination,
    Exclusion,
)
from accord.model.reported import VOTING_RULES
from accord.solve.demands import is_party
from accord.solve.draft.quoting import Proofs

__all__ = ["draft_case"]

YES, NO = "yes", "no"
# Who prints what others want is no party to it.
_BYSTANDERS = ("outlet:",)
_NOTES = (
    "Drafted from what texts report. Where supporters of an issue name options, these "
    "and “yes” (in any other way) are the ways to say yes; options that nobody named "
    "stand under unplaced. Positions held on a condition are wishes. Utilities, "
    "weights, salience, capability, disagreement, moves and preferences stand in no "
    "text and are for an analyst to add."
)


def draft_case(dispute: Dispute) -> Case:
    """Draft a case from a dispute's ledger.

    Args:
        dispute: Everything known.

    Returns:
        Parties, issues, demands, exclusions and rules, each with the quotations it
        rests on. A definite position makes a demand, a conditional one a wish; an
        unclear one makes none, since what it asks for is unknown.
    """
    proofs = Proofs(dispute)
    held = [
        (position, proof)
        for position in dispute.ledger
        if position.stance != "unclear" and _may_negotiate(position)
        for proof in [proofs.of(position)]
        if proof
    ]
    known = {issue.id: issue for issue in dispute.codebook.issues}
    held = [(position, proof) for position, proof in held if position.issue in known]
    named = _named_options(held)
    issues = [
        _issue(issue, named[issue.id], dispute.codebook.name)
        for issue in dispute.codebook.issues
        if any(position.issue == issue.id for position, _ in held)
    ]
    levels = {issue.id: issue.options for issue in issues}
    return Case(
        title=dispute.name,
        parties=_parties(held, proofs),
        issues=tuple(issues),
        demands=tuple(
            _demand(position, proof, levels[position.issue], proofs)
            for position, proof in held
        ),
        exclusions=_exclusions(dispute.codebook.issues, levels),
        rules=_rules(dispute, proofs),
        notes=_NOTES,
    )


_Held = tuple[Position, Sequence[Statement]]


def _may_negotiate(position: Position) -> bool:
    """Tell whether the holder can be a party."""
    actor = position.actor
    return is_party(position) and not (actor or "").startswith(_BYSTANDERS)


def _party_id(position: Position) -> str:
    """Make the party's id."""
    return position.actor or f"name:{position.name}"


def _parties(held: Sequence[_Held], proofs: Proofs) -> tuple[CaseParty, ...]:
    """List who holds the positions, each with its first words."""
    found: dict[str, CaseParty] = {}
    for position, proof in held:
        key = _party_id(position)
        if key not in found:
            evidence = proofs.evidence(proof[:1])
            status: CaseStatus = "inferred"
            found[key] = CaseParty(
                id=key, name=position.name, status=status, evidence=evidence
            )
    return tuple(found.values())


def _named_options(held: Sequence[_Held]) -> Mapping[str, set[str]]:
    """Collect the one option that each supporting position names, by issue."""
    named: dict[str, set[str]] = defaultdict(set)
    for position, proof in held:
        option = _one_option(proof)
        if position.stance == "support" and option is not None:
            named[position.issue].add(option)
    return named


def _one_option(proof: Sequence[Statement]) -> str | None:
    """Give the option that statements name if it is the same wherever one is named."""
    options = {statement.option for statement in proof if statement.option}
    return options.pop() if len(options) == 1 else None


def _issue(issue: Issue, named: set[str], codebook: str) -> CaseIssue:
    """List the ways to settle an issue."""
    ways = tuple(option for option in issue.options if option in named)
    plain = tuple(word for word in (YES, NO) if word not in ways)
    return CaseIssue(
        id=issue.id,
        question=issue.question,
        options=ways + plain,
        unplaced=tuple(o for o in issue.options if o not in (*ways, *plain)),
        status="analyst",
        evidence=(CaseEvidence(text=f"codebook {codebook}: {issue.question}"),),
    )


def _demand(
    position: Position,
    proof: Sequence[Statement],
    levels: Sequence[str],
    proofs: Proofs,
) -> CaseDemand:
    """Say which options a position accepts."""
    option = _one_option(proof)
    conditional = position.stance == "conditional"
    if position.stance == "oppose":
        accepted: tuple[str, ...] = (NO,)
    elif option in levels and not conditional:
        accepted = (str(option),)
    else:
        accepted = tuple(level for level in levels if level != NO)
    said = any(statement.attribution for statement in proof)
    return CaseDemand(
        id=f"{_party_id(position)}/{position.issue}",
        party=_party_id(position),
        accepts=(Choice(position.issue, accepted),),
        kind="wish" if conditional else "demand",
        status="asserted" if said and not conditional else "inferred",
        evidence=proofs.evidence(proof),
        against=proofs.evidence(proofs.against(position, proof)),
    )


def _exclusions(
    issues: Sequence[Issue], levels: Mapping[str, Sequence[str]]
) -> tuple[Exclusion, ...]:
    """Turn "cannot both be answered with yes" into excluded combinations."""
    found: dict[frozenset[str], Exclusion] = {}
    for issue in issues:
        for other in issue.excludes:
            pair = frozenset((issue.id, other))
            if len(pair) < 2 or pair in found or not pair <= levels.keys():
                continue
            sides = tuple(
                Choice(key, tuple(level for level in levels[key] if level != NO))
                for key in (issue.id, other)
            )
            found[pair] = Exclusion(
                id=f"{issue.id}/{other}",
                combination=Combination(sides),
                status="analyst",
                evidence=(CaseEvidence(text="the codebook says that they exclude"),),
            )
    return tuple(found.values())


def _rules(dispute: Dispute, proofs: Proofs) -> tuple[CaseRule, ...]:
    """Take over the rules of voting that texts describe."""
    count: Counter[str] = Counter()
    found = []
    for dossier in dispute.dossiers:
        for mechanism in dossier.mechanisms:
            kind = next((k for k in VOTING_RULES if k == mechanism.rule.kind), None)
            if kind is None:
                continue
            count[mechanism.name] += 1
            found.append(
                CaseRule(
                    id=f"{mechanism.name.replace(' ', '-')}-{count[mechanism.name]}",
                    name=mechanism.name,
                    members=tuple(m.actor or m.name for m in mechanism.members),
                    kind=kind,
                    quota=mechanism.rule.quota,
                    veto=mechanism.rule.veto,
                    triggers=mechanism.triggers,
                    status="asserted",
                    evidence=(proofs.rule(mechanism),),
                )
            )
    return tuple(found)
