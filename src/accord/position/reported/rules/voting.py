"""How a body decides, told by words that stand anywhere in a sentence."""

import re
from dataclasses import dataclass

from accord.model import Mention, RuleKind
from accord.position.reported.people import party_mention
from accord.position.reported.rules.bodies import mechanism_words
from accord.position.reported.sentence import Sentence
from accord.text.numbers import read_number
from accord.text.sieve import Sieve

__all__ = ["Rule", "asked_of", "find_vetoes", "needs_no_body", "read_rule"]

_COUNT = r"(\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_QUOTA = Sieve(
    rf"\b(?:at\s+least\s+|any\s+|if\s+)?{_COUNT}\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+)*{_COUNT}\b"
    rf"|\b(?:requires?|needs?|with|takes?)\s+(?:at\s+least\s+|the\s+)?{_COUNT}\s+votes\b"
    rf"|\bof\s+(?:whom|which)\s+(?:at\s+least\s+)?{_COUNT}\s+(?:must|have\s+to|need)\b"
    rf"|\b(?P<parties>(?i:[a-z]+ty|[a-z]+teen|\d+))\s+ratifications\b"
    rf"|\b(?:approval|consent|votes?|agreement|signatures?)\s+of\s+(?:at\s+least\s+)?{_COUNT}\s+"
    r"(?:members|states|countries|guarantors|votes|parties|delegates|governments)\b",
    re.IGNORECASE,
)
_SHARE = Sieve(
    r"\b(two|three)[\s-](thirds|quarters|fifths)\s+(?:majority|of\s+(?:the\s+|its\s+|all\s+)*"
    r"(?:votes?|members|delegates|shareholders|shares|states))",
    re.IGNORECASE,
)
# "if more than half of them say no"
_MOST = Sieve(
    r"\b(?:if|when|once|unless)\s+(?:more\s+than\s+half|a\s+majority|most)\s+of\s+(?:the\s+)?(?:\d[\d,]*\s+)?"
    r"(?:them|members|states|shareholders|delegates|voters|ministers|owners)\s+\w+",
    re.IGNORECASE,
)
# Who can stop a thing alone.
_CAN_STOP = Sieve(
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
    rf"{_CAN_STOP.source}|\b(?:needs?|requires?|takes?)\s+(?:the\s+(?:votes?|consent|approval)\s+of\s+)?(?:at\s+least\s+)?\d+"
    r"|\bratifications\b|\bof\s+whom\s+\w+\s+must\b|\bonly\s+if\b",
    re.IGNORECASE,
)
_VOTING = re.compile(
    r"\b(?:ratif|vot(?:e|es|ed|ing)\b|decid|must\s+agree|consent|approv|agree|enough|suffic|trigger|suspend|terminat)",
    re.IGNORECASE,
)
_PARTS = {"thirds": 3, "quarters": 4, "fifths": 5}
_EACH = Sieve(
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
_INCLUDED = re.compile(r"[\s,—–-]+included\b")
_INCLUDING = re.compile(r"[\s,—–-]+including\s+(?:the\s+)?$")
_DECIDED = Sieve(
    r"\b(?:has|have|had|was|were)\s+(?:been\s+)?(?:\w+\s+){0,2}unanimously"
    r"|\b(?:voted|rejected|adopted|approved|elected|passed|agreed|chose|backed)\s+(?:\w+\s+){0,3}"
    r"unanimously|\bunanimously\s+(?:[a-z]+ed|chose|passed|threw|sent)\b"
    r"|\b(?:part\s+of|made|issued|handed\s+down|in)\s+an?\s+unanimous\b|\b(?:vast|overwhelming|great|large|huge)\s+majority\b|\bon\s+which\s+(?:we|they)\s+all\s+agree",
    re.IGNORECASE,
)


# "the consent of all authors": those who are asked are the body.
_ALL_OF = re.compile(
    r"\b(?:consent|approval|agreement|votes?)\s+of\s+(?:all|each|both|every)\s+(?:the\s+|its\s+)?"
    r"(?!members?\b|parties\b|sides\b|states\b|others?\b)([a-z]{4,})\b"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A decision rule in one sentence.

    Attributes:
        kind: Its kind.
        quota: How many have to agree; None unless a number is given.
        everyone: Whether each member has a veto.
    """

    kind: RuleKind
    quota: float | None
    everyone: bool


def needs_no_body(text: str) -> bool:
    """Tell whether words are a rule though no body is named beside them."""
    return _SAYS_IT_ALL.search(text) is not None


def asked_of(text: str) -> str | None:
    """Tell who is asked where those who are asked are the body."""
    found = _ALL_OF.search(text)
    return found and found[1]


def read_rule(sentence: Sentence) -> Rule | None:
    """Read how a sentence says that is decided."""
    text = sentence.text
    needs = mechanism_words("requires").search(text) or _MOST.search(text)
    if not (needs or _CAN_STOP.search(text)) or _DECIDED.search(text):
        return None
    share, count = _SHARE.search(text), _QUOTA.search(text)
    rule: Rule | None = None
    if share:
        part = (read_number(share[1]) or 0) / _PARTS[share[2].lower()]
        rule = Rule("quota", round(part, 4), everyone=False)
    elif mechanism_words("weighted").search(text):
        rule = Rule("weighted", None, everyone=False)
    elif mechanism_words("unanimity").search(text) or _EACH.search(text):
        rule = Rule("unanimity", None, everyone=True)
    elif count and _VOTING.search(text):
        needed = next(group for group in count.groups() if group)
        rule = Rule("quota", read_number(needed), everyone=False)
    elif mechanism_words("majority").search(text) or _MOST.search(text):
        rule = Rule("majority", None, everyone=False)
    elif (_VETO.search(text) and find_vetoes(sentence)) or _CAN_STOP.search(text):
        rule = Rule("compound", None, everyone=False)
    return rule


def find_vetoes(sentence: Sentence) -> list[Mention]:
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
