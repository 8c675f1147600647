"""How far a candidate is to be trusted: a score card of small whole numbers.

A candidate is described by a few generic traits - its cue's lemma, the frame, what
the source looks like - and each trait has a grade in tenths of a log-odds unit. The
grades say how often a cue of that sort proved to report something; they were counted
on annotated news articles, hold no words but those of this room's own lexicon, and
stand in ``data/grades.txt``.
"""

import math
from functools import cache

from accord.attribute.cues import Candidate
from accord.attribute.lexicon import Flag, lexicon, read_sections
from accord.attribute.passages import Passage

__all__ = ["ANNOUNCING", "confidence", "traits"]

F = Flag

# A cue before a colon that ends its paragraph holds only if a quotation follows.
ANNOUNCING = 0.8
# A name in capitals before a colon, or below a quotation, leaves little doubt.
TURN = 0.8

# A name behind a dash or after ‘, says’ in a line without a full stop.
HEADLINE = 0.5

# Nouns of position that somebody owns (‘the ministry's demand for’) matter more to a
# dispute than their share in general news lets the grades see.
FIRM_NOUN = 0.35
_TELLING_PRONOUNS = frozenset("i you we it they".split())
_POINTERS = frozenset("this that these those there one".split())
# As for the nouns: verbs that state a position whatever their object.
FIRM_VERB = 0.3
_FIRM_VERBS = frozenset(
    """
    demand reject oppose propose welcome condemn insist accept endorse threaten pledge
    promise refuse deny accuse blame denounce
    """.split()
)
_FIRM_NOUNS = frozenset(
    """
    insistence demand call claim refusal proposal pledge promise threat rejection
    opposition assertion accusation allegation warning commitment offer statement
    """.split()
)


def traits(candidate: Candidate, passage: Passage) -> tuple[str, ...]:
    """Name the traits of a candidate that grades are given for.

    Args:
        candidate: The candidate.
        passage: Where it stands.
    """
    c = candidate
    shape = f"{c.kind}/{c.form}/{c.frame}"
    look = _source_look(c, passage)
    quoted = _quoted(c, passage)
    found = [
        "any",
        f"shape:{shape}",
        f"lemma:{c.kind}/{c.lemma}",
        f"lemma-frame:{c.kind}/{c.lemma}/{c.frame}",
        f"lemma-form:{c.kind}/{c.lemma}/{c.form}",
        f"source:{look}",
        f"source-frame:{look}/{c.kind}/{c.frame}",
        f"content:{quoted}/{c.frame}",
        f"length:{_length(c)}/{c.frame}",
    ]
    tokens = passage.tokens
    cue = tokens[c.cue[0][1] - 1]
    if cue.quote >= 0:
        found.append("cue-in-quotation")
        found.append(f"cue-in-quotation/{c.frame}")
    if c.kind == "verb":
        group = tokens[c.cue[0][0] : c.cue[0][1]]
        for flag, name in (
            (F.MODAL, "modal"),
            (F.NEGATION, "negated"),
            (F.HAVE, "perfect"),
            (F.BE, "progressive"),
        ):
            if any(t.flags & flag for t in group):
                found.append(f"group:{name}")
        for form in lexicon().verbs.get(cue.low, ()):
            if form.lemma == c.lemma:
                found.extend(
                    f"class:{kind}/{c.form}/{c.frame}" for kind in sorted(form.classes)
                )
    return tuple(found)


def _source_look(c: Candidate, passage: Passage) -> str:
    """Say what the source looks like."""
    if not c.source:
        return "none"
    tokens = passage.tokens
    first, last = tokens[c.source[-1][0]], tokens[c.source[-1][1] - 1]
    if last.low in {"who", "which"}:
        return last.low
    if first.flags & F.SUBJECT:
        return first.low if first.low in _TELLING_PRONOUNS else "pronoun"
    if first.low in _POINTERS:
        return "pointer"
    if last.flags & F.CAPITAL:
        return "name"
    return "plural" if last.low.endswith("s") else "noun"


def _quoted(c: Candidate, passage: Passage) -> str:
    """Say how much of the content is quoted."""
    inside = outside = 0
    for lo, hi in c.content:
        for token in passage.tokens[lo:hi]:
            if token.quote >= 0:
                inside += 1
            else:
                outside += 1
    if not inside:
        return "plain"
    return "direct" if outside <= inside * 0.1 else "mixed"


def _length(c: Candidate) -> str:
    """Say how long the content is."""
    count = sum(hi - lo for lo, hi in c.content)
    for limit in (1, 2, 4, 8, 16, 32):
        if count <= limit:
            return str(limit)
    return "more"


@cache
def _grades() -> dict[str, int]:
    """Read the score card once."""
    items = read_sections("grades.txt").get("grade", [])
    return {items[i]: int(items[i + 1]) for i in range(0, len(items), 2)}


def confidence(candidate: Candidate, passage: Passage) -> float:
    """Grade a candidate.

    Returns:
        In [0, 1], higher is surer; close to the share of such candidates that were
        right in American political news of 2015-16, not calibrated elsewhere.
    """
    if candidate.frame == "announce":
        return ANNOUNCING
    if candidate.kind == "headline" and candidate.lemma in {"turn", "signed"}:
        return TURN
    if candidate.kind == "headline" and candidate.form in {"dash", "says"}:
        return HEADLINE
    if (
        candidate.form == "owned"
        and candidate.lemma in _FIRM_NOUNS
        and candidate.frame in {"that", "to", "for", "on"}
    ):
        return FIRM_NOUN
    grades = _grades()
    tenths = sum(grades.get(trait, 0) for trait in traits(candidate, passage))
    sure = 1 / (1 + math.exp(-tenths / 10))
    is_firm = (
        candidate.lemma in _FIRM_VERBS
        and candidate.form == "finite"
        and candidate.frame in {"object", "to", "clause"}
        and bool(candidate.source)
    )
    return max(sure, FIRM_VERB) if is_firm and sure >= FIRM_VERB / 3 else sure
