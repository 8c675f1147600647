"""Which body a common noun means: "the company", "the union", "the watchdog".

Candidates are the bodies that spoke, those whose people spoke, and those only named.
A body that the text calls so, or by a word of the same kind, is preferred; one of which
nothing tells what it is may be a company or group, if it has spoken. Among those that
fit, having spoken, being what the text opens with, being named often and nearness
decide. Words before the noun ("the highways authority", "the Lisbon club") must fit
what the text tells of a body, or leave only one that may be meant.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from accord.model import ActorRef
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.namings import nouns_of
from accord.resolve.people.person import text_id
from accord.resolve.referents.clues import share_root
from accord.resolve.scene import Scene, Trail, with_id

__all__ = ["OUTLET_NOUNS", "find_body", "is_told", "remits", "told_before"]

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
_TOLD, _OPENS, _OF_MARKETS = 2.0, 1.5, -1.5
#: Sentences in which a text says what it is about.
_OPENING_SENTENCES = 2
#: The least weight to name one, and the least lead of one of unknown kind.
_LEAST, _LEAD, _FAR_LEAD = 2.0, 0.75, 2.5
_DETERMINERS = frozenset("the this that its their his her our a an same".split())
_OF_GROUPS = frozenset("lobby campaign pressure advocacy interest".split())
#: Nouns for bodies of which no name tells what they are.
_OPEN_FIELDS = frozenset({"company", "cause", "paper"})
#: By these only that is called which has the word in its name, or beside it.
_BY_NAME = frozenset(
    """league trust foundation institute centre center tank thinktank network society
    movement lobby alliance coalition bank court school hospital university""".split()
)
#: What any body may be called that is no firm, club or newspaper.
_ANY_BODY = frozenset("body organisation organization".split())
_NO_BODIES = frozenset("company club paper".split())
_PLAIN = frozenset("company firm business".split())
#: What tells nothing of which company is meant, and the branch of those who only
#: judge others.
_ANY_COMPANY = frozenset(
    "company firm group business corporation giant employer".split()
)
_MARKETS = "finance"
_CLUBS = frozenset("club side team outfit squad".split())


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


def find_body(
    scene: Scene,
    trail: Trail,
    noun: str,
    at: int,
    *,
    told: frozenset[str] = frozenset(),
) -> ActorRef | None:
    """Find which body a common noun at an offset means.

    Args:
        scene: The document.
        trail: Who spoke so far.
        noun: The head of the phrase, in lower case.
        at: Where it stands.
        told: The words before the head that tell it apart, in lower case.

    Returns:
        The body; None if none fits, or nothing prefers one of two.
    """
    best: dict[str, _Weighed] = {}
    for one in _candidates(scene, trail, noun, at):
        fit = _fit(scene, one, noun)
        if fit is None:
            continue
        key = one.ref.actor or text_id(one.ref.name)
        known = is_told(scene, one.ref, told)
        if not known and told & remits() and _has_other_remit(one.ref, fit):
            continue
        weight = one.salience + fit + _focus(scene, one.ref, noun) + _TOLD * known
        row = _Weighed(weight, fit, known, one.ref)
        if key not in best or weight > best[key].weight:
            best[key] = row
    if told and noun in _CLUBS and not any(row.told for row in best.values()):
        # There are always two: "the Lisbon side" may be one that only "they" named.
        return None
    return _choose(
        best,
        told=bool(told),
        specific=noun not in _ANY_COMPANY,
        plain=noun in _PLAIN,
        rivals=noun in _CLUBS,
    )


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A candidate with its weight.

    Attributes:
        weight: How much speaks for it.
        fit: How well the noun fits it.
        told: Whether the words before the noun fit it.
        ref: The body.
    """

    weight: float
    fit: float
    told: bool
    ref: ActorRef


def _choose(
    best: dict[str, _Weighed],
    *,
    told: bool,
    specific: bool,
    plain: bool,
    rivals: bool,
) -> ActorRef | None:
    """Take the heaviest; None where that would be a guess."""
    rows = sorted(best.items(), key=lambda item: (-item[1].weight, item[0]))
    ranked = [row for _, row in rows]
    if not plain:
        # What the text calls a broker is "the broker", whatever else is in focus.
        ranked.sort(key=lambda row: row.fit < _CALLED)
    if not ranked or ranked[0].weight < _LEAST:
        return None
    first = ranked[0]
    second = ranked[1].weight if len(ranked) > 1 else 0.0
    if told and not first.told and len(ranked) > 1:
        # "The Lisbon side", and nothing tells which of two is from there.
        return None
    if first.fit <= _UNKNOWN_KIND and specific and len(ranked) > 1:
        return first.ref if first.weight - second >= _FAR_LEAD else None
    # Two that nothing tells apart are a guess; of two so called, the nearer is meant.
    lead = _LEAD if first.fit <= _UNKNOWN_KIND or rivals else 0.0
    return first.ref if first.weight - second >= lead else None


def told_before(scene: Scene, numbers: Sequence[int], head: int) -> frozenset[str]:
    """Give the words before a body's noun that tell it apart, in lower case.

    Args:
        scene: The document.
        numbers: The words of the phrase.
        head: The noun.
    """
    words, vague = scene.reading.words, nouns().vague | _DETERMINERS | _OF_GROUPS
    first = next((n + 1 for n in numbers if n < head and _parts(words[n].lower)), 0)
    return frozenset(
        words[n].lower
        for n in numbers
        if first <= n < head and words[n].lower not in vague and not words[n].possessive
    )


