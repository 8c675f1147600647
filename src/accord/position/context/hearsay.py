"""Hearsay: what is only said to be said, and what unknown sources tell of others."""

from collections.abc import Sequence
from dataclasses import replace

from accord.model import Attribution, Statement
from accord.position.conditions.words import Words
from accord.position.context.neutral import is_neutral
from accord.position.phrases import stem_set, tokenise

__all__ = ["find_hearsay", "find_pieces", "give_bodies", "is_told"]

# Words within words within words: nobody goes deeper.
_DEEPEST = 4


_CALLS = frozenset(("call-for", "demand", "ask"))
_THEM = frozenset(("him", "her", "them"))


def find_hearsay(read: Sequence[tuple[Attribution, Words]]) -> set[str]:
    """Find what only somebody else says that somebody says, by id.

    "According to Iceland, Norway wants it" is no word of Norway's. What a body's own
    spokesman says of it, what an unknown source says, and what an act takes up
    ("praised the proposal") is no hearsay. Neither is any word told twice. Deeds that
    take no side are found too.
    """
    found: set[str] = set()
    acts = {attribution.id: words.act.act.id for attribution, words in read}
    around: list[Attribution] = []
    for one in sorted(
        (attribution for attribution, _ in read),
        key=lambda a: (a.content.start, -a.content.end),
    ):
        while around and around[-1].content.end <= one.content.start:
            around.pop()
        for other in around[-_DEEPEST:]:
            told = other.speaker.name == one.speaker.name
            if acts[one.id] == "report" and _covers(other, one):
                # "He said it was wrong, reports the Gazette."
                found.add(one.id)
            if _holds(other, one) and (told or _is_hearsay(other, one)):
                found.add(one.id)
        around.append(one)
    found |= {one.id for one, words in read if _is_addressee(one, words)}
    return found | {one.id for one, _ in read if is_neutral(one)}


def _is_addressee(one: Attribution, words: Words) -> bool:
    """Tell "a petition calling on Arle to resign", "wrote to Arle, asking her to resign".

    Arle is taken for the source there, being nearest, and is the one who is asked.
    """
    if words.act.act.id not in _CALLS or one.source is None or one.cue is None:
        return False
    said = one.content.text.split(maxsplit=1)[0] if one.content.text else ""
    if one.cue.end <= one.source.start and one.source.end <= one.content.start:
        return said == "to" and not one.cue.text.endswith(" by")
    near = one.source.end <= one.cue.start <= one.source.end + len(", ")
    return near and one.cue.text.endswith("ing") and said in _THEM


def find_pieces(attributions: Sequence[Attribution]) -> set[str]:
    """Find attributions to a piece of a name: "Animal" of "Animal rights campaigners"."""
    longest: dict[int, int] = {}
    for one in attributions:
        if one.source is not None:
            start = one.source.start
            longest[start] = max(longest.get(start, 0), one.source.end)
    return {
        one.id
        for one in attributions
        if one.source is not None
        and one.speaker.actor is None
        and one.source.end < longest[one.source.start]
    }


def _covers(outer: Attribution, inner: Attribution) -> bool:
    """Tell whether one side's words are all within another's."""
    return (
        outer.content.start <= inner.content.start
        and inner.content.end <= outer.content.end
        and outer.id != inner.id
    )


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Tell whether one attribution lies within the content of another."""
    return (
        outer.content.start <= inner.hull.start and inner.hull.end <= outer.content.end
    )


# What goes on in somebody's head, and what others can only suppose.
_WISHES = stem_set("want wish hope seek plan intend need think believe prefer fear aim")


def _is_wish(attribution: Attribution) -> bool:
    """Tell a cue of wanting or thinking from one of saying or doing."""
    words = tokenise(attribution.cue.text).stems if attribution.cue else ()
    return any(word in _WISHES for word in words)


def _is_hearsay(outer: Attribution, inner: Attribution) -> bool:
    """Tell what one known side says that another one wants."""
    if not _is_wish(inner):
        return False
    sides = [
        {a.speaker.actor, a.speaks_for.actor if a.speaks_for else a.speaker.actor}
        for a in (outer, inner)
    ]
    return None not in sides[0] and not sides[0] & sides[1]


def is_told(statement: Statement, told: Sequence[Statement]) -> bool:
    """Tell whether what an unknown source says is read as what it tells of others."""
    return any(
        one.issue == statement.issue
        and one.evidence.span.overlaps(statement.evidence.span)
        for one in told
    )


def give_bodies(
    told: Sequence[Statement], attributions: Sequence[Attribution]
) -> list[Statement]:
    """Let deeds be of the body for which the same document lets somebody speak."""
    bodies = {
        a.speaker.actor: a.speaks_for
        for a in attributions
        if a.speaker.actor is not None and a.speaks_for is not None
    }
    return [
        replace(one, speaks_for=bodies.get(one.actor))
        if one.actor is not None and one.speaks_for is None
        else one
        for one in told
    ]
