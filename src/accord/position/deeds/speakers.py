"""Speakers: who is put on a side by a report, where its source names several or half of one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from accord.model import ActorRef, Attribution, Extract
from accord.position.deeds.lists import list_before, split_list
from accord.position.deeds.members import find_members, is_count
from accord.position.deeds.pairs import find_pair, named_at
from accord.position.deeds.referents import (
    BODY_PRONOUNS,
    find_body,
    find_owner,
    find_referent,
    first_subject,
)
from accord.position.deeds.subjects import (
    Subject,
    find_named,
    find_partners,
    find_subject,
    find_whole,
)
from accord.position.deeds.suited import suits
from accord.position.page import Page
from accord.position.parties import OFFICES
from accord.position.phrases import SENTENCE_END, stem, stem_set
from accord.position.statements import UNNAMED, Holder, holder_of

__all__ = ["find_holders"]

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
_OWN_GROUPS = frozenset(
    f"{whose} {group}"
    for whose in ("her", "his")
    for group in ("group", "party", "faction", "caucus", "bloc", "parliamentary group")
)
# "Deputy Ines Maroldt (Social Democrats)" names her party.
_MEMBER = re.compile(
    r"[A-Z][\w’'-]+ (?:\((?=[^()\n]{2,60}\))|of the )([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})"
)
# "For the Greens, Jane Doe said": she speaks for them.
_FOR = re.compile(
    r"(?:For|On behalf of|Speaking for) ((?:the )?(?:[A-Z][\w’'-]*(?: of(?: the)?)? ?){1,6}), $"
)
_FOR_CHARS = 80
_MEMBER_CHARS = 500
_VOTE = stem("vote")
_BILLS = stem_set("bill motion amendment law draft plan proposal resolution decree")
_POSSESSIVES = stem_set("its their his her")
_LEADS = stem_set("that the under no circumstance for")
_QUOTING = stem_set("quote cite")
_QUOTED_TOKENS = 12
_FIRMS = stem_set(
    "company firm operator airline carrier retailer manufacturer developer lender utility club "
    "association federation union guild charity trust foundation museum league party"
)
_OF_SOMEBODY = {(s,) for s in _FIRMS | stem_set("spokesman spokeswoman spokesperson")}
_FAIL = stem("fail")
_FAILED_TOKENS = 5
_BROKEN_ENDS = stem_set("the a an of at in for on and to with from")
_LISTING = frozenset((",", "and", "the", "both"))
# "The guild, whose spokeswoman said".
_WHOSE = stem("whose")
_RELATIVES = stem_set("who which that whose")
_OWN_BODIES = stem_set(
    "bench group member mp deputy senator councillor leadership leader board faction caucus "
    "delegation executive voter supporter"
)


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
    several = _by_frame(page, attribution, holder, place)
    if several is None:
        several = _several(page, attribution, holder, source, place)
    if several is not None:
        yield from several
        return
    if holder.name == UNNAMED and source.text.lower() in BODY_PRONOUNS:
        they = find_referent(page, place.stop, page.sentence_of(attribution))
        holder = holder if they is None else _held_by(holder, they)
    elif source.text.lower() in _OWN_GROUPS and (party := _party_before(page, source)):
        holder = replace(holder, actor=None, name=party, speaks_for=None)
    elif place and (
        holder.actor is None or page.tokens.stems[place.start] in _POSSESSIVES
    ):
        holder = _mended(page, attribution, holder, place)
    if place and content and holder.speaks_for is None:
        body = _body_for(page, source) or _spoken_for(page, attribution, place, content)
        holder = replace(holder, speaks_for=body)
    yield holder


def _party_before(page: Page, source: Extract) -> str | None:
    """Find the party of whoever was named last, where the text sets it in brackets."""
    low = max(0, source.start - _MEMBER_CHARS)
    found = _MEMBER.findall(page.document.text, low, source.start)
    return found[-1] if found else None


def _is_theirs(page: Page, place: range) -> bool:
    """Tell "the company" and "a spokesman", who are of whom was named before."""
    words = page.tokens.stems[place.start : place.stop]
    return words[:1] in (("the",), ("a",)) and words[1:] in _OF_SOMEBODY


def _of_body(page: Page, holder: Holder, place: range, body: Subject) -> Holder:
    """Name "the company" by its name, and tie "a spokesman" to it."""
    if page.tokens.stems[place.stop - 1] in _FIRMS:
        return _held_by(holder, body)
    actor = body.mention.actor if body.mention else None
    return replace(holder, speaks_for=ActorRef(actor, body.name))


def _body_for(page: Page, source: Extract) -> ActorRef | None:
    """Find whom "for the Greens, Jane Doe said" names before a source."""
    low = max(0, source.start - _FOR_CHARS)
    lead = page.document.text[low : source.start]
    if not lead.endswith(", ") or (found := _FOR.search(lead)) is None:
        return None
    actor, name = named_at(page, low + found.start(1), found[1])
    return ActorRef(actor, name)


def _presenter(page: Page, place: range) -> Subject | None:
    """Find whose "a bill presented by Minister Jane Doe" is."""
    stems = page.tokens.stems
    for by in place[2:]:
        if stems[by] == "by" and not _BILLS.isdisjoint(stems[place.start : by]):
            return find_named(
                page.tokens, page.scene.covered, page.document.text, by + 1, place.stop
            )
    return None


def _by_frame(
    page: Page, attribution: Attribution, holder: Holder, place: range
) -> list[Holder] | None:
    """Give the holders that the words around a cue tell; None if they tell none.

    "It is unacceptable to the Greens" is read as a fact.
    """
    if _fails(page, attribution) or (place and suits(page.tokens, place.start)):
        return []
    quoted = _quoted(page, attribution)
    if quoted is None:
        return None
    name = quoted.name or UNNAMED
    return [replace(holder, actor=quoted.actor, name=name, speaks_for=None)]


def _fails(page: Page, attribution: Attribution) -> bool:
    """Tell "failed on Monday | to agree", which is nobody's side."""
    if attribution.cue is None or not attribution.cue.text.startswith("to "):
        return False
    stems = page.tokens.stems
    at = page.tokens.range(attribution.cue.start, attribution.cue.end).start
    lead = stems[max(0, at - _FAILED_TOKENS) : at]
    return _FAIL in lead and SENTENCE_END not in lead and "," not in lead


