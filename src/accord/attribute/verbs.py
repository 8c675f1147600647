"""Cue verbs, active and passive, with their frames."""

from collections.abc import Iterator
from dataclasses import dataclass

from accord.attribute.candidates import Candidate, Range
from accord.attribute.extents import (
    content_end,
    content_start,
    frame_at,
    trim_right,
)
from accord.attribute.grammar import (
    clause_follows,
    is_finite,
    is_nominal,
    noun_phrase_left,
    noun_phrase_right,
    skip_adjuncts,
    verb_group_start,
)
from accord.attribute.lexicon import Flag, VerbForm, lexicon
from accord.attribute.passages import Passage, Sentence
from accord.attribute.sources import main_subject, source_after, source_before
from accord.attribute.tokens import Token

__all__ = ["verb_candidates"]

F = Flag

_INVERTING = frozenset(
    """
    say add write ask note explain argue declare continue reply respond recall
    joke warn conclude announce claim insist comment remark report observe tweet
    acknowledge admit read shout go state complain quip
    """.split()
)
_SEEMING = frozenset({"seem", "appear"})
_BEFORE_CLOSER = frozenset({",", ".", "?", "!", "…", "...", "—", "--", "-", "–"})
_NOUN_BEFORE = F.DETERMINER | F.POSSESSIVE | F.PREPOSITION
_INSIDE_FRAMES = frozenset(
    {"that", "clause", "wh", "to", "ing", "object", "quote", "colon"}
)


@dataclass(frozen=True, slots=True)
class _Verb:
    """A cue verb in its sentence."""

    index: int
    start: int
    end: int
    form: VerbForm
    use: str


