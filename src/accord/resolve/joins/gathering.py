"""What is kept of each document to tell whether two names are one actor's."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from accord.model import (
    ActorRef,
    Attribution,
    Dossier,
    Mention,
    Passage,
    Span,
    Statement,
)
from accord.resolve.joins.names import last_word
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.knowledge.names import keys_of
from accord.resolve.mentions import BODY_OF_TEXT
from accord.resolve.people.person import HONORIFICS, NO_NAME

__all__ = ["Appearance", "Kind", "Pile", "gather", "is_of_text"]

Kind = Literal["person", "body", "words", "office"]

#: Names that a document is told from others by; tried 8 to 20 on invented disputes.
_MOST_NAMES = 12
_WITHIN = re.compile(r"(?:(?<=[a-z,;] )|(?<=[a-z][-‑–]))[A-Z][^\W\d_]+")
_ACRONYM = re.compile(r"['’]?\s?\(([A-Z][A-Za-z&]{1,7})\)")
_APPOSED = re.compile(r", (?:the|a|an|which|whose)\b")
_BODY_RULES = frozenset(
    {BODY_OF_TEXT, "name", "seat-as-government", "capital-as-government"}
)
#: How a name stands that its own document never gives in full.
_SHORT_RULES = frozenset({"titled-surname", "turn-name"})
#: What a speaker may be whom no rule could name.
_OPEN: Mapping[str, Kind] = {"body": "words", "role": "office", "thing": "person"}
_GENDERS = {"he": "m", "she": "f"}


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor in one document.

    Attributes:
        kind: A person, a body with a name, a body that is only described, or an office
            whose holder the document does not name.
        ref: Who the document alone makes of it.
        document: Id of the document.
        path: Its path.
        passage: The first place.
        roles: Offices that the document gives.
        genders: What it tells of the person's gender.
        bodies: Whom a person is told to speak for.
        company: What else is named beside it, folded.
        short: Whether a person is called by the last name alone.
        bare: Whether nothing but that tells that it is a person.
        acronyms: Abbreviations that the document explains with the name.
    """

    kind: Kind
    ref: ActorRef
    document: str
    path: str
    passage: Passage
    roles: frozenset[str]
    genders: frozenset[str]
    company: frozenset[str]
    bodies: frozenset[ActorRef] = frozenset()
    short: bool = False
    bare: bool = False
    acronyms: frozenset[str] = frozenset()

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands, to sort by."""
        return (self.path, self.passage.start)


@dataclass(slots=True)
class Pile:
    """All appearances of a pile.

    Attributes:
        shorts: Those that may be short for somebody, in any order.
        wholes: Those with a name of several words, by actor.
        named: All that are not called short, by actor.
    """

    shorts: list[Appearance] = field(default_factory=list)
    wholes: defaultdict[str, list[Appearance]] = field(
        default_factory=lambda: defaultdict(list)
    )
    named: defaultdict[str, list[Appearance]] = field(
        default_factory=lambda: defaultdict(list)
    )


def is_of_text(actor: str | None) -> bool:
    """Tell an actor that only texts know."""
    return (actor or "").startswith("text:")


def gather(dossiers: Iterable[Dossier]) -> Pile:
    """Go through a pile once."""
    pile = Pile()
    for dossier in dossiers:
        for one in _appearances(dossier):
            actor = one.ref.actor
            if actor is not None and not one.short:
                pile.named[actor].append(one)
                if _is_long(one.ref.name):
                    pile.wholes[actor].append(one)
            if actor is None or (
                is_of_text(actor) and (one.short or one.kind == "body")
            ):
                pile.shorts.append(one)
    return pile


def _is_long(name: str) -> bool:
    """Tell a name of several words."""
    return " " in name.strip()


def _appearances(dossier: Dossier) -> Iterator[Appearance]:
    """Give the actors of one document, each once."""
    by_actor: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in dossier.mentions:
        if mention.actor is not None:
            by_actor[mention.actor].append(mention)
    company = _company(dossier, by_actor)
    genders = _told_by_pronouns(dossier.attributions)
    bodies = _spoken_for(dossier.attributions)
    for actor, mentions in by_actor.items():
        one = _of_mentions(dossier, mentions, company, genders[actor])
        yield replace(one, bodies=frozenset(bodies[actor]))
    seen = set(by_actor)
    for attribution in dossier.attributions:
        spoken = _of_speaker(dossier, attribution, company)
        if spoken is None:
            continue
        key = spoken.ref.actor or spoken.ref.name.lower()
        if key not in seen:
            seen.add(key)
            yield spoken
            if spoken.kind == "body" and _may_be_person(dossier, attribution):
                yield replace(spoken, kind="person", short=True, bare=True)
    for statement in dossier.statements:
        key = statement.name.lower()
        told = (
            None
            if statement.actor or key in seen
            else _of_words(dossier, statement, company)
        )
        if told is not None:
            seen.add(key)
            yield told


def _of_mentions(
    dossier: Dossier, mentions: list[Mention], company: frozenset[str], told: set[str]
) -> Appearance:
    """Describe an actor by the places that name it."""
    first = mentions[0]
    rules = {mention.rule for mention in mentions}
    person = not rules & _BODY_RULES
    document = dossier.document
    return Appearance(
        kind="person" if person else "body",
        ref=ActorRef(first.actor, first.name),
        document=document.id,
        path=document.path,
        passage=Passage(first.start, first.end, first.text),
        roles=frozenset(role for mention in mentions for role in mention.roles),
        genders=frozenset(told | {m.gender for m in mentions if m.gender}),
        company=company,
        short=person and bool(rules & _SHORT_RULES) and len(keys_of(first.name)) == 1,
        acronyms=frozenset() if person else _acronyms(document.text, mentions),
    )


def _acronyms(text: str, mentions: list[Mention]) -> frozenset[str]:
    """Read "FCU" in "Ferry Crews' Union (FCU)"."""
    found = (_ACRONYM.match(text, mention.end) for mention in mentions)
    return frozenset(match.group(1) for match in found if match)


def _of_speaker(
    dossier: Dossier, attribution: Attribution, company: frozenset[str]
) -> Appearance | None:
    """Describe a speaker whom no mention names."""
    speaker, source = attribution.speaker, attribution.source
    if source is None or not speaker.name:
        return None
    known = is_of_text(speaker.actor)
    open_kind = _OPEN.get(speaker.rule) if speaker.status == "unresolved" else None
    bare = open_kind == "person"
    if not (known or open_kind) or (bare and not _is_bare(source.text)):
        return None
    document = dossier.document
    at = document.text.find(speaker.name, source.start, source.end)
    span = Span(at, at + len(speaker.name)) if at >= 0 else source.spans[0]
    person = bare or (known and _is_turn(attribution) and speaker.rule != BODY_OF_TEXT)
    kind: Kind = "person" if person else open_kind or "body"
    return Appearance(
        kind=kind,
        ref=ActorRef(speaker.actor, speaker.name),
        document=document.id,
        path=document.path,
        passage=document.passage(span.start, span.end),
        roles=frozenset({_office(speaker.name)} if kind == "office" else ()),
        genders=frozenset(),
        company=company,
        short=person and len(keys_of(speaker.name)) == 1,
        bare=bare,
    )


def _of_words(
    dossier: Dossier, statement: Statement, company: frozenset[str]
) -> Appearance | None:
    """Describe who holds a position by words that nobody is known by."""
    document, evidence = dossier.document, statement.evidence
    at = document.text.find(statement.name, evidence.start, evidence.end)
    at = document.text.find(statement.name) if at < 0 else at
    if at < 0 or not statement.name:
        return None
    return Appearance(
        kind="words",
        ref=ActorRef(None, statement.name),
        document=document.id,
        path=document.path,
        passage=document.passage(at, at + len(statement.name)),
        roles=frozenset(),
        genders=frozenset(),
        company=company,
    )


def _may_be_person(dossier: Dossier, attribution: Attribution) -> bool:
    """Tell "Mehta said", whom no title shows, from "Mehta, the firm that ..."."""
    source, text = attribution.source, dossier.document.text
    if source is None or not _is_bare(source.text):
        return False
    return _APPOSED.match(text, source.end) is None


def _is_bare(source: str) -> bool:
    """Tell a word that may be a last name, and no abbreviation, from other things."""
    return source.isalpha() and source.istitle()


def _office(name: str) -> str:
    """Read "prime minister" in "THE PRIME MINISTER"."""
    return name.lower().removeprefix("the ").strip()


def _told_by_pronouns(
    attributions: Iterable[Attribution],
) -> defaultdict[str, set[str]]:
    """Tell the gender of those who are called "he" or "she"."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for attribution in attributions:
        source, actor = attribution.source, attribution.speaker.actor
        gender = _GENDERS.get(source.text.lower()) if source else None
        if gender and actor:
            told[actor].add(gender)
    return told


