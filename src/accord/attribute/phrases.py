"""Cues that are no verbs: ‘according to’, ‘insistence on’, ‘confident that’."""

from collections.abc import Iterator

from accord.attribute.cues import Candidate, Range
from accord.attribute.extents import content_end, frame_at, trim_right
from accord.attribute.grammar import (
    is_finite,
    noun_phrase_left,
    noun_phrase_right,
    verb_group_start,
)
from accord.attribute.lexicon import Flag, lexicon
from accord.attribute.passages import Passage, Sentence
from accord.attribute.sources import source_before
from accord.attribute.tokens import Token

__all__ = ["passed_on_by", "phrase_candidates"]

F = Flag

_LINKING = frozenset(
    "be feel feels felt seem seems seemed remain remains remained sound sounded".split()
)
_PASSED_ON = frozenset("quoted reported cited relayed".split())
_SURVEYS = frozenset("poll polls survey surveys".split())
_NOUN_FRAMES = frozenset({"that", "to", "wh"})
_NOUN_PREPOSITIONS = frozenset(
    "for of on about against over with in toward towards".split()
)


def phrase_candidates(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    """Find the cues of a sentence that are no verbs."""
    tokens = passage.tokens
    words = lexicon()
    adjectives = words.sets["adjective"]
    openers = _openers()
    for index in range(sentence.lo, sentence.hi):
        token = tokens[index]
        low = token.low
        if low in openers:
            end = _phrase_end(tokens, index, sentence.hi, openers[low])
            if end:
                yield from _according(passage, sentence, index, end)
        if low in {"in", "on"}:
            end = _survey_end(tokens, index, sentence.hi)
            if end:
                yield from _according(passage, sentence, index, index + 1)
        if token.flags & F.NOUN_CUE and not (
            token.flags & F.CAPITAL and index > sentence.lo
        ):
            yield from _noun(passage, sentence, index)
        if low in adjectives:
            yield from _adjective(passage, sentence, index)


def passed_on_by(passage: Passage, sentence: Sentence) -> Range | None:
    """Find who passed the words of a sentence on: ‘as quoted by the agency’.

    Returns:
        The range of the words that name them; None if nobody is named.
    """
    tokens = passage.tokens
    for index in range(sentence.lo + 2, sentence.hi - 1):
        token = tokens[index]
        if token.quote >= 0 or tokens[index - 1].quote >= 0:
            continue
        before = tokens[index - 1].low
        is_agent = token.low == "by" and before in _PASSED_ON
        if is_agent or (token.low in {"reports", "reported"} and before == ","):
            end = noun_phrase_right(tokens, index + 1, sentence.hi)
            if end > index + 1:
                return index + 1, end
    return None


def _survey_end(tokens: list[Token], index: int, hi: int) -> int:
    """Find the end of ‘in a new poll’, which reports; 0 if it is nothing such."""
    end = noun_phrase_right(tokens, index + 1, hi)
    if any(t.low in _SURVEYS for t in tokens[index + 1 : end]):
        return end
    return 0


def _openers() -> dict[str, list[tuple[str, ...]]]:
    """The set phrases by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(lexicon().sets["according"], key=len, reverse=True):
        parts = tuple(phrase.split("_"))
        found.setdefault(parts[0], []).append(parts)
    return found


def _phrase_end(
    tokens: list[Token], index: int, hi: int, phrases: list[tuple[str, ...]]
) -> int:
    """Match a set phrase; 0 if none stands here."""
    for parts in phrases:
        end = index + len(parts)
        if end <= hi and all(
            tokens[index + k].low == part for k, part in enumerate(parts)
        ):
            return end
    return 0


def _according(
    passage: Passage, sentence: Sentence, index: int, end: int
) -> Iterator[Candidate]:
    """Read ‘According to Li, ...’ and ‘..., according to Li’."""
    tokens = passage.tokens
    lo, hi = sentence.lo, sentence.hi
    stop = _source_end(tokens, end, hi)
    if stop <= end:
        return
    lemma = "_".join(t.low for t in tokens[index:end])
    comma = stop < hi and tokens[stop].text == ","
    opens = index <= lo + 1
    content: list[Range] = []
    if opens or (comma and tokens[index - 1].low in {"and", "but", "that"}):
        begin = stop + 1 if comma else stop
        finish = (
            content_end(passage, begin, sentence, frame="clause")
            if begin < hi
            else begin
        )
        if finish > begin:
            content.append((begin, finish))
    else:
        finish = trim_right(tokens, lo, index)
        if finish > lo:
            content.append((lo, finish))
        if comma and stop + 1 < hi and tokens[index - 1].text == ",":
            rest = content_end(passage, stop + 1, sentence, frame="clause")
            if rest > stop + 1 and not tokens[stop + 1].flags & (
                F.WH | F.ING | F.CONJUNCTION
            ):
                content.append((stop + 1, rest))
    if content:
        yield Candidate(
            kind="phrase",
            lemma=lemma,
            form="opening" if opens else "closing",
            frame="clause",
            source=((end, stop),),
            cue=((index, end),),
            content=tuple(content),
        )


def _source_end(tokens: list[Token], start: int, hi: int) -> int:
    """Find where the source of ‘according to’ ends, relative clause and all."""
    end = noun_phrase_right(tokens, start, hi)
    while end + 1 < hi and end - start < 40:
        token = tokens[end]
        if token.text == "," and tokens[end + 1].flags & F.DETERMINER and start > 2:
            piece = noun_phrase_right(tokens, end + 1, hi)
            if piece < hi and tokens[piece].text not in {",", "."}:
                return end
            end = piece
        elif (token.flags & F.PAST and tokens[end + 1].low == "by") or (
            token.low in {"familiar", "close"}
        ):
            end += 1
        elif token.low in {
            "by",
            "on",
            "with",
            "from",
            "released",
            "conducted",
            "published",
        }:
            piece = noun_phrase_right(tokens, end + 1, hi)
            if piece == end + 1:
                return end
            end = piece
        else:
            return end
    return end


def _noun(passage: Passage, sentence: Sentence, index: int) -> Iterator[Candidate]:
    """Read ‘Li's claim that ...’, ‘the ministry's call for ...’."""
    tokens = passage.tokens
    lo, hi = sentence.lo, sentence.hi
    frame = frame_at(tokens, index + 1, hi)
    if (
        frame not in _NOUN_FRAMES
        and frame not in _NOUN_PREPOSITIONS
        and frame != "to_noun"
    ):
        return
    source, start = _owner(tokens, index, lo)
    begin = index + 1
    form = "owned" if source else "bare"
    if not source and frame == "of" and begin + 1 < hi:
        # ‘the hope of many officials that’: the source stands behind ‘of’.
        end = noun_phrase_right(tokens, begin + 1, hi)
        follows = frame_at(tokens, end, hi)
        if end > begin + 1 and follows in {"that", "to"}:
            source, begin, frame, form = ((begin + 1, end),), end, follows, "of"
    stop = content_end(
        passage, begin, sentence, frame="noun" if frame != "that" else "that"
    )
    if frame not in {"that", "wh", "to"}:
        stop = min(stop, noun_phrase_right(tokens, begin + 1, hi))
    if stop <= begin:
        return
    if not source and form == "bare":
        source, start = _governor(tokens, index, lo)
        form = "governed" if source else form
    yield Candidate(
        kind="noun",
        lemma=lexicon().nouns[tokens[index].low],
        form=form,
        frame=frame,
        source=source,
        cue=((start, index + 1),),
        content=((begin, stop),),
    )


def _governor(
    tokens: list[Token], index: int, lo: int
) -> tuple[tuple[Range, ...], int]:
    """Find who ‘expressed the hope that’: the subject of the verb before the noun."""
    for verb in range(index - 1, max(lo, index - 6), -1):
        if not tokens[verb].is_word or tokens[verb].quote != tokens[index].quote:
            break
        if is_finite(tokens, verb, lo):
            group = verb_group_start(tokens, verb, lo)
            source = source_before(tokens, group, lo)
            return source, (group if source else index)
    return (), index


def _owner(tokens: list[Token], index: int, lo: int) -> tuple[tuple[Range, ...], int]:
    """Find whose it is: ‘his’, ‘Li's’; and where the cue's own words begin."""
    start = index
    while start > lo and index - start < 4:
        before = tokens[start - 1]
        if before.flags & F.POSSESSIVE:
            return ((start - 1, start),), start
        if before.low == "'s" or (
            before.text in "'’" and start >= 2 and tokens[start - 2].low.endswith("s")
        ):
            begin = _name_start(tokens, noun_phrase_left(tokens, start - 1, lo), start)
            if begin < start - 1:
                return ((begin, start),), start
            return (), start
        if not before.is_word or before.flags & (
            F.DETERMINER
            | F.PREPOSITION
            | F.CONJUNCTION
            | F.BE
            | F.HAVE
            | F.MODAL
            | F.SUBJECT
        ):
            break
        start -= 1
    return (), index


def _name_start(tokens: list[Token], begin: int, end: int) -> int:
    """Leave out what stands before an owner's name: ‘due to Norden's’."""
    for index in range(begin, end - 1):
        if tokens[index].flags & (F.CAPITAL | F.DETERMINER | F.POSSESSIVE):
            return index
    return begin


def _adjective(passage: Passage, sentence: Sentence, index: int) -> Iterator[Candidate]:
    """Read ‘Li is confident that ...’."""
    tokens = passage.tokens
    group = verb_group_start(tokens, index, sentence.lo)
    be = any(
        t.flags & F.BE or t.low in _LINKING or t.low in {"'s", "'re"}
        for t in tokens[group:index]
    )
    if not be:
        before = tokens[group - 1] if group > sentence.lo else None
        if before is None or before.low not in _LINKING:
            return
        group = verb_group_start(tokens, group - 1, sentence.lo)
    frame = frame_at(tokens, index + 1, sentence.hi)
    if frame in {"end", "mark", "noun", "other", "colon"}:
        return
    end = content_end(passage, index + 1, sentence, frame=frame)
    source = source_before(tokens, group, sentence.lo)
    if end <= index + 1 or not source:
        return
    yield Candidate(
        kind="adjective",
        lemma=tokens[index].low,
        form="finite",
        frame=frame,
        source=source,
        cue=((group, index + 1),),
        content=((index + 1, end),),
    )
