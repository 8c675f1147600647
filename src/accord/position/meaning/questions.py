"""Questions: what an issue asks for, and which way its terms point."""

from collections.abc import Iterator, Mapping

from accord.model import Issue
from accord.position.meaning.operators import Operator, find_operators
from accord.position.meaning.roots import root, root_of_word
from accord.position.phrases import (
    PhraseIndex,
    Tokens,
    stem,
    stem_set,
    tokenise,
)

__all__ = [
    "SHORTEST_TERM",
    "find_aside",
    "find_asked",
    "find_main",
    "is_content",
    "is_final",
    "let_go",
    "read_deed",
    "read_event",
    "read_object",
    "read_terms",
]

_STOP = stem_set(
    "should shall will would could can may might must do be have the a an of to for in "
    "on at by with from into its their his her our your there any more than as or and "
    "not no yes whether if which who what when how it they them this that these those "
    "under over between within without one say percent per cent part party country "
    "other new full all both each own get make take give still before after apply "
    "against also only further member government state side such too very up out "
    "issue question dispute plan"
)
_OPENINGS = stem_set("the a an its their his her any all")
_HELPING = stem_set(
    "be have do should will would can could of for in on at to with from by over under "
    "and or not into about toward towards between before after what which who how than as "
    "only more through against off up out down across along around via within"
)
_LETTING = frozenset(
    root(stem(word))
    for word in (
        "return sell release lend lease extradite transfer repatriate surrender hand cede free give"
    ).split()
)
# The last word of "give back the port" and "hand over the suspects".
_GIVING_BACK = frozenset(("back", "over"))
_MAKING = stem_set(
    "allow permit oblige require force compel authorise order enable treat"
)
_TO_BE_SO = frozenset(("to", "as"))
_RELATIVES = stem_set("who whose whom which")
SHORTEST_TERM = 3
_SIDED = ("further", "against", "less", "more", "hold_for", "hold_against", "bad")


def read_object(issue: Issue) -> str | None:
    """Find what the question is about: "the ward" in "Should the ward be closed?".

    Returns:
        The words right after "Should the", up to what is asked of them; None if the
        question is not put that way.
    """
    tokens = tokenise(issue.question)
    verb = find_main(tokens)
    passive = verb is not None and verb.first and tokens.stems[verb.first - 1] == "be"
    if verb is not None and (not passive or _is_made_to(tokens, verb)):
        return None
    stop = verb.first - 1 if verb is not None else _first_be(tokens)
    words: list[str] = []
    for at in range(1, stop):
        word = tokens.stems[at]
        if words and not is_content(word):
            break
        if is_content(word):
            words.append(issue.question[tokens.starts[at] : tokens.ends[at]])
    return " ".join(words) or None


def _is_made_to(tokens: Tokens, verb: Operator) -> bool:
    """Tell "trains be allowed to run empty": it is not the trains that are asked for."""
    return tokens.stems[verb.first] in _MAKING and tokens.stems[verb.last] in _TO_BE_SO


def _first_be(tokens: Tokens) -> int:
    """Find "be" in "Should the waterworks be sold?"; 0 if there is none."""
    return tokens.stems.index("be") if "be" in tokens.stems else 0


def is_final(pole: str, sign: int, points: Mapping[str, int]) -> bool:
    """Tell whether a pole counts as it stands, whatever negates it around.

    "Without our consent" by itself is against consent. A codebook that gives it the
    other side means the whole of "nothing without our consent".
    """
    tokens = tokenise(pole)
    operators = [op for op in find_operators(tokens) if op.sign]
    if not any(op.sign < 0 for op in operators):
        return False
    plain = 1
    for op in operators:
        plain *= op.sign
    for hit in PhraseIndex(points.items()).find_outermost(tokens):
        plain *= hit.label
    return plain != sign


def read_terms(issue: Issue) -> tuple[str, ...]:
    """Take terms from the question: each run of content words and its last word."""
    tokens = tokenise(issue.question)
    verb = find_main(tokens)
    taken = set(range(verb.first, verb.last)) if verb else set()
    runs = list(_runs(issue.question, tokens, taken))
    names = [run for run in runs if not run[1]]
    id_words = [w for w in issue.id.split("-") if is_content(stem(w))]
    terms: list[str] = []
    for words, _ in names or runs:
        terms.extend((" ".join(words), words[-1]))
    if len(id_words) > 1 and not find_operators(tokenise(" ".join(id_words))):
        terms.append(" ".join(id_words))
    if not terms:
        terms = [" ".join(id_words)] if id_words else []
    return tuple(dict.fromkeys(t for t in terms if len(t) >= SHORTEST_TERM))


