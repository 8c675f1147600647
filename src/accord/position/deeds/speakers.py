"""Speakers: who is put on a side by a report, where its source names several or half of one."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from accord.model import ActorRef, Attribution, Extract
from accord.position.deeds.lists import list_before
from accord.position.deeds.members import find_members, is_count
from accord.position.deeds.pairs import find_pair, named_at
from accord.position.deeds.subjects import (
    HELPERS,
    Subject,
    find_named,
    find_opening,
    find_partners,
    find_subject,
    find_whole,
)
from accord.position.page import Page
from accord.position.parties import OFFICES
from accord.position.phrases import stem, stem_set
from accord.position.statements import UNNAMED, Holder, holder_of

__all__ = ["find_holders", "find_referent", "first_subject"]

_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\.?)?[:,]?\s+")
# "The Greens and the Left, who have a majority": two, each with an article or in plural.
_JOINED = re.compile(
    r"(?:[Bb]oth )?((?:[Tt]he )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}) and "
    r"((?:the [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})|(?:[A-Z][\w’'-]* ){0,2}[A-Z][\w’'-]*s)"
    r"(?:, (?:who|which)\b.*)?,?$"
)
_ASIDE = re.compile(r",\s+(?:who|which)\b.*", re.DOTALL)
_PART = re.compile(
    r"(?:[Bb]oth\s+)?(?:[Tt]he\s+)?([^\s,](?:(?!,|\s+and\s).)*?)(?:,\s+(?:and\s+)?|\s+and\s+|$)",
    re.DOTALL,
)
_SEVERAL = "several-names"
_OWN_GROUPS = frozenset(("her group", "his group"))
_VOTE = stem("vote")
_BILLS = stem_set("bill motion amendment law draft plan proposal resolution decree")
_POSSESSIVES = stem_set("its their his her")
_OTHERS = stem_set("colleague critic opponent rival partner counterpart predecessor")
_PRONOUNS = stem_set("he she it they")
_LEADS = stem_set("that the under no circumstance for")
_PERSONS = stem_set("he she")
_PRONOUN_TOKENS = 4
_BROKEN_ENDS = stem_set("the a an of at in for on and to with from")
_PLACING = stem_set("in across at near around outside inside throughout from")
_LISTING = frozenset((",", "and", "the", "both"))
_RELATIVES = stem_set("who which that")


def find_holders(page: Page, attribution: Attribution) -> Iterator[Holder]:
    """Give the holders of what an attribution reports: of "A and B", both.

    A source that is only a piece of a name is completed from the words before the cue;
    "its ambassador" speaks for whom the sentence names before.
    """
    holder = holder_of(page.document, attribution)
    content = page.content_of(attribution)
    if content and page.tokens.starts[content.stop - 1] >= attribution.content.end:
        end = page.tokens.ends[content.stop - 1]
        evidence = page.document.passage(holder.evidence.start, end)
        holder = replace(holder, evidence=evidence)
    source = attribution.source
    if source is None:
        yield holder
        return
    place = page.tokens.range(source.start, source.end)
    presenter = _presenter(page, place)
    if presenter is not None:
        yield _held_by(replace(holder, speaks_for=None), presenter)
        return
    several = _several(page, attribution, holder, source, place)
    if several is not None:
        yield from several
        return
    if holder.name == UNNAMED and source.text.lower() == "they":
        they = find_referent(page, place.stop, page.sentence_of(attribution))
        holder = holder if they is None else _held_by(holder, they)
    elif place and (
        holder.actor is None or page.tokens.stems[place.start] in _POSSESSIVES
    ):
        holder = _mended(page, attribution, holder, place)
    if place and content and holder.speaks_for is None:
        body = _spoken_for(page, attribution, place, content)
        holder = replace(holder, speaks_for=body)
    yield holder


def _presenter(page: Page, place: range) -> Subject | None:
    """Find whose "a bill presented by Minister Jane Doe" is."""
    stems = page.tokens.stems
    for by in place[2:]:
        if stems[by] == "by" and not _BILLS.isdisjoint(stems[place.start : by]):
            return find_named(
                page.tokens, page.scene.covered, page.document.text, by + 1, place.stop
            )
    return None


def _several(
    page: Page, attribution: Attribution, holder: Holder, source: Extract, place: range
) -> list[Holder] | None:
    """Give a holder for each whom a source names; None if it names one.

    What neither of two does is nobody's side, nor what "five states" vote.
    """
    members = find_members(page, _first_comma(page, place))
    if members:
        return [_held_by(replace(holder, speaks_for=None), one) for one in members]
    several = attribution.speaker.rule == _SEVERAL
    pair = _listed(page, source) or (
        None if several else find_pair(page, source, place)
    )
    if pair is not None:
        return [replace(holder, actor=a, name=n, speaks_for=None) for a, n in pair]
    who = find_whole(page.tokens, page.scene.covered, page.document.text, place)
    partners: list[Subject] = []
    if who is not None and who.mention is not None and _is_list(page, place):
        partners.extend(find_partners(page.tokens, page.scene.covered, who))
    if who is not None and partners:
        return [
            replace(holder, actor=one.mention.actor, name=one.name, speaks_for=None)
            for one in (who, *partners)
            if one.mention is not None
        ]
    neither = page.tokens.stems[place.start : place.start + 1] == ("neither",)
    counted = who is not None and is_count(page, who)
    if neither or (counted and _votes(page, attribution)):
        return []
    if holder.actor is not None or holder.speaks_for is not None:
        return None
    named = _named_together(page, attribution, source)
    return [replace(holder, actor=a, name=name) for a, name in named] or None


def _listed(page: Page, source: Extract) -> list[tuple[str | None, str]]:
    """Give actor and name of each in the list that a source ends."""
    begin, listed = list_before(page.document.text, source.end)
    return [named_at(page, begin + at, name) for at, name in listed]


def _first_comma(page: Page, place: range) -> int:
    """Find where something is set between commas in a source."""
    return next((at for at in place if page.tokens.stems[at] == ","), place.stop)


def _votes(page: Page, attribution: Attribution) -> bool:
    """Tell who casts a vote from who says something."""
    cue = attribution.cue
    place = page.tokens.range(cue.start, cue.end) if cue else range(0)
    return any(page.tokens.stems[at] == _VOTE for at in place)


def _named_together(
    page: Page, attribution: Attribution, source: Extract
) -> list[tuple[str | None, str]]:
    """Give actor and name of each whom a source names, if they are several."""
    whole = source.text
    several = attribution.speaker.rule == _SEVERAL
    if not (several or _JOINED.match(" ".join(whole.split()))):
        return []
    bare = _ASIDE.sub("", whole)
    found: list[tuple[str | None, str]] = []
    for part in _PART.finditer(bare):
        name = " ".join(part[1].split())
        if not name[:1].isupper():
            return _named_within(page, attribution, source) if several else []
        actor, _ = named_at(page, source.start + part.start(1), part[1])
        found.append((actor, name))
    return found if len(found) > 1 else []


def _named_within(
    page: Page, attribution: Attribution, source: Extract
) -> list[tuple[str | None, str]]:
    """Give the persons of "the minister, Jane Doe, and her deputy, John Roe"."""
    names = attribution.speaker.name or ""
    place = page.tokens.range(source.start, source.end)
    mentions = (page.scene.covered.get(at) for at in place)
    found = {m.actor: m.name for m in mentions if m is not None and m.name in names}
    return list(found.items())


def _is_list(page: Page, place: range) -> bool:
    """Tell "Arle and Corva" from a longer phrase that names both."""
    stems, covered = page.tokens.stems, page.scene.covered
    return "and" in stems[place.start : place.stop] and all(
        at in covered or stems[at] in _LISTING for at in place
    )


def _mended(
    page: Page, attribution: Attribution, holder: Holder, place: range
) -> Holder:
    """Complete a name of which the source holds only a piece."""
    tokens = page.tokens
    words = [tokens.stems[at] for at in place]
    sentence = page.sentence_of(attribution)
    office = any(word in OFFICES for word in words)
    if (
        words[0] in _POSSESSIVES
        and holder.speaks_for is None
        and (office or holder.actor is None)
    ):
        owner = _owner(page, range(sentence.start, place.start))
        owner = owner or _owner_before(page, sentence)
        return _of_owner(holder, owner) if owner else holder
    clock = _CLOCK.match(holder.name)
    if clock is not None and clock.end() < len(holder.name):
        # A live report begins its entries with the hour.
        return replace(holder, name=holder.name[clock.end() :])
    cue = attribution.cue
    whole = attribution.source.text if attribution.source else ""
    if cue is not None and cue.text in holder.name and cue.text not in whole:
        # "FANS BEG UNITED" names the fans.
        return replace(holder, name=whole)
    relative = words[0] in _RELATIVES
    within = tokens.stems[place.start - 1] == "where" if place.start else False
    if not (relative or within) and words[-1] not in _BROKEN_ENDS:
        return holder
    at = place.start + 1 if relative else place.stop
    if within:
        # "Italy, where most of them land, wants": not most of them.
        relative, at = True, place.start
    if cue is not None and not relative:
        at = tokens.range(cue.start, cue.end).start
    found = find_subject(
        tokens, page.scene.covered, page.document.text, at, sentence.start
    )
    found = found or first_subject(page, sentence.start, at)
    if found is None:
        return replace(holder, name=UNNAMED)
    return _held_by(holder, found)


def _of_owner(holder: Holder, owner: ActorRef) -> Holder:
    """Tie "its envoy" to whose he is; "her group would agree" is what its member says."""
    if holder.name.lower() in _OWN_GROUPS:
        return replace(holder, actor=owner.actor, name=owner.name)
    return replace(holder, speaks_for=owner)


def _held_by(holder: Holder, who: Subject) -> Holder:
    """Give a holder the name of a subject, and its actor if that is known."""
    actor = who.mention.actor if who.mention else None
    return replace(holder, actor=actor, name=who.name)


def _owner(page: Page, before: range) -> ActorRef | None:
    """Find the only actor named before "its ambassador" in the sentence.

    Where something happens is not whose it is: "crews across Ireland, their union said".
    """
    stems, covered = page.tokens.stems, page.scene.covered
    named = {
        mention.actor: mention
        for at in before
        if (mention := covered.get(at)) is not None
        and mention.actor
        and not (at and covered.get(at - 1) is None and stems[at - 1] in _PLACING)
    }
    if len(named) != 1:
        return None
    ((actor, mention),) = named.items()
    return ActorRef(actor, mention.name)


def _owner_before(page: Page, sentence: range) -> ActorRef | None:
    """Find whose "its director" is: the body that the sentence before speaks of last."""
    if not sentence.start:
        return None
    previous = page.sentence(range(sentence.start - 1, sentence.start))
    for at in reversed(previous):
        mention = page.scene.covered.get(at)
        if (
            mention is not None
            and mention.actor
            and not mention.actor.startswith("per:")
        ):
            return ActorRef(mention.actor, mention.name)
    who = first_subject(page, previous.start, previous.stop)
    return ActorRef(None, who.name) if who else None


def _spoken_for(
    page: Page, attribution: Attribution, place: range, content: range
) -> ActorRef | None:
    """Find the body whose position an official tells: "Orland is against it, the minister said"."""
    stems = page.tokens.stems
    if attribution.mode == "direct" or not any(stems[at] in OFFICES for at in place):
        return None
    at = content.start
    while at < content.stop and stems[at] in _LEADS:
        at += 1
    mention = page.scene.covered.get(at)
    if (
        mention is None
        or not mention.actor
        or mention.actor.startswith(("per:", "text:"))
    ):
        return None
    return ActorRef(mention.actor, mention.name)


def find_referent(page: Page, at: int, sentence: range) -> Subject | None:
    """Find whom "she" or "it" before a verb stands for: the subject of the sentence before."""
    stems = page.tokens.stems
    low = max(sentence.start, at - _PRONOUN_TOKENS)
    before = next(
        (b for b in range(at - 1, low - 1, -1) if stems[b] in _PRONOUNS), None
    )
    if before is None or not all(
        stems[b] in HELPERS or stems[b].endswith("ly") for b in range(before + 1, at)
    ):
        return None
    if before != sentence.start or not sentence.start:
        return None
    previous = page.sentence(range(sentence.start - 1, sentence.start))
    found = first_subject(page, previous.start, previous.stop)
    if found is not None and stems[before] in _PERSONS and not found.name.istitle():
        return None
    mention = page.scene.covered.get(previous.start)
    if found is None and mention is not None:
        found = Subject(previous.start, previous.start + 1, mention, mention.name)
    if found is None and stems[before] == "they":
        found = find_opening(
            page.tokens, page.scene.covered, page.document.text, previous
        )
    return found


def first_subject(page: Page, low: int, high: int) -> Subject | None:
    """Find the subject of the first verb between two places of a sentence."""
    begin, stop = (bisect_left(page.cue_starts, at) for at in (low, high))
    starts = {hit.first for hit in page.cues[begin:stop]}
    starts.update(op.first for op in page.scene.operators_in(low, high))
    for at in sorted(starts):
        found = find_subject(
            page.tokens, page.scene.covered, page.document.text, at, low
        )
        if found is not None:
            return found
    return None