def _parts(lower: str) -> bool:
    """Tell whether a word parts a noun from what stands before: "sources at the"."""
    return lower in {"at", "of", "for", "in", "with", "from", "to"}


@cache
def remits() -> frozenset[str]:
    """List the words for what an institution is there for: "highways", "health"."""
    known = nouns()
    return known.remits | known.modifiers - known.ranks


def _has_other_remit(ref: ActorRef, fit: float) -> bool:
    """Tell whether a body is not that for highways, say, but one for health."""
    return fit < _CALLED or bool(remits() & set(ref.name.lower().split()))


def is_told(scene: Scene, ref: ActorRef, told: frozenset[str]) -> bool:
    """Tell whether a word before a noun is one that the text has for a body.

    Args:
        scene: The document.
        ref: The body.
        told: The words before the noun, in lower case.
    """
    if not told:
        return False
    own = scene.namings.called(ref.name)
    return any(
        word == other or share_root(word, other) for word in told for other in own
    )


def _focus(scene: Scene, ref: ActorRef, noun: str) -> float:
    """Weigh how much a text is about a body."""
    weight = min(_PER_NAMING * _count(scene, ref.name), _MOST_NAMINGS)
    first = scene.namings.first_named(ref.name)
    if first is not None and scene.reading.sentence_at(first) < _OPENING_SENTENCES:
        weight += _OPENS
    branches = nouns().branches
    own = {
        row for word in scene.namings.called(ref.name) for row in branches.get(word, ())
    }
    if own == {_MARKETS} and _MARKETS not in branches.get(noun, ()):
        weight += _OF_MARKETS
    return weight


def _fit(scene: Scene, one: _Candidate, noun: str) -> float | None:
    """Weigh whether a body may be called by a noun; None if it may not."""
    ref, knowledge = one.ref, scene.knowledge
    actor = knowledge.actor(ref.actor or "")
    if actor is not None:
        if actor.kind in {"person", "state", "group"}:
            return None
        so = actor.kind == "outlet" and noun in OUTLET_NOUNS
        so |= actor.kind == "organisation" and noun in nouns_of(actor.name)
        return _CALLED if so or knowledge.is_called(actor.id, noun) else None
    called = scene.namings.called(ref.name)
    if noun in called:
        return _NAMED_SO if noun in ref.name.lower().split() else _CALLED
    apart = noun in _BY_NAME or _in_other_branch(called, noun)
    if apart or scene.namings.is_land(ref.name):
        return None
    return _fit_by_kind(one, called, noun)


def _fit_by_kind(one: _Candidate, called: frozenset[str], noun: str) -> float | None:
    """Weigh whether a body is of the kind that a noun means; None if of another."""
    wanted = nouns().body_fields.get(noun, frozenset())
    own = _kinds(called)
    if noun in _ANY_BODY:
        return None if own & _NO_BODIES else _SAME_KIND
    generic = noun not in _ANY_COMPANY and "company" in own & wanted
    if generic and not called & nouns().kinds.keys() - _ANY_COMPANY:
        # A "firm" need not be the "operator".
        own = frozenset()
    if own:
        return _SAME_KIND if own & wanted else None
    return _UNKNOWN_KIND if one.spoke and wanted & _OPEN_FIELDS else None


def _in_other_branch(called: frozenset[str], noun: str) -> bool:
    """Tell whether a body is of another trade: a bank is no "supermarket"."""
    branches = nouns().branches
    own = {row for word in called for row in branches.get(word, ())}
    wanted = branches.get(noun, frozenset())
    return bool(own and wanted) and not own & wanted


def _count(scene: Scene, name: str) -> int:
    """Count how often the text has the first word of a name."""
    return scene.namings.capitals.get(name.split(" ", maxsplit=1)[0], 0)


@lru_cache(maxsize=1024)
def _kinds(called: frozenset[str]) -> frozenset[str]:
    """Return the kinds of body that words tell."""
    fields = nouns().body_fields
    return frozenset(kind for word in called for kind in fields.get(word, ()))


def _candidates(scene: Scene, trail: Trail, noun: str, at: int) -> Iterator[_Candidate]:
    """Give the bodies before an offset: those that spoke, then those only named.

    One whose name has the noun, as "University" for "the university", may be named at
    any distance.
    """
    here = scene.reading.sentence_at(at)
    for number, (away, decision) in enumerate(trail.back(at)):
        if number >= _MOST_LOOKED_AT:
            break
        far = min(_PER_SENTENCE * away, _FARTHEST)
        speaker = decision.speaker
        if decision.person is None and speaker.name and speaker.actor:
            ref = ActorRef(speaker.actor, speaker.name)
            yield _Candidate(ref, _SPOKE - far, spoke=True)
        if decision.speaks_for is not None:
            yield _Candidate(decision.speaks_for, _HEAD_SPOKE - far, spoke=True)
    for start, ref in _named(scene, at):
        away = here - scene.reading.sentence_at(start)
        if away <= _REACH_SENTENCES or noun in ref.name.lower().split():
            far = min(_PER_SENTENCE * away, _FARTHEST)
            yield _Candidate(ref, _NAMED - far, spoke=False)


def _named(scene: Scene, at: int) -> Iterator[tuple[int, ActorRef]]:
    """Give the bodies named before an offset, nearest of each list first."""
    for naming in islice(scene.namings.before(at), _MOST_LOOKED_AT):
        yield naming.start, with_id(scene, ActorRef(None, naming.name))
    for hit in scene.hits_before(at, most=_MOST_LOOKED_AT):
        actor = scene.knowledge.actor(hit.form.actor)
        if actor is not None and hit.form.kind == "name":
            yield hit.start, actor.ref
