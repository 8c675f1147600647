"""Contacts: who met, talked or refused to, where, when and through whom."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from accord.model import Contact, ContactKind, Mention, When, content_id
from accord.position.reported.contacts.between import (
    find_mediators,
    is_facilitated,
    is_under,
    meetings_of_officials,
    two_sides,
)
from accord.position.reported.contacts.complete import complete, is_ahead
from accord.position.reported.contacts.denied import find_denials
from accord.position.reported.contacts.envoys import find_envoys
from accord.position.reported.contacts.found import (
    BETWEEN,
    IF,
    NEAR,
    TITLES,
    WITH,
    Found,
    distinct,
    is_body,
    list_pattern,
)
from accord.position.reported.contacts.signals import find_signals
from accord.position.reported.contacts.told import find_told
from accord.position.reported.contacts.unnamed import find_unnamed
from accord.position.reported.lexicon import any_of, load_table
from accord.position.reported.sentence import Sentence, party_refs
from accord.text.sieve import Sieve

__all__ = ["find_contacts"]

_KINDS: tuple[ContactKind, ...] = (
    "talks", "meeting", "mediation", "back-channel", "call", "summit", "exchange",
    "ban", "refusal",
)  # fmt: skip
_OBJECT = re.compile(rf"\s+(?:with\s+)?{TITLES}")
_HOLDS = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:hold|holds|held|holding|had|has had|have had|opened|open|began|begin"
    r"|started|start|resumed|resume|continued|concluded|ended|completed|met for|meet for"
    r"|sat down for|agreed to hold|launched|entered|conducted)\s+(?:[\w-]+\s+){0,5}$"
)
_DELEGATIONS = re.compile(
    r"\b[Dd]elegations?\s+(?:of|from)\s+(?:the\s+)?$|\bnegotiators\s+(?:of|from)\s+$"
)
# In sentences: how far back those met whom "the talks" are of.
_BACK = 2
_OWN = re.compile(
    r"\b(?:his|her|their|its|our|my)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
# Kind, parties, and the sentence of a contact of parties unnamed.
_Key = tuple[str, frozenset[str], int]
# Kinds that may stand beside another in one sentence, and those of which one is told.
_SAME_WORDS = 12
# In characters: how close the same conversation is told again.
_CLOSE_BY = 400
_SPOKEN = frozenset(("call", "meeting"))
_APART = frozenset(("call", "exchange", "mediation", "back-channel", "ban"))
_OCCASIONS = frozenset(("talks", "meeting", "summit", "refusal"))
_FIRM_PLACE = re.compile(r"\s+(?:in|at)\s+(?:the\s+)?[A-Z]")


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
    groups: dict[_Key, list[Found]] = {}
    for own, one in _with_parties(sentences):
        names = frozenset(distinct(one.parties))
        groups.setdefault((one.kind, names, own), []).append(one)
    kept = [
        group for key, group in groups.items() if not _is_told_elsewhere(key, groups)
    ]
    return tuple(_record(group, produced_by) for group in kept)


def _with_parties(sentences: Sequence[Sentence]) -> Iterator[tuple[int, Found]]:
    """Find the contacts of each sentence, with whoever is meant where it names nobody.

    Returns:
        With each a number: of those whose sentence names nobody each is its own.
    """
    last: tuple[Mention, ...] = ()
    at = 0
    for number, sentence in enumerate(sentences):
        before = sentences[max(0, number - 1) : number]
        here: tuple[Mention, ...] = ()
        for found in _in_sentence(sentence):
            near = here or (last if number - at <= _BACK else ())
            one = complete(found, before, near, here=bool(here))
            if one is None:
                continue
            if len(distinct(one.parties)) > 1:
                last, at = one.parties, number
            here = here or one.parties
            yield 0 if distinct(found.parties) else number + 1, one


def _is_told_elsewhere(key: _Key, groups: Mapping[_Key, Sequence[Found]]) -> bool:
    """Tell what only the headline says, and talks that are a call told close by."""
    group = groups[key]
    kind, names, own = key
    others = [other for other in groups.values() if other is not group]
    if all(one.sentence.line == 0 for one in group):
        return any(other[0].kind == kind for other in others)
    if kind != "talks" or len(group) > 1 or own:
        return False
    at = group[0].at
    return any(
        other[0].kind in _SPOKEN
        and names & distinct(other[0].parties)
        and abs(other[0].at - at) < _CLOSE_BY
        for other in others
    )


def _in_sentence(sentence: Sentence) -> Iterator[Found]:
    """Find the contacts of one sentence, at most one of a kind; a question tells none."""
    if sentence.text.rstrip("”\"'’) ").endswith("?"):
        return
    denied = list(find_denials(sentence))
    found = denied or list(_by_kind(sentence))
    for one in found:
        # Talks that somebody mediates are one contact, not two.
        mediated = any(
            other.mediators
            for other in found
            if other is not one and other.kind != "exchange"
        )
        if one.kind != "mediation" or one.parties or not mediated:
            yield one


def _by_kind(sentence: Sentence) -> Iterator[Found]:
    """Find the contacts of one sentence, at most one of a kind."""
    seen: dict[str, Found] = {}
    for finder in _finders():
        for one in finder(sentence):
            if one.kind not in seen:
                seen[one.kind] = one
                yield one
    for one in _by_words(sentence):
        # One occasion is told by many words: "met for talks", "walked out of talks".
        same = {one.kind} if one.kind in _APART else _OCCASIONS
        beside = any(abs(one.at - other.at) < _SAME_WORDS for other in seen.values())
        if not (same & set(seen) or beside):
            seen[one.kind] = one
            yield one


def _finders() -> Sequence[Callable[[Sentence], Iterator[Found]]]:
    """List the ways of telling a contact; the first that finds a kind counts."""
    named = (_by_noun, _by_verb, _by_delegations, _by_envoys)
    return (*named, find_signals, _by_officials, _by_unnamed)


@cache
def _pattern(part: str) -> Sieve:
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
    return Sieve(rf"\b(?:{either})\b", re.IGNORECASE)


def _kind_of(match: re.Match[str]) -> ContactKind:
    """Tell which kind a word is of."""
    name = (match.lastgroup or "").partition("_")[2].replace("_", "-")
    return next(kind for kind in _KINDS if kind == name)


def _is_unreal(sentence: Sentence, start: int) -> bool:
    """Tell whether a contact is only possible, wished for or denied."""
    before = sentence.document.text[max(sentence.span.start, start - 60) : start]
    shape = r"\b{}\s+(?:[\w-]+\s+){{0,2}}$"
    found = list_pattern("unreal", shape).search(before)
    # "May held talks": a name, or a month.
    real = found is None or (found[0].startswith("May ") and found.start() > 0)
    return not real or IF.search(before) is not None


def _by_noun(sentence: Sentence) -> Iterator[Found]:
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
                yield Found(kind, sentence, match.start(), parties, mediators)
            continue
        parties = _apart(_around(sentence, match), mediators)
        firm = kind in {"talks", "summit"} and _is_held_somewhere(sentence, match)
        if kind == "back-channel":
            parties = parties or tuple(m for m in sentence.mentions if is_body(m))
            firm = True
        if kind == "exchange" and mediators:
            firm = is_facilitated(sentence, match.start())
        if len(distinct(parties)) >= 2 or firm:
            yield Found(kind, sentence, match.start(), parties, mediators)


def _is_held_somewhere(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether a noun is followed by a place: "talks in Orle"."""
    text = sentence.document.text
    return _FIRM_PLACE.match(text, match.end(), sentence.span.end) is not None