def verb_candidates(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    """Find the cue verbs of a sentence, each with source and content.

    Args:
        passage: The passage.
        sentence: One of its sentences.
    """
    tokens = passage.tokens
    verbs = lexicon().verbs
    for index in range(sentence.lo, sentence.hi):
        token = tokens[index]
        if not token.flags & F.CUE or token.low not in verbs:
            continue
        if token.flags & F.CAPITAL and index > sentence.lo and not token.text.isupper():
            continue
        within = _bounds(passage, sentence, index)
        verb = _use(tokens, index, within)
        if verb is None:
            continue
        if verb.use == "passive" or verb.form.lemma in _SEEMING:
            yield from _passive(passage, within, verb)
        else:
            yield from _active(passage, within, verb)


def _bounds(passage: Passage, sentence: Sentence, index: int) -> Sentence:
    """Keep a cue that stands within a quotation to that quotation."""
    number = passage.tokens[index].quote
    if number < 0:
        return sentence
    quotation = passage.quotations[number]
    hi = quotation.last if quotation.is_closed else quotation.last + 1
    return Sentence(
        max(sentence.lo, quotation.first + 1), max(index + 1, min(sentence.hi, hi))
    )


def _choose(tokens: list[Token], index: int, hi: int) -> tuple[VerbForm, int]:
    """Choose the lemma, with a particle if it follows."""
    forms = lexicon().verbs[tokens[index].low]
    follows = tokens[index + 1].low if index + 1 < hi else ""
    for form in forms:
        if form.particle and form.particle == follows:
            return form, index + 2
        if not form.particle:
            return form, index + 1
    return forms[0], index + 1


def _use(tokens: list[Token], index: int, sentence: Sentence) -> _Verb | None:
    """Tell how a cue form is used in its sentence; None if it is no verb there."""
    lo, hi = sentence.lo, sentence.hi
    form, end = _choose(tokens, index, hi)
    start = verb_group_start(tokens, index, lo)
    group = tokens[start:index]
    before = tokens[start - 1] if start > lo else None
    use = _form_use(tokens[index].flags, group, before)
    return _Verb(index, start, end, form, use) if use else None


def _form_use(flags: int, group: list[Token], before: Token | None) -> str:
    """Name the use of a verb form from the auxiliaries and the word before."""
    lows = {t.low for t in group}
    be = any(t.flags & F.BE or t.low in {"'re", "'m"} for t in group)
    if flags & (F.PAST | F.PARTICIPLE):
        if be:
            return "passive"
        if before is not None and before.flags & (F.DETERMINER | F.POSSESSIVE):
            return ""
        if not group and before is not None and before.flags & F.PREPOSITION:
            return ""
        if not (flags & F.BASE and "to" in lows):
            return "finite"
    if flags & F.ING:
        if be:
            return "finite"
        if before is not None and before.flags & (F.DETERMINER | F.POSSESSIVE):
            return ""
        return "participle"
    if "to" in lows:
        return "infinitive"
    if any(t.flags & (F.MODAL | F.DO) for t in group):
        return "finite"
    if before is None:
        return ""
    if flags & F.THIRD:
        if flags & F.NOUN_CUE and _is_adjective_of_place(before):
            return ""
        return "" if before.flags & _NOUN_BEFORE and before.low != "that" else "finite"
    if flags & F.BASE:
        return _base_use(before)
    return ""


def _is_adjective_of_place(word: Token) -> bool:
    """Tell whether a word is one like ‘Western’ or ‘Valdorian’."""
    return bool(word.flags & F.CAPITAL) and word.low.endswith(
        ("ern", "ian", "ish", "ese", "ean")
    )


def _base_use(before: Token) -> str:
    """Tell whether a base form behind this word is a finite plural verb."""
    if before.flags & F.SUBJECT:
        return "" if before.low in {"he", "she", "it", "there"} else "finite"
    if before.flags & (_NOUN_BEFORE | F.CONJUNCTION):
        return ""
    plural = before.low.endswith("s") or before.low in {
        "people",
        "men",
        "women",
        "many",
        "some",
        "police",
    }
    return "finite" if plural and before.low != "'s" else ""


def _source(tokens: list[Token], verb: _Verb, sentence: Sentence) -> tuple[Range, ...]:
    """Find who is before the cue."""
    lo = sentence.lo
    if verb.use == "finite":
        return _behind_quotation(tokens, verb, lo) or source_before(
            tokens, verb.start, lo
        )
    end = verb.start
    quoted, _ = _quoted_as(tokens, verb, lo)
    if quoted:
        return quoted
    if verb.use == "participle" and end > lo and is_nominal(tokens[end - 1]):
        start = noun_phrase_left(tokens, end, lo)
        if start < end:
            return ((start, end),)
    found = main_subject(tokens, end, lo)
    if found or verb.use != "participle":
        return found
    return _subject_after(tokens, verb, sentence)


def _behind_quotation(
    tokens: list[Token], verb: _Verb, lo: int
) -> tuple[Range, ...]:
    """Take all that stands between a quotation and the verb: ‘“No,” a tired Li said’."""
    if tokens[verb.index].quote >= 0:
        return ()
    index = verb.start
    stop = max(lo, verb.start - 40)
    has_clause = False
    while index > stop and tokens[index - 1].quote < 0:
        index -= 1
        has_clause = has_clause or is_finite(tokens, index, lo)
        if tokens[index].low in {"who", "which", "whose"}:
            has_clause = False
    if index <= stop or has_clause or tokens[index - 1].quote < 0:
        return ()
    if tokens[index - 2].text not in _BEFORE_CLOSER:
        return ()
    end = verb.start
    while end > index and not tokens[end - 1].is_word and tokens[end - 1].text != ")":
        end -= 1
    first = tokens[index]
    blocked = F.CONJUNCTION | F.PREPOSITION | F.SUBORDINATOR | F.ING | F.WH
    if end <= index or first.flags & blocked or not first.is_word:
        return ()
    while end > index and tokens[end - 1].flags & F.TIME:
        end -= 1
    return ((index, end),) if end > index else ()


def _quoted_as(
    tokens: list[Token], verb: _Verb, lo: int
) -> tuple[tuple[Range, ...], Range | None]:
    """Read ‘the agency quoted Li as saying’: the source, and who passed it on."""
    if verb.start <= lo or tokens[verb.start - 1].low != "as":
        return (), None
    for index in range(verb.start - 2, max(lo, verb.start - 40) - 1, -1):
        if tokens[index].low not in {"quoted", "quotes", "cited", "cites", "quoting", "citing"}:
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


def _subject_after(
    tokens: list[Token], verb: _Verb, sentence: Sentence
) -> tuple[Range, ...]:
    """Find the subject of ‘Citing costs, the ministry ...’."""
    for index in range(verb.end, min(sentence.hi, verb.end + 40)):
        if tokens[index].text == "," and index + 1 < sentence.hi:
            end = noun_phrase_right(tokens, index + 1, sentence.hi)
            return ((index + 1, end),) if end > index + 1 else ()
    return ()


def _active(passage: Passage, sentence: Sentence, verb: _Verb) -> Iterator[Candidate]:
    """Read an active cue: inverted, with content behind it, or before it."""
    tokens = passage.tokens
    hi = sentence.hi
    inverted = _inverted(passage, sentence, verb)
    if inverted is not None:
        yield inverted
        return
    source = _source(tokens, verb, sentence)
    index = verb.end
    cue: tuple[Range, ...] = ((verb.start, verb.end),)
    frame = frame_at(tokens, index, hi)
    if (
        frame not in {"that", "end", "mark", "quote"}
        and verb.use == "finite"
        and _has_left_quote(passage, sentence, source, verb)
        and frame_at(tokens, skip_adjuncts(tokens, index, hi), hi) != "that"
    ):
        beyond = _resumes(tokens, index, hi)
        post = _post(passage, sentence, verb, source, cue, beyond)
        if post is not None:
            yield post
            return
    ahead = _announced(passage, sentence, verb, frame)
    if ahead is not None:
        index, frame = ahead, "quote"
    elif frame == "noun" and verb.form.classes & {"tell", "urge"}:
        index = _skip_addressee(tokens, index, hi, frame)
        frame = frame_at(tokens, index, hi)
    elif frame == "to_noun" and "say" in verb.form.classes:
        end = noun_phrase_right(tokens, index + 1, hi)
        if end > index + 1 and frame_at(tokens, end, hi) in {
            "that",
            "quote",
            "colon",
            "mark",
            "end",
        }:
            index, frame = end, frame_at(tokens, end, hi)
    beyond = skip_adjuncts(tokens, index, hi)
    if beyond > index:
        further = frame_at(tokens, beyond, hi)
        if further in {"that", "quote", "colon", "end", "mark", "wh", "to"} or (
            further == "noun" and clause_follows(tokens, beyond, hi)
        ):
            index, frame = beyond, further
    yield from _with_frame(passage, sentence, verb, source, index, frame)


def _announced(
    passage: Passage, sentence: Sentence, verb: _Verb, frame: str
) -> int | None:
    """Find the quotation that ‘he said of the plan, “...”’ announces."""
    tokens = passage.tokens
    if frame in {"that", "end", "mark", "quote", "colon"} or tokens[verb.index].quote >= 0:
        return None
    if not verb.form.classes & {"say", "tell", "ask"}:
        return None
    for index in range(verb.end, min(sentence.hi - 1, verb.end + 30)):
        token = tokens[index]
        if token.quote >= 0 or token.low == "that":
            return None
        if token.text in {",", ":"} and tokens[index + 1].quote >= 0:
            quotation = passage.quotations[tokens[index + 1].quote]
            return index + 1 if quotation.last - quotation.first > 3 else None
        if token.flags & F.CUE and token.flags & (F.PAST | F.ING | F.THIRD):
            return None
    return None


def _with_frame(
    passage: Passage,
    sentence: Sentence,
    verb: _Verb,
    source: tuple[Range, ...],
    index: int,
    frame: str,
) -> Iterator[Candidate]:
    """Give the content that a frame begins."""
    tokens = passage.tokens
    hi = sentence.hi
    cue: tuple[Range, ...] = ((verb.start, verb.end),)
    if frame in {"end", "mark"}:
        begin = content_start(tokens, index)
        if (
            frame == "mark"
            and tokens[index].text == ","
            and begin < hi
            and tokens[begin].quote >= 0
            and tokens[begin].quote != tokens[index - 1].quote
            and not _has_left_quote(passage, sentence, source, verb)
            and (
                tokens[begin + 1 : begin + 2] == []
                or bool(tokens[begin + 1].flags & F.CAPITAL)
                or not _has_left(passage, sentence, source, verb)
            )
        ):
            frame, index = "quote", begin
        else:
            if _has_left_quote(passage, sentence, source, verb):
                index = _resumes(tokens, index, hi)
            post = _post(passage, sentence, verb, source, cue, index)
            if post is not None:
                yield post
            return
    if frame == "quote" and _has_left_quote(passage, sentence, source, verb):
        index = _resumes(tokens, index, hi)
        post = _post(passage, sentence, verb, source, cue, index)
        if post is not None:
            yield post
            return
    if frame == "colon":
        index = content_start(tokens, index)
        if index >= hi and verb.use == "finite":
            yield Candidate(
                kind="verb",
                lemma=verb.form.lemma,
                form=verb.use,
                frame="announce",
                source=source,
                cue=cue,
                content=(),
            )
    if frame == "noun":
        frame = "clause" if clause_follows(tokens, index, hi) else "object"
    if index >= hi:
        return
    end = content_end(passage, index, sentence, frame=frame)
    if end > index:
        yield Candidate(
            kind="verb",
            lemma=verb.form.lemma,
            form=verb.use,
            frame=frame,
            source=source,
            cue=cue,
            content=((index, end),),
            via=_quoted_as(tokens, verb, sentence.lo)[1],
        )


def _skip_addressee(tokens: list[Token], index: int, hi: int, frame: str) -> int:
    """Step over whom it is told to."""
    end = noun_phrase_right(tokens, index, hi)
    if end == index:
        return index
    after = frame_at(tokens, end, hi)
    if after in {"that", "quote", "wh", "to", "colon", "end", "mark"}:
        return end
    first = tokens[index]
    pronoun = first.flags & F.PRONOUN and not first.flags & F.DETERMINER
    listeners = lexicon().sets["address"]
    if pronoun and first.low not in {"it", "this", "that"}:
        return index + 1
    for position in range(index, end):
        if tokens[position].low in listeners:
            return position + 1
    beyond = skip_adjuncts(tokens, end, hi)
    if beyond > end and frame_at(tokens, beyond, hi) in {"that", "quote", "to"}:
        return beyond
    return index


def _left_end(source: tuple[Range, ...], verb: _Verb) -> int:
    """Where the words before source and cue end."""
    starts = [a for a, b in source if b <= verb.start]
    return min([*starts, verb.start])


def _has_left(
    passage: Passage, sentence: Sentence, source: tuple[Range, ...], verb: _Verb
) -> bool:
    """Tell whether at least three words stand before source and cue."""
    end = _left_end(source, verb)
    tokens = passage.tokens
    if end <= sentence.lo or tokens[end - 1].is_word:
        return False
    return end - sentence.lo > 3


def _has_left_quote(
    passage: Passage, sentence: Sentence, source: tuple[Range, ...], verb: _Verb
) -> bool:
    """Tell whether a quotation ends right before source and cue."""
    end = _left_end(source, verb)
    tokens = passage.tokens
    comma = False
    while (
        end > sentence.lo and tokens[end - 1].text == "," and tokens[end - 1].quote < 0
    ):
        end -= 1
        comma = True
    if end <= sentence.lo or tokens[end - 1].quote < 0:
        return False
    if tokens[verb.index].quote >= 0:
        return False
    quotation = passage.quotations[tokens[end - 1].quote]
    if end - 1 != quotation.last:
        return False
    return comma or tokens[end - 2].text in _BEFORE_CLOSER


def _resumes(tokens: list[Token], index: int, hi: int) -> int:
    """Find the comma or dash behind which a quotation goes on after its cue."""
    verbs = lexicon().verbs
    for k in range(index, min(hi - 1, index + 40)):
        if tokens[k].quote >= 0 or tokens[k + 1].quote < 0:
            continue
        if tokens[k].text not in {",", "-", "–", "—", "--", ":"}:
            return index
        before = tokens[k - 1]
        is_cue = before.flags & F.CUE and before.flags & F.ING and before.low in verbs
        return index if is_cue and k > index else k
    return index


def _post(
    passage: Passage,
    sentence: Sentence,
    verb: _Verb,
    source: tuple[Range, ...],
    cue: tuple[Range, ...],
    index: int,
) -> Candidate | None:
    """Give the content that stands before source and cue: ‘It is over, she said.’"""
    tokens = passage.tokens
    end = _left_end(source, verb)
    if end <= sentence.lo:
        return None
    last = tokens[end - 1]
    if last.is_word and last.quote < 0:
        return None
    start = _left_start(tokens, sentence, end)
    stop = trim_right(tokens, start, end)
    if stop <= start:
        return None
    rest = _rest(passage, sentence, index, is_quote=tokens[stop - 1].quote >= 0)
    if last.quote < 0 and not _is_clause(tokens, start, stop) and (
        rest is None or tokens[start].flags & (F.PREPOSITION | F.SUBORDINATOR)
    ):
        return None
    content = [(start, stop)]
    if rest is not None:
        content.append(rest)
    return Candidate(
        kind="verb",
        lemma=verb.form.lemma,
        form=verb.use,
        frame=_post_frame(tokens, stop, end),
        source=source,
        cue=cue,
        content=tuple(content),
    )


def _is_clause(tokens: list[Token], start: int, stop: int) -> bool:
    """Tell whether the words before a cue hold a finite verb or a quotation."""
    if tokens[start].low in {"as", "when", "while", "although", "though", "after"}:
        return False
    return any(
        tokens[i].quote >= 0 or (i > start and is_finite(tokens, i, start))
        for i in range(start, stop)
    )


def _post_frame(tokens: list[Token], stop: int, end: int) -> str:
    """Name what parts a content from the source and cue behind it."""
    if tokens[stop - 1].quote >= 0:
        return "after_quote" if tokens[stop - 2].text in _BEFORE_CLOSER else "after_term"
    return "after_comma" if tokens[end - 1].text == "," else "after_dash"


def _left_start(tokens: list[Token], sentence: Sentence, end: int) -> int:
    """Where the content before a cue begins: with the sentence, without ‘But’."""
    start = sentence.lo
    if tokens[end - 1].quote >= 0:
        first = _opening_mark(tokens, end - 1, start)
        if (
            first > start
            and tokens[first - 1].text in {",", ":"}
            and tokens[first + 1].flags & F.CAPITAL
        ):
            return first
    if tokens[start].low in {"but", "and", "still", "however"} and end - start > 4:
        start += 1
        if tokens[start].text == ",":
            start += 1
    return start


def _opening_mark(tokens: list[Token], index: int, lo: int) -> int:
    """Find where the quotation that a token stands in begins."""
    while index > lo and tokens[index - 1].quote == tokens[index].quote:
        index -= 1
    return index


def _rest(
    passage: Passage, sentence: Sentence, index: int, *, is_quote: bool
) -> Range | None:
    """Find the second half of a content that a cue stands in the middle of."""
    tokens = passage.tokens
    begin = content_start(tokens, index)
    if begin >= sentence.hi:
        return None
    first = tokens[begin]
    if first.quote >= 0 and tokens[begin - 1].is_word:
        return None
    if first.quote < 0:
        second = tokens[min(begin + 1, sentence.hi - 1)]
        if is_quote or first.flags & (F.ING | F.CONJUNCTION | F.PREPOSITION):
            return None
        if first.flags & F.ADVERB and second.flags & F.ING:
            return None
        if first.low in {"reports", "reported", "according"}:
            return None
        if first.flags & (F.SUBORDINATOR | F.WH) or tokens[begin - 1].text != ",":
            return None
        if first.flags & (F.PAST | F.TIME) and not first.flags & F.BASE:
            return None
    end = content_end(passage, begin, sentence, frame="clause")
    return (begin, end) if end > begin else None


def _inverted(passage: Passage, sentence: Sentence, verb: _Verb) -> Candidate | None:
    """Read ‘..., said Li, a lawyer’."""
    tokens = passage.tokens
    if verb.use != "finite" or verb.form.classes.isdisjoint({"say", "ask"}):
        return None
    if verb.start != verb.index or verb.index <= sentence.lo:
        return None
    before = tokens[verb.index - 1]
    if before.is_word or (before.text != "," and before.quote < 0):
        return None
    if before.quote < 0 and verb.form.lemma not in _INVERTING:
        return None
    ahead = source_before(tokens, verb.start, sentence.lo)
    if before.quote < 0 and ahead and _is_subject_ahead(tokens, ahead, sentence.lo):
        return None
    source = source_after(tokens, verb.end, sentence.hi)
    if source is None:
        return None
    after = tokens[source[1]] if source[1] < sentence.hi else None
    if after is not None and after.quote >= 0 and before.quote < 0:
        return None
    if frame_at(tokens, verb.end, sentence.hi) != "noun":
        return None
    if before.quote < 0 and clause_follows(tokens, verb.end, sentence.hi):
        return None
    return _post(
        passage,
        sentence,
        verb,
        (source,),
        ((verb.start, verb.end),),
        _resumes(tokens, source[1], sentence.hi)
        if before.quote >= 0 or tokens[verb.start - 2].quote >= 0
        else skip_adjuncts(tokens, source[1], sentence.hi),
    )


def _passive(passage: Passage, sentence: Sentence, verb: _Verb) -> Iterator[Candidate]:
    """Read ‘the deal is expected to fail’, ‘he was accused of lying by Li’."""
    tokens = passage.tokens
    allowed = lexicon().sets["passive"] | _SEEMING
    if verb.form.lemma not in allowed:
        return
    subject = source_before(tokens, verb.start, sentence.lo)
    index = verb.end
    if verb.form.lemma == "quote" and index < sentence.hi and tokens[index].low == "as":
        return
    frame = frame_at(tokens, index, sentence.hi)
    agent: tuple[Range, ...] = ()
    cue: tuple[Range, ...] = ((verb.start, verb.end),)
    if frame == "by":
        end = noun_phrase_right(tokens, index + 1, sentence.hi)
        if end > index + 1:
            agent = ((index + 1, end),)
            index = end
            follows = frame_at(tokens, end, sentence.hi)
            frame = follows if follows in {"end", "mark"} else "by"
    content = [r for r in subject if r[1] <= verb.start]
    if frame not in {"end", "mark"}:
        end = content_end(passage, index, sentence, frame=frame)
        if end > index:
            content.append((index, end))
    if content:
        yield Candidate(
            kind="passive",
            lemma=verb.form.lemma,
            form="passive",
            frame=frame,
            source=agent,
            cue=cue,
            content=tuple(content),
        )


def _is_subject_ahead(
    tokens: list[Token], ahead: tuple[Range, ...], lo: int
) -> bool:
    """Tell whether what stands before a cue opens the sentence or follows a quote."""
    first = ahead[0][0]
    if first <= lo + 1:
        return True
    before = tokens[first - 1]
    return before.quote >= 0 or before.low in {"as", "while", "when"}
