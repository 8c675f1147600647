"""Carriers: the outlets that a document names as those it has words from.

"RT reported that Lavrov said": the words came to this document by way of RT, whether
or not RT's own text is at hand. An outlet is known by its actor id, by its name if a
document of the pile is its own, or by a word such as "Gazette" or "Radio" in the name.
"The newspaper" is the outlet that was named last.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from sys import intern

from accord.link.passing.credits import outlet_key
from accord.model import OUTLET, Attribution, Span

__all__ = ["Carrier", "confirm", "find_carriers", "outlet_id"]

# Ends of German papers' names: "Hallviker Tageblatt", "Ostzeitung".
_GERMAN_ENDS = ("zeitung", "tageblatt", "anzeiger", "nachrichten", "rundschau")
# Longer names are sentences that a tagger took for one.
_MOST_WORDS = 5
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
_CITING = frozenset({"citing", "cites", "cited", "quoting", "quotes", "quoted"})
_SMALL = frozenset({"of", "the", "and", "for", "de", "le", "la", "der", "die", "das"})


@dataclass(frozen=True, slots=True)
class Carrier:
    """An outlet, or what may be one, that an attribution's words came by.

    Attributes:
        attribution: Id of the attribution.
        start: Where it is named; one place names it once for all attributions.
        name: The outlet's name as the text has it.
        key: Comparable name.
        actor: Actor id if it is a known outlet.
        is_certain: Whether the name alone says that it is an outlet; if not, it is
            one only if a document of the pile is from an outlet of this name.
    """

    attribution: str
    start: int
    name: str
    key: str
    actor: str | None
    is_certain: bool

    @property
    def id(self) -> str:
        """Id of the outlet, made of its name if it is not a known actor."""
        return self.actor or outlet_id(self.name)


def outlet_id(name: str) -> str:
    """Make the id of an outlet that is not a known actor.

    Example:
        >>> outlet_id("The Harbour Post")
        'outlet:harbourpost'
    """
    return OUTLET + outlet_key(name)


def find_carriers(attributions: Sequence[Attribution]) -> tuple[Carrier, ...]:
    """List the carriers that a document's attributions name.

    Args:
        attributions: Of one document.

    Returns:
        For each attribution those who passed it on, nearest to the document first,
        then the speaker if that is an outlet itself.

    Cost:
        Linear in the attributions.
    """
    sources = {a.source.hull for a in attributions if a.source}
    cited = _cited(attributions)
    named: list[tuple[int, Carrier]] = []
    found: list[Carrier | tuple[Attribution, int]] = []
    for attribution in attributions:
        if attribution.id in cited.naming:
            continue
        for start, name, actor in (
            *_ways(attribution, sources),
            *cited.by_source.get(_source_place(attribution), ()),
        ):
            carrier = _carrier(attribution, start, name=name, actor=actor)
            if carrier:
                named.append((start, carrier))
                found.append(carrier)
            elif is_description(name):
                found.append((attribution, start))
    certain = sorted(
        ((start, c) for start, c in named if c.is_certain), key=lambda pair: pair[0]
    )
    return tuple(_settle(found, certain))


@dataclass(frozen=True, slots=True)
class _Cited:
    """Outlets that others cite: "the Ledger, citing the Wire, said".

    Attributes:
        naming: Ids of attributions that say no more than whom somebody cites.
        by_source: Place and name of the cited, by where the citing is named.
    """

    naming: frozenset[str]
    by_source: Mapping[int | None, Sequence[tuple[int, str, None]]]


def _cited(attributions: Sequence[Attribution]) -> _Cited:
    """Find those cited, which a tagger may take for something that is said."""
    naming: list[str] = []
    by_source: dict[int | None, list[tuple[int, str, None]]] = {}
    for one in attributions:
        place = _source_place(one)
        if place is None or not one.cue or one.cue.text.lower() not in _CITING:
            continue
        if _is_name(one.content.text):
            naming.append(one.id)
            cited = (one.content.start, one.content.text, None)
            by_source.setdefault(place, []).append(cited)
    return _Cited(frozenset(naming), by_source)


def _source_place(attribution: Attribution) -> int | None:
    """Say where an attribution names its speaker."""
    return attribution.source.start if attribution.source else None


def confirm(
    carriers: Iterable[Carrier], *, own: str | None, outlets: Collection[str]
) -> Iterator[Carrier]:
    """Keep those that are outlets, and others than the document's own.

    Args:
        carriers: Of one document.
        own: Comparable name of its outlet; None if it is not known.
        outlets: Comparable names of the outlets that the pile is from.

    Returns:
        Each outlet once for each attribution.
    """
    told: set[tuple[str, str]] = set()
    for carrier in carriers:
        pair = (carrier.attribution, carrier.key)
        is_outlet = carrier.is_certain or carrier.key in outlets
        if is_outlet and carrier.key != own and pair not in told:
            told.add(pair)
            yield carrier


def _settle(
    found: Iterable[Carrier | tuple[Attribution, int]],
    certain: Sequence[tuple[int, Carrier]],
) -> Iterator[Carrier]:
    """Give "the newspaper" the outlet named last before it."""
    for one in found:
        if isinstance(one, Carrier):
            yield one
            continue
        attribution, start = one
        before = [carrier for place, carrier in certain if place < start]
        if before:
            yield replace(before[-1], attribution=attribution.id, start=start)


def _ways(
    attribution: Attribution, sources: set[Span]
) -> Iterator[tuple[int, str, str | None]]:
    """Give place, name and actor of all who may have carried the words here."""
    for via in attribution.via:
        # Who encloses the words as their speaker is asked on his own account.
        if via.actor or Span(via.start, via.end) not in sources:
            yield via.start, via.name, via.actor
    if attribution.source:
        speaker = attribution.speaker
        name = attribution.source.text if speaker.actor is None else speaker.name
        yield attribution.source.start, name or attribution.source.text, speaker.actor


def _carrier(
    attribution: Attribution, start: int, *, name: str, actor: str | None
) -> Carrier | None:
    """Make a carrier if a name may be an outlet's."""
    is_outlet = actor is not None and actor.startswith(OUTLET)
    if not is_outlet and (not _is_name(name) or _is_known_other(actor)):
        return None
    key = outlet_key(actor if is_outlet and actor else name)
    certain = is_outlet or _names_outlet(name) or _is_way(attribution, start)
    return Carrier(
        attribution.id,
        start,
        intern(name),
        intern(key),
        actor if is_outlet else None,
        certain,
    )


