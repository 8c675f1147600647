"""Agreements of which a text names one party or none: "both had signed", "the 2015 deal"."""

import re
from collections.abc import Iterator
from functools import cache

from accord.model import AgreementStatus, Mention
from accord.position.reported.agreements.found import Found
from accord.position.reported.agreements.nounless import find_nounless
from accord.position.reported.lexicon import load_table
from accord.position.reported.people import people_at, people_before
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Sieve

__all__ = ["find_told"]

_STATUSES: tuple[AgreementStatus, ...] = (
    "failed", "in-force", "signed", "drafted", "proposed",
)  # fmt: skip
# A sentence without any of these tells no agreement; most have none.
_MAYBE = Sieve(
    r"agree|deal|accord|pact|treat|memorandum|protocol|settle|truce|cease|armistice|contract|compact|declaration"
    r"|statement|road\s?map|framework|compromise|bargain|understanding|letter\s+of|heads\s+of|covenant|concordat"
    r"|convention|charter|arrangement|guideline|opportunity\s+act|clos(?:ed|es)|initial|sealed|cleared|finali|text\s+on"
    r"|draft|offer|terms|proposal|hands\s+on|dispute|quarrel|row\b|suit|feud|hatchet|peace|differences|standoff|relations|ties\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\{([a-z_]+)\}")
