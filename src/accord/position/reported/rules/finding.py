"""Mechanisms: bodies with a decision rule, as a text describes it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from accord.model import (
    DecisionRule,
    Mechanism,
    MechanismStatus,
    Mention,
    RuleKind,
    content_id,
)
from accord.position.reported.lexicon import any_of, load_table
from accord.position.reported.people import party_mention
from accord.position.reported.rules.arrangements import find_arrangement
from accord.position.reported.sentence import Sentence, party_refs
from accord.text.numbers import read_number

__all__ = ["find_mechanisms"]

# In sentences: how far off the body whose rule it is may have been described.
_BACK = 4
_COUNT = r"(\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_QUOTA = re.compile(
    rf"\b(?:at\s+least\s+|any\s+|if\s+)?{_COUNT}\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+)*{_COUNT}\b"
    rf"|\b(?:requires?|needs?|with|takes?)\s+(?:at\s+least\s+|the\s+)?{_COUNT}\s+votes\b"
    rf"|\bof\s+(?:whom|which)\s+(?:at\s+least\s+)?{_COUNT}\s+(?:must|have\s+to|need)\b"
    rf"|\b(?P<parties>(?i:[a-z]+ty|[a-z]+teen|\d+))\s+ratifications\b"
    rf"|\b(?:approval|consent|votes?|agreement|signatures?)\s+of\s+(?:at\s+least\s+)?{_COUNT}\s+"
    r"(?:members|states|countries|guarantors|votes|parties|delegates|governments)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(two|three)[\s-](thirds|quarters|fifths)\s+(?:majority|of\s+(?:the\s+|its\s+|all\s+)*"
    r"(?:votes?|members|delegates|shareholders|shares|states))",
    re.IGNORECASE,
)
# "if more than half of them say no"
_MOST = re.compile(
    r"\b(?:if|when|once|unless)\s+(?:more\s+than\s+half|a\s+majority|most)\s+of\s+(?:the\s+)?(?:\d[\d,]*\s+)?"
    r"(?:them|members|states|shareholders|delegates|voters|ministers|owners)\s+\w+",
    re.IGNORECASE,
)
# Who can stop a thing alone.
_CAN_STOP = re.compile(
    r"\bblocking\s+minority\b|\bgolden\s+share\b|\bcan(?:not|\s+only)\s+be\s+\w+\s+(?:without|with)\s+(?:the|its|his|her"
    r"|their)\s+(?:consent|approval|agreement)\b|\bmust\s+(?:first\s+)?approve\s+(?:any|every|each|all)\b"
    r"|\b(?:which|who)\s+can\s+(?:stop|block|veto)\s+(?:the|any|every)\b|\bwill\s+decide\s+alone\b"
    r"|\bequal\s+number\s+of\s+votes\b",
    re.IGNORECASE,
)
_VETO = re.compile(
    r"\bveto\b|\bwithout\s+the\s+(?:consent|approval|agreement)\b", re.IGNORECASE
)
# What needs no body beside it.
_SAYS_IT_ALL = re.compile(
    rf"{_CAN_STOP.pattern}|\b(?:needs?|requires?|takes?)\s+(?:the\s+(?:votes?|consent|approval)\s+of\s+)?(?:at\s+least\s+)?\d+"
    r"|\bratifications\b|\bof\s+whom\s+\w+\s+must\b|\bonly\s+if\b",
    re.IGNORECASE,
)
_VOTING = re.compile(
    r"\b(?:ratif|vot(?:e|es|ed|ing)\b|decid|must\s+agree|consent|approv|agree|enough|suffic|trigger|suspend|terminat)",
    re.IGNORECASE,
)
_STATUSES: tuple[MechanismStatus, ...] = ("demanded", "agreed")
_PARTS = {"thirds": 3, "quarters": 4, "fifths": 5}
_EACH = re.compile(
    r"\b(?:each|every|all|both|any)\b[^.;]{0,60}?\bveto\b|\bveto\b[^.;]{0,40}?\b(?:each|every|all"
    r"|everybody|everyone|both)\b",
    re.IGNORECASE,
)
_HAS_VETO = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:has|have|holds?|had|gets?|keeps?|enjoys?|wants?|demands?|wield\w*|"
    r"insists?\s+on|would\s+have)\s+(?:a\s+|the\s+|its\s+)?(?:right\s+of\s+|power\s+of\s+)?veto\b"
)
# "nothing without the consent of Arle" gives Arle a veto.
_CONSENT_OF = re.compile(
    r"\bwithout\s+the\s+(?:consent|approval|agreement)\s+of\s+(?:the\s+)?$"
)
_VETO_OF = re.compile(
    r"\bveto\s+(?:for|of|by|held\s+by|power\s+(?:for|of))\s+(?:the\s+)?$"
)
# What a list of members follows: "five guarantors: Arle, Belm and Corva".
_LISTS = re.compile(
    r"(?::|\b(?:of|are|names?|includes?|comprises?|between|among|by|with))\s+(?:the\s+)?$"
)
_INCLUDED = re.compile(r"[\s,—–-]+included\b")
_INCLUDING = re.compile(r"[\s,—–-]+including\s+(?:the\s+)?$")
_TRIGGER = re.compile(
    r"(?<!only\s)\b(?:[Ii]f|[Ww]hen|[Ii]n\s+the\s+event\s+(?:of|that)|[Ii]n\s+case\s+(?:of)?|[Aa]s\s+soon\s+as"
    r"|[Oo]nce|[Bb]efore\s+any)\s+([^,.;]{4,120})"
)
_NOUN_OF = r"(?:\s+of\s+(?:[a-z]+\s+)?[a-z]+)?"
_DECIDED = re.compile(
    r"\b(?:has|have|had|was|were)\s+(?:been\s+)?(?:\w+\s+){0,2}unanimously"
    r"|\b(?:voted|rejected|adopted|approved|elected|passed|agreed|chose|backed)\s+(?:\w+\s+){0,3}"
    r"unanimously|\bunanimously\s+(?:voted|rejected|adopted|approved|elected|passed|backed)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A decision rule in one sentence."""

    kind: RuleKind
    quota: float | None
    everyone: bool


