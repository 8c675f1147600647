"""Find the figures of a document, each with the poll, source and things it is of."""

from collections.abc import Sequence

from accord.model import Figure, content_id
from accord.position.reported.amounts import Amount, Before, find_amounts
from accord.position.reported.figures.polls import (
    Poll,
    poll_population,
    read_polls,
    speaks_of_poll,
)
from accord.position.reported.figures.populations import (
    find_population,
    is_of_part,
    margin_of,
)
from accord.position.reported.figures.sources import find_source
from accord.position.reported.figures.things import tell_what
from accord.position.reported.sentence import Sentence

__all__ = ["find_figures"]

_SHARE = "percent"


def find_figures(
    sentences: Sequence[Sentence], *, produced_by: str
) -> tuple[Figure, ...]:
    """Find the numbers a document reports.

    Args:
        sentences: The document's, without page furniture.
        produced_by: Name and version of who reads them.

    Returns:
        Figures in text order. Shares that report a poll carry its sample, pollster and
        margin, wherever in the text these are told; whose a number is is who reports
        it, or who offers or demands it.

    Cost:
        Linear.
    """
    before = Before()
    found: list[Figure] = []
    line = -1
    # The last figure of the paragraph.
    last: Figure | None = None
    for sentence, poll in zip(sentences, read_polls(sentences), strict=True):
        last = last if sentence.line == line else None
        line = sentence.line
        text = sentence.document.text
        for amount in find_amounts(text, sentence.span, before=before):
            before = before.then(amount)
            last = _figure(sentence, amount, poll, last, produced_by)
            found.append(last)
    return tuple(found)


def _figure(
    sentence: Sentence,
    amount: Amount,
    poll: Poll | None,
    last: Figure | None,
    produced_by: str,
) -> Figure:
    """Make the record."""
    document = sentence.document
    share = amount.unit == _SHARE
    poll = poll if share and poll and _is_answer(sentence, amount, poll) else None
    population = None
    if share:
        population = find_population(sentence, amount, in_poll=poll is not None)
    if poll and population is None and not is_of_part(sentence, amount):
        population = poll_population(sentence)
    source = find_source(sentence, amount, poll, last.according_to if last else None)
    here = last and last.evidence.start >= sentence.span.start
    return Figure(
        id=content_id("figure", document.id, amount.start, amount.end),
        produced_by=produced_by,
        document=document.id,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
        approximate=amount.approximate,
        what=tell_what(
            sentence,
            amount,
            last.what if last and here else None,
            in_poll=poll is not None,
        ),
        population=population,
        sample=poll.sample_of(population) if poll else None,
        pollster=poll.by if poll else None,
        margin=margin_of(amount, population, poll) if poll else None,
        fielded=poll.fielded if poll else None,
        according_to=source,
        alternate=amount.alternate,
        evidence=document.passage(amount.start, amount.end),
    )


def _is_answer(sentence: Sentence, amount: Amount, poll: Poll) -> bool:
    """Tell whether a share beside a poll is one of its answers.

    What somebody who is known says in a sentence that speaks of no poll is theirs.
    """
    if speaks_of_poll(sentence.text):
        return True
    source = sentence.said_by(amount.start)
    asked = poll.by.actor if poll.by else None
    return source is None or source.actor is None or source.actor == asked