_NESTED = 2
_OWN = (
    r"(?:(?:an?|the|its|their|his|her|our|this|that|these|those|another|one|two|three|four|several|both"
    r"|\w+s?[’']s?)\s+)"
)
_WORDS = r"(?:(?!(?:to|of|in|on|with|by|for|at|from|not|no|and|or|that|which|it|be|have|he|she|they|we|you|who|whose|can|will|must|without)(?![\w-]))[\w’'&.%-]+\s+){0,5}?"
# What is only said of what an agreement does tells least of how far it has come.
_DETERMINED = re.compile(_OWN, re.IGNORECASE)
_IN_FORCE = re.compile(
    r"ratif|renew|extend|prolong|.*\b(?:into|in)\s+force|.*effect|.*ratified",
    re.IGNORECASE,
)
_IF = re.compile(r"\s+(?:if|unless|once|when|should)\b")
# "was ratified by Belm"
_DONE_BY = re.compile(r"\s+by\s+(?:the\s+)?(?=[A-Z])")
_AGREE_THAT = re.compile(r"agree\w*\s+that\b", re.IGNORECASE)
# "signed peace pacts"
_BARE = r"(?:(?!(?:to|of|in|on|with|by|for|at|from|not|no|and|or|that|which|it|be|have)(?![\w-]))[a-z’'&-]+\s+){0,2}?"
# What makes the words unreal, or denies them, in the clause before.
_REACH = 50
_UNREAL = re.compile(
    r"\b(?:could|would|may|might|can|will|shall|should|must|to|ready|hop\w+|if|until|before|unless|plans?"
    r"|likely|expected|possible|failed|urge\w*|promise\w*)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no|n[’']t|without|cannot|refus\w+|declin\w+|nor|neither|fail\w*|unable|inability|instead\s+of|rather\s+than|interested\s+in)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:an?|another|separate|earlier|similar|new|previous|one)\b", re.IGNORECASE
)
_KNOWN = re.compile(r"(?:the|this|that|its|their|such|under\s+the)\b", re.IGNORECASE)
_IDIOM = re.compile(
    r"\b(?:good|great|big|raw|real|own|whole|done|square|better|bad|book|record|package|gun|plea)\s+(?:deals?|accord)\b"
    r"|\bsettlements?\s+(?:building|construction|expansion|activity)\b|\b(?:national|party|republican"
    r"|democratic|nominating|contested|brokered)\s+conventions?\b|\bcontracts?\s+(?:work|worker|killing|law)"
    r"|\b(?:with|in)\s+(?:an?\s+)?understanding\b|\bunderstanding\s+of\b",
    re.IGNORECASE,
)
_YEAR = r"(?:1[6-9]\d\d|20\d\d)"
_DATED = (
    rf"(?P<y1>{_YEAR})\s+(?:[\w-]+\s+){{0,3}}?(?P<n1>{{noun}})\b"
    rf"|\b(?P<n2>{{noun}})\s+of\s+(?:[A-Z][a-z]+\s+)?(?P<y2>{_YEAR})\b"
)
_IN_NAME = re.compile(rf"\b({_YEAR})\s")
_OF_YEAR = re.compile(r"\s+of\s+(?:[A-Z]\w+\s+)?((?:1[6-9]|20)\d\d)\b")
_TITLED = Sieve(
    r"\b(?P<n>(?:[A-Z][\w’'-]+\s+(?:(?:and|of|on|the|for)\s+){0,2}){1,6}"
    r"(?:Agreement|Treaty|Accords?|Pact|Protocol|Compact|Opportunity\s+Act|(?<!National\s)Convention(?=\s+(?:on\s+the\b|on\s+[A-Z](?!\w+day)|against|for|of\s+\d))))\b"
    r"(?:\s+of\s+(?P<y>(?:1[6-9]|20)\d\d))?"
)
_PARTS = (
    r"\b(?P<verb>agreed|agree|clos(?:ed|es)|settled|initialled|sealed|cleared|put\s+(?:their|its)\s+initials\s+to"
    r"|finali[sz]ed|signed\s+off)\s+(?:on\s+)?(?:the\s+)?(?:text\s+of\s+)?(?P<n>{count}\s+(?:out\s+)?of\s+(?:the\s+|its\s+)?"
    r"{count}\s+{part})\b"
)
_TEXT = Sieve(
    r"\b(?P<n>(?:[Aa]|[Tt]he)\s+(?:final\s+)?text\s+on\s+[\w\s-]{3,50}?)\s+(?:was|were|has\s+been)\s+"
    r"(?P<verb>waved\s+through|adopted|agreed|approved|signed)\b"
)
_TEXT_SIGNED = Sieve(
    r"\b(?P<verb>signed|initialled|initialed|agreed\s+on|adopted|approved)\s+(?P<n>(?:an?|the)\s+(?:joint\s+|final\s+|common\s+)?"
    r"text)\s+(?:on|for|about)\b"
)
_DRAFT = Sieve(
    r"\b(?P<n>(?:[Aa]|[Tt]he)\s+(?:new\s+|first\s+|latest\s+)?draft)\s+(?:now\s+)?(?P<verb>on\s+the\s+table|provides|fixes|foresees"
    r"|caps|sets|says|lets)\b"
)
_OFFER = Sieve(
    r"\b(?P<verb>accepted|accepts|took\s+up)\s+(?P<n>(?:an?|the|its|their)\s+(?:[\w’'-]+\s+){0,3}(?:offer|terms|proposal))\b"
)
_UNDER = r"^[“\"]?under\s+(?:the|its|their)\s+(?:[a-z-]+\s+){0,2}(?P<n>{noun}|terms(?=,|\s+of\s+the))\b"
_WITH = re.compile(
    r"(?:\s+(?:on|of|for|in|over)\s+[^.;:,]{1,60}?)?\s+(?:with|between|among)\s+"
)
# "voted by 71 per cent to accept a deal" has accepted it.
_VOTED_TO = re.compile(
    r"\b(?:vot(?:ed|es)|decided|chose)\b[^.;,]{0,40}\sto\s+$", re.IGNORECASE
)
# "a contract that lets the operator do anything" is any such contract.
_ANY_SUCH = re.compile(r"(?:an?|any|every|each|no)\s", re.IGNORECASE)


# "signed a pact", "the pact, signed in May,", "a pact that the two signed"
_BEFORE = rf"(?<![-\w])(?P<verb>{{verbs}})\s+(?P<np>(?:{_OWN}{_WORDS}|{_BARE})(?P<n>{{noun}}))\b"
_GAP = (
    r"(?:\s+(?:[a-z]+ed|drawn|struck|made)\s+[^.;:,]{2,45}?)?(?:\s+(?:on|of|for|in|between|with|to|at|from)\s+[^.;:“”\"]{2,60}?|\s+now|,[^.;:,]{2,60},"
    r"|,?\s+(?:which|that))?,?\s+(?:(?:was|were|is|are|has|have|had|been|never|then|now|also)\s+){0,3}"
)
_AFTER = rf"\b(?P<np>(?:{_OWN}{_WORDS}|(?<=^){_BARE})(?P<n>{{noun}}))\b{_GAP}(?P<verb>{{verbs}})(?=\s+\w|[.,;])"
_RELATIVE = (
    rf"\b(?P<np>{_OWN}{_WORDS}(?P<n>{{noun}}))\b(?:\s+on\s+\w+)?,?\s+(?:which|that)\s+[^.;:,“”]{{3,70}}?\s+"
    r"(?P<verb>{verbs})(?=\W)"
)
_SHAPES = (("before", _BEFORE), ("after", _AFTER), ("before", _RELATIVE))
_DONE = frozenset(("signed", "drafted", "failed"))


