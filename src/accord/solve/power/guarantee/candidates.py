"""Who might be members of a body whose members its text does not list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.model import ActorRef, Document, Dossier, Mechanism, Mention, Passage
from accord.solve.power.guarantee.answer import Guarantee, solve_guarantee
from accord.text import sentences

__all__ = ["Candidate", "find_candidates", "word_candidates"]

#: Words by which a text speaks of taking part in something.
_TAKING_PART = re.compile(
    r"\b(?:guarantors?|participat\w+|signator\w+|member states|co-?sign\w+)\b",
    re.IGNORECASE,
)
#: What may stand between two members of a list.
_JOINED = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:the\s+)?", re.IGNORECASE)
_LISTED_AT_LEAST = 2
_PERSON = "per:"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who is spoken of as taking part.

    Attributes:
        actor: Who it is.
        evidence: The sentence that says so.
    """

    actor: ActorRef
    evidence: Passage


def find_candidates(mechanism: Mechanism, dossier: Dossier) -> tuple[Candidate, ...]:
    """Find who might be members, in the document that describes a mechanism.

    A sentence that speaks of guarantors, signatories or of taking part and lists
    several states or bodies names candidates. That they are the members is inferred.

    Args:
        mechanism: The mechanism; one whose members are listed has no candidates.
        dossier: Its document with the mentions in it.

    Returns:
        Each candidate once, in the order of the text, those aside who are already
        known to hold a veto.

    Cost:
        Linear in the text and, for each sentence of that kind, in the mentions.
    """
    if len(mechanism.members) > 1:
        return ()
    known = {*mechanism.rule.veto, *(m.actor or m.name for m in mechanism.members)}
    found: dict[str, Candidate] = {}
    text = dossier.document.text
    for sentence in _sentences(dossier.document):
        inside = [
            m
            for m in dossier.mentions
            if sentence.start <= m.start and m.end <= sentence.end
        ]
        for listed in _lists(inside, text):
            for mention in listed:
                if mention.actor not in known:
                    actor = ActorRef(mention.actor, mention.name)
                    found.setdefault(mention.actor or "", Candidate(actor, sentence))
    return tuple(found.values())


def _lists(mentions: Sequence[Mention], text: str) -> Iterator[list[Mention]]:
    """Find mentions that stand in a list: nothing but joining words between them."""
    run: list[Mention] = []
    for mention in sorted(mentions):
        joined = bool(run) and _JOINED.fullmatch(text[run[-1].end : mention.start])
        if not joined:
            if len(run) >= _LISTED_AT_LEAST:
                yield run
            run = []
        if _may_join(mention):
            run.append(mention)
    if len(run) >= _LISTED_AT_LEAST:
        yield run


def _sentences(document: Document) -> list[Passage]:
    """List the sentences that speak of taking part, page furniture aside."""
    text = document.text
    hits = [m.start() for m in _TAKING_PART.finditer(text)]
    if not hits:
        return []
    return [
        Passage(s.start, s.end, text[s.start : s.end])
        for s in sentences(text)
        if any(s.start <= hit < s.end for hit in hits)
        and not any(f.start < s.end and s.start < f.end for f in document.furniture)
    ]


def _may_join(mention: Mention) -> bool:
    """Tell whether a mention is of a state or body, not of a person."""
    return mention.actor is not None and not mention.actor.startswith(_PERSON)


def word_candidates(
    mechanism: Mechanism, candidates: tuple[Candidate, ...], holders: tuple[str, ...]
) -> tuple[str, Guarantee | None]:
    """Say what the rule would mean if the candidates were the members.

    Args:
        mechanism: The mechanism.
        candidates: Who might be members.
        holders: Names of those who are said to hold a veto.

    Returns:
        A sentence, empty without candidates, and the answer with these members; None
        if the rule cannot be solved even then.
    """
    if not candidates:
        return "", None
    known = tuple(
        ActorRef(holder, name)
        for holder, name in zip(mechanism.rule.veto, holders, strict=False)
    )
    members = (*known, *(c.actor for c in candidates))
    supposed = replace(mechanism, members=members)
    answer = solve_guarantee(supposed)
    names = _and([c.actor.name for c in candidates])
    who = f"they and {_and(list(holders))}" if holders else "they"
    opening = (
        f"The same text speaks of {names} as taking part; if {who} were the members"
    )
    if answer.game is None:
        return (
            f"{opening}, the text would still not say whether they too hold a veto.",
            None,
        )
    if len(answer.veto) == len(members):
        means = (
            f"each of the {len(members)} would hold a veto, and nothing could be "
            "triggered against any of them without its own agreement"
        )
    elif answer.veto:
        means = f"{_and(list(answer.veto))} alone would hold a veto"
    else:
        means = "none of them would hold a veto"
    return f"{opening}, {means}.", answer


def _and(names: list[str]) -> str:
    """List names."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
