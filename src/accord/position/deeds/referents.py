"""Referents: whom "she", "it" and "its parliament" stand for."""

from bisect import bisect_left

from accord.model import ActorRef
from accord.position.deeds.subjects import (
    HELPERS,
    Subject,
    find_named,
    find_opening,
    find_subject,
)
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem_set

__all__ = [
    "BODY_PRONOUNS",
    "find_body",
    "find_owner",
    "find_referent",
    "first_subject",
]

_PRONOUNS = stem_set("he she it they")
_PERSONS = stem_set("he she")
#: Pronouns that may stand for a body.
BODY_PRONOUNS = frozenset(("they", "it"))
# "But it opposes the force": what may open a sentence before its pronoun.
_OPENERS = stem_set("but and yet instead however still meanwhile now nevertheless also")
_QUOTES = frozenset('"“”„«»')
_ISSUED = stem_set(
    "statement communique message letter release note tweet post declaration"
)
_ISSUED_BY = stem_set("by from of")
_PRONOUN_TOKENS = 4
_BODY_SENTENCES = 2
# How a mention was found that names a person, whose nothing is that is "its".
_OF_PERSONS = frozenset(("text-name", "full-name", "titled-surname", "surname"))
_PLACING = stem_set("in across at near around outside inside throughout from")


def find_owner(page: Page, at: int, sentence: range) -> ActorRef | None:
    """Find whose "its parliament" is: whom its sentence names before, or the one before it."""
    owner = _owner(page, range(sentence.start, at))
    return owner or _owner_before(page, sentence, neuter=_is_neuter(page, at))


def _is_neuter(page: Page, at: int) -> bool:
    """Tell "its", which is nothing of a person's."""
    return page.tokens.stems[at : at + 1] == ("its",)


def _owner(page: Page, before: range) -> ActorRef | None:
    """Find the only actor named before "its ambassador" in the sentence.

    Where something happens is not whose it is: "crews across Ireland, their union said".
    """
    stems, covered = page.tokens.stems, page.scene.covered
    neuter = _is_neuter(page, before.stop)
    named = {
        mention.actor: mention
        for at in before
        if (mention := covered.get(at)) is not None
        and mention.actor
        and not (neuter and mention.rule in _OF_PERSONS)
        and stems[at] != SENTENCE_END
        and not (at and covered.get(at - 1) is None and stems[at - 1] in _PLACING)
    }
    if len(named) != 1:
        return None
    ((actor, mention),) = named.items()
    return ActorRef(actor, mention.name)


def _owner_before(page: Page, sentence: range, *, neuter: bool) -> ActorRef | None:
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
            and not (neuter and mention.rule in _OF_PERSONS)
        ):
            return ActorRef(mention.actor, mention.name)
    who = first_subject(page, previous.start, previous.stop)
    return ActorRef(None, who.name) if who else None


def find_body(page: Page, sentence: range) -> Subject | None:
    """Find which body "the company" or "a spokesman" is of: the subject before it.

    Args:
        page: The document.
        sentence: The sentence of those words.

    Returns:
        A name of several words, or of one that is known; nothing of a person.
    """
    for _ in range(_BODY_SENTENCES):
        if not sentence.start:
            return None
        sentence = page.sentence(range(sentence.start - 1, sentence.start))
        noun = page.tokens, page.scene.covered, page.document.text
        found = first_subject(page, sentence.start, sentence.stop)
        found = found or find_opening(*noun, sentence)
        if found is not None and _is_body(page, found):
            return found
    return None


def _is_body(page: Page, who: Subject) -> bool:
    """Tell "Norsteel" and "the Bakers' Guild" from "trade" and "Jane Doe"."""
    mention = who.mention
    if mention is not None and mention.actor is not None:
        person = mention.actor.startswith("per:") or mention.rule in _OF_PERSONS
        return not (person or mention.gender or mention.roles)
    names = [at for at in range(who.first, who.last) if at in page.tokens.capitals]
    inner = [at for at in names if page.tokens.stems[at - 1] != SENTENCE_END and at]
    return len(names) == who.last - who.first and len(inner) > 0


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
    opening = (w for w in stems[sentence.start : before] if w not in _OPENERS)
    if not sentence.start or any(word != "," for word in opening):
        return None
    previous = page.sentence(range(sentence.start - 1, sentence.start))
    if stems[before] == "they" and previous.start and _is_quoted(page, previous):
        # What somebody is quoted with does not say who "they" are.
        previous = page.sentence(range(previous.start - 1, previous.start))
    return _meant_by(page, stems[before], previous)


def _meant_by(page: Page, pronoun: str, previous: range) -> Subject | None:
    """Find whom a pronoun means in the sentence before."""
    found = first_subject(page, previous.start, previous.stop)
    if found is not None and pronoun in _PERSONS and not found.name.istitle():
        return None
    mention = page.scene.covered.get(previous.start)
    if found is None and mention is not None:
        found = Subject(previous.start, previous.start + 1, mention, mention.name)
    if found is None and pronoun in BODY_PRONOUNS:
        found = find_opening(
            page.tokens, page.scene.covered, page.document.text, previous
        )
    if found is None and pronoun == "it":
        found = _issuer(page, previous)
    if found is not None and pronoun in BODY_PRONOUNS and _is_person(found):
        return None
    return found


def _issuer(page: Page, sentence: range) -> Subject | None:
    """Find whose "A statement by the Homeland Front." is."""
    stems = page.tokens.stems
    for at in sentence[1:-1]:
        if stems[at] in _ISSUED_BY and stems[at - 1] in _ISSUED:
            noun = page.tokens, page.scene.covered, page.document.text
            return find_named(*noun, at + 1, sentence.stop)
    return None


def _is_person(who: Subject) -> bool:
    """Tell one person, whom neither "it" nor "they" means."""
    actor = who.mention.actor if who.mention else None
    return actor is not None and actor.startswith("per:")


def _is_quoted(page: Page, sentence: range) -> bool:
    """Tell a sentence that opens with a quotation."""
    start = page.tokens.starts[sentence.start]
    return not _QUOTES.isdisjoint(page.document.text[max(0, start - 1) : start + 1])


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
