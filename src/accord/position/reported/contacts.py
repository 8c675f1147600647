"""Contacts: who met, talked or refused to, where, when and through whom."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from accord.model import Contact, ContactKind, Mention, When, content_id
from accord.position.reported.between import (
    find_mediators,
    is_facilitated,
    meetings_of_officials,
    two_sides,
)
from accord.position.reported.envoys import find_envoys
from accord.position.reported.lexicon import any_of, load_table
from accord.position.reported.sentence import Sentence, party_refs
from accord.position.reported.unnamed import find_unnamed

__all__ = ["find_contacts"]

_KINDS: tuple[ContactKind, ...] = (
    "talks", "meeting", "mediation", "back-channel", "call", "summit", "exchange",
    "ban", "refusal",
)  # fmt: skip
# In characters: further away a date or place belongs to something else.
_NEAR = 90
# Titles before a name: "met Arlish President Ode Varn".
_TITLES = (
    r"(?:the\s+|its\s+|his\s+|her\s+|their\s+|current\s+|new\s+)*(?:[A-Z][\w’'.-]*\s+"
    r"|(?:counterpart|president|prime|minister|foreign|envoy|leader|leaders|chief"
    r"|secretary|general|chancellor|chairman|mediator|government|delegation|of)\s+){0,6}"
)
_OBJECT = re.compile(rf"\s+(?:with\s+)?{_TITLES}")
_WITH = re.compile(rf"(?:\s+[\w-]+){{0,4}}?\s+with\s+{_TITLES}")
_BETWEEN = re.compile(
    r"(?:\s+[\w-]+){0,4}?\s+(?:between|of|among)\s+(?:both\s+)?(?:the\s+)?"
)
_HOLDS = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:hold|holds|held|holding|had|has had|have had|opened|open|began|begin"
    r"|started|start|resumed|resume|continued|concluded|ended|completed|met for|meet for"
    r"|sat down for|agreed to hold|launched|entered|conducted)\s+(?:[\w-]+\s+){0,5}$"
)
_DELEGATIONS = re.compile(
    r"\b[Dd]elegations?\s+(?:of|from)\s+(?:the\s+)?$|\bnegotiators\s+(?:of|from)\s+$"
)
_OWN = re.compile(
    r"\b(?:his|her|their|its|our|my)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_LIFTED = re.compile(
    r"\b(?:lift\w*|end\w*|drop\w*|revok\w*|ease\w*)\s+(?:\w+\s+){0,3}$"
)
_OWNER = re.compile(r"(.+?)['’]s?\s+[a-z]")
_FIRM_PLACE = re.compile(r"\s+(?:in|at)\s+(?:the\s+)?[A-Z]")


@dataclass(frozen=True, slots=True)
class _Found:
    """A contact in one sentence."""

    kind: ContactKind
    sentence: Sentence
    at: int
    parties: tuple[Mention, ...]
    mediators: tuple[Mention, ...]


def find_contacts(
    sentences: Sequence[Sentence], *, produced_by: str
) -> tuple[Contact, ...]:
    """Find the contacts a document reports.

    A contact is reported where words of meeting stand between at least two actors, or
    where talks, a summit or a channel are spoken of as having taken place. What is
    only possible, demanded or asked for is left out; bans and refusals are contacts
    denied.

    Args:
        sentences: The document's, without page furniture.
        produced_by: Name and version of who reads them.

    Returns:
        Contacts in text order; one that is told several times is one.

    Cost:
        Linear.
    """
    found = [one for sentence in sentences for one in _in_sentence(sentence)]
    kept: dict[tuple[str, frozenset[str]], _Found] = {}
    for one in found:
        actors = frozenset(m.actor or m.name for m in one.parties)
        kept.setdefault((one.kind, actors), one)
    groups = [
        [f for f in found if f.kind == kind and _names(f) == actors]
        for kind, actors in kept
    ]
    return tuple(_record(group, produced_by) for group in groups)


def _names(found: _Found) -> frozenset[str]:
    """Return what its parties are known by."""
    return frozenset(m.actor or m.name for m in found.parties)


def _in_sentence(sentence: Sentence) -> Iterator[_Found]:
    """Find the contacts of one sentence, at most one of a kind."""
    denied = list(_denials(sentence))
    yield from denied
    if denied:
        return
    seen: set[str] = set()
    mediated = False
    for finder in _finders():
        for one in finder(sentence):
            # Talks that somebody mediates are one contact, not two.
            double = one.kind == "mediation" and mediated
            if one.kind not in seen and not double:
                seen.add(one.kind)
                mediated = mediated or bool(one.mediators)
                yield one


def _finders() -> Sequence[Callable[[Sentence], Iterator[_Found]]]:
    """List the ways of telling a contact; the first that finds a kind counts."""
    named = (_by_noun, _by_verb, _by_delegations, _by_envoys)
    return (*named, _by_signals, _by_officials, _by_unnamed)


@cache
def _pattern(part: str) -> re.Pattern[str]:
    """Match the nouns or verbs of every kind, longer ones first."""
    table = load_table("dealings.yaml")["contact"][part]
    words = sorted(
        ((word, kind) for kind, words in table.items() for word in words),
        key=lambda pair: (-len(pair[0]), pair[0]),
    )
    either = "|".join(
        rf"(?P<w{n}_{kind.replace('-', '_')}>{any_of([word])})"
        for n, (word, kind) in enumerate(words)
    )
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def _kind_of(match: re.Match[str]) -> ContactKind:
    """Tell which kind a word is of."""
    name = (match.lastgroup or "").partition("_")[2].replace("_", "-")
    return next(kind for kind in _KINDS if kind == name)


@cache
def _list_pattern(name: str, shape: str) -> re.Pattern[str]:
    """Match a word of a list in a shape that has ``{}`` where the word stands."""
    words = any_of(load_table("dealings.yaml")["contact"][name])
    return re.compile(shape.format(rf"(?:{words})"), re.IGNORECASE)


def _is_unreal(sentence: Sentence, start: int) -> bool:
    """Tell whether a contact is only possible, wished for or denied."""
    before = sentence.document.text[max(sentence.span.start, start - 60) : start]
    shape = r"\b{}\s+(?:[\w-]+\s+){{0,2}}$"
    return _list_pattern("unreal", shape).search(before) is not None


def _by_noun(sentence: Sentence) -> Iterator[_Found]:
    """Find contacts by their nouns: talks, a meeting, a summit, a swap."""
    text = sentence.document.text
    for match in _pattern("nouns").finditer(
        text, sentence.span.start, sentence.span.end
    ):
        kind = _kind_of(match)
        if _is_unreal(sentence, match.start()):
            continue
        mediators = find_mediators(sentence)
        if kind == "mediation":
            if mediators:
                parties = _apart(_around(sentence, match), mediators)
                yield _Found(kind, sentence, match.start(), parties, mediators)
            continue
        parties = _apart(_around(sentence, match), mediators)
        firm = kind in {"talks", "summit"} and _is_held_somewhere(sentence, match)
        if kind == "back-channel":
            parties = parties or tuple(m for m in sentence.mentions if _is_body(m))
            firm = True
        if kind == "exchange" and mediators:
            firm = is_facilitated(sentence, match.start())
        if len(_distinct(parties)) >= 2 or firm:
            yield _Found(kind, sentence, match.start(), parties, mediators)


def _is_held_somewhere(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether a noun is followed by a place: "talks in Orle"."""
    text = sentence.document.text
    return _FIRM_PLACE.match(text, match.end(), sentence.span.end) is not None