def find_mechanisms(
    sentences: Sequence[Sentence], *, produced_by: str
) -> tuple[Mechanism, ...]:
    """Find the bodies whose decision rule a document describes.

    A rule is told where a sentence that speaks of a body, or follows one that does,
    names how it decides: unanimity, a veto, a majority, so many of so many. A decision
    that was taken unanimously is no rule.

    Args:
        sentences: The document's, without page furniture.
        produced_by: Name and version of who reads them.

    Returns:
        Mechanisms in text order; one body's rule that is told twice is one.

    Cost:
        Linear.
    """
    found: dict[tuple[str, frozenset[str] | str], Mechanism] = {}
    for number, sentence in enumerate(sentences):
        rule = _rule(sentence)
        if rule is None:
            other = _arrangement(sentence, produced_by)
            if other is not None:
                found.setdefault((other.rule.kind, frozenset({other.name})), other)
            continue
        before = sentences[max(0, number - _BACK) : number]
        askers = _ALL_OF.search(sentence.text)
        own = _name([sentence])
        name = askers[1] if askers else own or _name([*reversed(before)])
        if name is None and not _SAYS_IT_ALL.search(sentence.text):
            continue
        after = sentences[number + 1 : number + 1 + _BACK]
        members = _members([sentence, *reversed(before), *after], sentence)
        speaks = (
            sentence.attributions and not askers and _status(sentence.text) != "agreed"
        )
        vague = rule.quota is None
        if not members and not _vetoes(sentence) and speaks and vague:
            # Somebody speaks of a rule, but neither for whom nor of whom.
            continue
        made = _record(sentence, before, rule, (name or "vote", members), produced_by)
        key = (made.rule.kind, frozenset(m.actor or m.name for m in members) or made.id)
        found.setdefault(key, made)
    return tuple(found.values())


