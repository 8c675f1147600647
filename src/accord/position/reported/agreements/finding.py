"""Agreements: who agrees with whom on what, how far it has come, who disputes it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from accord.model import (
    Agreement,
    AgreementStatus,
    Attribution,
    Mention,
    Passage,
    content_id,
)
from accord.position.reported.agreements.commitments import find_commitments
from accord.position.reported.agreements.contests import find_contests, with_contests
from accord.position.reported.agreements.found import Found, Retold
from accord.position.reported.agreements.told import find_told
from accord.position.reported.contacts.between import two_sides
from accord.position.reported.lexicon import any_of, load_table
from accord.position.reported.people import people_before, side_of
from accord.position.reported.sentence import Sentence, party_refs
from accord.text.sieve import Sieve

__all__ = ["find_agreements"]

_PARTIES = 2
# How far the word that tells the status may stand from the noun, in characters.
_NEAR = 90
# Best known status first: what was drafted and then signed is signed.
_RANK: tuple[AgreementStatus, ...] = (
    "in-force", "signed", "failed", "drafted", "proposed",
)  # fmt: skip
# What may stand between the noun, or the verb after it, and its parties.
_BETWEEN = re.compile(
    r"[\s,]*(?:(?:signed|concluded|reached|struck|drafted|negotiated|sealed|made|agreed)\s+)?"
    r"(?:(?:on|in|last|this|at)\s+[\w\s]{1,30}?)?(?:between|among|by)\s+(?:both\s+)?(?:the\s+)?"
)
_WITH = re.compile(r"(?:\s+(?:on|of|for|in)\s+[^.;:,]{1,60}?)?\s+with\s+(?:the\s+)?")
# "the 2008 pact", "the truce of 2021"
_YEAR = re.compile(r"\b(?<!in\s)((?:1[6-9]|20)\d\d)(?=\s+\w|\W|$)")
# A provision in quotation marks ends with them.
_END_OF_QUOTE = re.compile(r"[,.][”\"]")
_DATE_WORD = re.compile(r"[A-Z][a-z]+day|[A-Z][a-z]{2,8}|\d{1,4}(?:st|nd|rd|th)?,?")
# In characters: a provision is a clause, not a page.
_LONGEST_PROVISION = 300
# In sentences: how far on provisions of an agreement are looked for.
_REACH = 12


def find_agreements(
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    *,
    produced_by: str,
) -> tuple[Agreement, ...]:
    """Find the agreements a document reports.

    An agreement is reported where a sentence calls it by a noun and tells how far it
    has come. Later mentions of one between the same parties are the same agreement.
    Where fewer than two parties are named the word that tells the status must stand
    closer, and the record names as many as the text does.

    Args:
        sentences: The document's, without page furniture.
        attributions: The document's; those that deny an agreement's force contest it.
        produced_by: Name and version of who reads them.

    Returns:
        Agreements in text order.

    Cost:
        Linear in the text, times the number of agreements.
    """
    stories: list[Retold] = []
    known: tuple[Mention, ...] = ()
    for sentence in sentences:
        for found in _in_sentence(sentence, known):
            known = found.parties if len(found.names) >= _PARTIES else known
            known_one = next(
                (s for s in reversed(stories) if s.is_told_by(found)), None
            )
            if known_one is None:
                stories.append(Retold(found))
            else:
                known_one.add(found)
    made = [_record(story.told, sentences, produced_by) for story in stories]
    made.sort(key=lambda agreement: agreement.evidence)
    contests = list(find_contests(sentences, attributions)) if made else []
    return tuple(with_contests(one, made, contests) for one in made)


_PARTY = (
    r"(?:[Tt]he\s+)?(?!\w+day\b)(?:[A-Z][\w’'-]+|(?<=[Tt]he\s)[a-z][\w’'-]+)"
    r"(?:\s+(?!(?:for|in|on|at|to|with|by|from|after|before|over|and|met|held)\b)[\w’'-]+){0,3}?"
)
# "Brask and Orland signed", "The union and the operator have reached".
_PAIR = re.compile(
    rf"(?P<one>{_PARTY})\s+and\s+(?P<other>{_PARTY})\s+(?:(?:have|has|had|finally|today"
    r"|yesterday|also|now|already|on\s+\w+)\s+){0,3}$"
)


@cache
def _noun_pattern() -> Sieve:
    """Match an agreement's noun with up to three words of its kind."""
    nouns = any_of(load_table("dealings.yaml")["agreement"]["nouns"])
    return Sieve(rf"\b((?:[a-z][\w-]*\s+){{0,3}})({nouns})\b", re.IGNORECASE)


@cache
def _status_pattern() -> re.Pattern[str]:
    """Match a word that tells how far an agreement has come."""
    status = load_table("dealings.yaml")["agreement"]["status"]
    groups = (
        f"(?P<{name.replace('-', '_')}>{any_of(words)})"
        for name, words in status.items()
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE)


