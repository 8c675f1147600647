"""Whom words are about: the speaker's own side, or somebody else; and the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from accord.model import ActorRef, Attribution, Mention
from accord.position.phrases import SENTENCE_END, Tokens, stem_set, tokenise

__all__ = [
    "BODIES",
    "OFFICES",
    "Side",
    "Voice",
    "actor_before",
    "find_target",
    "mention_starts",
    "side_of_subject",
    "subject_of",
    "voice_of",
]

Side = Literal["self", "other", "unknown"]

_FIRST_PERSON = stem_set("we i our my we'll i'll we've i've we're i'm")
_POSSESSIVES = stem_set("his her its their our my")
_BELONGINGS = ("its ", "their ", "his ", "her ")
_THIRD_PERSON = stem_set("he she it they")
_OTHERS = stem_set(
    "country state critic opponent ally rival other some many most people nation "
    "majority minority respondent voter reader analyst observer expert those who "
    "someone anyone everybody everyone whoever somebody nobody friend predecessor successor"
)
# "His critics" are others, whoever they are called after.
_NOT_OWN = stem_set(
    "critic opponent rival friend partner predecessor successor colleague"
)
# Of these somebody is who speaks for them: "its members backed the strike".
_MEMBERS = stem_set("member deputy delegate lawmaker councillor mp follower")
#: Nouns for bodies, which are no persons.
BODIES = stem_set(
    "government cabinet ministry administration council board company club firm party "
    "agency committee commission trust museum hospital federation association union league chamber"
)
#: Nouns for those who speak for a body.
OFFICES = stem_set(
    "minister spokesman spokeswoman spokesperson official chairman chairwoman chair "
    "president director secretary chief head leader premier chancellor mayor executive"
)
_FUNCTION_WORDS = stem_set(
    "the a an that this these those to of for in on at by with from as and or but be "
    "have do will would can could may might must should shall not never no also only "
    "there if unless until because since when while both all any very more most so "
    "still even just now already always again ever yet then thus therefore however , "
    "it which who whose than such into about over under after before during cannot "
    "won't can't don't doesn't didn't isn't aren't wouldn't couldn't"
)
_WINDOW_TOKENS = 12
_TARGET_TOKENS = 6


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, as far as it tells their side from others.

    Attributes:
        actors: Ids of the speaker and of whom they speak for.
        words: Stems of the words that name them.
        quoted: Whether the content is the speaker's own words.
        belongs: Whether they are named as somebody's own: "its ministry said".
        leads: Whether the words come before their name: "Arle will pay, the minister said".
    """

    actors: frozenset[str]
    words: frozenset[str]
    quoted: bool
    belongs: bool = False
    leads: bool = False


def voice_of(attribution: Attribution) -> Voice:
    """Collect what tells an attribution's speaker from others."""
    refs = (
        attribution.speaker.actor,
        attribution.speaks_for and attribution.speaks_for.actor,
    )
    names = (
        attribution.source.text if attribution.source else "",
        attribution.speaker.name or "",
        attribution.speaks_for.name if attribution.speaks_for else "",
    )
    words = {w for name in names for w in _name_words(name) if len(w) > 2}
    return Voice(
        frozenset(ref for ref in refs if ref),
        frozenset(words - _FUNCTION_WORDS),
        attribution.mode == "direct",
        belongs=names[0].lower().startswith(_BELONGINGS),
        leads=attribution.source is not None
        and attribution.content.start < attribution.source.start,
    )


@lru_cache(maxsize=8192)
def _name_words(name: str) -> frozenset[str]:
    """Stem the words of a name; the same few names come again and again."""
    return frozenset(tokenise(name).stems)


def mention_starts(mentions: Sequence[Mention], tokens: Tokens) -> dict[int, Mention]:
    """Map token indices to the mention that covers them; the longest one wins."""
    covered: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda m: (m.end - m.start, m.start)):
        for index in tokens.range(mention.start, mention.end):
            covered[index] = mention
    return covered


def side_of_subject(
    tokens: Tokens,
    covered: dict[int, Mention],
    index: int,
    low: int,
    voice: Voice,
    *,
    feels: bool = False,
) -> Side:
    """Tell whose attitude the word at ``index`` speaks of.

    Looks for the nearest name, pronoun or noun to the left, within the clause.

    Args:
        tokens: The document's tokens.
        covered: Mention at each token that a mention covers.
        index: Token of the word that takes a side.
        low: First token of the clause.
        voice: Who speaks.
        feels: Whether the word tells of an attitude, which only people have.

    Returns:
        ``self`` if it is the speaker's, or if nothing stands there at all.
    """
    noun = False
    for at in range(index - 1, max(low, index - _WINDOW_TOKENS) - 1, -1):
        word = tokens.stems[at]
        if word in _FIRST_PERSON:
            return "self"
        if word in _THIRD_PERSON:
            return "other" if voice.quoted else "self"
        mention = covered.get(at)
        if mention is not None and mention.actor is not None:
            return "self" if mention.actor in voice.actors else _by_name(mention, voice)
        side = _by_word(tokens, at, low, voice)
        if side is not None:
            return side
        if word.isalpha() and word not in _FUNCTION_WORDS:
            if feels and not noun and _are_others(tokens, at, voice):
                return "other"
            noun = True
    return "unknown" if noun else "self"