# "the consent of all authors": those who are asked are the body.
_ALL_OF = re.compile(
    r"\b(?:consent|approval|agreement|votes?)\s+of\s+(?:all|each|both|every)\s+(?:the\s+|its\s+)?"
    r"(?!members?\b|parties\b|sides\b|states\b|others?\b)([a-z]{4,})\b"
)


@cache
def _words(name: str) -> re.Pattern[str]:
    """Match the words of a list."""
    words = any_of(load_table("dealings.yaml")["mechanism"][name])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _rule(sentence: Sentence) -> _Rule | None:
    """Read how a sentence says that is decided."""
    text = sentence.text
    needs = _words("requires").search(text) or _MOST.search(text)
    if not (needs or _CAN_STOP.search(text)) or _DECIDED.search(text):
        return None
    share, count = _SHARE.search(text), _QUOTA.search(text)
    rule: _Rule | None = None
    if share:
        part = (read_number(share[1]) or 0) / _PARTS[share[2].lower()]
        rule = _Rule("quota", round(part, 4), everyone=False)
    elif _words("weighted").search(text):
        rule = _Rule("weighted", None, everyone=False)
    elif _words("unanimity").search(text) or _EACH.search(text):
        rule = _Rule("unanimity", None, everyone=True)
    elif count and _VOTING.search(text):
        needed = next(group for group in count.groups() if group)
        rule = _Rule("quota", read_number(needed), everyone=False)
    elif _words("majority").search(text) or _MOST.search(text):
        rule = _Rule("majority", None, everyone=False)
    elif (_VETO.search(text) and _vetoes(sentence)) or _CAN_STOP.search(text):
        rule = _Rule("compound", None, everyone=False)
    return rule


def _vetoes(sentence: Sentence) -> list[Mention]:
    """Find who is said to hold, or want, a veto, or whose consent is named."""
    text = sentence.document.text
    found: list[Mention] = []
    for mention in sentence.mentions:
        before = text[sentence.span.start : mention.start]
        if (
            _HAS_VETO.match(text, mention.end, sentence.span.end)
            or _VETO_OF.search(before)
            or _CONSENT_OF.search(before)
            or _INCLUDED.match(text, mention.end, sentence.span.end)
            or _INCLUDING.search(before)
        ):
            found.append(mention)
    unnamed = None if found else _UNNAMED_VETO.match(sentence.text)
    if unnamed:
        start = sentence.span.start
        found = [party_mention(sentence, start, start + len(unnamed[1]))]
    return found


# "Orland demands a veto", of somebody whom only the text knows.
_UNNAMED_VETO = re.compile(
    r"((?:The\s+[a-z]+|[A-Z][\w’-]+)(?:\s+[\w’-]+)?)\s+(?:has|have|holds?|keeps?|wants?|demands?"
    r"|insists?\s+on)"
    r"\s+(?:a|the)\s+(?:right\s+of\s+)?veto\b"
)


@cache
def _name_pattern() -> re.Pattern[str]:
    """Match a body with up to two words before it and what it is of."""
    bodies = any_of(load_table("dealings.yaml")["mechanism"]["bodies"])
    return re.compile(rf"\b((?:[A-Za-z][\w-]*\s+){{0,3}})((?i:{bodies})\b{_NOUN_OF})")


_NOT_IN_NAME = frozenset(
    "the a an of all each every any from for by with that this its their under in to and "
    "or on over into about which has have is are was were would will be both two between no such at as "
    "it he she they said says calling create creates created form forms joins".split()
)
_NOT_AT_END = frozenset(
    "decides decide may must can will would votes needs requires has is was meets".split()
)
_AFTER_NAME = frozenset(
    "the a an any all each this that its their which whom it".split()
)


def _name(scope: Sequence[Sentence]) -> str | None:
    """Find what the text calls the body, nearest to its rule first."""
    for sentence in scope:
        match = _name_pattern().search(sentence.text)
        if match:
            words = match[1].split()
            while any(word.lower() in _NOT_IN_NAME for word in words):
                words.pop(0)
            tail = match[2].split()
            if set(tail[1:]) & _AFTER_NAME:
                tail = tail[:1]
            if tail[-1].lower() in _NOT_AT_END:
                tail.pop()
            return " ".join((*words, *tail))
    return None


