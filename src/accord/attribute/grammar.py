"""Shallow grammar: noun phrases, verb groups and clauses, by closed classes."""

from accord.attribute.lexicon import Flag
from accord.attribute.tokens import Token

__all__ = [
    "clause_follows",
    "is_finite",
    "is_nominal",
    "noun_phrase_left",
    "noun_phrase_right",
    "skip_adjuncts",
    "verb_group_start",
]

F = Flag
_AUXILIARY = F.BE | F.HAVE | F.DO | F.MODAL
_CLOSED = (
    F.PREPOSITION | F.CONJUNCTION | F.SUBORDINATOR | F.WH | _AUXILIARY | F.NEGATION
)
_ATTACHING = frozenset("of for in at from on with to".split())
_ARTICLES = frozenset("the a an his her its their our my your".split())
_NON_FINITE_AUX = frozenset("be been being having doing done".split())
LONGEST_PHRASE = 30


def is_nominal(token: Token) -> bool:
    """Tell whether a token can stand inside a noun phrase before its head."""
    if not token.is_word:
        return token.low in {"'s", "%", "$", "€", "£", "&", "'"}
    if token.flags & (F.DETERMINER | F.POSSESSIVE | F.NUMBER):
        return True
    if token.flags & F.CAPITAL and not token.flags & (F.PRONOUN | F.SUBJECT):
        return not token.flags & (_CLOSED | F.TIME) or token.text.isupper()
    if token.flags & (_CLOSED | F.PRONOUN | F.SUBJECT):
        return False
    return not token.flags & F.ADVERB


def is_finite(tokens: list[Token], index: int, lo: int) -> bool:
    """Tell whether a token is, or begins, a finite verb.

    Args:
        tokens: The passage's tokens.
        index: The token.
        lo: Where the sentence begins.
    """
    token = tokens[index]
    flags = token.flags
    if token.low == "'s":
        return _is_contracted(tokens, index, lo)
    if flags & _AUXILIARY:
        return token.low not in _NON_FINITE_AUX
    before = tokens[index - 1] if index > lo else None
    if flags & F.PAST:
        return before is None or not before.flags & (
            F.DETERMINER | F.POSSESSIVE | F.BE | F.HAVE
        )
    if flags & F.THIRD:
        return _follows_subject(before) and not (flags & F.CAPITAL)
    if flags & F.BASE:
        return before is not None and (
            before.low in {"they", "we", "i", "you", "who"}
            or (
                before.low.endswith("s")
                and bool(before.flags == 0 or before.flags & F.CAPITAL)
            )
        )
    return False


def _follows_subject(before: Token | None) -> bool:
    """Tell whether the token before a verb form may be its subject's last."""
    if before is None:
        return False
    if before.flags & (F.SUBJECT | F.ADVERB) or before.low in {"which", "that"}:
        return not before.flags & F.DETERMINER or before.low in {"that", "this"}
    if before.flags & (F.DETERMINER | F.POSSESSIVE | F.PREPOSITION | _AUXILIARY):
        return False
    return before.low != "to"


def verb_group_start(tokens: list[Token], index: int, lo: int) -> int:
    """Find where the auxiliaries and adverbs before a verb begin."""
    start = index
    while start > lo:
        before = tokens[start - 1]
        if not before.is_word and before.low not in {"'s", "'d", "'ve", "'re"}:
            break
        if before.low == "'s" and not _is_contracted(tokens, start - 1, lo):
            break
        if (
            before.flags & (_AUXILIARY | F.NEGATION)
            or before.low in {"'s", "to"}
            or (
                before.flags & F.ADVERB
                and not before.flags & (F.DETERMINER | F.SUBJECT | F.NUMBER)
            )
        ):
            start -= 1
        else:
            break
    return start


def _is_contracted(tokens: list[Token], index: int, lo: int) -> bool:
    """Tell whether ``'s`` stands for ‘is’: after a pronoun."""
    return index > lo and bool(tokens[index - 1].flags & F.SUBJECT)


def noun_phrase_left(tokens: list[Token], end: int, lo: int) -> int:
    """Find where the noun phrase that ends before ``end`` begins.

    Returns:
        Its first index; ``end`` if there is none.
    """
    if end <= lo:
        return end
    last = tokens[end - 1]
    if last.flags & F.SUBJECT or last.low in {"this", "that", "these", "those", "one"}:
        return end - 1
    if last.flags & F.PRONOUN and not last.flags & F.DETERMINER:
        return end - 1
    start = end
    limit = max(lo, end - LONGEST_PHRASE)
    while start > limit:
        token = tokens[start - 1]
        if token.quote != last.quote or token.low == "that":
            break
        opened = start < end and tokens[start].low in _ARTICLES
        if opened and not _goes_before_article(token):
            break
        if (is_nominal(token) and not _ends_clause(tokens, start - 1, lo, end)) or (
            (token.low in _ATTACHING or token.low == "and")
            and _attaches(tokens, start - 1, limit)
        ):
            start -= 1
        else:
            break
    while start < end and (
        tokens[start].flags & (F.PREPOSITION | F.CONJUNCTION)
        or not tokens[start].is_word
    ):
        start += 1
    return start


def _goes_before_article(token: Token) -> bool:
    """Tell whether a noun phrase may reach past its article: ‘all the’, ‘of the’."""
    return bool(token.flags & F.DETERMINER) or token.low in _ATTACHING | {"and"}


