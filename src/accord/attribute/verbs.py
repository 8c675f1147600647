"""Cue verbs, active and passive, with their frames."""

from collections.abc import Iterator

from accord.attribute.cues import Candidate, Range, Verb, cue_verb
from accord.attribute.extents import content_end, content_start, frame_at
from accord.attribute.grammar import clause_follows, noun_phrase_right, skip_adjuncts
from accord.attribute.lexicon import Flag, lexicon
from accord.attribute.passages import Passage, Sentence
from accord.attribute.posed import (
    follows_clause,
    follows_quotation,
    has_words_before,
    inverted,
    posed,
    resumes,
)
from accord.attribute.sources import quoted_as, source_before, source_of

__all__ = ["verb_candidates"]

F = Flag
# How far behind a cue a quotation may be that it announces, in tokens.
FARTHEST_QUOTATION = 30
_SEEMING = frozenset({"seem", "appear"})
_OCCASIONAL = frozenset("after before during in at on".split())
_PLAIN = frozenset({"that", "end", "mark", "quote", "colon"})


def verb_candidates(passage: Passage, sentence: Sentence) -> Iterator[Candidate]:
    """Find the cue verbs of a sentence, each with source and content.

    Args:
        passage: The passage.
        sentence: One of its sentences.

    Cost:
        Linear in the sentence's length times a bounded look around each cue.
    """
    verbs = lexicon().verbs
    for index in range(sentence.lo, sentence.hi):
        token = passage.tokens[index]
        if not token.flags & F.CUE or token.low not in verbs:
            continue
        if token.flags & F.CAPITAL and index > sentence.lo and not token.text.isupper():
            continue
        verb = cue_verb(passage, sentence, index)
        if verb is None:
            continue
        if verb.use == "passive" or verb.form.lemma in _SEEMING:
            yield from _passive(verb)
        else:
            yield from _active(verb)


def _active(verb: Verb) -> Iterator[Candidate]:
    """Read an active cue: inverted, with content behind it, or before it."""
    turned = inverted(verb)
    if turned is not None:
        yield turned
        return
    tokens, hi = verb.tokens, verb.sentence.hi
    source = source_of(verb)
    frame = frame_at(tokens, verb.end, hi)
    before = _complete(verb, source, frame)
    if before is not None:
        yield before
        return
    index, frame = _opening(verb, frame)
    if frame in {"end", "mark", "quote"}:
        is_ahead = frame == "mark" and _quotation_opens(verb, source, index)
        if is_ahead:
            index, frame = content_start(tokens, index), "quote"
        elif frame != "quote" or follows_quotation(verb, source):
            if follows_quotation(verb, source):
                index = resumes(tokens, index, hi)
            before = posed(verb, source, index)
            if before is not None:
                yield before
            if before is not None or frame != "quote":
                return
    yield from _behind(verb, source, index, frame)


def _complete(verb: Verb, source: tuple[Range, ...], frame: str) -> Candidate | None:
    """Read ‘..., she said after the vote’: all content stands before the cue."""
    if frame in _PLAIN or verb.use != "finite":
        return None
    tokens, hi = verb.tokens, verb.sentence.hi
    if frame_at(tokens, skip_adjuncts(tokens, verb.end, hi), hi) in {"that", "colon"}:
        return None
    if follows_quotation(verb, source):
        return posed(verb, source, resumes(tokens, verb.end, hi))
    if frame in _OCCASIONAL and follows_clause(verb, source):
        return posed(verb, source, hi)
    return None


def _opening(verb: Verb, frame: str) -> tuple[int, str]:
    """Step over addressee, time and place to where the content opens."""
    tokens, hi = verb.tokens, verb.sentence.hi
    index = verb.end
    if frame == "mark" and index + 3 < hi and tokens[index + 1].flags & F.ADVERB:
        # ‘insisted, however, that’
        after = frame_at(tokens, index + 3, hi)
        if tokens[index + 2].text == "," and after in {"that", "quote", "wh"}:
            return index + 3, after
    announced = _announced(verb, frame)
    if announced is not None:
        return announced, "quote"
    if frame == "noun" and verb.form.classes & {"tell", "urge"}:
        index = _skip_addressee(verb)
        frame = frame_at(tokens, index, hi)
    elif frame == "to_noun" and "say" in verb.form.classes:
        end = noun_phrase_right(tokens, index + 1, hi)
        if end > index + 1 and frame_at(tokens, end, hi) in _PLAIN:
            index, frame = end, frame_at(tokens, end, hi)
    beyond = skip_adjuncts(tokens, index, hi)
    if beyond > index:
        further = frame_at(tokens, beyond, hi)
        if further in _PLAIN | {"wh", "to"} or (
            further == "noun" and clause_follows(tokens, beyond, hi)
        ):
            return beyond, further
    return index, frame


