"""What a figure measures, in the words beside it."""

import re

from accord.position.reported.amounts import Amount, is_measure
from accord.position.reported.figures.populations import clause_of, of_all
from accord.position.reported.sentence import Sentence

__all__ = ["tell_what"]

_DAYS = (
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May"
    "|June|July|August|September|October|November|December"
)
#: What a figure measures is told in no more words than this.
_MOST_WORDS = 8
_STOPS = re.compile(r"[,.](?!\d)|[;:()“”\"!?—–]|\s-\s")
# Where what stands behind a number goes on to something else.
_BREAKS = re.compile(
    r"^\s*(?:and|or)\b|\b(?:but|while|when|that|which|because|if|since|until|although|though|after|before|than"
    r"|compared|plus|whereas|despite|following|amid|within|as\s+well)\b"
    r"|\b(?:and|or|to|against|with|from|by|over|for|at)\s+(?:(?:about|around|some|another|roughly|nearly|almost|over|up\s+to)\s+)?[$€£¥]?\d"
    r"|\b(?:and|or)\s+(?=\w+\s+(?:million|billion|per\s?cent)\b)"
    r"|\b(?:on|in|by|since|until|from|to|of|for)\s+(?=(?:(?:early|late|mid)[\s-])?"
    rf"(?:(?:the|last|next|this)\s+)?(?:(?-i:{_DAYS})|(?:19|20)\d\d\b|year|month|week)\b)"
    r"|\b(?:an?|per)\s+(?:year|month|week|day|hour|second)\b"
    r"|\b(?:last|next|this)\s+(?:year|month|week|spring|summer|autumn|winter)\b"
    r"|\b(?:yesterday|today|tomorrow|ago)\b",
    re.IGNORECASE,
)
# What is told by the week, by the boat: "£85,000 a week before tax".
_RATE = re.compile(
    r"\s+(?:(?:an?|per|each|every)\s+[a-z]+|apiece|each|annually|monthly|daily)"
    r"(?:\s+(?:before|after)\s+tax)?\b"
)
# "a second bid of £38 million", "the offer was worth 1,150 kronor"
_NOUN_OF = re.compile(
    r"(?:^|.*\s)(?P<noun>(?:an?|the|its|their|his|her|our|no|any|this|that)\s+(?:[\w’'-]+\s+){1,4}?)"
    r"(?:(?:is|was|are|were|would\s+be)\s+)?(?:of|worth|totall?ing)\s*$",
    re.IGNORECASE,
)
_BARE_OF = re.compile(
    r"\b(?!(?:up|out|short|instead|because|all|some|most|sum|total|much)\s)(?P<noun>[\w’'-]+)\s+of\s*$"
)
_VERB_OF = re.compile(r"\b(?:consist(?:s|ed|ing)?|composed|made\s+up)\s+of\s*$")
_PREPOSITION = re.compile(
    r"^(?:for|in|on|to|towards?|of|from|into|would|will|goes|went|comes|came|are|is|were|was|as)\b"
)
# "up from 4 per cent": of what the number before is.
_UP_FROM = re.compile(
    r",\s*to\s*$|(?:^|[,(–-])\s*(?:and\s+)?(?:up|down|compared|rising|falling|against|from)\s*(?:from|with|to)?\s*$"
)
_PREPOSITION_ONLY = re.compile(
    r"^(?:in|on|at|for|from|to|of|with|by|above|below|over|under|so)\b"
)
_CLAUSE = re.compile(
    r"^\s*(?:and|or)\b|\b(?:but|while|when|that|which|because|if|although|though|said|says|warned|whereas)\b",
    re.IGNORECASE,
)
#: What stands further before a number says nothing of it, in characters.
_REACH = 240
#: Words before a number that need their subject: "was", "cost".
_FEWEST_WORDS = 2
#: Pieces that a parenthesis parts: subject, parenthesis, verb.
_PARENTHESIS = 2
#: What is counted does no more than this, in words.
_MOST_DEEDS = 5
_VERBS_KEPT = frozenset("is was are were".split())
_LOOSE_ENDS = frozenset(
    """of in on to for from with and or the a an its their his her our at by as than between
    about under over up some only just now is was were are be been another while but that
    worth around nearly almost roughly towards into""".split()
)
_ANSWERS = frozenset("against for undecided unsure opposed".split())