def _around(sentence: Sentence, match: re.Match[str]) -> tuple[Mention, ...]:
    """Find who was in contact, from how the noun is built into its sentence."""
    text = sentence.document.text
    after = next((m for m in sentence.mentions if m.start >= match.end()), None)
    if after and _BETWEEN.fullmatch(text[match.end() : after.start]):
        listed = sentence.list_from(after.start)
        if len(_distinct(listed)) > 1:
            return tuple(listed)
    subject = _subject(sentence, match.start())
    if after and _WITH.fullmatch(text[match.end() : after.start]):
        return (*subject, *sentence.list_from(after.start))
    return tuple(subject) or two_sides(sentence, match.start())


def _subject(sentence: Sentence, start: int) -> list[Mention]:
    """Find who holds what the noun at ``start`` names."""
    text = sentence.document.text
    before = [m for m in sentence.mentions if m.end <= start]
    if not before:
        return []
    listed = sentence.list_until(before[-1].end)
    gap = text[listed[-1].end : start] if listed else ""
    if not gap.strip() or _HOLDS.fullmatch(gap):
        return listed
    if _OWN.search(gap) and len(gap) < _NEAR:
        return listed
    return []


def _by_verb(sentence: Sentence) -> Iterator[_Found]:
    """Find contacts by their verbs: met, spoke by phone, mediated."""
    text = sentence.document.text
    for match in _pattern("verbs").finditer(
        text, sentence.span.start, sentence.span.end
    ):
        kind = _kind_of(match)
        if _is_unreal(sentence, match.start()):
            continue
        if kind == "mediation":
            mediators = find_mediators(sentence)
            if mediators:
                yield _Found(kind, sentence, match.start(), (), mediators)
            continue
        before = [m for m in sentence.mentions if m.end <= match.start()]
        listed = sentence.list_until(before[-1].end) if before else []
        if listed and not _is_helped(text[listed[-1].end : match.start()]):
            listed = []
        after = next((m for m in sentence.mentions if m.start >= match.end()), None)
        met: list[Mention] = []
        if after and _OBJECT.fullmatch(text[match.end() : after.start]):
            met = sentence.list_from(after.start)
        if (
            kind == "meeting"
            and not met
            and match.group().lower() not in {"met", "meet"}
        ):
            continue
        parties = (*listed, *met)
        if listed and len(_distinct(parties)) >= 2:
            yield _Found(
                kind, sentence, match.start(), parties, find_mediators(sentence)
            )


