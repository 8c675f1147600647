"""Content that stands before its cue: ‘It is over, she said’, ‘“No,” said Li’."""

from accord.attribute.cues import Candidate, Range, Verb
from accord.attribute.extents import (
    content_end,
    content_start,
    frame_at,
    trim_right,
)
from accord.attribute.grammar import clause_follows, is_finite, skip_adjuncts
from accord.attribute.lexicon import Flag, lexicon
from accord.attribute.sources import CLOSING_STOPS, source_after, source_before
from accord.attribute.tokens import Token

__all__ = [
    "follows_clause",
    "follows_quotation",
    "has_words_before",
    "inverted",
    "posed",
    "resumes",
]

F = Flag
# How far behind a cue a quotation may go on, in tokens.
LONGEST_BREAK = 40
_INVERTING = frozenset(
    """
    say add write ask note explain argue declare continue reply respond recall
    joke warn conclude announce claim insist comment remark report observe tweet
    acknowledge admit read shout go state complain quip
    """.split()
)
# "said presiding judge Mara Voss": no gerund.
_IN_OFFICE = frozenset(
    "presiding sitting outgoing incoming leading ruling visiting serving governing retiring "
    "managing founding commanding investigating attending opposing participating striking "
    "protesting".split()
)
_OF_SPEECH = frozenset({"say", "ask", "think"})
_DEPENDENT = frozenset({"as", "when", "while", "although", "though", "after"})
_BREAKS = frozenset({",", "-", "–", "—", "--", ":"})


def posed(verb: Verb, source: tuple[Range, ...], index: int) -> Candidate | None:
    """Give the content that stands before source and cue.

    Args:
        verb: The cue.
        source: Who; before the cue or behind it.
        index: Where the words behind source and cue begin.

    Returns:
        None if nothing before the cue can be its content.
    """
    tokens, lo = verb.tokens, verb.sentence.lo
    end = _left_end(source, verb)
    if end <= lo:
        return None
    last = tokens[end - 1]
    if last.is_word and last.quote < 0:
        return None
    start = _left_start(tokens, lo, end)
    stop = trim_right(tokens, start, end)
    if stop <= start:
        return None
    rest = _rest(verb, index, is_quote=tokens[stop - 1].quote >= 0)
    is_part = rest is not None and not tokens[start].flags & (
        F.PREPOSITION | F.SUBORDINATOR
    )
    if last.quote < 0 and not is_part and not _is_clause(tokens, start, stop):
        return None
    return Candidate(
        kind="verb",
        lemma=verb.form.lemma,
        form=verb.use,
        frame=_frame(tokens, stop, end),
        source=source,
        cue=verb.cue,
        content=((start, stop), rest) if rest is not None else ((start, stop),),
    )


def inverted(verb: Verb) -> Candidate | None:
    """Read ‘..., said Li, a lawyer’; None if the cue is not inverted."""
    tokens, lo, hi = verb.tokens, verb.sentence.lo, verb.sentence.hi
    if not _may_invert(verb):
        return None
    is_quoted = tokens[verb.index - 1].quote >= 0
    source = source_after(tokens, verb.end, hi)
    is_person = hi > verb.end and tokens[verb.end].low in _IN_OFFICE
    if source is None or (frame_at(tokens, verb.end, hi) != "noun" and not is_person):
        return None
    if not is_quoted:
        ahead = source_before(tokens, verb.start, lo)
        whole = ahead and _is_whole(tokens, ahead[-1][1], verb.index - 1, lo)
        if ahead and not whole and _is_subject_ahead(tokens, ahead, lo):
            return None
        if source[1] < hi and tokens[source[1]].quote >= 0:
            return None
        if clause_follows(tokens, verb.end, hi):
            return None
    if is_quoted or tokens[verb.start - 2].quote >= 0:
        beyond = resumes(tokens, source[1], hi)
    else:
        beyond = skip_adjuncts(tokens, source[1], hi)
    return posed(verb, (source,), beyond)


def _may_invert(verb: Verb) -> bool:
    """Tell whether a verb may stand before its subject here."""
    if verb.use != "finite" or verb.form.classes.isdisjoint(_OF_SPEECH):
        return False
    if verb.start != verb.index or verb.index <= verb.sentence.lo:
        return False
    before = verb.tokens[verb.index - 1]
    if before.is_word:
        return False
    if before.quote >= 0:
        return True
    return before.text == "," and verb.form.lemma in _INVERTING


def _is_whole(tokens: list[Token], subject: int, end: int, lo: int) -> bool:
    """Tell ‘Arle should sign now, said Li’, where Arle has a verb of its own."""
    unbroken = all(token.is_word for token in tokens[subject:end])
    return subject < end and unbroken and _is_clause(tokens, lo, end)


def _is_subject_ahead(tokens: list[Token], ahead: tuple[Range, ...], lo: int) -> bool:
    """Tell whether what stands before a cue opens the sentence or follows a quote."""
    first = ahead[0][0]
    if first <= lo + 1:
        return True
    before = tokens[first - 1]
    return before.quote >= 0 or before.low in {"as", "while", "when"}