def _around(sentence: Sentence, match: re.Match[str]) -> tuple[Mention, ...]:
    """Find who was in contact, from how the noun is built into its sentence."""
    text = sentence.document.text
    after = next((m for m in sentence.mentions if m.start >= match.end()), None)
    if after and BETWEEN.fullmatch(text[match.end() : after.start]):
        listed = sentence.list_from(after.start)
        if len(distinct(listed)) > 1:
            return tuple(listed)
    subject = _subject(sentence, match.start())
    if after and WITH.fullmatch(text[match.end() : after.start]):
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
    if _OWN.search(gap) and len(gap) < NEAR:
        return listed
    return []


def _by_verb(sentence: Sentence) -> Iterator[Found]:
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
                yield Found(kind, sentence, match.start(), (), mediators)
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
        if listed and len(distinct(parties)) >= 2:
            yield Found(
                kind, sentence, match.start(), parties, find_mediators(sentence)
            )


def _by_delegations(sentence: Sentence) -> Iterator[Found]:
    """Find talks by who sends people to them."""
    text = sentence.document.text
    for mention in sentence.mentions:
        if _DELEGATIONS.search(text, sentence.span.start, mention.start):
            parties = tuple(sentence.list_from(mention.start))
            if len(distinct(parties)) >= 2:
                yield Found(
                    "talks", sentence, mention.start, parties, find_mediators(sentence)
                )