def _by_delegations(sentence: Sentence) -> Iterator[_Found]:
    """Find talks by who sends people to them."""
    text = sentence.document.text
    for mention in sentence.mentions:
        if _DELEGATIONS.search(text, sentence.span.start, mention.start):
            parties = tuple(sentence.list_from(mention.start))
            if len(_distinct(parties)) >= 2:
                yield _Found(
                    "talks", sentence, mention.start, parties, find_mediators(sentence)
                )


def _by_envoys(sentence: Sentence) -> Iterator[_Found]:
    """Find talks of envoys that adjectives tell apart."""
    for at, parties in find_envoys(sentence):
        if len(_distinct(parties)) >= 2:
            yield _Found("talks", sentence, at, parties, find_mediators(sentence))


def _by_officials(sentence: Sentence) -> Iterator[_Found]:
    """Find officials who meet somewhere or talk in secret."""
    for kind, at, parties in meetings_of_officials(sentence):
        if not _is_unreal(sentence, at):
            yield _Found(kind, sentence, at, parties, ())


def _by_unnamed(sentence: Sentence) -> Iterator[_Found]:
    """Find contacts of parties that only the text names."""
    for kind, at, parties, mediators in find_unnamed(sentence):
        if not _is_unreal(sentence, at):
            yield _Found(kind, sentence, at, parties, mediators)


def _is_helped(gap: str) -> bool:
    """Tell whether only helpers and dates stand between a subject and its verb."""
    helpers = load_table("dealings.yaml")["agreement"]["helpers"]
    words = gap.replace(",", " ").split()
    return len(gap) <= _NEAR and all(
        w.lower() in helpers or w[0].isupper() or w[0].isdigit() for w in words
    )