def has_words_before(verb: Verb, source: tuple[Range, ...]) -> bool:
    """Tell whether at least three words stand before source and cue."""
    end = _left_end(source, verb)
    lo = verb.sentence.lo
    return end > lo and not verb.tokens[end - 1].is_word and end - lo > 3


def follows_quotation(verb: Verb, source: tuple[Range, ...]) -> bool:
    """Tell whether a quotation ends right before source and cue."""
    tokens, lo = verb.tokens, verb.sentence.lo
    if verb.is_quoted:
        return False
    end = _left_end(source, verb)
    stop = end
    while stop > lo and tokens[stop - 1].text == "," and tokens[stop - 1].quote < 0:
        stop -= 1
    if stop <= lo or tokens[stop - 1].quote < 0:
        return False
    quotation = verb.passage.quotations[tokens[stop - 1].quote]
    if stop - 1 != quotation.last:
        return False
    return stop < end or tokens[stop - 2].text in CLOSING_STOPS


def follows_clause(verb: Verb, source: tuple[Range, ...]) -> bool:
    """Tell whether a main clause and a comma stand before source and cue."""
    tokens, lo = verb.tokens, verb.sentence.lo
    end = _left_end(source, verb)
    if verb.form.lemma not in _INVERTING or end - lo < 4 or tokens[end - 1].text != ",":
        return False
    opens = F.PREPOSITION | F.SUBORDINATOR | F.ING | F.PAST | F.ADVERB
    if tokens[lo].flags & opens or tokens[end - 1].quote >= 0:
        return False
    return _is_clause(tokens, lo, end)


def resumes(tokens: list[Token], index: int, hi: int) -> int:
    """Find the comma or dash behind which a quotation goes on after its cue.

    Returns:
        Its index; ``index`` itself if no quotation goes on.
    """
    for k in range(index, min(hi - 1, index + LONGEST_BREAK)):
        if tokens[k].quote >= 0 or tokens[k + 1].quote < 0:
            continue
        if tokens[k].text not in _BREAKS:
            return index
        before = tokens[k - 1]
        is_cue = before.flags & F.ING and before.low in lexicon().verbs
        return index if is_cue and k > index else k
    return index


def _left_end(source: tuple[Range, ...], verb: Verb) -> int:
    """Where the words before source and cue end."""
    starts = [a for a, b in source if b <= verb.start]
    return min([*starts, verb.start])


def _left_start(tokens: list[Token], lo: int, end: int) -> int:
    """Where the content before a cue begins: with the sentence, without ‘But’."""
    if tokens[end - 1].quote >= 0:
        first = _opening_mark(tokens, end - 1, lo)
        if (
            first > lo
            and tokens[first - 1].text in {",", ":"}
            and tokens[first + 1].flags & F.CAPITAL
        ):
            return first
    if tokens[lo].low in {"but", "and", "still", "however"} and end - lo > 4:
        return lo + 2 if tokens[lo + 1].text == "," else lo + 1
    return lo


def _opening_mark(tokens: list[Token], index: int, lo: int) -> int:
    """Find where the quotation that a token stands in begins."""
    while index > lo and tokens[index - 1].quote == tokens[index].quote:
        index -= 1
    return index


def _is_clause(tokens: list[Token], start: int, stop: int) -> bool:
    """Tell whether the words before a cue hold a finite verb or a quotation."""
    if tokens[start].low in _DEPENDENT:
        return False
    return any(
        tokens[i].quote >= 0 or (i > start and is_finite(tokens, i, start))
        for i in range(start, stop)
    )


def _frame(tokens: list[Token], stop: int, end: int) -> str:
    """Name what parts a content from the source and cue behind it."""
    if tokens[stop - 1].quote >= 0:
        is_rounded = stop > 1 and tokens[stop - 2].text in CLOSING_STOPS
        return "after_quote" if is_rounded else "after_term"
    return "after_comma" if tokens[end - 1].text == "," else "after_dash"


def _rest(verb: Verb, index: int, *, is_quote: bool) -> Range | None:
    """Find the second half of a content that a cue stands in the middle of."""
    tokens, hi = verb.tokens, verb.sentence.hi
    begin = content_start(tokens, index)
    if begin >= hi:
        return None
    first = tokens[begin]
    if first.quote >= 0:
        if tokens[begin - 1].is_word:
            return None
    elif is_quote or tokens[begin - 1].text != "," or _opens_an_aside(verb, begin):
        return None
    end = content_end(verb.passage, begin, verb.sentence, frame="clause")
    return (begin, end) if end > begin else None


def _opens_an_aside(verb: Verb, begin: int) -> bool:
    """Tell whether words behind a cue are about the speech, not part of it."""
    tokens = verb.tokens
    first = tokens[begin]
    second = tokens[min(begin + 1, verb.sentence.hi - 1)]
    if first.low == "because":
        return False
    if first.flags & (F.ING | F.CONJUNCTION | F.PREPOSITION | F.SUBORDINATOR | F.WH):
        return True
    if first.flags & F.ADVERB and second.flags & F.ING:
        return True
    if first.low in {"reports", "reported", "according"}:
        return True
    return bool(first.flags & (F.PAST | F.TIME) and not first.flags & F.BASE)
