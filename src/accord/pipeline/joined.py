"""Records as the whole pile lets them be understood: joins laid over them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import singledispatchmethod
from typing import Any, TypeVar

from accord.model import (
    ActorRef,
    Agreement,
    Attribution,
    Contact,
    Contest,
    Dossier,
    Figure,
    Finding,
    Join,
    Mechanism,
    Mention,
    Speaker,
    Statement,
    Via,
)
from accord.ports import ItemState, View
from accord.text import fold

__all__ = ["JoinedView"]

R = TypeVar("R")

_OVERLAID = (
    Agreement,
    Attribution,
    Contact,
    Figure,
    Finding,
    Mechanism,
    Mention,
    Statement,
)
_UNRESOLVED_SPEAKER = "unresolved-speaker"


class JoinedView:
    """Reads what is kept, with the joins of the pile laid over it.

    What is kept stays as each document alone gave it, so that a document that comes
    later can take a join back.

    Args:
        view: What is kept.
        joins: The joins; those that are kept if None.
    """

    def __init__(self, view: View, joins: Iterable[Join] | None = None) -> None:
        self._view = view
        self._joins = joins
        self._by_document: dict[str, _Names] | None = None

    def states(self) -> Mapping[str, ItemState]:
        """Map each item's path to how far it has come."""
        return self._view.states()

    def dossiers(self, paths: Sequence[str] | None = None) -> Iterator[Dossier]:
        """Give the dossiers of these items, or of all, by path."""
        known = self._names()
        for dossier in self._view.dossiers(paths):
            names = known.get(dossier.document.id)
            yield dossier if names is None else names.in_dossier(dossier)

    def records(self, kind: type[R]) -> Iterator[R]:
        """Give all records of a class, in the order of what is kept."""
        found = self._view.records(kind)
        known = self._names() if kind in _OVERLAID else {}
        if not known:
            yield from found
            return
        for record in found:
            names = known.get(getattr(record, "document", ""))
            if names is None:
                yield record
            elif not names.answers(record):
                yield names.told(record)

    def value(self, name: str) -> str | None:
        """Look up a named value."""
        return self._view.value(name)

    def _names(self) -> Mapping[str, "_Names"]:
        """Sort the joins by document, once."""
        if self._by_document is None:
            joins = self._view.records(Join) if self._joins is None else self._joins
            self._by_document = {}
            for join in joins:
                names = self._by_document.setdefault(join.document, _Names())
                names.add(join)
        return self._by_document