def _is_known_other(actor: str | None) -> bool:
    """Tell whether an actor is known, and is a person or a body."""
    return actor is not None and not actor.startswith("text:")


def _is_way(attribution: Attribution, start: int) -> bool:
    """Tell whether a name stands where only carriers do ("as reported by X")."""
    return any(via.start == start and via.actor is None for via in attribution.via)


def _is_name(name: str) -> bool:
    """Tell whether words are a proper name, and a short one."""
    words = name.split()
    bare = words[1:] if words[:1] and words[0].lower() in _ARTICLES else words
    return 0 < len(bare) <= _MOST_WORDS and all(
        word[0].isupper() or word[0].isdigit() or word in _SMALL for word in bare
    )


def _names_outlet(name: str) -> bool:
    """Tell whether a word of a name is one that outlets have."""
    words = [word.strip(".,").lower() for word in name.split()]
    last = words[-2:]
    if not _listed("").isdisjoint(last) or words[-1].endswith(_GERMAN_ENDS):
        return True
    return words[0] in _ARTICLES and not _listed("the ").isdisjoint(last)


def is_description(name: str) -> bool:
    """Tell whether words stand for an outlet named before, as "the newspaper".

    Example:
        >>> is_description("The newspaper"), is_description("the news agency")
        (True, True)
        >>> is_description("the agency"), is_description("The Paper Union")
        (False, False)
    """
    article, _, rest = name.partition(" ")
    return article.lower() in _ARTICLES and rest in _listed("+ ")


@cache
def _listed(mark: str) -> frozenset[str]:
    """Load the words behind one mark."""
    place = resources.files("accord.link") / "data" / "outlet_words.txt"
    lines = place.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if line[:1] not in {"#", ""}]
    if mark:
        return frozenset(w.removeprefix(mark) for w in words if w.startswith(mark))
    return frozenset(word for word in words if " " not in word)
