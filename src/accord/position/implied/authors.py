"""Authors: who speaks where a text has one voice: opinion pieces, letters, leaders.

News tells what others say; an opinion piece says it itself. It is told by its first
person outside quotation, by what it calls itself ("Comment", "Sir,"), or by wishes of its
own where nobody is quoted. Its author is named by the byline, or by how it is signed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.model import Statement, StatementCue
from accord.position.acts import ActReading, acts
from accord.position.chains import DOES
from accord.position.conditions import find_condition
from accord.position.implied.releases import find_house
from accord.position.page import Page
from accord.position.parties import Voice
from accord.position.phrases import SENTENCE_END, stem_set, tokenise
from accord.position.stance import Words
from accord.position.statements import Holder

__all__ = ["Author", "find_author", "read_author", "settle_author"]

#: The name of an author whom the text does not name.
NOBODY = "the author"
_FIRST_PERSON = stem_set("i my me i've i'm i'll i'd myself")
_TOGETHER = stem_set("we our us let's we're we've")
_WISHES = stem_set("should must ought let")
# What a body says for itself, where it tells of others as well.
_OWN_WORDS = _TOGETHER | _WISHES
_FEWEST = 2
_CONFIDENCE = 0.4
_OPENING_CHARS = 160
_CLOSING_CHARS = 120
_LABEL = re.compile(
    r"\b(?:Comment(?:ary)?|Opinion|Op-ed|Editorial|Leader|Leading article|Letter|Guest column"
    r"|Viewpoint|leader column|our leader)\b"
)
_SALUTATION = re.compile(
    r"^\W*(?:Sir|Madam|Dear (?:Sir|Madam|Editor)|To the Editor)\b[,:;]?"
)
_NAME = r"[A-Z][\w.’'-]*(?:\s+(?:[a-z]{2,3}\s+)?[A-Z][\w.’'-]*){0,3}"
# "(Comment by Nils Harms)", "(Marta, 52, ward sister)", "- Odette B., Lorient".
_SIGNED = (
    re.compile(rf"\(\s*(?:[A-Z]\w+\s+)?by\s+({_NAME})[^()]{{0,60}}\)\s*$"),
    re.compile(rf"[(\[]\s*({_NAME}),\s[^()\[\]]{{1,60}}[)\]]\s*$"),
    re.compile(rf"\s[-–—]\s*({_NAME})(?:,[^\n]{{1,40}})?\s*$"),
    re.compile(
        r"[.!?]\s+((?:[A-Z]{2,}[.\s]+){1,3}[A-Z]{2,})(?:,[^\n]{1,40}|\s*\n[A-Z][^\n.!?]{1,40})?\s*$"
    ),
)
# A question that somebody answers: 'Do we need a ban? – "Yes."'
_ANSWERED = re.compile(r"""\?["”’']?\s{0,2}(?:[–—-]\s)?["“„«]""")
#: Entries of a live report: "09.10 Good morning", "14:30 - The talks go on".
_TIMED = re.compile(r"^\W{0,4}\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\.?)?\b", re.MULTILINE)
_BYLINE = re.compile(rf"^(?:[^\n]{{0,100}}\n+){{0,3}}[Bb]y\s+({_NAME})\s*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Author:
    """Who speaks in a text of one voice.

    Attributes:
        name: Name to show.
        voice: How to tell them from others.
        house: Whether it is a body, which also tells what others did.
    """

    name: str
    voice: Voice
    house: bool = False


def find_author(page: Page, told: Sequence[range]) -> Author | None:
    """Find who speaks in a text that has one voice; None for news and live reports.

    Whom nothing names speaks only where the text calls itself a comment or a letter.

    Args:
        page: The document.
        told: What attributions to others report or report with.
    """
    text = page.document.text
    house = find_house(text)
    if house is not None:
        return _as_author(house, house=True)
    own = _own_sentences(page, told)
    stems = page.tokens.stems
    words = [stems[at] for place in own for at in place]
    first = sum(word in _FIRST_PERSON for word in words)
    together = sum(word in _TOGETHER for word in words)
    head, tail = text[:_OPENING_CHARS], text[-_CLOSING_CHARS:]
    labelled = (
        _SALUTATION.search(head) is not None
        or _LABEL.search(tail) is not None
        or _LABEL.match(head.lstrip("([")) is not None
    )
    wishes = not told and (
        any(word in _WISHES for word in words) or any(_commands(page, s) for s in own)
    )
    signed = next((m[1] for p in _SIGNED if (m := p.search(text))), None)
    personal = first >= _FEWEST or first + together > _FEWEST or (first and signed)
    if not (personal or labelled or wishes) or len(_TIMED.findall(text)) > _FEWEST:
        return None
    byline = _BYLINE.search(text)
    named = page.document.author or signed or (byline[1] if byline else None)
    if named is None and not labelled:
        return None
    name = named or NOBODY
    return _as_author(" ".join(name.title().split()) if name.isupper() else name)


def _as_author(name: str, *, house: bool = False) -> Author:
    """Make an author of a name."""
    known = frozenset(w for w in tokenise(name).stems if len(w) > 1)
    return Author(name, Voice(frozenset(), known, quoted=True), house)


def read_author(
    page: Page, author: Author, told: Sequence[range]
) -> Iterator[tuple[Holder, Words]]:
    """Give each sentence of the author's own as their words."""
    document = page.document
    for place in _own_sentences(page, told):
        start, end = page.tokens.starts[place.start], page.tokens.ends[place.stop - 1]
        evidence = document.passage(start, end)
        if author.house and _OWN_WORDS.isdisjoint(
            page.tokens.stems[at] for at in place
        ):
            continue
        asked = _ANSWERED.match(document.text, end) is not None
        if asked or document.is_furniture(evidence.span):
            continue
        act = ActReading(acts()["state"], from_content=True)
        if _commands(page, place):
            demand = acts()["demand"]
            act = ActReading(demand, 1, demand.weight, from_content=True)
        holder = Holder(
            attribution=None,
            actor=None,
            name=author.name,
            speaks_for=None,
            when=document.published,
            evidence=evidence,
            confidence=_CONFIDENCE,
        )
        condition = find_condition(page.scene.conditions, page.tokens, place)
        yield holder, Words(place, act, author.voice, condition)