def _ends_clause(tokens: list[Token], index: int, lo: int, end: int) -> bool:
    """Tell whether a word is a verb that the phrase to its right is not part of."""
    flags = tokens[index].flags
    if flags & F.CAPITAL or index == end - 1:
        return False
    if flags & F.PAST and not flags & F.NOUN_CUE:
        before = tokens[index - 1] if index > lo else None
        return before is None or not before.flags & (F.DETERMINER | F.POSSESSIVE)
    if flags & F.ING:
        before = tokens[index - 1] if index > lo else None
        return before is None or not before.flags & (F.DETERMINER | F.POSSESSIVE)
    return False


def _attaches(tokens: list[Token], index: int, limit: int) -> bool:
    """Tell whether a preposition or ‘and’ ties nouns on both sides together."""
    if index <= limit:
        return False
    before = tokens[index - 1]
    if before.flags & (F.SUBJECT | F.TIME | F.ADVERB):
        return False
    if tokens[index].low == "and" and before.flags & (F.PAST | F.ING):
        return False
    return before.is_word and is_nominal(before)


def noun_phrase_right(tokens: list[Token], start: int, hi: int) -> int:
    """Find where the noun phrase that begins at ``start`` ends.

    Returns:
        One past its last index; ``start`` if there is none.
    """
    if start >= hi:
        return start
    first = tokens[start]
    if first.flags & (F.SUBJECT | F.PRONOUN) and not first.flags & F.DETERMINER:
        return start + 1
    end = start
    limit = min(hi, start + LONGEST_PHRASE)
    while end < limit:
        token = tokens[end]
        if token.quote != first.quote or (token.low == "that" and end > start):
            break
        if is_nominal(token):
            if end > start and _is_predicate(tokens, end, start):
                break
            end += 1
        elif (
            end > start
            and (token.low in {"of", "for", "at", "from", "and", "in"})
            and end + 1 < limit
            and is_nominal(tokens[end + 1])
            and not tokens[end + 1].flags & F.TIME
        ):
            end += 1
        else:
            break
    return end


def _is_predicate(tokens: list[Token], index: int, start: int) -> bool:
    """Tell whether a full verb ends the noun phrase before it."""
    flags = tokens[index].flags
    if flags & F.CAPITAL or not flags & (F.PAST | F.THIRD):
        return False
    if not flags & F.PAST:
        # ‘security guarantees for’ is a plural; ‘the ministry guarantees that’ is not.
        follows = tokens[index + 1] if index + 1 < len(tokens) else None
        opens = F.DETERMINER | F.SUBJECT | F.POSSESSIVE
        if follows is None or not (follows.flags & opens or follows.low == "to"):
            return False
    return is_finite(tokens, index, start)


def clause_follows(tokens: list[Token], start: int, hi: int) -> bool:
    """Tell whether a subject and a finite verb follow before any mark."""
    for index in range(start, min(hi, start + 14)):
        token = tokens[index]
        if not token.is_word and token.low not in {"'s", "'re", "'ll", "'d", "'ve"}:
            return False
        if token.low in {"'s", "'re", "'ll", "'d", "'ve"}:
            if index > start and tokens[index - 1].flags & F.SUBJECT:
                return True
            continue
        if index > start and is_finite(tokens, index, start):
            return True
        is_opener = token.flags & F.WH or token.low in {"that", "to", "if", "because"}
        if is_opener and index > start:
            return False
    return False


def skip_adjuncts(tokens: list[Token], start: int, hi: int) -> int:
    """Step over a time or a place of speech: ‘on Monday’, ‘in a statement’."""
    index = start
    while index < hi:
        token = tokens[index]
        if (token.flags & F.TIME and not token.flags & (F.BASE | F.MODAL)) or (
            token.flags & F.ADVERB and not token.flags & (F.DETERMINER | F.NUMBER)
        ):
            index += 1
        elif token.low in _ADJUNCT_OPENERS and index + 1 < hi:
            end = _adjunct_end(tokens, index, hi)
            if end == index:
                return index
            index = end
        else:
            return index
    return index


_PARTNERED = frozenset("with to on at for by".split())
_ADJUNCT_OPENERS = frozenset("on in at during to via after before for from".split())
_OCCASIONS = frozenset(
    """
    statement interview speech letter email e-mail tweet post article memo report
    conference briefing rally debate event meeting appearance news release call
    reporters journalists cnn twitter facebook court filing book video audio
    hearing remarks address column op-ed editorial blog press comments testimony
    telegram channel broadcast time response reply answer return turn television tv radio message
    """.split()
)


def _adjunct_end(tokens: list[Token], start: int, hi: int) -> int:
    """Find the end of ‘on Monday’ or ‘in an interview’; ``start`` if it is neither."""
    end = start + 1
    limit = min(hi, start + 6)
    while end < limit and is_nominal_or_time(tokens[end]):
        token = tokens[end]
        end += 1
        if token.flags & F.TIME or token.low in _OCCASIONS:
            while end < limit and (
                tokens[end].flags & (F.TIME | F.NUMBER) or tokens[end].low in _OCCASIONS
            ):
                end += 1
            return _with_partner(tokens, end, hi)
    return start


def _with_partner(tokens: list[Token], index: int, hi: int) -> int:
    """Step over ‘with the radio’ behind ‘in an interview’ if the content follows."""
    if index >= hi or tokens[index].low not in _PARTNERED:
        return index
    end = noun_phrase_right(tokens, index + 1, hi)
    if end == index + 1 or end >= hi:
        return index
    after = tokens[end]
    return (
        end if after.low == "that" or after.quote >= 0 or after.text in ",:" else index
    )


def is_nominal_or_time(token: Token) -> bool:
    """Tell whether a token can stand in an adjunct's noun phrase."""
    return is_nominal(token) or bool(token.flags & F.TIME)