class _Names:
    """The joins of one document."""

    def __init__(self) -> None:
        self._of_actors: dict[str, Join] = {}
        self._of_words: dict[str, Join] = {}
        self._bodies: dict[str, ActorRef] = {}

    def add(self, join: Join) -> None:
        """Take in one."""
        if join.alone.actor is None:
            self._of_words[_key(join.alone.name)] = join
        elif join.alone.actor != join.actor:
            self._of_actors[join.alone.actor] = join
        if join.speaks_for is not None:
            self._bodies[join.actor] = join.speaks_for

    def answers(self, record: object) -> bool:
        """Tell whether a doubt is gone: the pile tells who the speaker is."""
        return (
            isinstance(record, Finding)
            and record.kind == _UNRESOLVED_SPEAKER
            and _key(record.text or "") in self._of_words
        )

    def in_dossier(self, dossier: Dossier) -> Dossier:
        """Lay the joins over a whole dossier."""
        return replace(
            dossier,
            attributions=tuple(map(self.told, dossier.attributions)),
            mentions=tuple(map(self.told, dossier.mentions)),
            statements=tuple(map(self.told, dossier.statements)),
            figures=tuple(map(self.told, dossier.figures)),
            agreements=tuple(map(self.told, dossier.agreements)),
            contacts=tuple(map(self.told, dossier.contacts)),
            mechanisms=tuple(map(self.told, dossier.mechanisms)),
            findings=tuple(f for f in dossier.findings if not self.answers(f)),
        )

    def _find(self, actor: str | None, name: str | None) -> Join | None:
        """Find the join of an actor, or of the words where nobody is known."""
        if actor is not None:
            return self._of_actors.get(actor)
        return self._of_words.get(_key(name)) if name and self._of_words else None

    def _ref(self, ref: ActorRef | None) -> ActorRef | None:
        """Point to who is meant."""
        join = self._find(ref.actor, ref.name) if ref else None
        return join.meant if join else ref

    def _refs(self, refs: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        """Point to who are meant, each once."""
        return tuple(dict.fromkeys(found for r in refs if (found := self._ref(r))))

    @singledispatchmethod
    def told(self, record: Any) -> Any:
        """Lay the joins over one record."""
        return record

    @told.register
    def _(self, record: Attribution) -> Attribution:
        speaker = self._speaker(record.speaker)
        return replace(
            record,
            speaker=speaker,
            speaks_for=self._body(record.speaks_for, of=speaker.actor),
            via=tuple(map(self._via, record.via)),
            target=self._ref(record.target),
        )

    def _speaker(self, speaker: Speaker) -> Speaker:
        """Name the speaker; the join is the rule that decided."""
        join = self._find(speaker.actor, speaker.name)
        open_ = speaker.status == "unresolved"
        if join is None or (speaker.actor is None and not open_):
            return speaker
        surest = 1.0 if open_ else speaker.confidence
        return Speaker(
            join.actor,
            join.name,
            "resolved",
            join.rule,
            min(surest, join.confidence),
        )

    def _body(self, body: ActorRef | None, *, of: str | None) -> ActorRef | None:
        """Name whose position a speaker states, by office if the text leaves it out."""
        return self._ref(body) or self._bodies.get(of or "")

    def _via(self, via: Via) -> Via:
        """Name who passed words on."""
        join = self._find(via.actor, via.name)
        return replace(via, actor=join.actor, name=join.name) if join else via

    @told.register
    def _(self, record: Statement) -> Statement:
        join = self._find(record.actor, record.name)
        actor, name = (join.actor, join.name) if join else (record.actor, record.name)
        body = self._body(record.speaks_for, of=actor)
        return replace(record, actor=actor, name=name, speaks_for=body)

    @told.register
    def _(self, record: Mention) -> Mention:
        join = self._find(record.actor, None)
        if join is None:
            return record
        return replace(
            record,
            actor=join.actor,
            name=join.name,
            rule=join.rule,
            confidence=min(record.confidence, join.confidence),
        )

    @told.register
    def _(self, record: Figure) -> Figure:
        return replace(
            record,
            pollster=self._ref(record.pollster),
            according_to=self._ref(record.according_to),
        )

    @told.register
    def _(self, record: Agreement) -> Agreement:
        return replace(
            record,
            parties=self._refs(record.parties),
            contested_by=tuple(map(self._contest, record.contested_by)),
        )

    def _contest(self, contest: Contest) -> Contest:
        """Name who disputes."""
        join = self._find(contest.actor, None)
        return replace(contest, actor=join.actor) if join else contest

    @told.register
    def _(self, record: Contact) -> Contact:
        return replace(
            record,
            parties=self._refs(record.parties),
            mediators=self._refs(record.mediators),
        )

    @told.register
    def _(self, record: Mechanism) -> Mechanism:
        joins = [self._find(actor, None) for actor in record.rule.veto]
        pairs = zip(joins, record.rule.veto, strict=True)
        veto = tuple(dict.fromkeys(join.actor if join else old for join, old in pairs))
        return replace(
            record,
            members=self._refs(record.members),
            rule=replace(record.rule, veto=veto),
        )


def _key(name: str) -> str:
    """Make the spellings of a description equal: capitals, an article before it."""
    return fold(name).text.removeprefix("the ").strip(" ,")
