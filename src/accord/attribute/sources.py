"""Who a cue's source is: the phrase before it, after it, or shared with another."""

from accord.attribute.cues import Range, Verb
from accord.attribute.grammar import (
    LONGEST_PHRASE,
    is_finite,
    is_nominal,
    noun_phrase_left,
    noun_phrase_right,
    verb_group_start,
)
from accord.attribute.lexicon import Flag, lexicon
from accord.attribute.tokens import Token

__all__ = [
    "CLOSING_STOPS",
    "main_subject",
    "quoted_as",
    "source_after",
    "source_before",
    "source_of",
]

F = Flag

_RELATIVE = frozenset({"who", "which", "that"})
# A quotation that ends in one of these before its closing mark is one of speech.
CLOSING_STOPS = frozenset({",", ".", "?", "!", "…", "...", "—", "--", "-", "–"})
# How far a source is looked for, in tokens.
FARTHEST = 40
_NO_SUBJECT = F.CONJUNCTION | F.PREPOSITION | F.SUBORDINATOR | F.ING | F.WH
_QUOTING = frozenset("quoted quotes quoting cited cites citing".split())
_SEGMENT_MARKS = frozenset(',(–—-;:”"“') | {"--"}
_RELATIVES = frozenset("who which whose whom".split())
_MODIFYING = F.ING | F.NUMBER | F.PAST | F.PARTICIPLE
_ASIDE_OPENERS = frozenset(
    "of in at on during when while with from like for by after despite under".split()
)
_COORDINATORS = frozenset({"and", "but", "or", "then", "yet"})


def source_of(verb: Verb) -> tuple[Range, ...]:
    """Find who is the source of a cue that is not inverted.

    Returns:
        Its ranges; empty if the sentence does not say.
    """
    tokens, lo = verb.tokens, verb.sentence.lo
    if verb.use == "finite":
        return _behind_quotation(verb) or source_before(tokens, verb.start, lo)
    quoted, _ = quoted_as(verb)
    if quoted:
        return quoted
    end = verb.start
    if verb.use == "participle" and end > lo and is_nominal(tokens[end - 1]):
        start = noun_phrase_left(tokens, end, lo)
        if start < end:
            return ((start, end),)
    found = main_subject(tokens, end, lo)
    if found or verb.use != "participle":
        return found
    return _subject_behind(verb)


def _behind_quotation(verb: Verb) -> tuple[Range, ...]:
    """Take all that stands between a quotation and the verb: ‘“No,” a tired Li said’."""
    if verb.is_quoted:
        return ()
    tokens = verb.tokens
    index = verb.start
    stop = max(verb.sentence.lo, verb.start - FARTHEST)
    has_clause = False
    while index > stop and tokens[index - 1].quote < 0:
        index -= 1
        has_clause = has_clause or is_finite(tokens, index, verb.sentence.lo)
        if tokens[index].low in {"who", "which", "whose"}:
            has_clause = False
    if index <= stop or has_clause or tokens[index - 2].text not in CLOSING_STOPS:
        return ()
    end = verb.start
    while end > index and not tokens[end - 1].is_word and tokens[end - 1].text != ")":
        end -= 1
    if not tokens[index].is_word or tokens[index].flags & _NO_SUBJECT:
        return ()
    while end > index and tokens[end - 1].flags & F.TIME:
        end -= 1
    return ((index, end),) if end > index else ()


def quoted_as(verb: Verb) -> tuple[tuple[Range, ...], Range | None]:
    """Read ‘the agency quoted Li as saying’.

    Returns:
        The source, empty if it is no such phrase; and who passed the words on.
    """
    tokens, lo = verb.tokens, verb.sentence.lo
    if verb.start <= lo or tokens[verb.start - 1].low != "as":
        return (), None
    for index in range(verb.start - 2, max(lo, verb.start - FARTHEST) - 1, -1):
        if tokens[index].low not in _QUOTING:
            continue
        group = verb_group_start(tokens, index, lo)
        subject = source_before(tokens, group, lo)
        if any(t.flags & F.BE for t in tokens[group:index]):
            return subject, None
        end = verb.start - 1
        while end > index + 1 and not tokens[end - 1].is_word:
            end -= 1
        if end > index + 1:
            return ((index + 1, end),), subject[0] if subject else None
    return (), None


def _subject_behind(verb: Verb) -> tuple[Range, ...]:
    """Find the subject of ‘Citing costs, the ministry ...’."""
    tokens, hi = verb.tokens, verb.sentence.hi
    for index in range(verb.end, min(hi - 1, verb.end + FARTHEST)):
        if tokens[index].text == ",":
            end = noun_phrase_right(tokens, index + 1, hi)
            return ((index + 1, end),) if end > index + 1 else ()
    return ()


