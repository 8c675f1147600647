"""Cues: a verb in its sentence, and what a cue proposes as a report."""

from dataclasses import dataclass

from accord.attribute.grammar import noun_phrase_left, verb_group_start
from accord.attribute.lexicon import Flag, VerbForm, lexicon
from accord.attribute.passages import Passage, Sentence
from accord.attribute.tokens import Token

__all__ = ["Candidate", "Range", "Verb", "cue_verb"]

F = Flag
_NOUN_BEFORE = F.DETERMINER | F.POSSESSIVE | F.PREPOSITION
_PLURALS = frozenset("people men women many some police".split())
_PREDICATES = frozenset("remain seem appear come go stay".split())
_PLACE_ENDINGS = ("ern", "ian", "ish", "ese", "ean")

#: First token and one past the last, in a passage.
Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A cue that may report something.

    Attributes:
        kind: ``verb``, ``passive``, ``noun``, ``adjective``, ``phrase`` or
            ``headline``.
        lemma: The cue's dictionary form.
        form: The verb's form in its sentence: finite, infinitive, participle, ...
        frame: What the content looks like: quote, that, clause, wh, to, ing, object,
            a preposition, or post (the content stands before).
        source: Ranges of the source's tokens; empty if there is none.
        cue: Ranges of the cue's tokens.
        content: Ranges of the content's tokens, in order.
        via: Range of the words that name who passed it on; None if nobody.
    """

    kind: str
    lemma: str
    form: str
    frame: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    via: Range | None = None


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb in its sentence.

    Attributes:
        passage: Where it stands.
        sentence: Its sentence, or the part of it within one quotation.
        index: The verb.
        start: Where its auxiliaries and adverbs begin.
        end: One past the verb and its particle.
        form: Its entry in the lexicon.
        use: finite, passive, infinitive or participle.
    """

    passage: Passage
    sentence: Sentence
    index: int
    start: int
    end: int
    form: VerbForm
    use: str

    @property
    def tokens(self) -> list[Token]:
        """The passage's tokens."""
        return self.passage.tokens

    @property
    def cue(self) -> tuple[Range, ...]:
        """The words of the cue."""
        return ((self.start, self.end),)

    @property
    def is_quoted(self) -> bool:
        """Whether the verb itself stands in a quotation."""
        return self.tokens[self.index].quote >= 0


def cue_verb(passage: Passage, sentence: Sentence, index: int) -> Verb | None:
    """Read the verb at a token; None if the word is no verb there.

    Args:
        passage: The passage.
        sentence: The sentence.
        index: A token whose form is one of a cue verb's.
    """
    tokens = passage.tokens
    within = _bounds(passage, sentence, index)
    form, end = _choose(tokens, index, within.hi)
    start = verb_group_start(tokens, index, within.lo)
    before = tokens[start - 1] if start > within.lo else None
    use = _use(tokens[index].flags, tokens[start:index], before)
    if not use or (start == index and _is_plural_noun(tokens, index, within)):
        return None
    return Verb(passage, within, index, start, end, form, use)


def _is_plural_noun(tokens: list[Token], index: int, within: Sentence) -> bool:
    """Tell whether a form in -s is a plural: ‘firm guarantees for’, ‘sides had’."""
    if not tokens[index].flags & F.THIRD or index <= within.lo:
        return False
    follows = tokens[index + 1] if index + 1 < within.hi else None
    if follows is not None and (
        follows.flags & (F.HAVE | F.BE | F.MODAL | F.DO) or follows.low in _PREDICATES
    ):
        return True
    if follows is not None and follows.low == "that":
        return False
    before = tokens[index - 1]
    if before.flags & (F.CAPITAL | F.SUBJECT | F.WH | F.ADVERB | F.CONJUNCTION):
        return False
    if not before.is_word:
        return False
    first = tokens[noun_phrase_left(tokens, index, within.lo)]
    return not first.flags & (F.DETERMINER | F.POSSESSIVE | F.CAPITAL | F.NUMBER)


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


def _use(flags: int, group: list[Token], before: Token | None) -> str:
    """Name the use of a verb form from the auxiliaries and the word before."""
    has_be = any(t.flags & F.BE or t.low in {"'re", "'m"} for t in group)
    has_to = any(t.low == "to" for t in group)
    owned = before is not None and before.flags & (F.DETERMINER | F.POSSESSIVE)
    if flags & (F.PAST | F.PARTICIPLE):
        if has_be:
            return "passive"
        behind = not group and before is not None and before.flags & F.PREPOSITION
        if owned or behind or not (flags & F.BASE and has_to):
            return "" if owned or behind else "finite"
    if flags & F.ING:
        return "finite" if has_be else "" if owned else "participle"
    if has_to:
        return "infinitive"
    has_modal = any(t.flags & (F.MODAL | F.DO) for t in group)
    return "finite" if has_modal else _present_use(flags, before)


def _present_use(flags: int, before: Token | None) -> str:
    """Tell whether a present form without auxiliary is a finite verb."""
    if before is None:
        return ""
    if flags & F.THIRD:
        if flags & F.NOUN_CUE and _is_adjective_of_place(before):
            return ""
        return "" if before.flags & _NOUN_BEFORE and before.low != "that" else "finite"
    return _base_use(before) if flags & F.BASE else ""


def _is_adjective_of_place(word: Token) -> bool:
    """Tell whether a word is one like ‘Western’ or ‘Valdorian’."""
    return bool(word.flags & F.CAPITAL) and word.low.endswith(_PLACE_ENDINGS)


def _base_use(before: Token) -> str:
    """Tell whether a base form behind this word is a finite plural verb."""
    if before.flags & F.SUBJECT:
        return "" if before.low in {"he", "she", "it", "there"} else "finite"
    if before.flags & (_NOUN_BEFORE | F.CONJUNCTION):
        return ""
    is_plural = before.low.endswith("s") or before.low in _PLURALS
    return "finite" if is_plural and before.low != "'s" else ""