@cache
def _before_pattern(name: str) -> re.Pattern[str]:
    """Match a word of a list that stands close before something."""
    words = any_of(load_table("dealings.yaml")["agreement"][name])
    return re.compile(rf"\b(?:{words})\s+(?:[\w’'-]+\s+){{0,3}}$", re.IGNORECASE)


def _in_sentence(sentence: Sentence, known: tuple[Mention, ...]) -> Iterator[Found]:
    """Find the agreements of one sentence; "the sides" are the last ones that agreed."""
    text = sentence.text
    offset = sentence.span.start
    nouns: list[tuple[int, int]] = []
    for match in _noun_pattern().finditer(text):
        noun = (match.start(2) + offset, match.end(2) + offset)
        told = _status(text, match)
        if told is None:
            continue
        status, verb = told
        parties = _parties(sentence, noun, verb + offset)
        if len(parties) < _PARTIES:
            listed = tuple(people_before(sentence, verb + offset) or ())
            pair = _pair(sentence, verb + offset)
            best = max(pair, listed, key=len)
            parties = best if len(best) >= _PARTIES else parties
        parties = parties or two_sides(sentence, verb + offset, known)
        if len({m.actor or m.name for m in parties}) >= 2:
            nouns.append(noun)
            year = _YEAR.search(text, max(0, match.start() - 5), match.end() + 8)
            yield Found(
                sentence,
                parties,
                _kind(match),
                status,
                noun,
                verb + offset,
                year=year and year[1],
            )
    for one in find_commitments(sentence):
        nouns.append(one.noun)
        yield Found(sentence, one.parties, one.kind, one.status, one.noun, one.verb)
    for found in find_told(sentence):
        if not any(a < found.noun[1] and found.noun[0] < b for a, b in nouns):
            yield found


def _status(text: str, noun: re.Match[str]) -> tuple[AgreementStatus, int] | None:
    """Find the nearest word that tells a noun's status, and what it tells."""
    low = max(0, noun.start(2) - _NEAR)
    nearest = min(
        _status_pattern().finditer(text, low, min(len(text), noun.end() + _NEAR)),
        key=lambda m: (
            _is_adjective(m, noun),
            min(abs(noun.start(2) - m.end()), abs(m.start() - noun.end())),
        ),
        default=None,
    )
    if nearest is None or ";" in text[nearest.end() : noun.start(2)]:
        return None
    before = text[max(0, nearest.start() - 60) : nearest.start()]
    if _before_pattern("negated").search(before):
        return None
    name = (nearest.lastgroup or "").replace("_", "-")
    status = next(s for s in _RANK if s == name)
    if status in {"signed", "in-force"} and _before_pattern("unreal").search(before):
        status = "proposed"
    return status, nearest.start()


def _is_adjective(word: re.Match[str], noun: re.Match[str]) -> bool:
    """Tell the "draft" of a draft agreement, which says least of how far it has come."""
    return word.group().lower() == "draft" and word.end() + 1 == noun.start(2)


def _kind(match: re.Match[str]) -> str:
    """Name the kind of agreement in the text's words."""
    stop = {str(w) for w in load_table("dealings.yaml")["agreement"]["not_of_kind"]}
    words: list[str] = []
    for word in reversed(match[1].split()):
        if word.lower() in stop or word[0].isupper():
            break
        words.insert(0, word.lower())
    return " ".join((*words, " ".join(match[2].lower().split())))


def _is_body(mention: Mention) -> bool:
    """Tell whether a mention is of somebody who can be party to an agreement."""
    actor = mention.actor
    return actor is not None and not actor.startswith(("per:", "outlet:"))


def _parties(
    sentence: Sentence, noun: tuple[int, int], verb: int
) -> tuple[Mention, ...]:
    """Find who agrees: after "between" or "by", or who acts and with whom."""
    text = sentence.document.text
    scene = replace(sentence, mentions=tuple(filter(_is_body, sentence.mentions)))
    for mention in scene.mentions:
        if mention.start > noun[1] and _BETWEEN.fullmatch(
            text[noun[1] : mention.start]
        ):
            return tuple(scene.list_from(mention.start))
    start = min(noun[0], verb)
    actors = [m for m in scene.mentions if m.end <= start]
    subject = scene.list_until(actors[-1].end) if actors else []
    if subject and not _acts(text[subject[-1].end : start]):
        subject = []
    after_noun = next((m for m in scene.mentions if m.start >= noun[1]), None)
    if after_noun and _WITH.fullmatch(text[noun[1] : after_noun.start]):
        return (*subject, *scene.list_from(after_noun.start))
    if after_noun and after_noun.start < verb and not subject:
        return _that_they_sign(scene, after_noun, noun, verb)
    return tuple(subject)


