"""Which body a common noun means: "the company", "the union", "the watchdog".

Candidates are the bodies that spoke, those whose people spoke, and those only named.
A body that the text calls so, or by a word of the same kind, is preferred; one of which
nothing tells what it is may be a company or group, if it has spoken. Among those that
fit, having spoken, being named often and nearness decide.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from accord.model import ActorRef
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.people.person import text_id
from accord.resolve.scene import Scene, Trail, with_id

__all__ = ["OUTLET_NOUNS", "find_body"]

OUTLET_NOUNS = frozenset(
    """newspaper paper daily weekly magazine outlet broadcaster channel station website
    portal agency tabloid journal network""".split()
)
#: How many sentences back a body may stand that has not spoken; one that has may
#: stand anywhere.
_REACH_SENTENCES = 8
#: At most so many decisions and names are looked back along.
_MOST_LOOKED_AT = 60
# Weights, tuned on the sets of evals/speakers that were looked at; run that gate.
_NAMED_SO, _CALLED, _SAME_KIND, _UNKNOWN_KIND = 4.0, 3.0, 2.0, 0.0
_SPOKE, _HEAD_SPOKE, _NAMED = 2.5, 2.5, 1.0
_PER_SENTENCE, _FARTHEST, _PER_NAMING, _MOST_NAMINGS = 0.25, 2.5, 0.25, 1.5
#: The least weight to name one, and the least lead of one of unknown kind.
_LEAST, _LEAD = 2.0, 0.75
#: Nouns for bodies of which no name tells what they are.
_OPEN_FIELDS = frozenset({"company", "cause"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A body that may be meant.

    Attributes:
        ref: The body.
        salience: How much it is in the reader's mind.
        spoke: Whether it, or who leads it, has spoken.
    """

    ref: ActorRef
    salience: float
    spoke: bool


def find_body(scene: Scene, trail: Trail, noun: str, at: int) -> ActorRef | None:
    """Find which body a common noun at an offset means.

    Args:
        scene: The document.
        trail: Who spoke so far.
        noun: The head of the phrase, in lower case.
        at: Where it stands.

    Returns:
        The body; None if none fits, or nothing prefers one of two.
    """
    best: dict[str, tuple[float, float, ActorRef]] = {}
    for one in _candidates(scene, trail, at):
        fit = _fit(scene, one, noun)
        if fit is None:
            continue
        often = min(_PER_NAMING * _count(scene, one.ref.name), _MOST_NAMINGS)
        key = one.ref.actor or text_id(one.ref.name)
        weight = one.salience + fit + often
        if key not in best or weight > best[key][0]:
            best[key] = (weight, fit, one.ref)
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
    if not ranked or ranked[0][1][0] < _LEAST:
        return None
    weight, fit, ref = ranked[0][1]
    second = ranked[1][1][0] if len(ranked) > 1 else 0.0
    # Two that nothing tells apart are a guess; of two so called, the nearer is meant.
    lead = _LEAD if fit <= _UNKNOWN_KIND else 0.0
    return ref if weight - second >= lead else None


def _fit(scene: Scene, one: _Candidate, noun: str) -> float | None:
    """Weigh whether a body may be called by a noun; None if it may not."""
    ref, knowledge = one.ref, scene.knowledge
    actor = knowledge.actor(ref.actor or "")
    if actor is not None:
        if actor.kind in {"person", "state", "group"}:
            return None
        outlet = actor.kind == "outlet" and noun in OUTLET_NOUNS
        return _CALLED if outlet or knowledge.is_called(actor.id, noun) else None
    if scene.namings.is_called(ref.name, noun):
        return _NAMED_SO if noun in ref.name.lower().split() else _CALLED
    if scene.namings.is_land(ref.name):
        return None
    wanted = nouns().body_fields.get(noun, frozenset())
    own = _kinds(scene.namings.called(ref.name))
    if own:
        return _SAME_KIND if own & wanted else None
    return _UNKNOWN_KIND if one.spoke and wanted & _OPEN_FIELDS else None


def _count(scene: Scene, name: str) -> int:
    """Count how often the text has the first word of a name."""
    return scene.namings.capitals.get(name.split(" ", maxsplit=1)[0], 0)


@lru_cache(maxsize=1024)
def _kinds(called: frozenset[str]) -> frozenset[str]:
    """Return the kinds of body that words tell."""
    fields = nouns().body_fields
    return frozenset(kind for word in called for kind in fields.get(word, ()))


def _candidates(scene: Scene, trail: Trail, at: int) -> Iterator[_Candidate]:
    """Give the bodies before an offset: those that spoke, then those only named."""
    here = scene.reading.sentence_at(at)
    for number, (away, decision) in enumerate(trail.back(at)):
        if number >= _MOST_LOOKED_AT:
            break
        far = min(_PER_SENTENCE * away, _FARTHEST)
        speaker = decision.speaker
        if decision.person is None and speaker.name and speaker.actor:
            ref = ActorRef(speaker.actor, speaker.name)
            yield _Candidate(ref, _SPOKE - far, spoke=True)
        if decision.speaks_for is not None and away <= _REACH_SENTENCES:
            yield _Candidate(decision.speaks_for, _HEAD_SPOKE - far, spoke=True)
    for start, ref in _named(scene, at):
        away = here - scene.reading.sentence_at(start)
        if away <= _REACH_SENTENCES:
            yield _Candidate(ref, _NAMED - _PER_SENTENCE * away, spoke=False)


def _named(scene: Scene, at: int) -> Iterator[tuple[int, ActorRef]]:
    """Give the bodies named before an offset, nearest of each list first."""
    for naming in islice(scene.namings.before(at), _MOST_LOOKED_AT):
        yield naming.start, with_id(scene, ActorRef(None, naming.name))
    for hit in scene.hits_before(at, most=_MOST_LOOKED_AT):
        actor = scene.knowledge.actor(hit.form.actor)
        if actor is not None and hit.form.kind == "name":
            yield hit.start, actor.ref