def _spoken_for(
    attributions: Iterable[Attribution],
) -> defaultdict[str, set[ActorRef]]:
    """Tell whom the speakers of a document speak for."""
    told: defaultdict[str, set[ActorRef]] = defaultdict(set)
    for attribution in attributions:
        if attribution.speaker.actor and attribution.speaks_for:
            told[attribution.speaker.actor].add(attribution.speaks_for)
    return told


def _company(
    dossier: Dossier, actors: Mapping[str, Sequence[Mention]]
) -> frozenset[str]:
    """Name what a document is about: who is in it, and the names it uses most.

    States keep company with everybody, and so do titles, days and first names.
    """
    persons = {
        mention.name
        for mentions in actors.values()
        for mention in mentions
        if mention.rule not in _BODY_RULES
    }
    persons |= {
        a.speaker.name or ""
        for a in dossier.attributions
        if _is_turn(a) and a.speaker.actor
    }
    own = {word.lower() for name in persons for word in name.split()}
    words = Counter(
        word
        for word in _WITHIN.findall(dossier.document.text)
        if word.lower() not in own and not _is_common(word.lower())
    )
    most = sorted(words, key=lambda word: (-words[word], word))[:_MOST_NAMES]
    bodies = (actor for actor in actors if ":" in actor and not is_of_text(actor))
    surnames = (last_word(name) for name in persons if name)
    return frozenset((*bodies, *most, *surnames))


def _is_common(word: str) -> bool:
    """Tell a day, a title or a field of work from a name."""
    known = nouns()
    return (
        word in NO_NAME
        or word in HONORIFICS
        or word in known.roles
        or word in known.modifiers
        or word in known.bodies
    )


def _is_turn(attribution: Attribution) -> bool:
    """Tell whether a label with a colon says who speaks."""
    return attribution.cue is not None and attribution.cue.text.strip() == ":"