def _announced(verb: Verb, frame: str) -> int | None:
    """Find the quotation that ‘he said of the plan, “...”’ announces."""
    if frame in _PLAIN or verb.is_quoted:
        return None
    if verb.form.classes.isdisjoint({"say", "tell", "ask"}):
        return None
    tokens = verb.tokens
    limit = min(verb.sentence.hi - 1, verb.end + FARTHEST_QUOTATION)
    for index in range(verb.end, limit):
        token = tokens[index]
        if token.quote >= 0 or token.low == "that":
            return None
        if token.text in {",", ":"} and tokens[index + 1].quote >= 0:
            quotation = verb.passage.quotations[tokens[index + 1].quote]
            return index + 1 if quotation.last - quotation.first > 3 else None
        if token.flags & F.CUE and token.flags & (F.PAST | F.ING | F.THIRD):
            return None
    return None


def _quotation_opens(verb: Verb, source: tuple[Range, ...], index: int) -> bool:
    """Tell whether ‘he said, “...”’ begins a quotation of its own."""
    tokens = verb.tokens
    begin = content_start(tokens, index)
    if tokens[index].text != "," or begin >= verb.sentence.hi:
        return False
    if tokens[begin].quote < 0 or tokens[begin].quote == tokens[index - 1].quote:
        return False
    if follows_quotation(verb, source):
        return False
    following = tokens[begin + 1] if begin + 1 < len(tokens) else None
    if following is None or following.flags & F.CAPITAL:
        return True
    return not has_words_before(verb, source)


def _behind(
    verb: Verb, source: tuple[Range, ...], index: int, frame: str
) -> Iterator[Candidate]:
    """Give the content that a frame begins behind the cue."""
    tokens, hi = verb.tokens, verb.sentence.hi
    content: tuple[Range, ...] = ()
    if frame == "colon":
        index = content_start(tokens, index)
        if index >= hi and verb.use == "finite":
            frame = "announce"
    elif frame == "noun":
        frame = "clause" if clause_follows(tokens, index, hi) else "object"
    if index < hi:
        end = content_end(verb.passage, index, verb.sentence, frame=frame)
        content = ((index, end),) if end > index else ()
    if content or frame == "announce":
        yield Candidate(
            kind="verb",
            lemma=verb.form.lemma,
            form=verb.use,
            frame=frame,
            source=source,
            cue=verb.cue,
            content=content,
            via=quoted_as(verb)[1],
        )


def _skip_addressee(verb: Verb) -> int:
    """Step over whom it is told to; what is demanded of nobody is no addressee."""
    tokens, index, hi = verb.tokens, verb.end, verb.sentence.hi
    end = noun_phrase_right(tokens, index, hi)
    if end == index:
        return index
    after = frame_at(tokens, end, hi)
    if after in _PLAIN | {"wh", "to"}:
        closes = after in {"end", "mark"} and "tell" not in verb.form.classes
        return index if closes else end
    first = tokens[index]
    is_pronoun = first.flags & F.PRONOUN and not first.flags & F.DETERMINER
    if is_pronoun and first.low not in {"it", "this", "that"}:
        return index + 1
    listeners = lexicon().sets["address"]
    for position in range(index, end):
        if tokens[position].low in listeners:
            return position + 1
    beyond = skip_adjuncts(tokens, end, hi)
    if beyond > end and frame_at(tokens, beyond, hi) in _PLAIN | {"to"}:
        return beyond
    return index


def _passive(verb: Verb) -> Iterator[Candidate]:
    """Read ‘the deal is expected to fail’, ‘he was accused of lying by Li’."""
    tokens, lo, hi = verb.tokens, verb.sentence.lo, verb.sentence.hi
    if verb.form.lemma not in lexicon().sets["passive"] | _SEEMING:
        return
    index = verb.end
    if verb.form.lemma == "quote" and index < hi and tokens[index].low == "as":
        # ‘was quoted as saying’: the participle is the cue.
        return
    frame = frame_at(tokens, index, hi)
    agent: tuple[Range, ...] = ()
    if frame == "by":
        end = noun_phrase_right(tokens, index + 1, hi)
        if end > index + 1:
            agent = ((index + 1, end),)
            index = end
            follows = frame_at(tokens, end, hi)
            frame = follows if follows in {"end", "mark"} else "by"
    subject = source_before(tokens, verb.start, lo)
    content = [r for r in subject if r[1] <= verb.start]
    if frame not in {"end", "mark"}:
        end = content_end(verb.passage, index, verb.sentence, frame=frame)
        if end > index:
            content.append((index, end))
    if content:
        yield Candidate(
            kind="passive",
            lemma=verb.form.lemma,
            form="passive",
            frame=frame,
            source=agent,
            cue=verb.cue,
            content=tuple(content),
        )
