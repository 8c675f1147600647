"""Who is meant by a short name, if nothing speaks against it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from accord.model import JoinRule
from accord.resolve.joins.gathering import Appearance, is_of_text
from accord.resolve.joins.names import (
    is_short_for,
    is_variant_of,
    last_word,
    short_keys,
    surname_of,
)
from accord.resolve.joins.wholes import Whole, company, contradict, shared_office
from accord.resolve.knowledge.names import is_first_name
from accord.resolve.offices import normal_title

__all__ = ["Bodies", "Meant", "Namesakes", "People"]

_SAME_OFFICE, _SAME_COMPANY, _EXPLAINED, _BY_HEAD = 0.9, 0.75, 0.85, 0.7
_LEAST_WORDS = 2

Answer = tuple[Appearance, "Meant"]


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant.

    Attributes:
        whole: The actor.
        rule: By which rule.
        confidence: In [0, 1].
        why: What speaks for it.
    """

    whole: Whole
    rule: JoinRule
    confidence: float
    why: str


class People:
    """Persons with full names, by last name.

    Args:
        people: All of them.
        others: Everybody who is named somewhere: a last name that is somebody's whole
            name means nobody else.
    """

    def __init__(self, people: Sequence[Whole], *, others: Sequence[Whole]) -> None:
        self._taken = {surname_of(w.name) for w in others if " " not in w.name}
        spoken_for = (body for w in others for one in w.seen for body in one.bodies)
        self._bodies = {surname_of(body.name) for body in spoken_for}
        self._people = people
        self._variants = dict(_find_variants(people))
        self._by_surname: defaultdict[tuple[str, ...], list[Whole]] = defaultdict(list)
        for whole in people:
            if whole.actor not in self._variants:
                self._by_surname[surname_of(whole.name)].append(whole)

    def answer(self, shorts: Iterable[Appearance]) -> Iterator[Answer]:
        """Give who is meant by the persons called short, and by other full names."""
        for whole in self._people:
            other = self._variants.get(whole.actor)
            for one in whole.seen if other else ():
                if other and not contradict(one, other) and company(one, other):
                    yield one, _beside(one, other, "variant")
        for one in shorts:
            office = one.kind == "office"
            meant = self._holder(one) if office else self._meant(one)
            if meant:
                yield one, meant

    def _meant(self, one: Appearance) -> Meant | None:
        """Find the only one of a last name."""
        bearers = (
            self._by_surname.get(surname_of(one.ref.name), ()) if one.short else ()
        )
        if len(bearers) != 1 or contradict(one, bearers[0]):
            return None
        if one.bare and not self._may_bear(one, bearers[0]):
            return None
        whole = bearers[0]
        office = shared_office(one, whole)
        if office:
            return Meant(whole, "last-name", _SAME_OFFICE, f"the office of {office}")
        return _beside(one, whole, "last-name") if company(one, whole) else None

    def _may_bear(self, one: Appearance, whole: Whole) -> bool:
        """Tell whether a word without any title may be a last name at all."""
        surname = surname_of(one.ref.name)
        taken = one.ref.actor is None and surname in self._taken
        known = whole.all_of(lambda seen: seen.roles) or is_first_name(
            whole.name.split()[0]
        )
        return bool(known) and not taken and surname not in self._bodies

    def _holder(self, one: Appearance) -> Meant | None:
        """Find the only one in an office who stands in the same document."""
        (office,) = one.roles
        title = normal_title(office)
        holders = [
            whole
            for whole in self._people
            if title in map(normal_title, whole.all_of(lambda seen: seen.roles))
        ]
        if len(holders) != 1 or not one.ref.name.lower().startswith("the "):
            return None
        whole = holders[0]
        if last_word(whole.name) not in one.company:
            return None
        why = f"nobody else in the pile is called {office}, and the name stands beside"
        return Meant(whole, "holder", _BY_HEAD, why)