def _are_others(tokens: Tokens, at: int, voice: Voice) -> bool:
    """Tell "said residents were worried": people of whom somebody else tells."""
    own = voice.quoted or voice.belongs or voice.words & OFFICES
    letters = tokens.ends[at] - tokens.starts[at]
    several = at in tokens.inflected and letters == len(tokens.stems[at]) + 1
    verb = at > 0 and tokens.stems[at - 1] in _THIRD_PERSON
    return several and not (verb or own or tokens.stems[at] in _MEMBERS)


def _is_unknown_name(tokens: Tokens, at: int, low: int, voice: Voice) -> bool:
    """Tell "said Ostmark opposed it": a name that nobody knows is not the speaker's."""
    quoted = at == low and voice.quoted
    opens = quoted or at == 0 or tokens.stems[at - 1] == SENTENCE_END
    body = voice.leads and voice.words & OFFICES
    return not (opens or voice.belongs or body)


def _by_word(tokens: Tokens, at: int, low: int, voice: Voice) -> Side | None:
    """Tell whose a word is that names no actor known; None if it says nothing of sides."""
    if tokens.stems[at] in voice.words:
        return "self"
    if at in tokens.capitals and _is_unknown_name(tokens, at, low, voice):
        return "other"
    return _by_noun(tokens, at, low, voice)


def _by_noun(tokens: Tokens, at: int, low: int, voice: Voice) -> Side | None:
    """Tell whose a common noun is; None if it says nothing of sides."""
    word = tokens.stems[at]
    if word in BODIES and (voice.words & OFFICES or voice.belongs):
        # "The government will not pay, the minister said."
        return "self"
    if word in _OTHERS:
        own = at > low and tokens.stems[at - 1] in _POSSESSIVES
        return "self" if own and word not in _NOT_OWN else "other"
    return None


def _by_name(mention: Mention, voice: Voice) -> Side:
    """Compare names where ids differ: the union's leader speaks of the union."""
    if voice.belongs:
        return "self"
    if all(actor.startswith("text:") for actor in voice.actors) and (
        voice.words & OFFICES
    ):
        # "Norland has nothing against it, President Quint said": whose else is he?
        return "self"
    words = _name_words(mention.text) - _FUNCTION_WORDS
    return "self" if words & voice.words else "other"


def find_target(
    tokens: Tokens,
    covered: dict[int, Mention],
    begin: int,
    voice: Voice,
    *,
    within: int = _TARGET_TOKENS,
) -> ActorRef | None:
    """Find the actor named right after a cue, as in "accused X of" or "urged X to".

    Args:
        tokens: The document's tokens.
        covered: Mention at each token that a mention covers.
        begin: The token after the cue.
        voice: Who speaks; nobody aims at themselves.
        within: How many words may stand between.
    """
    for at in range(begin, min(begin + within, len(tokens.stems))):
        mention = covered.get(at)
        if mention is not None:
            if mention.actor is not None and mention.actor in voice.actors:
                return None
            return ActorRef(mention.actor, mention.name)
        if tokens.stems[at] == SENTENCE_END or tokens.stems[at] in (
            "to",
            "if",
            "unless",
        ):
            return None
    return None


def subject_of(
    tokens: Tokens, covered: dict[int, Mention], index: int, low: int, voice: Voice
) -> ActorRef | None:
    """Find the actor before a verb of the content: "said Iran must stop"."""
    for at in range(index - 1, max(low, index - _TARGET_TOKENS) - 1, -1):
        mention = covered.get(at)
        if mention is not None:
            own = mention.actor is not None and mention.actor in voice.actors
            return None if own else ActorRef(mention.actor, mention.name)
        if tokens.stems[at] == SENTENCE_END:
            return None
    return None


def actor_before(
    tokens: Tokens, covered: dict[int, Mention], index: int, low: int
) -> Mention | None:
    """Find the actor that stands right before a verb, with helping words between."""
    for at in range(index - 1, max(low, index - _TARGET_TOKENS) - 1, -1):
        mention = covered.get(at)
        if mention is not None:
            return mention
        if tokens.stems[at] not in _BEFORE_VERB and not tokens.stems[at].endswith("ly"):
            return None
    return None


_BEFORE_VERB = stem_set(
    "have be do will would also already long now again not never no to government "
    "official side even however , still once more firm once twice don't doesn't didn't won't"
)