def _expand(words: str) -> str:
    """Write the forms out that words name in braces."""
    forms = load_table("agreements.yaml")["forms"]
    for _ in range(_NESTED):
        words = _NAME.sub(lambda found: f"(?:{forms[found[1]]})", words)
    return words.replace(" ", r"\s+")


@cache
def _patterns() -> tuple[tuple[AgreementStatus, Sieve], ...]:
    """Match verb and noun, in any order, by status."""
    table = load_table("agreements.yaml")
    return tuple(
        (
            status,
            Sieve(
                _expand(shape.replace("{verbs}", table[section][status])), re.IGNORECASE
            ),
        )
        for status in _STATUSES
        for section, shape in _SHAPES
        # "the deal that it wants" is told by other words.
        if shape is not _RELATIVE or status in _DONE
    )


@cache
def _dated() -> Sieve:
    """Match an agreement that is called by its year."""
    return Sieve(_expand(rf"\b(?:{_DATED})"))


@cache
def _under() -> re.Pattern[str]:
    """Match "Under the settlement" at the beginning of a sentence."""
    return re.compile(_expand(_UNDER), re.IGNORECASE)


@cache
def _parts() -> Sieve:
    """Match a text agreed part by part."""
    return Sieve(_expand(_PARTS), re.IGNORECASE)


def find_told(sentence: Sentence) -> Iterator[Found]:
    """Find the agreements of a sentence, whoever their parties are.

    Cost:
        Linear.
    """
    if not _MAYBE.search(sentence.text):
        return
    taken = [(m.start, m.end) for m in sentence.mentions if m.actor]
    for found in (
        *_by_verbs(sentence),
        *_by_parts(sentence),
        *find_nounless(sentence),
        *_by_names(sentence),
    ):
        # Each noun tells one agreement; that of an alliance's name tells none.
        if not any(
            start < found.noun[1] and found.noun[0] < end for start, end in taken
        ):
            taken.append(found.noun)
            yield found


def _by_verbs(sentence: Sentence) -> list[Found]:
    """Read "signed a pact", "the pact ran out"; the verb nearest to a noun counts."""
    text, offset = sentence.text, sentence.span.start
    found: list[tuple[int, Found]] = []
    for status, pattern in _patterns():
        for match in pattern.finditer(text):
            real = _real_status(text, status, match)
            if real is None:
                continue
            noun = (match.start("n") + offset, match.end("n") + offset)
            # What was signed and then torn up is no more.
            gap = (
                -1
                if real == "failed"
                else max(
                    match.start("n") - match.end("verb"),
                    match.start("verb") - match.end("n"),
                )
            )
            parties = _parties(
                sentence, min(match.start("verb"), match.start("np")) + offset, noun[1]
            )
            vague = (
                real == "in-force"
                and _ANY_SUCH.match(match["np"])
                and not _WITH.match(text, match.end("n"))
            )
            done_by = _DONE_BY.match(text, match.end("verb"))
            if done_by and not parties:
                parties = tuple(people_at(sentence, done_by.end() + offset) or ())
            if not parties and (real == "proposed" or vague):
                # Somebody must want it, or be bound by it.
                continue
            made = Found(
                sentence,
                parties,
                _kind(match["np"], match["n"]),
                real,
                noun,
                match.start("verb") + offset,
                known=_is_known(match["np"]),
                year=_year(text, match),
                weak=real == "in-force" and not _IN_FORCE.match(match["verb"]),
            )
            found.append((gap, made))
    return [made for _, made in sorted(found, key=lambda pair: pair[0])]