def _by_signals(sentence: Sentence) -> Iterator[_Found]:
    """Find back channels told without the word: signals through third parties."""
    text = sentence.text
    signal = _list_pattern("signals", r"\b{}\b").search(text)
    if signal is None:
        return
    way = _list_pattern("ways", r"\b{}\b").search(text, signal.start())
    way = way or _list_pattern("ways", r"\b{}\b").search(text, 0, signal.start())
    if way is None or abs(way.start() - signal.start()) > _NEAR:
        return
    start = signal.end() + sentence.span.start
    after = next((m for m in sentence.mentions if m.start >= start), None)
    text = sentence.document.text
    parties: list[Mention] = []
    if after and _BETWEEN.fullmatch(text[start : after.start]):
        parties = sentence.list_from(after.start)
    if way.group().lower() in {"through", "via"} and len(_distinct(parties)) < 2:
        return
    parties = parties or [m for m in sentence.mentions if _is_body(m)]
    yield _Found("back-channel", sentence, start, tuple(parties), ())


def _denials(sentence: Sentence) -> Iterator[_Found]:
    """Find bans on contact and refusals of it."""
    text = sentence.text
    offset = sentence.span.start
    refused = any_of(load_table("dealings.yaml")["contact"]["refused"])
    for kind, reach in (("ban", 60), ("refusal", 25)):
        shape = rf"\b{{}}\b[^.;]{{{{0,{reach}}}}}?\b(?P<what>{refused})\b"
        for match in _list_pattern(kind, shape).finditer(text):
            if _LIFTED.search(text[: match.start()]):
                continue
            start, end = match.start() + offset, match.end() + offset
            before = [m for m in sentence.mentions if m.end <= start]
            after = next((m for m in sentence.mentions if m.start >= end), None)
            partner: list[Mention] = []
            if after and _WITH.fullmatch(sentence.document.text[end : after.start]):
                partner = sentence.list_from(after.start)
            parties = (*_with_owners(sentence, before[-1:]), *partner)
            if before and len(_distinct(parties)) >= 2:
                known: ContactKind = "ban" if kind == "ban" else "refusal"
                yield _Found(known, sentence, start, parties, ())
                return


def _with_owners(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Add "Arle" to "Arle's parliament": what the one bans is banned for the other."""
    known = {m.text: m for m in sentence.known}
    found = list(mentions)
    for mention in mentions:
        owner = _OWNER.match(mention.text)
        if owner and owner[1] in known:
            end = mention.start + len(owner[1])
            found.append(replace(known[owner[1]], start=mention.start, end=end))
    return found


def _apart(
    parties: Sequence[Mention], mediators: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Leave mediators out of the parties."""
    return tuple(m for m in parties if m not in mediators)


def _distinct(mentions: Sequence[Mention]) -> set[str]:
    """Return the actors of mentions, each once."""
    return {m.actor or m.name for m in mentions}


def _is_body(mention: Mention) -> bool:
    """Tell whether a mention is of a state, a body or a group."""
    actor = mention.actor
    return actor is not None and not actor.startswith(("per:", "text:", "outlet:"))


def _record(group: Sequence[_Found], produced_by: str) -> Contact:
    """Make the record of one contact from all sentences that tell of it."""
    main = group[0]
    document, span = main.sentence.document, main.sentence.span
    dates = (one.sentence.date_near(one.at) for one in group)
    nowhere = main.kind in {"back-channel", "exchange", "ban", "refusal", "call"}
    places = (one.sentence.place_near(one.at) for one in group if not nowhere)
    mediators = [m for one in group for m in one.mediators]
    return Contact(
        id=content_id("contact", document.id, main.kind, main.at, span.end),
        produced_by=produced_by,
        document=document.id,
        kind=main.kind,
        parties=party_refs(main.parties),
        mediators=party_refs(mediators),
        place=next((place for place in places if place), None),
        date=next((date for date in dates if _is_known(date)), None),
        evidence=document.passage(span.start, span.end),
    )


def _is_known(when: When | None) -> bool:
    """Tell whether a date is more than words."""
    return when is not None and when.start is not None
