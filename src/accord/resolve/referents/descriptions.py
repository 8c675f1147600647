"""Whom a definite noun means that nobody was introduced by: "the Scot", "the engineer".

A noun for what somebody does or is, with "the" before it, must point back: a reader
takes it for whoever is spoken of and may be one. Candidates are weighed by how well
they fit (age, gender, what is said beside their name, the field they work in) and by
how salient they are (having spoken, being what a sentence is about, nearness).
Offices such as "the governor" point back to nobody: they need more than salience.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.model import Span
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.knowledge.names import Gender
from accord.resolve.people.person import Person
from accord.resolve.referents.clues import Clues
from accord.resolve.scene import Decision, Scene, Trail, is_several

__all__ = ["Description", "find_described"]

#: How many sentences back a candidate may stand who is only salient.
_REACH_SENTENCES = 6
#: At most so many candidates are weighed; further back nobody is salient.
_MOST_CANDIDATES = 12
# Weights, tuned on the sets of evals/speakers that were looked at; run that gate.
_SPOKE, _SUBJECT, _NAMED, _PER_SENTENCE = 2.5, 2.0, 1.0, 0.75
_SAME_AGE, _SAME_NOUN, _SIGN, _SAME_WORD, _MOST_WORDS = 4.0, 3.0, 2.5, 0.75, 1.5
_SAME_FIELD, _OTHER_FIELD, _SAME_GENDER, _ALONE = 2.0, -1.5, 0.5, 1.0
#: After these a new clause begins, with a subject of its own.
_CLAUSE_OPENERS = frozenset(
    """and but or while when although though because if as whereas where until after
    before since""".split()
)
#: The least weight, and the least lead over the next, to name anybody.
_LEAST, _LEAD = 1.75, 0.75


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that describes a person.

    Attributes:
        noun: Its head in normal form; empty if it is only an age.
        words: The other words that tell something, in lower case.
        gender: What the head says of gender; None if nothing.
        years: The age it gives; None if none.
        points_back: Whether only a person spoken of before can be meant.
    """

    noun: str
    words: frozenset[str] = frozenset()
    gender: Gender | None = None
    years: int | None = None
    points_back: bool = True


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody who may be meant, and how salient."""

    key: str
    decision: Decision | None
    person: Person | None
    salience: float


def find_described(
    scene: Scene,
    trail: Trail,
    clues: Clues,
    wanted: Description,
    at: int,
    *,
    within: Sequence[Span] = (),
) -> tuple[Person | Decision, str, float] | None:
    """Find whom a description at an offset means.

    Args:
        scene: The document.
        trail: Who spoke so far.
        clues: What the document says of its persons.
        wanted: The description.
        at: Where it stands.
        within: What is said to be said; whom a speaker names is not the speaker.

    Returns:
        A person or the decision for a hidden one, the rule and a confidence; None if
        nobody fits, or two fit as well.
    """
    told = clues.told_of(wanted.noun, at) if wanted.noun else frozenset()
    signed = clues.did(wanted.noun, at)
    words = {word: clues.told_of(word, at) for word in wanted.words}
    weighed: list[tuple[float, bool, _Candidate]] = []
    near = tuple(_near(scene, trail, at, within))
    aged = frozenset(p for p, age in clues.ages.items() if age == wanted.years)
    far = tuple(_told(scene, clues, told | signed | aged, near, at))
    doers = _doers(scene, at)
    for one in (*near, *far):
        fit = _fit(scene, clues, wanted, one)
        if fit is None or one.key in doers:
            continue
        sure = wanted.years is not None and fit >= _SAME_AGE
        if one.key in told:
            fit, sure = fit + _SAME_NOUN, True
        elif one.key in signed:
            fit, sure = fit + _SIGN, True
        shared = sum(_SAME_WORD for persons in words.values() if one.key in persons)
        weighed.append((one.salience + fit + min(shared, _MOST_WORDS), sure, one))
    if len(weighed) == 1:
        weight, sure, one = weighed[0]
        weighed = [(weight + _ALONE, sure, one)]
    weighed.sort(key=lambda row: (-row[0], row[2].key))
    if not weighed:
        return None
    best, sure, chosen = weighed[0]
    if wanted.noun in nouns().proven and not sure:
        return None
    second = weighed[1][0] if len(weighed) > 1 else best - 2 * _LEAD
    if best < _LEAST or best - second < _LEAD or not (sure or wanted.points_back):
        return None
    rule = "described" if sure else "salient"
    confidence = round(min(0.55 + 0.05 * (best - second) + 0.1 * sure, 0.8), 2)
    target = chosen.person or chosen.decision
    return (target, rule, confidence) if target is not None else None


def _doers(scene: Scene, at: int) -> frozenset[str]:
    """Return whom "the Scot" cannot mean in "Doe had sympathy for the Scot".

    In the middle of a clause a description is another than its subject.
    """
    words = scene.reading.words
    number = scene.reading.between(at, at + 1).start
    if not 0 < number < len(words) or words[number].gap != " ":
        return frozenset()
    if words[number - 1].lower in _CLAUSE_OPENERS or words[number - 1].capital:
        return frozenset()
    sentence = scene.reading.sentence_at(at)
    closed = scene.out_of_reach(sentence, at)
    named = scene.named_in(sentence, at, within=closed)
    return frozenset(place.person for place in named[-1:] if place.subject)


def _fit(
    scene: Scene, clues: Clues, wanted: Description, one: _Candidate
) -> float | None:
    """Weigh what is known of a candidate; None if it rules them out."""
    person = one.person
    if person is None:
        return 0.0
    if _in_other_rank(wanted, person):
        return None
    fit = 0.0
    if wanted.gender and person.gender:
        if wanted.gender != person.gender:
            return None
        fit += _SAME_GENDER
    age = clues.ages.get(person.id)
    if wanted.years is not None and age is not None:
        if age != wanted.years:
            return None
        fit += _SAME_AGE
    return fit + _field(scene, wanted.noun, person)


def _in_other_rank(wanted: Description, person: Person) -> bool:
    """Tell "the shadow minister" from a minister, and the other way round."""
    shadow = "shadow" in wanted.words
    field = wanted.words & nouns().modifiers
    same = [role.title for role in person.roles if role.title[-1:] == (wanted.noun,)]
    others = [frozenset(title[:-1]) for title in same]
    if any(("shadow" in other) != shadow for other in others):
        return True
    # "The first minister" is not the minister for housing.
    return bool(field and others) and not any(
        not other or other & field for other in others
    )


def _field(scene: Scene, noun: str, person: Person) -> float:
    """Weigh whether a person is known to work in the field of a noun."""
    known = nouns().fields
    wanted = known.get(noun)
    titles = [word for role in person.roles for word in role.title]
    if person.actor is not None and scene.day is not None:
        held = (role for role in person.actor.roles if role.holds_on(scene.day))
        titles += [word for role in held for word in role.title.lower().split()]
    own = frozenset(field for word in titles for field in known.get(word, ()))
    if not wanted or not own:
        return 0.0
    return _SAME_FIELD if wanted & own else _OTHER_FIELD


def _near(
    scene: Scene, trail: Trail, at: int, within: Sequence[Span]
) -> Iterator[_Candidate]:
    """Give who was spoken of lately, nearest first, each once."""
    here = scene.reading.sentence_at(at)
    seen: set[str] = set()
    for sentence in range(here, max(here - _REACH_SENTENCES, -1), -1):
        far = _PER_SENTENCE * (here - sentence)
        closed = (*within, *scene.out_of_reach(sentence, at))
        for decision in reversed(trail.said_in(sentence, at, within=closed)):
            one = _of_decision(decision, _SPOKE - far)
            if one is not None and one.key not in seen:
                seen.add(one.key)
                yield one
        for place in reversed(scene.named_in(sentence, at, within=closed)):
            if place.person in seen:
                continue
            seen.add(place.person)
            weight = _SUBJECT if place.subject else _NAMED
            person = scene.persons[place.person]
            yield _Candidate(place.person, None, person, weight - far)
        if len(seen) >= _MOST_CANDIDATES:
            return


def _of_decision(decision: Decision, salience: float) -> _Candidate | None:
    """Make a candidate of who spoke; None for crowds and bodies."""
    if decision.person is not None:
        return _Candidate(decision.person.id, None, decision.person, salience)
    hidden = decision.speaker.status == "anonymous" and not is_several(decision)
    if not hidden:
        return None
    return _Candidate(decision.speaker.name or "", decision, None, salience)


def _told(
    scene: Scene,
    clues: Clues,
    persons: frozenset[str],
    near: Sequence[_Candidate],
    at: int,
) -> Iterator[_Candidate]:
    """Give who is further off, but fits by what the text says of them."""
    seen = {one.key for one in near}
    here = scene.reading.sentence_at(at)
    for key in sorted(persons - seen)[:_MOST_CANDIDATES]:
        place = clues.last_named(key, at)
        if place is None:
            continue
        away = here - scene.reading.sentence_at(place.start)
        far = _PER_SENTENCE * min(away, _REACH_SENTENCES)
        yield _Candidate(key, None, scene.persons[key], _NAMED - far)