def source_before(tokens: list[Token], verb: int, lo: int) -> tuple[Range, ...]:
    """Find the source that stands before a finite verb.

    Args:
        tokens: The passage's tokens.
        verb: Where the verb group begins.
        lo: Where the sentence begins.

    Returns:
        Its ranges; for a relative clause the antecedent and the relative pronoun.
    """
    end = _skip_time_back(tokens, verb, lo)
    if end <= lo:
        return ()
    last = tokens[end - 1]
    if last.low in _RELATIVE and last.low != "that":
        return _relative(tokens, end - 1, lo)
    if last.low in _COORDINATORS:
        return main_subject(tokens, end - 1, lo)
    if last.text in {",", "–", "—", "--", "-", ")"}:
        return _with_apposition(tokens, end, lo)
    start = noun_phrase_left(tokens, end, lo)
    if start < end:
        return ((start, end),)
    return ()


def _skip_time_back(tokens: list[Token], end: int, lo: int) -> int:
    """Step back over ‘on Monday’ between a subject and its verb."""
    index = end
    while (
        index > lo
        and tokens[index - 1].flags & F.TIME
        and not (tokens[index - 1].flags & (F.MODAL | F.BASE))
    ):
        index -= 1
    if (
        index < end
        and index > lo
        and tokens[index - 1].low in {"on", "in", "last", "this", "late"}
    ):
        index -= 1
    return index if index > lo else end


def _relative(tokens: list[Token], who: int, lo: int) -> tuple[Range, ...]:
    """Give the relative pronoun with what it stands for."""
    end = who
    if end > lo and tokens[end - 1].text == ",":
        end -= 1
    if end > lo and tokens[end - 1].text in {"”", '"', ")"}:
        return ((who, who + 1),)
    ranges = _with_apposition(tokens, end + 1, lo) if end < who else ()
    if not ranges:
        start = noun_phrase_left(tokens, end, lo)
        ranges = ((start, end),) if start < end else ()
    return (*ranges, (who, who + 1))


def _with_apposition(tokens: list[Token], end: int, lo: int) -> tuple[Range, ...]:
    """Read ‘Li, a lawyer from Sable,’ back to the name."""
    close = end - 1
    stop = max(lo, end - 2 * LONGEST_PHRASE)
    head_end = close
    while True:
        start = _segment_start(tokens, head_end, stop)
        if start >= head_end:
            return ()
        is_start = start <= lo or tokens[start - 1].text not in {
            ",",
            "(",
            "–",
            "—",
            "--",
            "-",
        }
        if is_start:
            break
        is_last = head_end == close
        if tokens[start - 1].text != "(" and not _is_appositive(
            tokens, start, head_end, is_last=is_last
        ):
            break
        head_end = start - 1
    head = noun_phrase_left(tokens, head_end, start)
    if head >= head_end:
        return main_subject(tokens, end, lo) if close > lo else ()
    if close < end and tokens[close].text == ")":
        close += 1
    return ((head, close),)


def _segment_start(tokens: list[Token], end: int, stop: int) -> int:
    """Find the mark that the segment which ends at ``end`` begins behind."""
    index = end
    while index > stop and tokens[index - 1].text not in _SEGMENT_MARKS:
        index -= 1
    return index


def _is_appositive(
    tokens: list[Token], start: int, end: int, *, is_last: bool = False
) -> bool:
    """Tell whether a segment between commas explains the phrase before it.

    Args:
        tokens: The passage's tokens.
        start: The segment's first token.
        end: One past its last.
        is_last: Whether the verb follows, so that commas stand on both sides.
    """
    first = tokens[start]
    before = tokens[start - 2] if start >= 2 else None
    if before is None or not before.is_word:
        return False
    is_aside = first.flags & F.ADVERB and end - start <= 2
    if first.low in _RELATIVES or first.flags & _MODIFYING:
        return True
    if first.flags & (F.PREPOSITION | F.SUBORDINATOR):
        return bool(before.flags & F.CAPITAL) and first.low in _ASIDE_OPENERS
    if is_aside or first.low.endswith("self"):
        return True
    return _is_title(tokens, start, end, is_last=is_last)


