"""Headlines and transcripts: ‘Voss: talks are over’, ‘Talks are over – Voss’."""

from collections.abc import Iterator

from accord.attribute.cues import Candidate, Range
from accord.attribute.extents import trim_right
from accord.attribute.grammar import noun_phrase_right
from accord.attribute.lexicon import Flag, lexicon
from accord.attribute.passages import Passage
from accord.attribute.tokens import Token

__all__ = ["headline_candidates"]

F = Flag
# Longer than this it is no headline.
LONGEST_HEADLINE_TOKENS = 40
LONGEST_LABEL_TOKENS = 6
_SAYS = frozenset("says say said warns claims insists tells asks argues".split())
_DASHES = frozenset({"–", "—", "―", "-", "--"})


def headline_candidates(passage: Passage) -> Iterator[Candidate]:
    """Find who is named before a colon, after a dash, or after ‘, says’.

    Args:
        passage: A paragraph; only a whole one can be a headline or a turn of speech.
    """
    tokens = passage.tokens
    yield from _signed(passage)
    colon = _label_end(tokens)
    if colon:
        yield from _labelled(passage, colon)
    if len(tokens) > LONGEST_HEADLINE_TOKENS or tokens[-1].text in {".", "!", "?"}:
        return
    for index in range(len(tokens) - 2, max(1, len(tokens) - 9), -1):
        token = tokens[index]
        if token.text in _DASHES and _is_name(tokens, index + 1, len(tokens)):
            start = 0
            end = trim_right(tokens, start, index)
            if end > 2:
                yield _headline(
                    "dash", (index, index + 1), (index + 1, len(tokens)), (start, end)
                )
            return
        if token.low in _SAYS and token.text[0].isupper() and _is_title(tokens):
            if tokens[index - 1].text == ",":
                stop = noun_phrase_right(tokens, index + 1, len(tokens))
                if stop > index + 1:
                    yield _headline(
                        "says", (index, index + 1), (index + 1, stop), (0, index - 1)
                    )
            return


def _signed(passage: Passage) -> Iterator[Candidate]:
    """Read a quotation with a name below it: ‘“No more.” — Mara Voss, nurse’."""
    tokens = passage.tokens
    if not passage.quotations or passage.quotations[0].first != 0:
        return
    dash = passage.quotations[0].last + 1
    rest = len(tokens) - dash - 1
    if dash < 4 or not 0 < rest <= 15 or tokens[dash].text not in _DASHES:
        return
    stop = dash + 1
    while stop < len(tokens) and tokens[stop].flags & F.CAPITAL:
        stop += 1
    if stop > dash + 1:
        yield _headline("signed", (dash, dash + 1), (dash + 1, stop), (0, dash))


def _headline(form: str, cue: Range, source: Range, content: Range) -> Candidate:
    """Build the candidate of a headline."""
    return Candidate(
        kind="headline",
        lemma=form,
        form=form,
        frame="colon" if form in {"label", "turn"} else "after_comma",
        source=(source,),
        cue=(cue,),
        content=(content,),
    )


def _label_end(tokens: list[Token]) -> int:
    """Find the colon behind a speaker's name at the start; 0 if there is none."""
    for index in range(1, min(len(tokens) - 1, LONGEST_LABEL_TOKENS + 1)):
        if tokens[index].text == ":":
            return index if _is_name(tokens, 0, index) else 0
    return 0


def _labelled(passage: Passage, colon: int) -> Iterator[Candidate]:
    """Read a turn of speech: ‘VOSS: We have time. Nobody hurries us’."""
    tokens = passage.tokens
    shouted = all(t.text.isupper() for t in tokens[:colon] if t.is_word)
    everything = all(t.text.isupper() for t in tokens if t.is_word)
    turn = shouted and not everything
    end = len(tokens) if turn else trim_right(tokens, colon + 1, len(tokens))
    if not turn and len(passage.sentences) > 2:
        return
    if end - colon > 3:
        yield _headline(
            "turn" if turn else "label",
            (colon, colon + 1),
            (0, colon),
            (colon + 1, end),
        )


def _is_name(tokens: list[Token], start: int, end: int) -> bool:
    """Tell whether tokens look like the name of somebody who can speak."""
    if not 0 < end - start <= LONGEST_LABEL_TOKENS:
        return False
    labels = lexicon().sets["label"]
    if tokens[start].text == "@" and end - start > 1:
        return True
    for token in tokens[start:end]:
        if token.low in labels or token.flags & (F.NUMBER | F.TIME | F.WH):
            return False
        if token.low in {"of", "the", "'s", "&"}:
            continue
        if not token.flags & F.CAPITAL or (
            token.flags & (F.PRONOUN | F.PREPOSITION | F.NOUN_CUE | F.ADVERB)
            and token.low != "may"
        ):
            return False
        if token.low.endswith(_ABSTRACT) and not token.text.isupper():
            return False
    return bool(tokens[end - 1].flags & F.CAPITAL)


_ABSTRACT = (
    "tion",
    "tions",
    "ment",
    "ity",
    "ness",
    "ance",
    "ence",
    "ism",
    "ing",
    "ship",
)


def _is_title(tokens: list[Token]) -> bool:
    """Tell whether most words are capitalised."""
    words = [t for t in tokens if t.is_word]
    return sum(bool(t.flags & F.CAPITAL) for t in words) >= 0.6 * len(words)