def _by_envoys(sentence: Sentence) -> Iterator[Found]:
    """Find talks of envoys that adjectives tell apart."""
    for at, parties in find_envoys(sentence):
        if len(distinct(parties)) >= 2:
            yield Found("talks", sentence, at, parties, find_mediators(sentence))


def _by_officials(sentence: Sentence) -> Iterator[Found]:
    """Find officials who meet somewhere or talk in secret."""
    for kind, at, parties in meetings_of_officials(sentence):
        if not _is_unreal(sentence, at):
            yield Found(kind, sentence, at, parties, ())


def _by_words(sentence: Sentence) -> Iterator[Found]:
    """Find contacts by words that tell them: a lunch, a letter, walking out."""
    for kind, at, parties in find_told(sentence):
        goes_between = kind == "mediation" and not is_under(sentence, at)
        # Who stands before "shuttled between" goes, who behind is gone to.
        goers = tuple(m for m in parties if m.start < at)
        mediators = goers if goes_between else find_mediators(sentence)
        if kind == "mediation" and not (goes_between or mediators):
            # "under Qatari auspices"
            continue
        rest = _apart(parties, mediators)
        yield Found(kind, sentence, at, rest, mediators)


def _by_unnamed(sentence: Sentence) -> Iterator[Found]:
    """Find contacts of parties that only the text names."""
    for kind, at, parties, mediators in find_unnamed(sentence):
        if not _is_unreal(sentence, at):
            yield Found(kind, sentence, at, parties, mediators)


def _is_helped(gap: str) -> bool:
    """Tell whether only helpers and dates stand between a subject and its verb."""
    helpers = load_table("dealings.yaml")["agreement"]["helpers"]
    words = gap.replace(",", " ").split()
    return len(gap) <= NEAR and all(
        w.lower() in helpers or w[0].isupper() or w[0].isdigit() for w in words
    )


def _apart(
    parties: Sequence[Mention], mediators: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Leave mediators out of the parties."""
    return tuple(m for m in parties if m not in mediators)


def _record(group: Sequence[Found], produced_by: str) -> Contact:
    """Make the record of one contact from all sentences that tell of it."""
    main = group[0]
    document, span = main.sentence.document, main.sentence.span
    dates = (_date(one) for one in group)
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


def _date(one: Found) -> When | None:
    """Find when it was; what was is not dated by what is still to come."""
    when = one.sentence.date_near(one.at)
    return None if one.sentence.is_to_come(when) and not is_ahead(one) else when


def _is_known(when: When | None) -> bool:
    """Tell whether a date is more than words."""
    return when is not None and when.start is not None