def _quoted(page: Page, attribution: Attribution) -> ActorRef | None:
    """Find whom a newspaper "quoted Jane Doe as | saying"; nobody if it does not name them."""
    if attribution.cue is None:
        return None
    stems = page.tokens.stems
    at = page.tokens.range(attribution.cue.start, attribution.cue.end).start - 1
    quotes = stems[max(0, at - _QUOTED_TOKENS) : at]
    if at < 1 or stems[at] != "as" or _QUOTING.isdisjoint(quotes):
        return None
    mention = page.scene.covered.get(at - 1)
    return ActorRef(mention.actor, mention.name) if mention else ActorRef(None, UNNAMED)


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
    begin, listed = source.start, split_list(source.text)
    if not listed:
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
    if holder.speaks_for is None and _is_theirs(page, place):
        body = find_body(page, sentence)
        return _of_body(page, holder, place, body) if body else holder
    office = any(word in OFFICES for word in words)
    if (
        words[0] in _POSSESSIVES
        and holder.speaks_for is None
        and (office or holder.actor is None)
    ):
        owner = find_owner(page, place.start, sentence)
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
    at = _names_before(page, attribution, place)
    return holder if at is None else _completed(page, attribution, holder, at)


def _names_before(page: Page, attribution: Attribution, place: range) -> int | None:
    """Find before which token they are named of whom a source holds a piece; None if whole."""
    tokens, cue = page.tokens, attribution.cue
    before = tokens.stems[place.start - 1] if place.start else SENTENCE_END
    of_whom = place.start
    if before == _WHOSE and tokens.stems[place.stop - 1] in _OWN_BODIES:
        # "The Greens, whose bench voted": not the bench alone.
        of_whom -= 1
    if tokens.stems[of_whom] == _WHOSE:
        return of_whom - (tokens.stems[of_whom - 1] == ",")
    if before == "where":
        # "Italy, where most of them land, wants": not most of them.
        return place.start
    if tokens.stems[place.start] in _RELATIVES:
        return place.start + 1
    if tokens.stems[place.stop - 1] not in _BROKEN_ENDS:
        return None
    return place.stop if cue is None else tokens.range(cue.start, cue.end).start


def _completed(page: Page, attribution: Attribution, holder: Holder, at: int) -> Holder:
    """Name a holder by who stands before a token."""
    tokens, sentence = page.tokens, page.sentence_of(attribution)
    found = find_subject(
        tokens, page.scene.covered, page.document.text, at, sentence.start
    )
    found = found or first_subject(page, sentence.start, at)
    if found is None:
        return replace(holder, name=UNNAMED)
    if found.name.lower() in _OWN_GROUPS and attribution.source is not None:
        # "His party, which voted against it"
        party = _party_before(page, attribution.source)
        return replace(holder, actor=None, name=party or UNNAMED, speaks_for=None)
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