def _is_title(tokens: list[Token], start: int, end: int, *, is_last: bool) -> bool:
    """Tell whether a noun phrase between commas is a title, an office or a name."""
    first, before = tokens[start], tokens[start - 2]
    named = bool(before.flags & F.CAPITAL)
    if first.flags & (F.SUBJECT | F.CONJUNCTION):
        return False
    if first.flags & (F.DETERMINER | F.POSSESSIVE):
        return named and not before.flags & F.TIME
    if first.flags & F.CAPITAL:
        if is_last and not before.flags & (F.TIME | F.NUMBER):
            return True
        # ‘Mara Voss, Valdoria's envoy, said’, but not ‘In Sable, Mara Voss said’.
        explains = any(t.low == "'s" or t.flags == 0 for t in tokens[start:end])
        return named and explains and end - start > 2
    return named and is_nominal(first)


def main_subject(tokens: list[Token], end: int, lo: int) -> tuple[Range, ...]:
    """Find the subject of the nearest finite verb before ``end``.

    For a second verb (‘he met Li and said’) and for a participle (‘he left, saying’).
    """
    stop = max(lo, end - 2 * LONGEST_PHRASE)
    speaker = _speaking_subject(tokens, end, lo, stop)
    if speaker:
        return speaker
    first = _first_subject(tokens, end, lo)
    if first:
        return first
    index = end - 1
    while index > stop:
        if tokens[index].quote < 0 and is_finite(tokens, index, lo):
            group = verb_group_start(tokens, index, lo)
            if group <= lo:
                return ()
            if tokens[group - 1].low not in _COORDINATORS | _RELATIVE:
                found = _plain_subject(tokens, group, lo)
                if found:
                    return found
            index = group
        index -= 1
    return ()


def _first_subject(tokens: list[Token], end: int, lo: int) -> tuple[Range, ...]:
    """Find the subject of the sentence's first finite verb, if it opens plainly."""
    if tokens[lo].flags & (F.SUBORDINATOR | F.PREPOSITION | F.ING | F.WH):
        return ()
    for index in range(lo + 1, min(end, lo + LONGEST_PHRASE)):
        if tokens[index].quote >= 0:
            return ()
        if is_finite(tokens, index, lo):
            group = verb_group_start(tokens, index, lo)
            return _plain_subject(tokens, group, lo) if group > lo else ()
    return ()


def _speaking_subject(
    tokens: list[Token], end: int, lo: int, stop: int
) -> tuple[Range, ...]:
    """Find who speaks already: a participle or second verb goes on for them."""
    verbs = lexicon().verbs
    for index in range(end - 1, stop, -1):
        token = tokens[index]
        if token.quote >= 0 or not token.flags & F.CUE or token.low not in verbs:
            continue
        if not token.flags & (F.PAST | F.THIRD) or token.flags & F.CAPITAL:
            continue
        classes = {c for form in verbs[token.low] for c in form.classes}
        if classes.isdisjoint({"say", "tell", "ask"}):
            continue
        group = verb_group_start(tokens, index, lo)
        if any(t.flags & F.BE for t in tokens[group:index]) or group <= lo:
            continue
        if tokens[group - 1].low in _COORDINATORS | _RELATIVE:
            continue
        found = _plain_subject(tokens, group, lo)
        if found:
            return found
    return ()


def _plain_subject(tokens: list[Token], group: int, lo: int) -> tuple[Range, ...]:
    """Find a verb's own subject, without looking any further."""
    end = _skip_time_back(tokens, group, lo)
    if end > lo and tokens[end - 1].text in {",", "–", "—", "--", ")"}:
        close = end - 1
        start = _segment_start(tokens, close, max(lo, close - LONGEST_PHRASE))
        if lo < start < close and _is_appositive(tokens, start, close):
            head = noun_phrase_left(tokens, start - 1, lo)
            if head < start - 1:
                return ((head, close),)
        return ()
    start = noun_phrase_left(tokens, end, lo)
    return ((start, end),) if start < end else ()


def source_after(tokens: list[Token], start: int, hi: int) -> Range | None:
    """Find the source behind an inverted cue: ‘said Li, a lawyer’.

    Returns:
        Its range with any apposition; None if no noun phrase follows.
    """
    end = noun_phrase_right(tokens, start, hi)
    if end == start:
        return None
    while end + 1 < hi and tokens[end].text == ",":
        follows = tokens[end + 1]
        if follows.flags & (F.SUBJECT | F.ING | F.CONJUNCTION) or follows.quote >= 0:
            break
        is_title = follows.flags & (F.DETERMINER | F.NUMBER | F.POSSESSIVE) or (
            is_nominal(follows)
        )
        if not is_title or follows.flags & F.TIME:
            break
        piece = noun_phrase_right(tokens, end + 1, hi)
        after = tokens[piece] if piece < hi else None
        if piece == end + 1 or (after is not None and is_finite(tokens, piece, start)):
            break
        end = piece
    return (start, end)