def _own_sentences(page: Page, told: Sequence[range]) -> list[range]:
    """List the sentences that nobody else is reported to say."""
    taken = {at for place in told for at in place}
    stems = page.tokens.stems
    found: list[range] = []
    start = 0
    for at in range(len(stems) + 1):
        if at == len(stems) or stems[at] == SENTENCE_END:
            spoken = any(place in taken for place in range(start, at))
            if at > start and not (spoken or _is_quoted(page, range(start, at))):
                found.append(range(start, at))
            start = at + 1
    return found


def _is_quoted(page: Page, sentence: range) -> bool:
    """Tell a sentence that holds a quotation mark."""
    start, end = page.tokens.starts[sentence.start], page.tokens.ends[sentence.stop - 1]
    text = page.document.text[max(0, start - 1) : end + 1]
    return any(mark in text for mark in '"“”„«»')


def _commands(page: Page, sentence: range) -> bool:
    """Tell "Keep the boat in public hands": a verb in its plain form comes first."""
    first = sentence.start
    plain = first not in page.tokens.inflected | page.tokens.gerunds | page.tokens.bent
    return plain and any(
        op.first == first and op.kind in DOES[:2] and op.last < sentence.stop
        for op in page.scene.operators_in(first, first + 1)
    )


def settle_author(made: Sequence[Statement]) -> list[Statement]:
    """Keep the strongest statement of the side that most of an author's words take.

    Args:
        made: What the sentences of one author state.

    Returns:
        One statement an issue, marked as the author's; none where they are torn.
    """
    kept = []
    for issue in sorted({statement.issue for statement in made}):
        own = [s for s in made if s.issue == issue and s.stance != "unclear"]
        balance = sum(s.strength * s.confidence for s in own)
        same = [s for s in own if s.strength * balance > 0]
        if same:
            kept.append(max(same, key=lambda s: (s.confidence, -s.evidence.start)))
    return [_marked(statement) for statement in kept]


def _marked(statement: Statement) -> Statement:
    """Say that the words are the author's own."""
    evidence = statement.evidence
    cue = StatementCue(evidence.start, evidence.end, evidence.text, "author")
    way = statement.rule.partition(".")[2]
    return replace(statement, cues=(*statement.cues, cue), rule=f"author.{way}")
