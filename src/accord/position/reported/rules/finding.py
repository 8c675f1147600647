"""Mechanisms: bodies with a decision rule, as a text describes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.model import DecisionRule, Mechanism, Mention, RuleKind, content_id
from accord.model.reported import VOTING_RULES
from accord.position.reported.rules.arrangements import find_arrangement
from accord.position.reported.rules.bodies import body_name, listed_members
from accord.position.reported.rules.status import find_triggers, status_of
from accord.position.reported.rules.told import Told, find_told
from accord.position.reported.rules.voting import (
    asked_of,
    find_vetoes,
    needs_no_body,
    read_rule,
)
from accord.position.reported.sentence import Sentence, party_refs

__all__ = ["find_mechanisms"]

# In sentences: how far off the body whose rule it is may have been described.
_BACK = 4
_USUAL: dict[RuleKind, str] = {
    "automatic": "trigger", "guarantee": "guarantors", "arbitration": "arbitration",
    "verification": "verification",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with those around it."""

    sentence: Sentence
    before: Sequence[Sentence]
    after: Sequence[Sentence]

    def members(self) -> tuple[Mention, ...]:
        """List those who decide, nearest to the rule first."""
        around = [self.sentence, *reversed(self.before), *self.after]
        return listed_members(around, self.sentence)


def find_mechanisms(
    sentences: Sequence[Sentence], *, produced_by: str
) -> tuple[Mechanism, ...]:
    """Find the bodies whose decision rule a document describes.

    A rule is told where a sentence that speaks of a body, or follows one that does,
    names how it decides: unanimity, a veto, a majority, so many of so many; or where
    words built together tell it: "any of the four can block it". A decision that was
    taken unanimously is no rule.

    Args:
        sentences: The document's, without page furniture.
        produced_by: Name and version of who reads them.

    Returns:
        Mechanisms in text order; one body's rule that is told twice is one.

    Cost:
        Linear.
    """
    found: dict[tuple[str, frozenset[str] | str], Mechanism] = {}
    headlines: list[tuple[str, frozenset[str] | str]] = []
    for number, sentence in enumerate(sentences):
        scene = _Scene(
            sentence,
            sentences[max(0, number - _BACK) : number],
            sentences[number + 1 : number + 1 + _BACK],
        )
        for made in _in_sentence(scene, produced_by):
            key = _key(made)
            headlines += [] if sentence.line else [key]
            found.setdefault(key, made)
    below = {made.rule.kind for key, made in found.items() if key not in headlines}
    # A headline tells less than the text below it.
    return tuple(
        made
        for key, made in found.items()
        if key not in headlines or made.rule.kind not in below
    )


def _key(made: Mechanism) -> tuple[str, frozenset[str] | str]:
    """Tell by what a rule that is told again is known."""
    members = frozenset(m.actor or m.name or "" for m in made.members)
    return made.rule.kind, members or made.id


def _in_sentence(scene: _Scene, produced_by: str) -> Iterator[Mechanism]:
    """Make the records of one sentence, one of a sort."""
    told = list(_by_words(scene, produced_by))
    alike = {one.rule.kind for one in told}
    # "Each of them can veto it": nobody has a veto beside the others.
    bodies = [
        one
        for one in _by_body(scene, produced_by)
        if one.rule.kind != "compound" or "unanimity" not in alike
    ]
    made = [*bodies, *_by_arrangement(scene, produced_by), *told]
    kept: dict[tuple[str, float | None], Mechanism] = {}
    for one in made:
        key = (one.rule.kind, one.rule.quota)
        if key not in kept or _told(one) > _told(kept[key]):
            kept[key] = one
    voting = [one for one in kept.values() if one.rule.kind in VOTING_RULES]
    for number, one in enumerate(kept.values()):
        vague = one.rule.kind == "compound" and not one.rule.veto
        if vague and voting != [one] and one in voting:
            # "Each can veto it" is told by its kind.
            continue
        yield one if number == 0 else replace(one, id=f"{one.id}-{number}")


def _told(made: Mechanism) -> int:
    """Tell how much a record says of who decides."""
    return len(made.members) + len(made.rule.veto)


def _by_body(scene: _Scene, produced_by: str) -> Iterator[Mechanism]:
    """Read the rule of a body that this sentence, or one before it, speaks of."""
    sentence = scene.sentence
    rule = read_rule(sentence)
    if rule is None:
        return
    askers = asked_of(sentence.text)
    name = askers or body_name([sentence, *reversed(scene.before)])
    if name is None and not needs_no_body(sentence.text):
        return
    members, named = scene.members(), find_vetoes(sentence)
    speaks = sentence.attributions and not askers and status_of(sentence) != "agreed"
    if not members and not named and speaks and rule.quota is None:
        # Somebody speaks of a rule, but neither for whom nor of whom.
        return
    veto = [*members, *named] if rule.everyone else named
    yield _record(
        scene,
        DecisionRule(rule.kind, rule.quota, _names(veto)),
        (name or "vote", members),
        produced_by,
    )


def _by_words(scene: _Scene, produced_by: str) -> Iterator[Mechanism]:
    """Read rules that words built together tell."""
    for told in find_told(scene.sentence):
        members, veto = _deciders(scene, told)
        own = _USUAL.get(told.kind) or body_name([scene.sentence])
        holder = next((m.name for m in told.holders), None)
        name = (holder or own) if told.kind == "compound" else own
        yield _record(
            scene,
            DecisionRule(told.kind, told.quota, _names(veto)),
            (name or "vote", members),
            produced_by,
            at=told.at,
        )


def _deciders(scene: _Scene, told: Told) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """Tell who decides by a rule, and who has a veto."""
    if told.kind == "compound":
        return told.holders, told.holders
    members = told.holders
    if not members and told.kind in VOTING_RULES:
        members = scene.members()
    return members, members if told.kind == "unanimity" else ()


def _by_arrangement(scene: _Scene, produced_by: str) -> Iterator[Mechanism]:
    """Read a guarantee, a check, an arbitration or a trigger."""
    told = find_arrangement(scene.sentence)
    if told is not None:
        kind, name, members = told
        rule = DecisionRule(kind, None, ())
        yield _record(scene, rule, (name, members), produced_by)


def _names(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Name those who have a veto."""
    return tuple(dict.fromkeys(m.actor or m.name for m in mentions))


def _record(
    scene: _Scene,
    rule: DecisionRule,
    body: tuple[str, Sequence[Mention]],
    produced_by: str,
    *,
    at: int | None = None,
) -> Mechanism:
    """Make the record."""
    name, members = body
    sentence = scene.sentence
    document, span = sentence.document, sentence.span
    voting = rule.kind in VOTING_RULES
    around = [sentence, *(scene.before[-1:] if voting else ())]
    return Mechanism(
        id=content_id("mechanism", document.id, span.start, span.end),
        produced_by=produced_by,
        document=document.id,
        name=name,
        members=party_refs(members),
        rule=rule,
        triggers=next(find_triggers(around), None),
        evidence=document.passage(span.start, span.end),
        status=status_of(sentence, at),
    )