def tell_what(
    sentence: Sentence, amount: Amount, last: str | None, *, in_poll: bool = False
) -> str:
    """Tell what an amount measures.

    Args:
        sentence: Where it stands.
        amount: The amount.
        last: What the amount before it in the sentence measures; None if none.
        in_poll: Whether it is a share of those asked, whose population is told apart.

    Returns:
        The noun that is counted, with what it does; else the words behind the number
        up to where they turn to something else, or those before it.
    """
    text = sentence.document.text
    start, end = clause_of(sentence, amount.start)
    before = text[max(start, amount.start - _REACH) : amount.start]
    quoted = amount.end + (text[amount.end : amount.end + 1] in {"”", '"', "’"})
    behind = _STOPS.split(text[quoted:end], maxsplit=1)[0]
    after = _first_part(behind)
    if amount.noun and not is_measure(amount.unit):
        return _counted(amount.noun, before, after)
    if last and not after and _UP_FROM.search(before):
        return last
    share = amount.unit == "percent"
    told = _share(sentence, amount, after, in_poll=in_poll) if share else None
    return (
        _noun_of(before)
        or told
        or (_of_measure(after) if amount.noun else _behind(after))
        or _before(before)
        or after
        or amount.unit
    )


def _counted(noun: str, before: str, after: str) -> str:
    """Tell what is counted with what it does, or else with what is done to it."""
    deeds = _trim(" ".join(after.split()[:_MOST_DEEDS]))
    if deeds:
        return f"{noun} {deeds}"
    done = _clause_end(_STOPS.split(before)[-1]).split()[-_MOST_DEEDS:]
    return " ".join((*done, noun))


def _first_part(words: str) -> str:
    """Cut words where they turn to something else, and how often it is off their start."""
    rate = _RATE.match(words)
    words = words[rate.end() if rate else 0 :]
    told = ""
    for turn in (*_BREAKS.finditer(words), None):
        told = _trim(words[: turn.start()] if turn else words)
        # "viewing that cost as a burden": a word that needs what it is said of.
        if not told.endswith("ing") or " " in told:
            break
    return told


def _trim(words: str) -> str:
    """Take words that say something by themselves: no loose preposition at the end."""
    kept = words.lstrip("- ").split()[:_MOST_WORDS]
    while kept and kept[-1].lower() in _LOOSE_ENDS:
        kept.pop()
    return " ".join(kept)


def _noun_of(before: str) -> str | None:
    """Read "a second bid of £38 million"."""
    piece = _STOPS.split(before)[-1]
    if _VERB_OF.search(piece):
        return None
    match = _NOUN_OF.match(piece) or _BARE_OF.search(piece)
    return " ".join(match["noun"].split()) if match else None


def _behind(after: str) -> str | None:
    """Take the words behind a number, unless they are a preposition's alone."""
    if " " in after or (after and not _PREPOSITION.match(after)):
        return after
    return None


def _of_measure(after: str) -> str | None:
    """Read "7,300 tonnes of cod"."""
    return after.removeprefix("of ") if after.startswith("of ") else None


def _share(
    sentence: Sentence, amount: Amount, after: str, *, in_poll: bool
) -> str | None:
    """Tell what a share does, or else what it is of."""
    whole = of_all(sentence, amount)
    if whole is None:
        return after if after in _ANSWERS else None
    of, stop = whole
    _, end = clause_of(sentence, amount.start)
    rest = _STOPS.split(sentence.document.text[stop:end], maxsplit=1)[0]
    does = _first_part(rest)
    if not does or _PREPOSITION_ONLY.match(does):
        return of
    return does if in_poll else _trim(f"{of} {does}")


def _before(before: str) -> str | None:
    """Take the last words before a number, with their subject if a comma parts it off."""
    pieces = [piece for piece in _STOPS.split(before) if piece.strip()]
    if not pieces:
        return None
    told = _clause_end(pieces[-1])
    apart = len(told.split()) < _FEWEST_WORDS
    if apart and len(pieces) > _PARENTHESIS:
        told = f"{_clause_end(pieces[-3])} {told}"
    elif apart and len(pieces) > 1:
        told = f"{_clause_end(pieces[-2])} {told}"
    return told.strip() or None


def _clause_end(words: str) -> str:
    """Take the last clause of some words, without loose ends."""
    kept = _CLAUSE.split(words)[-1].split()
    while kept and kept[-1].lower() in _LOOSE_ENDS - _VERBS_KEPT:
        kept.pop()
    return " ".join(kept[-_MOST_WORDS:])