def read_deed(issue: Issue) -> tuple[str, str] | None:
    """Find what the question wants done, and to what: "return", "bronzes".

    Returns:
        Verb and last noun of its object, as written; None if the question does not
        say "Should X do the Y?" or "Should the Y be done?".
    """
    tokens = tokenise(issue.question)
    if any(op.kind == "negation" for op in find_operators(tokens)):
        return None
    words = [
        issue.question[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)
    ]
    stems = tokens.stems
    for at in range(2, len(stems) - 1):
        thing = _last_of_run(tokens, at + 1) if stems[at + 1] in _OPENINGS else None
        if thing is not None and _is_verb_like(stems[at]):
            return words[at], words[thing]
        if stems[at - 1] == "be" and at > 2 and _is_verb_like(stems[at]):
            done_to = read_object(issue)
            return (words[at], done_to.split()[-1]) if done_to else None
    return None


def read_event(issue: Issue) -> tuple[str, str] | None:
    """Find what a thing is to do: "ruling", "stand" in "Should the ruling stand?".

    Returns:
        Last word of the term that is the subject, and the verb, as written; None if the
        question is put in another way, or its verb takes a side by itself.
    """
    tokens = tokenise(issue.question)
    known = {op.first for op in find_operators(tokens)}
    subjects = PhraseIndex((term, term) for term in issue.terms).find(tokens)
    for hit in subjects:
        verb, after = hit.last, tokens.stems[hit.last + 1 : hit.last + 2]
        if after == ("be",):
            # "Should the Ulven dam be removed?": "dam" is no verb.
            continue
        opens = _HELPING.isdisjoint(tokens.stems[1 : hit.first])
        if not opens or verb in known or not _OPENINGS.isdisjoint(after):
            continue
        if verb < len(tokens.stems) and _is_verb_like(tokens.stems[verb]):
            place = (verb - 1, verb)
            noun, word = (
                issue.question[tokens.starts[n] : tokens.ends[n]] for n in place
            )
            return noun, word
    return None


def _is_verb_like(word: str) -> bool:
    """Tell what may be a verb from helping words and prepositions."""
    return word.isalpha() and word not in _OPENINGS and word not in _HELPING


def _last_of_run(tokens: Tokens, opening: int) -> int | None:
    """Find the last noun after an article."""
    at = opening + 1
    while at < len(tokens.stems) and is_content(tokens.stems[at]):
        at += 1
    return at - 1 if at > opening + 1 else None


def let_go(issue: Issue) -> str | None:
    """Find what the question asks to let go of: return, sell, release.

    Returns:
        The root of the thing; None if the question asks for something else.
    """
    deed = read_deed(issue)
    if deed is None or root_of_word(deed[0]) not in _LETTING | _GIVING_BACK:
        return None
    return root_of_word(deed[1])


def find_asked(tokens: Tokens) -> list[Operator]:
    """Find the words of a question that take sides, relative clauses left out.

    "Should people whose claims were rejected be sent back?" does not ask for rejecting.
    """
    aside = find_aside(tokens)
    return [op for op in find_operators(tokens) if op.first not in aside]


def find_aside(tokens: Tokens) -> set[int]:
    """Find the tokens of relative clauses, which say of whom but not what is asked."""
    aside: set[int] = set()
    for at in range(1, len(tokens.stems)):
        if tokens.stems[at] in _RELATIVES:
            aside.update(range(at, _clause_end(tokens, at)))
    return aside


def _clause_end(tokens: Tokens, start: int) -> int:
    """Find where a relative clause ends: at a comma, or at the bare "be" asked for."""
    for at in range(start + 1, len(tokens.stems)):
        bare = tokens.stems[at] == "be" and at not in tokens.bent | tokens.inflected
        if tokens.stems[at] == "," or bare:
            return at
    return len(tokens.stems)


def find_main(tokens: Tokens) -> Operator | None:
    """Choose the question's verb: what follows "be", else the first that takes a side."""
    signed = [op for op in find_asked(tokens) if op.kind in _SIDED]
    for op in signed:
        if op.first and tokens.stems[op.first - 1] in ("be", "not"):
            return op
    return signed[0] if signed else None


def _runs(
    question: str, tokens: Tokens, taken: set[int]
) -> Iterator[tuple[list[str], bool]]:
    """Give runs of content words, and whether all of a run's words are names."""
    run: list[str] = []
    named = True
    for index, word in enumerate(tokens.stems):
        written = question[tokens.starts[index] : tokens.ends[index]]
        if index in taken or not is_content(word):
            if run:
                yield run, named
            run, named = [], True
            continue
        run.append(written)
        named = named and written[:1].isupper()
    if run:
        yield run, named


def is_content(word: str) -> bool:
    """Tell whether a word can say what a question is about."""
    return word.isalpha() and word not in _STOP and len(word) >= SHORTEST_TERM
