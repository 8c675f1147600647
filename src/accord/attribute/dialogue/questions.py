"""Interviews without labels: a line asks, the lines under it answer.

An explainer asks as well ("What does the fund pay for?"), and answers itself; so an
interview must say that it is one, or address somebody, and its answers must say "I".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.attribute.dialogue.spoken import Dialogue, Spoken
from accord.model import Span

__all__ = ["find_questions"]

_INTERVIEW = re.compile(
    r"\binterview(?:ed)?\b|\bQ ?& ?A\b|\bin conversation with\b|\bquestions (?:to|for)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:^|[,.] )(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Minister|President|Madam"
    r"|General|Ambassador|Secretary|Senator|Mayor|Governor|Commissioner)\b\.?"
    r"(?: [A-Z][\w’'-]+){0,3}(?=[,:?])"
)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|me|[Ww]e|[Oo]ur|us)\b")
_MOST_QUESTION_CHARS = 300
_LEAST_ASKED = 2
#: Share of the answers that speak of themselves.
_PERSONAL = 0.5
_QUOTED_OR_DASH = frozenset('"“”„«»–—')
_STOPS = (".", "!", "…")


@dataclass(frozen=True, slots=True)
class _Exchange:
    """A question, or another prompt, and what answers it."""

    asked: Span
    answer: tuple[Span, ...]


def find_questions(text: str, blocks: Sequence[Span]) -> Dialogue:
    """Find the answers of an interview in which no label says who speaks.

    Args:
        text: The text with its furniture blanked out.
        blocks: Its paragraphs.
    """
    exchanges = list(_under_questions(text, blocks)) or list(_by_turns(text, blocks))
    if not _is_interview(text, exchanges):
        return Dialogue()
    return Dialogue(
        spoken=tuple(
            Spoken(Span(one.asked.end, one.answer[0].start), None, None, one.answer)
            for one in exchanges
        ),
        silent=tuple(one.asked for one in exchanges),
    )


def _under_questions(text: str, blocks: Sequence[Span]) -> Iterator[_Exchange]:
    """Read blocks of lines whose first one asks; between two of them it may prompt."""
    groups = [group for group in _groups(text, blocks) if len(group) > 1]
    asking = [at for at, group in enumerate(groups) if _asks(text, group[0])]
    if len(asking) < _LEAST_ASKED:
        return
    for first, *rest in groups[asking[0] : asking[-1] + 1]:
        yield _Exchange(first, tuple(rest))


def _groups(text: str, blocks: Sequence[Span]) -> list[list[Span]]:
    """Put lines together that no empty line parts."""
    groups: list[list[Span]] = []
    for block in blocks:
        end = groups[-1][-1].end if groups else None
        if end is not None and text.count("\n", end, block.start) == 1:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _by_turns(text: str, blocks: Sequence[Span]) -> Iterator[_Exchange]:
    """Read paragraphs of which some ask, and those under them answer."""
    asking = [at for at, block in enumerate(blocks) if _asks(text, block)]
    if len(asking) < _LEAST_ASKED:
        return
    for at, following in zip(asking, [*asking[1:], len(blocks)], strict=True):
        answer = blocks[at + 1 : following]
        if following == len(blocks):
            answer = [one for one in answer if not _INTERVIEW.search(one.of(text))]
        if answer:
            yield _Exchange(blocks[at], tuple(answer))


def _asks(text: str, block: Span) -> bool:
    """Tell a short paragraph that ends in a question and is nobody's quotation."""
    whole = block.of(text).strip()
    words = whole.strip(" *_")
    if len(words) > _MOST_QUESTION_CHARS or words[:1] in _QUOTED_OR_DASH:
        return False
    # "**The mayor says it has to go.**" and "Mr Crane, the guild is against it." prompt.
    bold = whole.startswith("**") and whole.endswith("**") and words.endswith(_STOPS)
    return words.endswith("?") or bold or _ADDRESS.match(words) is not None


def _is_interview(text: str, exchanges: Sequence[_Exchange]) -> bool:
    """Tell an interview from an explainer and from news with questions in it."""
    if len(exchanges) < _LEAST_ASKED:
        return False
    said = _INTERVIEW.search(text[: exchanges[0].asked.start]) or _INTERVIEW.search(
        text, exchanges[-1].answer[-1].start
    )
    if not said and not _ADDRESS.search(exchanges[0].asked.of(text)):
        return False
    personal = [
        any(_FIRST_PERSON.search(s.of(text)) for s in e.answer) for e in exchanges
    ]
    return sum(personal) >= _PERSONAL * len(exchanges)
