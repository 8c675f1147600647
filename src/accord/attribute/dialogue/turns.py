"""Turns: "VOSS: No.", "Q: Why?", "**Mara Voss:** Because." at the head of a paragraph."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.attribute.dialogue.spoken import Dialogue, Spoken
from accord.model import Span
from accord.text import fold

__all__ = ["find_turns"]

_LABEL = re.compile(
    r"[ \t*_>]{0,4}(?P<name>[A-Z][^\n:.“”\"]{0,60}?(?:\.[^\n:“”\"]{0,40}?)?)"
    r"(?P<aside> ?\([^()\n]{1,60}\))?[*_]{0,3}(?P<mark>:)[*_]{0,3}[ \t\n]+(?=\S)"
)
_LETTER = re.compile(
    r"[ \t*_>]{0,4}(?P<name>[QA])(?P<aside>)[*_]{0,3}(?P<mark>[:.])[*_]{0,3}[ \t]+"
    r"(?=[A-Z“\"‘'])"
)
_QUESTIONS = frozenset(
    "q question questioner interviewer reporter journalist moderator host presenter".split()
)
_ANSWERS = frozenset({"a", "answer"})
#: Headings of a page and its tables, not of speech.
_NO_SPEAKER = frozenset(
    """transcript interview update updated note notes photo photos image video picture
    related watch read correction corrections source sources date outlet title author
    by published location where when who what why how breaking live analysis opinion
    explainer tags topics share credit copyright contact email tel phone subject from to
    cc re url website background summary conclusion result results score attendance
    referee goals venue time place price yes no pros cons example warning
    advertisement caption listen more also editor's""".split()
)
_JOINTS = frozenset(
    "of the for and de van von der den da di du del la le al bin ibn".split()
)
_TITLES = frozenset("mr mrs ms miss dr sir dame lord lady prof hon rev the".split())
_MOST_LABEL_WORDS = 7
_LEAST_TURNS, _LEAST_WORDS = 3, 3
#: Share of the paragraphs between the first label and the last that have one, from
#: which on those without belong to the turn before.
_DENSE = 0.5
#: Share of turns that end like sentences: lists of data do not.
_SENTENCES = 0.6
#: Share of turns that ask, from which on one of two speakers is the interviewer; and
#: how many the other one asks at most.
_ASKING, _NOT_ASKING = 0.6, 0.35
_LEAST_ASKED = 2
#: Share of an interviewer's turns that ask or speak to the other one: "You want more."
_SPEAKING_TO = 0.5
#: How long the answers are at least, to the length of what they answer.
_ANSWERED = 0.7
_TO_OTHER = re.compile(
    r"\?|\b[Yy]ou(?:r|['’](?:ve|re|d|ll))?\b|(?:^|, )(?:Mr|Mrs|Ms|Dr|Minister|Mayor)\b"
)
_OF_SELF = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y)\b")
_OF_PARTY = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Ww]e|[Oo]ur|[Uu]s)\b")
_ENDS = (".", "?", "!", "…", ")", "]", "”", '"', "’", "*", "_")


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph with a label, and those that belong to it."""

    voice: str
    letter: bool
    label: Span
    source: Span
    cue: Span
    content: tuple[Span, ...]
    posed: bool

    def asks(self, text: str) -> bool:
        """Tell whether it ends with a question."""
        return self.content[-1].of(text).rstrip(' *_”"’').endswith("?")


def find_turns(text: str, blocks: Sequence[Span], *, outlet: str | None) -> Dialogue:
    """Find the turns of an interview or a transcript.

    A few labels do not make one: it needs three turns, two voices, one of which comes
    again (or labels in capitals), and turns that are sentences.

    Args:
        text: The text with its furniture blanked out.
        blocks: Its paragraphs.
        outlet: Who published it: its questions are an interviewer's.
    """
    turns = list(_read_turns(text, blocks))
    headings = tuple(block for block in blocks if _is_heading(text, block))
    posed = tuple(block for block in blocks if _is_posed(text, block))
    if not _is_dialogue(text, turns):
        return Dialogue(silent=headings)
    asking = _asking(text, turns, outlet)
    return Dialogue(
        spoken=tuple(
            Spoken(turn.label, turn.source, turn.cue, turn.content)
            for turn in turns
            if turn.voice not in asking and not turn.posed
        ),
        silent=(
            *headings,
            *posed,
            *(
                Span(turn.label.start, turn.content[-1].end)
                for turn in turns
                if turn.voice in asking and not turn.posed
            ),
        ),
    )


def _read_turns(text: str, blocks: Sequence[Span]) -> Iterator[_Turn]:
    """Cut the paragraphs into turns."""
    labels = [_label(text, block) for block in blocks]
    marked = [number for number, label in enumerate(labels) if label]
    if not marked:
        return
    dense = len(marked) >= _DENSE * (marked[-1] - marked[0] + 1)
    for place, number in enumerate(marked):
        found, block = labels[number], blocks[number]
        if found is None:  # pragma: no cover - those without are left out above
            continue
        following = marked[place + 1] if place + 1 < len(marked) else number + 1
        between = blocks[number + 1 : following] if dense else ()
        rest = (other for other in between if not _is_posed(text, other))
        first, *more = (Span(found.end(), block.end), *rest)
        name = found.group("name")
        yield _Turn(
            voice=_voice(name),
            letter=name in {"Q", "A"},
            label=Span(block.start, found.end()),
            source=Span(found.start("name"), found.end("name")),
            cue=Span(found.start("mark"), found.end("mark")),
            content=(first, *more),
            posed=_is_posed(text, block),
        )


def _label(text: str, block: Span) -> re.Match[str] | None:
    """Read the label that a paragraph begins with."""
    letter = _LETTER.match(text, block.start, block.end)
    found = letter or _LABEL.match(text, block.start, block.end)
    if found is None or found.end() >= block.end:
        return None
    return found if letter or _may_name(found.group("name")) else None


def _is_posed(text: str, block: Span) -> bool:
    """Tell a question in bold, which an interviewer poses."""
    words = block.of(text).strip()
    return words.startswith("**") and words.endswith("?**")


def _is_heading(text: str, block: Span) -> bool:
    """Tell "TRANSCRIPT: Question time, 3 May", "Related: ..." from speech."""
    found = _LABEL.match(text, block.start, block.end)
    return found is not None and found.group("name").lower() in _NO_SPEAKER


def _may_name(name: str) -> bool:
    """Tell the name of a speaker from the heading of a list."""
    words = name.split()
    if not 0 < len(words) <= _MOST_LABEL_WORDS or words[0].lower() in _NO_SPEAKER:
        return False
    *inner, last = words
    named = all(word[0].isupper() or word.lower() in _JOINTS for word in words)
    stops = [word for word in inner if word.endswith(".") and len(word) > 5]
    return named and last[0].isupper() and not stops and not any(map(str.isdigit, name))


def _voice(name: str) -> str:
    """Fold a label, without forms of address."""
    words = fold(name).text.replace(".", "").split()
    return " ".join(word for word in words if word not in _TITLES) or fold(name).text


def _is_dialogue(text: str, turns: Sequence[_Turn]) -> bool:
    """Tell a dialogue from a list with headings."""
    voices = Counter(turn.voice for turn in turns)
    capitals = all(turn.source.of(text).isupper() for turn in turns)
    again = capitals or max(voices.values(), default=0) > 1
    if len(turns) < _LEAST_TURNS or len(voices) < 2 or not again:
        return False
    words = sorted(sum(len(s.of(text).split()) for s in t.content) for t in turns)
    ends = [turn.content[-1].of(text).rstrip().endswith(_ENDS) for turn in turns]
    long = words[len(words) // 2] >= _LEAST_WORDS
    return long and sum(ends) >= _SENTENCES * len(turns)


def _asking(text: str, turns: Sequence[_Turn], outlet: str | None) -> frozenset[str]:
    """Find the voices of those who only ask."""
    paper = fold(outlet or "").text
    voices = {turn.voice for turn in turns}
    named = {
        voice for voice in voices if voice in _QUESTIONS or (paper and voice == paper)
    }
    asking = named | _only_asking(text, turns, named)
    return frozenset(asking or _only_prompting(text, turns))


def _only_asking(text: str, turns: Sequence[_Turn], known: set[str]) -> set[str]:
    """Find who asks where two speak by turns: one asks, the other does not."""
    asked: defaultdict[str, list[bool]] = defaultdict(list)
    for turn in turns:
        if turn.voice not in known | _ANSWERS:
            asked[_person(turn.voice, turns)].append(turn.asks(text))
    if len(asked) != 2:
        return set()
    shares = {voice: sum(told) / len(told) for voice, told in asked.items()}
    most, least = sorted(shares, key=lambda voice: (-shares[voice], voice))
    enough = sum(asked[most]) >= _LEAST_ASKED
    if not enough or shares[most] < _ASKING or shares[least] > _NOT_ASKING:
        return set()
    return {turn.voice for turn in turns if _person(turn.voice, turns) == most}


def _only_prompting(text: str, turns: Sequence[_Turn]) -> set[str]:
    """Find who opens a talk of two and never speaks of themselves, but to the other one.

    "Mr Crane, the guild is against it." asks without a question mark; it says less than
    what answers it.
    """
    said: defaultdict[str, list[str]] = defaultdict(list)
    for turn in turns:
        words = " ".join(span.of(text) for span in turn.content)
        said[_person(turn.voice, turns)].append(words)
    first = _person(turns[0].voice, turns)
    prompts = said.pop(first)
    if len(said) != 1 or any(_OF_SELF.search(words) for words in prompts):
        return set()
    (answers,) = said.values()
    spoken_to = sum(_TO_OTHER.search(words) is not None for words in prompts)
    longer = sum(map(len, answers)) < _ANSWERED * sum(map(len, prompts))
    itself = not any(_OF_PARTY.search(words) for words in answers)
    if spoken_to < _SPEAKING_TO * len(prompts) or longer or itself:
        return set()
    return {turn.voice for turn in turns if _person(turn.voice, turns) == first}


def _person(voice: str, turns: Sequence[_Turn]) -> str:
    """Find the full label that a last name is short for."""
    return next((t.voice for t in turns if t.voice.endswith(f" {voice}")), voice)