def _members(scope: Sequence[Sentence], home: Sentence) -> tuple[Mention, ...]:
    """Find the list of those who decide, nearest to the rule first."""
    for sentence in scope:
        if sentence is not home and not _words("bodies").search(sentence.text):
            continue
        longest: list[Mention] = []
        for mention in sentence.mentions:
            lead = sentence.document.text[sentence.span.start : mention.start]
            if sentence is not home and not _LISTS.search(lead):
                continue
            listed = [m for m in sentence.list_from(mention.start) if _is_body(m)]
            longest = max(longest, listed, key=lambda one: len({m.actor for m in one}))
        count = len({m.actor for m in longest})
        if count >= (2 if sentence is home else 3):
            return tuple(longest)
    return ()


def _is_body(mention: Mention) -> bool:
    """Tell whether a mention is of a state or body."""
    actor = mention.actor
    return actor is not None and not actor.startswith(("per:", "outlet:"))


def _record(
    sentence: Sentence,
    before: Sequence[Sentence],
    rule: _Rule,
    body: tuple[str, Sequence[Mention]],
    produced_by: str,
) -> Mechanism:
    """Make the record."""
    name, members = body
    named = _vetoes(sentence)
    holders = [*members, *named] if rule.everyone else named
    veto = dict.fromkeys(m.actor or m.name for m in holders)
    document, span = sentence.document, sentence.span
    return Mechanism(
        id=content_id("mechanism", document.id, span.start, span.end),
        produced_by=produced_by,
        document=document.id,
        name=name,
        members=party_refs(members),
        rule=DecisionRule(rule.kind, rule.quota, tuple(veto)),
        triggers=next(_triggers([sentence, *reversed(before[-1:])]), None),
        evidence=document.passage(span.start, span.end),
        status=_status(
            sentence.text if _is_said(sentence) else _MUST.sub("", sentence.text)
        ),
    )


def _is_said(sentence: Sentence) -> bool:
    """Tell whether somebody says that something must be so, and not the text itself."""
    must = _MUST.search(sentence.text)
    return (
        must is not None
        and sentence.said_by(sentence.span.start + must.start()) is not None
    )


def _arrangement(sentence: Sentence, produced_by: str) -> Mechanism | None:
    """Make the record of a guarantee, a check, an arbitration or a trigger."""
    told = find_arrangement(sentence)
    if told is None:
        return None
    kind, name, members = told
    document, span = sentence.document, sentence.span
    return Mechanism(
        id=content_id("mechanism", document.id, span.start, span.end),
        produced_by=produced_by,
        document=document.id,
        name=name,
        members=party_refs(members),
        rule=DecisionRule(kind, None, ()),
        triggers=next(_triggers([sentence]), None),
        evidence=document.passage(span.start, span.end),
        status=_status(_MUST.sub("", sentence.text)),
    )


# Who must do something when a trigger is pulled demands nothing.
_MUST = re.compile(r"\bmust\b")
_NOT_AGREED = re.compile(r"\bnot\s+(?:yet\s+)?agreed\b")
# "Under Cairo's draft": what somebody wants.
_DRAFT = re.compile(r"\b[Uu]nder\s+[\w’' ]{2,40}['’]s?\s+(?:draft|plan|proposal)\b")


def _status(text: str) -> MechanismStatus:
    """Tell whether a rule is only wanted, or was settled."""
    if _DRAFT.search(text) or _NOT_AGREED.search(text):
        return "demanded"
    for status in _STATUSES:
        if _words(status).search(text):
            return status
    return "described"


def _triggers(scope: Sequence[Sentence]) -> Iterator[str]:
    """Find what sets a body in motion."""
    for sentence in scope:
        for match in _TRIGGER.finditer(sentence.text):
            yield " ".join(match[1].split())
