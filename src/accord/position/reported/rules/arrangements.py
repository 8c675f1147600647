"""Arrangements that are no votes: guarantees, verification, arbitration, triggers."""

import re

from accord.model import Mention, RuleKind
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Sieve

__all__ = ["URGED", "Arrangement", "find_arrangement"]

#: What sort of arrangement, its name in the text's words, and who takes part.
Arrangement = tuple[RuleKind, str, tuple[Mention, ...]]

_GUARANTEE = Sieve(
    r"\b(?:stands?|stood|acts?|acted|serves?|served|remains?|named|is|are|were|was|be|become|became|with\s+[A-Z][\w-]+)"
    r"\s+(?:as\s+)?(?:the\s+|a\s+|joint\s+)*(?P<name>guarantors?)(?:\s+(?:of|for|to)\b|(?=,))"
)
_BODY = (
    r"(?:trustees?|officers|experts|monitors?|inspectors?|observers?|mission|agency|commission|committee|body|panel|team"
    r"|peacekeepers|auditors?)"
)
_DUTY = r"(?:will|shall|must|would|should|may|is\s+to|are\s+to)"
_VERIFICATION = Sieve(
    rf"\b(?P<name>{_BODY})\b[^.;,]{{0,60}}?\b{_DUTY}\s+(?:[a-z]+\s+)?(?:verify|monitor|inspect"
    r"|supervise|oversee|certify)\b"
    rf"|\b(?:let|lets|that)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}{_BODY}\s+(?:verify|monitor|inspect|supervise|oversee|check|audit)\b"
    rf"|\b(?:inspectors|monitors|observers|officers|auditors)\s+(?:verify|verified|monitor|inspect|inspected|check|checked|patrol|watch)\b"
    rf"|\b{_DUTY}\s+carry\s+out\s+(?:[a-z]+\s+)?(?:checks|inspections|audits)\b"
    r"|\b(?:wants?|demands?|asked\s+for|proposes?)\s+(?:its\s+own\s+|international\s+|neutral\s+|foreign\s+|\w+\s+)?(?:monitors|inspectors|observers)\b"
    r"|\b(?:demand\w*|want\w*|propos\w*|insist\w*|agreed)\s+that\s+[^.;,]{2,60}?\s(?:verify|inspect"
    r"|certify|monitor|supervise)\b(?!\s+(?:the\s+)?situation)",
    re.IGNORECASE,
)
_ARBITRATION = Sieve(
    r"\b(?:call|calls|called)\s+in\s+(?P<panel>(?:an?\s+)?(?:panel|tribunal)?\s*(?:of\s+)?(?:\w+\s+)?arbitrators?)\b"
    r"|\b(?:go|goes|bring|brings|brought|take|takes|come|comes|put)\s+(?:[^.;,]{2,40}\s+)?(?:before|to)\s+(?:an?\s+|the\s+)?(?P<bench>(?:[\w-]+\s+){0,2}"
    r"(?:arbitration(?:\s+(?:panel|tribunal))?|tribunal|joint\s+commission|fact-finder|International\s+Court\s+of\s+Justice))\b"
    r"|\b(?:is|are)\s+to\s+rule\s+on\b|\bneither\s+(?:side|party)\s+(?:can|may)\s+appeal\b"
    r"|\b(?:award|ruling|decision|findings)\b[^.;]{0,30},?\s+(?:will\s+|shall\s+)?binds?\s+(?!nobody|no\b)\w"
    r"|\blet\s+an?\s+(?P<judge>(?:\w+\s+)?(?:arbitrator|judge|panel|expert))\s+(?:settle|decide|rule)\b"
    r"|\b(?:goes|go|went|referred|refer|refers|submitted|submit|submits|taken|taking)\s+to\s+(?:an?\s+|the\s+)?"
    r"(?P<name>(?:[\w-]+\s+){0,2}(?:arbitration(?:\s+panel)?|arbitrators?|tribunal|International\s+Court\s+of"
    r"\s+Justice))\b"
    r"|\b(?:ruling|rulings|award|awards|decision|decisions)\s+(?:is|are|will\s+be|would\s+be|shall\s+be)"
    r"\s+(?:final\s+and\s+)?binding\b"
    r"|\b(?:wants|want|demands?|demanded|asked|urged|agreed\s+(?:for|to\s+let))\s+(?:the\s+|an?\s+)?"
    r"(?P<court>International\s+Court\s+of\s+Justice|(?:[\w-]+\s+){0,2}(?:tribunal|experts?|panel)|arbitrators?)\s+to\s+"
    r"(?:decide|rule|settle)\b"
)
_IF = r"(?:if|once|when|unless|as\s+soon\s+as|in\s+case)"
_AUTOMATIC = Sieve(
    rf"\b(?P<clause>(?:release|snapback|snap-back|escalator|trigger|sunset|review|indexation)\s+clause)\b"
    rf"[^.;]{{0,20}}\b{_IF}\b"
    rf"|\bautomatically\b[^.;]{{0,60}}\b{_IF}\b|\b{_IF}\b[^.;]{{4,120}}\bautomatically\b"
    r"|\b(?:either|any|each)\s+(?:of\s+the\s+\w+\s+)?(?:participant|party|parties|camp|government|member|state|side|signatory|country)\s+(?:may|can|could)\s+(?:restore|end"
    r"|trigger|invoke|suspend|reimpose|terminate|call)\b"
    r"|\bcan\s+be\s+(?:revised|terminated|reopened|ended|suspended)\b[^.;]{0,40}\bif\s+(?:either|any|one)\b"
    r"|\b(?:follows|rises|lapses|kicks\s+in|applies|takes\s+effect)\b[^.;]{0,40}\bunless\b"
    rf"|\b(?:should|{_IF})\b[^.;]{{4,100}},\s+(?:the|either|any)\s+\w+\s+(?:may|can|must)\s+(?:reopen|terminate|suspend|end|withdraw"
    r"|leave|restore|revise|cancel|raise)\b"
    rf"|\b{_IF}\b[^.;]{{4,120}},\s+(?:both|the|all|either)\s+(?:two\s+)?(?:sides?|parties|party|states)\s+"
    r"(?:must|shall|will\s+have\s+to)\b",
    re.IGNORECASE,
)
#: "urged both sides to go to arbitration" asks for a step, and tells no rule.
URGED = re.compile(
    r"\b(?:urg\w+|call(?:s|ed|ing)?\s+on|appeal\w*\s+to|advis\w+|encourag\w+|invit\w+)\s[^.;]{2,60}\bto\s+(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[RuleKind, Sieve, str], ...] = (
    ("guarantee", _GUARANTEE, "guarantors"),
    ("arbitration", _ARBITRATION, "arbitration"),
    ("verification", _VERIFICATION, "verification"),
    ("automatic", _AUTOMATIC, "trigger"),
)


def find_arrangement(sentence: Sentence) -> Arrangement | None:
    """Find how a sentence says that something is secured, checked, settled or set off.

    Cost:
        Linear.
    """
    for kind, pattern, usual in _KINDS:
        match = pattern.search(sentence.text)
        if match is None or URGED.search(sentence.text[: match.start()]):
            continue
        groups = match.groupdict()
        name = next((words for words in groups.values() if words), None)
        members: tuple[Mention, ...] = ()
        if kind == "guarantee":
            start = sentence.span.start + match.start("name")
            before = [m for m in sentence.mentions if m.end <= start]
            members = tuple(sentence.list_until(before[-1].end)) if before else ()
            if not members:
                continue
        return kind, " ".join((name or usual).split()), members
    return None