def _pair(sentence: Sentence, verb: int) -> tuple[Mention, ...]:
    """Read "the union and the operator" before a verb; either may be known."""
    match = _PAIR.search(sentence.document.text, sentence.span.start, verb)
    if match is None:
        return ()
    sides = tuple(side_of(sentence, *match.span(side)) for side in ("one", "other"))
    return () if any((m.actor or "").startswith("outlet:") for m in sides) else sides


def _that_they_sign(
    scene: Sentence, first: Mention, noun: tuple[int, int], verb: int
) -> tuple[Mention, ...]:
    """Read "the pact that Arle and the Bund signed", "which Arle signed with"."""
    text = scene.document.text
    listed = scene.list_from(first.start)
    if listed[-1].end > verb or not _acts(text[noun[1] : first.start]):
        return ()
    partner = next((m for m in scene.mentions if m.start > verb), None)
    if len(listed) == 1 and partner:
        gap = text[verb : partner.start].split(maxsplit=1)
        if len(gap) == 2 and _WITH.fullmatch(f" {gap[1]}"):
            return (*listed, *scene.list_from(partner.start))
    return tuple(listed)


def _acts(gap: str) -> bool:
    """Tell whether only helpers stand between a subject and its verb."""
    if len(gap) > _NEAR:
        return False
    helpers = load_table("dealings.yaml")["agreement"]["helpers"]
    return all(
        word.strip(",").lower() in helpers or _DATE_WORD.fullmatch(word)
        for word in gap.split()
    )


def _record(
    group: Sequence[Found], sentences: Sequence[Sentence], produced_by: str
) -> Agreement:
    """Make the record of one agreement from all sentences that report it."""
    firm = [found for found in group if not found.weak] or group
    status = min((found.status for found in firm), key=_RANK.index)
    best = [found for found in firm if found.status == status]
    dates = (found.sentence.date_near(found.verb) for found in best)
    if status != "proposed":
        # What was done was not done on a day to come.
        dates = (date for date in dates if not best[0].sentence.is_to_come(date))
    told = dict.fromkeys(p for f in group for p in _provisions(sentences, f))
    # A headline tells less than the text below it.
    main = next((found for found in best if found.sentence.line), best[0])
    document, span = main.sentence.document, main.sentence.span
    named = max((found.parties for found in group), key=lambda all_of: len(set(all_of)))
    named = main.parties if len(main.names) >= _PARTIES else named
    parties = sorted({m.actor or m.name for m in named})
    return Agreement(
        id=content_id("agreement", document.id, parties, span.start, span.end),
        produced_by=produced_by,
        document=document.id,
        parties=party_refs(named),
        kind=main.kind,
        status=status,
        date=next((date for date in dates if date), None),
        provisions=tuple(sorted(told)),
        contested_by=(),
        evidence=document.passage(span.start, span.end),
    )


@cache
def _provision_pattern() -> re.Pattern[str]:
    """Match what an agreement says, up to the end of the clause."""
    table = load_table("dealings.yaml")["agreement"]
    told, done = any_of(table["provisions"]), any_of(table["provision_verbs"])
    clause = rf"(?:[^.;]|\.(?=\d)){{4,{_LONGEST_PROVISION}}}"
    return re.compile(
        rf"\b(?:(?:{told})\s+({clause})|((?:{done})\s+{clause}))", re.IGNORECASE
    )


@cache
def _subject_pattern() -> re.Pattern[str]:
    """Match a sentence that goes on about an agreement."""
    nouns = any_of(load_table("dealings.yaml")["agreement"]["nouns"])
    return re.compile(
        rf"\s*(?:it|this|under\s+it|(?P<named>(?:under\s+)?the\s+(?:\w+\s+){{0,2}}"
        rf"(?:{nouns}|draft|text|document)))\b",
        re.IGNORECASE,
    )


def _provisions(sentences: Sequence[Sentence], found: Found) -> Iterator[Passage]:
    """Cut out what an agreement says, in its sentence and further on."""
    at = bisect_left(sentences, found.sentence.span.start, key=lambda s: s.span.start)
    for number, sentence in enumerate(sentences[at : at + _REACH]):
        own = sentence is found.sentence
        subject = None if own else _subject_pattern().match(sentence.text)
        # "It" is the agreement only right after it; "the pact" still is later.
        named = subject is not None and (subject["named"] or number == 1)
        if not own and not named:
            continue
        start = found.noun[1] if own else sentence.span.start
        text = sentence.document.text
        for match in _provision_pattern().finditer(text, start, sentence.span.end):
            group = 1 if match[1] else 2
            first = match.start(group)
            said = (c.end for a in sentence.attributions for c in a.content.spans)
            last = min((end for end in said if end > first), default=match.end())
            words = text[first : min(last, match.end())]
            words = _END_OF_QUOTE.split(words)[0].rstrip(" ,\"”’'")
            if words:
                yield sentence.document.passage(first, first + len(words))
                break