def _real_status(
    text: str, status: AgreementStatus, match: re.Match[str]
) -> AgreementStatus | None:
    """Tell how far an agreement has really come; None if words tell of none."""
    whole = match.group()
    before = text[max(0, match.start("verb") - _REACH) : match.start("verb")]
    if _IDIOM.search(whole) or _DENIED.search(before) or _DENIED.search(whole):
        return None
    if status == "failed" and _IF.match(text, match.end("verb")):
        # "The deal collapses if either misses a payment."
        return None
    if _AGREE_THAT.match(match["verb"] + " " + match["np"]):
        return None
    if match["verb"].lower().endswith("ing") and not _DETERMINED.match(match["np"]):
        # "no objection to others signing treaties"
        return None
    done = status == "drafted" and _VOTED_TO.search(before)
    if status == "proposed" or done or not _UNREAL.search(before):
        return status
    return None if status == "failed" else "proposed"


def _year(text: str, match: re.Match[str]) -> str | None:
    """Find the year that an agreement is called by: "the 2008 pact", "the pact of 2008"."""
    year = _IN_NAME.search(match["np"]) or _OF_YEAR.match(text, match.end("n"))
    return year and year[1]


def _is_known(phrase: str) -> bool:
    """Tell "the deal" from "a new deal" and "the Tarn Agreement", which names itself."""
    own = any(word[0].isupper() for word in phrase.split()[1:])
    return bool(_KNOWN.match(phrase)) and not _NEW.search(phrase) and not own


def _by_parts(sentence: Sentence) -> Iterator[Found]:
    """Read "agreed on 13 of 16 articles", and texts that are adopted or agreed to."""
    text, offset = sentence.text, sentence.span.start
    for pattern in (_parts(), _TEXT, _TEXT_SIGNED, _OFFER, _DRAFT):
        for match in pattern.finditer(text):
            place = (match.start("n") + offset, match.end("n") + offset)
            parties = _parties(sentence, match.start() + offset, place[1])
            kind = " ".join(match["n"].lower().split())
            yield Found(
                sentence, parties, kind, "drafted", place, match.start("verb") + offset
            )


def _by_names(sentence: Sentence) -> Iterator[Found]:
    """Read agreements that are called by a name or a year, whatever is said of them."""
    text, offset = sentence.text, sentence.span.start
    under = _under().match(text)
    if under:
        place = (under.start("n") + offset, under.end("n") + offset)
        kind = " ".join(under["n"].lower().split())
        yield Found(
            sentence, (), kind, "in-force", place, place[0], known=True, weak=True
        )
    for match in _TITLED.finditer(text):
        place = (match.start("n") + offset, match.end("n") + offset)
        yield Found(
            sentence,
            (),
            match["n"].lower(),
            "signed",
            place,
            place[0],
            known=True,
            weak=True,
            year=match["y"],
        )
    for match in _dated().finditer(text):
        name = "n1" if match["n1"] else "n2"
        place = (match.start(name) + offset, match.end(name) + offset)
        year = match["y1"] or match["y2"]
        if not _IDIOM.search(match.group()):
            yield Found(
                sentence,
                (),
                match[name].lower(),
                "signed",
                place,
                place[0],
                known=True,
                weak=True,
                year=year,
            )


def _kind(phrase: str, noun: str) -> str:
    """Name the kind of agreement in the text's words."""
    stop = {str(w) for w in load_table("dealings.yaml")["agreement"]["not_of_kind"]}
    words: list[str] = []
    for word in reversed(phrase[: len(phrase) - len(noun)].split()):
        if (
            word.lower() in stop
            or word[0].isupper()
            or not word[0].isalpha()
            or "’" in word
            or "'" in word
        ):
            break
        words.insert(0, word.lower())
    return " ".join((*words, " ".join(noun.lower().split())))


def _parties(sentence: Sentence, start: int, noun_end: int) -> tuple[Mention, ...]:
    """Find who agrees: who acts, and with whom."""
    mine = people_before(sentence, start) or ()
    match = _WITH.match(sentence.document.text, noun_end, sentence.span.end)
    others = people_at(sentence, match.end()) if match else ()
    return (*mine, *(others or ()))