class Namesakes:
    """Actors by their whole name, to tell who is meant where only words stand.

    Args:
        named: All actors that are named somewhere.
    """

    def __init__(self, named: Sequence[Whole]) -> None:
        self._by_name: defaultdict[tuple[str, ...], list[Whole]] = defaultdict(list)
        for whole in named:
            self._by_name[short_keys(whole.name)].append(whole)

    def answer(self, shorts: Iterable[Appearance]) -> Iterator[Answer]:
        """Give who is meant by words that are somebody's whole name."""
        for one in shorts:
            keys = short_keys(one.ref.name.lower().removeprefix("the government of "))
            bearers = self._by_name.get(keys, ()) if one.kind == "words" else ()
            if len(bearers) == 1:
                (whole,) = bearers
                here = any(seen.document == one.document for seen in whole.seen)
                if here or len(keys) >= _LEAST_WORDS:
                    why = "the pile knows one actor by this name"
                    yield one, Meant(whole, "same-name", _EXPLAINED, why)


class Bodies:
    """Bodies with full names, by their abbreviations and their words.

    Args:
        bodies: All of them.
    """

    def __init__(self, bodies: Sequence[Whole]) -> None:
        self._by_acronym: defaultdict[str, list[Whole]] = defaultdict(list)
        self._by_word: defaultdict[str, list[Whole]] = defaultdict(list)
        for whole in bodies:
            for acronym in whole.all_of(lambda one: one.acronyms):
                self._by_acronym[acronym.upper()].append(whole)
            for word in dict.fromkeys(short_keys(whole.name)):
                self._by_word[word].append(whole)

    def answer(self, shorts: Iterable[Appearance]) -> Iterator[Answer]:
        """Give who is meant by abbreviations, short names and descriptions."""
        for one in shorts:
            body = one.kind in {"body", "words"}
            meant = self._meant(one) if body else None
            if meant and company(one, meant.whole):
                yield one, meant

    def _meant(self, one: Appearance) -> Meant | None:
        """Find the only body that a name may be short for."""
        name = one.ref.name
        explained = self._by_acronym.get(name.upper(), ())
        if len(explained) == 1 and name[:1].isupper():
            why = f"“{name}” is explained so elsewhere"
            return Meant(explained[0], "acronym", _EXPLAINED, why)
        keys = short_keys(name)
        near = self._by_word.get(keys[0], ()) if len(keys) >= _LEAST_WORDS else ()
        others = (whole for whole in near if whole.actor != one.ref.actor)
        fitting = [whole for whole in others if is_short_for(name, whole.name)]
        if len(fitting) != 1:
            return None
        why = "no other name in the pile goes with these words"
        return Meant(fitting[0], "short-name", _BY_HEAD, why)


def _find_variants(people: Sequence[Whole]) -> Iterator[tuple[str, Whole]]:
    """Pair each "V. Ambrus" with the only "Vera Ambrus" there is."""
    by_surname: defaultdict[tuple[str, ...], list[Whole]] = defaultdict(list)
    for whole in people:
        by_surname[surname_of(whole.name)].append(whole)
    for bearers in by_surname.values():
        for one in bearers:
            if is_of_text(one.actor):
                fuller = [w for w in bearers if is_variant_of(one.name, w.name)]
                fullest = [w for w in fuller if not _is_variant(w, fuller)]
                if len(fullest) == 1:
                    yield one.actor, fullest[0]


def _is_variant(one: Whole, others: Iterable[Whole]) -> bool:
    """Tell whether a name has a fuller one among others."""
    return any(is_variant_of(one.name, other.name) for other in others)


def _beside(one: Appearance, whole: Whole, rule: JoinRule) -> Meant:
    """Join two that stand beside the same names."""
    named = [name for name in company(one, whole) if ":" not in name]
    beside = named[0] if named else "the same names"
    return Meant(whole, rule, _SAME_COMPANY, f"both stand beside {beside}")
