"""Holders: who holds what is said, as far as a text names them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from accord.model import ActorRef, Attribution, Document, Passage, When
from accord.position.holding.nobodies import is_outlet, is_witness
from accord.position.parties import BODIES
from accord.position.phrases import stem, stem_set, tokenise

__all__ = ["UNNAMED", "Holder", "holder_of", "is_anonymous", "is_paper"]

#: The name of a holder whom the text does not name.
UNNAMED = "unnamed"
_PRONOUNS = frozenset(("he", "she", "it", "they", "who", "we", "i", "one", "others"))
_PAPERS = stem_set(
    "poll survey study report figure statistic document paper text result data vote "
    "referendum ballot analysis article pact treaty agreement deal accord progress proportion sign "
    "banner placard poster leaflet slogan"
)
_UNKNOWN = stem_set(
    "source official diplomat insider report aide medium observer witness"
)
_SURVEYS = stem_set("poll survey study")
# "A letter obtained by this newspaper"
_WRITINGS = stem_set(
    "letter memo email document draft note minute report paper analysis"
)
_SEEN = stem_set("obtain see leak")
_ARTICLES = stem_set("the a an")
# What news outlets do with the words of others; "said" and "wrote" may be their own.
_RELAYS = stem_set("report quote cite learn understand")
_SAYS = stem_set("say write report tell claim add note state according announce reveal")
_OWN = stem_set("it its we our they their")
_LEAD_TOKENS = 2
_FEW = 3
# "The company", taken for a body that the text named before.
_MEANT = frozenset(("body-seen", "pronoun-body"))
_PAIR = 2
# Enough of a name to know its adjective: "Orland's", "Orlandish".
_OWNER_LETTERS = 4
_SHARES = frozenset(("percent", "cent", "%", "pct"))
_DAY = re.compile(
    r"\s+(?:(?:late|early)\s+)?on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?$"
)
_ASIDE = re.compile(
    r",\s+(?:by contrast|meanwhile|for (?:its|their|his|her) part|however|in turn|too|also"
    r"|as well|among others|on the other hand),?$"
)
_BOTH = frozenset(("two", "both", "three"))
_PARTIES = frozenset(
    "countries nations sides parties states governments leaders".split()
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds what is said, and where it is said.

    Attributes:
        attribution: Id of the attribution; None for a reported fact.
        actor: Actor id; None if not known.
        name: Name to show.
        speaks_for: Whose position it is; None if only their own.
        when: When it was said; None if not known.
        evidence: The words.
        confidence: That these are this holder's words, in [0, 1].
        beside: Tokens of the same sentence outside the content.
        apart: Token ranges of the content that are somebody else's words.
    """

    attribution: str | None
    actor: str | None
    name: str
    speaks_for: ActorRef | None
    when: When | None
    evidence: Passage
    confidence: float
    beside: Sequence[range] = ()
    apart: Sequence[range] = ()


def is_paper(attribution: Attribution) -> bool:
    """Tell a source that only reports what others hold: a poll, a study, a news agency."""
    source = attribution.source
    if source is None:
        return False
    if is_outlet(source.text) and not _RELAYS.isdisjoint(_cue_of(attribution)):
        return True
    words = [word for word in tokenise(source.text).stems if word not in _ARTICLES]
    if attribution.speaker.actor is not None:
        # "A poll by the institute Median": whatever it found, Median wants nothing.
        return attribution.speaker.rule == "carrier" and words[0] in _SURVEYS
    return bool(words) and (
        words[-1] in _PAPERS
        or words[0] in _SURVEYS
        or (words[0] in _WRITINGS and not _SEEN.isdisjoint(words))
    )


def is_anonymous(attribution: Attribution) -> bool:
    """Tell a source whom nobody knows: "diplomats said that Orland could accept it".

    What they tell of others is as good as told by the text itself.
    """
    source = attribution.source
    if source is None:
        # "Asked whether they had closed it" tells nothing.
        return "ask" not in _cue_of(attribution)
    if is_outlet(source.text) and not _SAYS.isdisjoint(_cue_of(attribution)):
        # What a newspaper says of others; "it opposed the move" is its own.
        own = tokenise(attribution.content.text).stems[:_LEAD_TOKENS]
        return attribution.mode == "indirect" and _OWN.isdisjoint(own)
    if attribution.speaker.actor is not None:
        return False
    words = tokenise(source.text).stems
    few = bool(words) and words[-1] in _UNKNOWN and len(words) <= _FEW
    return few or is_witness(source.text)


def _cue_of(attribution: Attribution) -> tuple[str, ...]:
    """Give the stems of a cue."""
    return tokenise(attribution.cue.text).stems if attribution.cue else ()


def holder_of(document: Document, attribution: Attribution) -> Holder:
    """Take an attribution's speaker as the holder of what is said."""
    speaker = attribution.speaker
    source = attribution.source.text if attribution.source else None
    said = attribution.said
    when = (
        said if said is not None and said.state != "unresolved" else document.published
    )
    hull = attribution.content.hull
    name = speaker.name or source or UNNAMED
    if speaker.actor is None and (name.lower() in _PRONOUNS or _is_all(name)):
        # Whoever "he" is, he cannot be put into a ledger.
        name = UNNAMED
    name = _without_day(name)
    actor, body = speaker.actor, attribution.speaks_for
    meant = speaker.rule in _MEANT
    if source is not None and not meant and _is_other(source, name, body):
        actor, body, name = None, None, source
    return Holder(
        attribution=attribution.id,
        actor=actor,
        name=name,
        speaks_for=body,
        when=when,
        evidence=document.passage(hull.start, hull.end),
        confidence=attribution.confidence,
    )


def _is_other(source: str, name: str, body: ActorRef | None) -> bool:
    """Tell a source that cannot be the person it was taken for.

    "The chamber of commerce" is no person, and "Orland's negotiator" is nobody of
    Corva's.
    """
    words, known = source.split(), f"{name} {body.name if body else ''}"
    named = {word.lower() for word in known.split()}
    if named & {word.lower() for word in words} or not name.istitle():
        return False
    if len(name.split()) < _PAIR or any(stem(word) in BODIES for word in named):
        return False
    owner = next(
        (w for w in words if w.endswith(("'s", "’s")) and w[:1].isupper()), None
    )
    if owner is not None:
        return owner[:_OWNER_LETTERS].lower() not in known.lower()
    return len(words) > 1 and words[0] == "The" and stem(words[1]) in BODIES


def _without_day(name: str) -> str:
    """Take the day off a name: "Baltic leaders on Wednesday", "the bank, by contrast"."""
    bare = _DAY.sub("", _ASIDE.sub("", name))
    return bare or name


def _is_all(name: str) -> bool:
    """Tell "the two countries", whoever they are, and "22 percent of Germans"."""
    words = [word for word in name.lower().split() if word != "the"]
    if _SHARES & set(words):
        return True
    return len(words) > 1 and words[0] in _BOTH and words[1] in _PARTIES
