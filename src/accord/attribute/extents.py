"""Where the content of a cue begins and ends."""

from accord.attribute.grammar import is_finite, verb_group_start
from accord.attribute.lexicon import Flag, lexicon
from accord.attribute.passages import Passage, Sentence
from accord.attribute.tokens import Token

__all__ = ["content_end", "content_start", "frame_at", "trim_right"]

F = Flag

_FINAL = frozenset(".!?…;:,–—-")
_REPORTING = frozenset("said says reports reported writes wrote added adds".split())
_BREAKERS = frozenset(
    "while although though whereas but according despite after before as when".split()
)
_BASES = frozenset({"be", "have", "not", "do"})
# Frames whose content is a clause; any other is a phrase, and ends sooner.
_CLAUSES = frozenset({"that", "clause", "wh", "quote", "colon"})
_DASHES = frozenset({"—", "–", "--"})
_LOOSE = frozenset({"because", "while", "although", "though", "whereas"})
_SPEAKING = frozenset({"say", "tell"})
_SECOND_CUES = frozenset({"say", "tell", "call", "accuse", "urge", "judge", "ask"})


def frame_at(tokens: list[Token], index: int, hi: int) -> str:
    """Name what begins at a token: quote, that, wh, to, ing, clause, ...

    Returns:
        ``end`` where nothing follows, ``mark`` at a comma or dash, ``colon``, the
        preposition itself, ``noun`` at a noun phrase, else ``other``.
    """
    if index >= hi:
        return "end"
    token = tokens[index]
    if token.quote >= 0:
        return "quote"
    if not token.is_word:
        return _mark_frame(token)
    after = tokens[index + 1] if index + 1 < hi else None
    if token.low == "to":
        return "to" if after is not None and _is_verb_base(after) else "to_noun"
    if token.low == "that":
        is_pronoun = after is None or after.text in {".", "!", "?"}
        return "noun" if is_pronoun else "that"
    return _word_frame(token)


def _is_verb_base(token: Token) -> bool:
    """Tell whether a word behind ‘to’ makes it an infinitive."""
    return bool(token.flags & (F.BASE | F.ADVERB)) or token.low in _BASES


def _word_frame(token: Token) -> str:
    """Name the frame of a word that is neither ‘to’ nor ‘that’."""
    if token.flags & F.WH or token.low == "if":
        return "wh"
    if token.flags & F.PREPOSITION and (
        not token.flags & F.ADVERB or token.low in {"against", "for", "with"}
    ):
        return token.low
    if token.flags & F.ING and not token.flags & F.CAPITAL:
        return "ing"
    return "noun"


def _mark_frame(token: Token) -> str:
    """Name the frame of a mark."""
    if token.text == ":":
        return "colon"
    if token.text in {".", "!", "?", "…", ";"}:
        return "end"
    if token.text in {"$", "€", "£", "#", "@"}:
        return "noun"
    return "other" if token.low == "'s" else "mark"


def content_start(tokens: list[Token], index: int) -> int:
    """Keep the opening quotation mark in, leave a comma or colon out."""
    while index < len(tokens) and tokens[index].text in {",", ":"}:
        index += 1
    return index


def content_end(passage: Passage, start: int, sentence: Sentence, *, frame: str) -> int:
    """Find where a content that begins at ``start`` ends.

    Args:
        passage: The passage.
        start: The content's first token.
        sentence: The sentence it stands in.
        frame: What it looks like.

    Returns:
        One past its last token; never past the sentence, without a final mark that
        stands outside quotation marks.
    """
    tokens = passage.tokens
    hi = sentence.hi
    if frame == "quote" and tokens[start].quote >= 0:
        close = _quoted_end(passage, start, hi)
        if close:
            return close
    is_phrase = frame not in _CLAUSES
    index = _aside_end(tokens, start, hi) if frame == "that" else start
    depth = 0
    while index < hi:
        token = tokens[index]
        if token.quote >= 0:
            if _quote_breaks(passage, index, hi, is_phrase=is_phrase):
                return trim_right(tokens, start, index + 1)
        elif token.text in {"(", ")"}:
            depth += 1 if token.text == "(" else -1
            if depth < 0:
                break
        elif (
            depth == 0
            and index > start
            and _breaks(tokens, index, hi, is_phrase=is_phrase)
        ):
            break
        index += 1
    return trim_right(tokens, start, index)


def _quote_breaks(passage: Passage, index: int, hi: int, *, is_phrase: bool) -> bool:
    """Tell whether a content ends with the closing mark at a token: ‘,” adding’."""
    tokens = passage.tokens
    last = passage.quotations[tokens[index].quote].last
    if index != last or index + 1 >= hi or tokens[index - 1].text != ",":
        return False
    return _comma_breaks(tokens, index, hi, is_phrase=is_phrase)


def _quoted_end(passage: Passage, start: int, hi: int) -> int:
    """Where a content that is one quotation ends; 0 if more may belong to it."""
    tokens = passage.tokens
    quotation = passage.quotations[tokens[start].quote]
    end = quotation.last + 1
    if start != quotation.first or not quotation.is_closed or end >= hi:
        return 0
    announced = start > 0 and tokens[start - 1].text in {",", ":"}
    rounded = not tokens[end - 2].is_word
    goes_on = (
        tokens[end].low in {"and", "or"}
        and end + 1 < hi
        and (tokens[end + 1].quote >= 0)
    )
    return end if (announced or rounded) and not goes_on else 0


def _aside_end(tokens: list[Token], start: int, hi: int) -> int:
    """Step over the aside in ‘that, while costs matter, the plan stands’."""
    if start + 1 >= hi or tokens[start + 1].text != ",":
        return start
    for index in range(start + 2, min(hi, start + 40)):
        if tokens[index].text == "," and tokens[index].quote < 0:
            return index + 1
        if tokens[index].quote >= 0 and tokens[index].text == ",":
            follows = tokens[index + 1] if index + 1 < hi else None
            if follows is not None and not follows.is_word:
                return index + 2
    return start


def trim_right(tokens: list[Token], start: int, end: int) -> int:
    """Drop marks outside quotation marks at the end."""
    while end > start and tokens[end - 1].text in _FINAL and tokens[end - 1].quote < 0:
        end -= 1
    return end


def _breaks(tokens: list[Token], index: int, hi: int, *, is_phrase: bool) -> bool:
    """Tell whether a content ends before this token."""
    token = tokens[index]
    if token.text == ";":
        return True
    after = tokens[index + 1] if index + 1 < hi else None
    if after is None:
        return False
    if token.text == ",":
        return _comma_breaks(tokens, index, hi, is_phrase=is_phrase)
    if token.low in {"and", "but"}:
        return _cue_follows(tokens, index + 1, hi)
    return is_phrase and (token.text in _DASHES or token.low in _LOOSE)


def _comma_breaks(tokens: list[Token], comma: int, hi: int, *, is_phrase: bool) -> bool:
    """Tell whether a content ends at a comma."""
    after = tokens[comma + 1]
    beyond = tokens[comma + 2] if comma + 2 < hi else None
    if after.low in _REPORTING or (after.flags & F.ING and after.flags & F.CUE):
        return True
    if after.low in _BREAKERS:
        return not (
            after.low == "but" and beyond is not None and beyond.low == "that"
        ) and (beyond is None or not beyond.flags & F.ING)
    if after.low == "and":
        return _cue_follows(tokens, comma + 2, hi) or (
            is_phrase and _clause_at(tokens, comma + 2, hi)
        )
    is_named = after.flags & (F.SUBJECT | F.CAPITAL)
    if is_named and _cue_follows(tokens, comma + 1, hi):
        return True
    return is_phrase and (
        after.low in {"who", "which", "where"}
        or bool(after.flags & (F.ING | F.SUBJECT))
    )


def _cue_follows(tokens: list[Token], index: int, hi: int) -> bool:
    """Tell whether a second cue begins: ‘and added that’, ‘and Li said’."""
    limit = min(hi, index + 6)
    verbs = lexicon().verbs
    has_subject = False
    while index < limit:
        token = tokens[index]
        if token.quote >= 0:
            return False
        if token.flags & F.CUE and token.flags & F.PAST and token.low in verbs:
            classes = {c for form in verbs[token.low] for c in form.classes}
            # ‘both Li and Wu agreed’ is one clause; ‘and agreed’ begins a second.
            wanted = _SPEAKING if has_subject else _SECOND_CUES
            return not classes.isdisjoint(wanted)
        if not token.flags & (F.ADVERB | F.HAVE | F.SUBJECT | F.CAPITAL):
            return False
        has_subject = has_subject or bool(token.flags & (F.SUBJECT | F.CAPITAL))
        index += 1
    return False


def _clause_at(tokens: list[Token], index: int, hi: int) -> bool:
    """Tell whether a clause of its own begins: a subject and a finite verb."""
    for i in range(index, min(hi, index + 8)):
        if not tokens[i].is_word:
            return False
        if i > index and is_finite(tokens, i, index):
            return verb_group_start(tokens, i, index) > index
    return False
