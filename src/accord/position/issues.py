"""Issues made ready for matching: terms, poles and which way the question points."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from accord.model import Codebook, Issue, Mention
from accord.position.phrases import (
    Hit,
    PhraseIndex,
    Tokens,
    load_table,
    phrase_stems,
    stem,
    stem_set,
    tokenise,
)
from accord.position.turned import TurnedIndex

__all__ = [
    "Compiled",
    "Operator",
    "Scene",
    "Target",
    "compile_codebook",
    "find_operators",
    "find_targets",
]

_KINDS: Mapping[str, int] = {
    "more": 1, "less": -1, "further": 1, "against": -1, "hold_for": 1, "hold_against": -1, "good": 1, "bad": -1,
}  # fmt: skip
_STOP = stem_set(
    "should shall will would could can may might must do be have the a an of to for in "
    "on at by with from into its their his her our your there any more than as or and "
    "not no yes whether if which who what when how it they them this that these those "
    "under over between within without one say percent per cent part party country "
    "other new full all both each own get make take give still before after apply "
    "against also only further member government state side such too very up out "
    "issue question dispute plan"
)
_OPTION_STOP = stem_set("a an the of with in and to as by")
_TOO_COMMON = stem_set("out no none not other yes one all full part")
_SHORTEST_TERM = 3
_QUESTION_KINDS = ("further", "against", "less", "negation", "hold_against")


# Place of the issue, sign, whether a pole, whether final.
Label = tuple[int, int, bool, bool]


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that is for or against what it governs, or that turns it.

    Attributes:
        first: Its first token.
        last: One past its last token.
        kind: ``further``, ``against``, ``more``, ``less``, ``hold_for``,
            ``hold_against``, ``good``, ``bad``, ``negation``, ``obliging``,
            ``intending`` or ``possible``.
        sign: 1 or -1; 0 for the last three.
    """

    first: int
    last: int
    kind: str
    sign: int


@dataclass(frozen=True, slots=True)
class Target:
    """A place where a text speaks of an issue.

    Attributes:
        first: Its first token.
        last: One past its last token.
        issue: Place of the issue in the codebook.
        sign: With it, "for this" becomes "yes to the question".
        pole: Whether the words themselves stand for a side.
        final: Whether they do so together with what negates them around them.
    """

    first: int
    last: int
    issue: int
    sign: int
    pole: bool
    final: bool = False


@dataclass(frozen=True, slots=True)
class Compiled:
    """A codebook ready for matching.

    Attributes:
        codebook: The codebook.
        targets: Terms and poles; the label is issue, sign, and whether it is a pole.
        turned: Poles said the other way round; the label is issue and sign.
        options: For each issue its options, each with the stems that must stand.
        derived: Whether an issue's terms come from its question.
    """

    codebook: Codebook
    targets: PhraseIndex[Label]
    turned: TurnedIndex[tuple[int, int]]
    options: tuple[tuple[tuple[str, frozenset[str]], ...], ...]
    derived: tuple[bool, ...]


@cache
def _operator_index() -> PhraseIndex[tuple[str, int]]:
    """Look for all words of the polarity lexicon at once."""
    return PhraseIndex(_operators())


def _operators() -> Iterator[tuple[str, tuple[str, int]]]:
    table = load_table("polarity.yaml")
    for phrase in table["no_negators"]:
        yield phrase, ("", 0)
    for kind in ("obliging", "intending", "possible"):
        for phrase in table[kind]:
            yield phrase, (kind, 0)
    for phrase in table["negators"]:
        yield phrase, ("negation", -1)
    # A word in two lists keeps both labels; judgements are read where nothing else is.
    seen: set[tuple[str, ...]] = set()
    for kind, sign in _KINDS.items():
        for phrase in table[kind]:
            if phrase_stems(phrase) not in seen:
                seen.add(phrase_stems(phrase))
                yield phrase, (kind, sign)


def find_operators(tokens: Tokens) -> list[Operator]:
    """Find the words that are for or against something, in text order."""
    return [
        Operator(hit.first, hit.last, hit.label[0], hit.label[1])
        for hit in _operator_index().find_outermost(tokens)
        if hit.label[0]
    ]


def find_targets(compiled: Compiled, tokens: Tokens) -> list[Target]:
    """Find where a document speaks of an issue; of one issue, the longer words.

    A pole hides the term that it overlaps, and a longer term a shorter one of
    another issue: they say more.
    """
    hits = _without_inner(compiled.targets.find(tokens), tokens)
    turned = (
        Hit(at, at + 1, (issue, sign, True, False))
        for at, (issue, sign) in compiled.turned.find(tokens)
    )
    hits = sorted((*hits, *turned), key=lambda hit: hit.first)
    poles: dict[int, set[int]] = {}
    for hit in hits:
        if hit.label[2]:
            poles.setdefault(hit.label[0], set()).update(range(hit.first, hit.last))
    kept: list[Target] = []
    reach: dict[tuple[int, bool], int] = {}
    for hit in hits:
        issue, sign, pole, final = hit.label
        taken = poles.get(issue, ())
        if not pole and any(at in taken for at in range(hit.first, hit.last)):
            continue
        if hit.first >= reach.get((issue, pole), 0):
            reach[issue, pole] = hit.last
            kept.append(Target(hit.first, hit.last, issue, sign, pole, final))
    return kept


def _without_inner(hits: list[Hit[Label]], tokens: Tokens) -> list[Hit[Label]]:
    """Drop what lies in a longer term, and verbs that only look like a noun's stem."""
    longest: dict[int, int] = {}
    for hit in hits:
        for at in range(hit.first, hit.last):
            longest[at] = max(longest.get(at, 0), hit.last - hit.first)
    return [
        hit
        for hit in hits
        if (
            hit.label[2]
            or max(longest[at] for at in range(hit.first, hit.last))
            == hit.last - hit.first
        )
        and not (hit.last - hit.first == 1 and hit.first in tokens.bent)
    ]


def compile_codebook(codebook: Codebook) -> Compiled:
    """Make a codebook ready.

    Terms that a user left out are taken from the question and the id. Which way
    "for the thing" answers the question is read from the question's own verb:
    against "Should the ban be lifted?" stands whoever wants the ban. Where the
    question asks for a thing ("Should there be a truce?"), all terms stand for it,
    even those with a word against something else ("end of hostilities").
    """
    phrases: list[tuple[str, Label]] = []
    turned: list[tuple[str, tuple[int, int]]] = []
    derived: list[bool] = []
    for place, issue in enumerate(codebook.issues):
        terms = issue.terms or _read_terms(issue)
        derived.append(not issue.terms)
        points = {t: _points(issue.question, terms, t) for t in terms}
        phrases.extend((t, (place, points[t], False, False)) for t in terms)
        for sign, poles in ((1, issue.poles.support), (-1, issue.poles.oppose)):
            phrases.extend(
                (p, (place, sign, True, _is_final(p, sign, points))) for p in poles
            )
            turned.extend((p, (place, sign)) for p in poles)
    return Compiled(
        codebook,
        PhraseIndex(phrases),
        TurnedIndex(turned),
        tuple(_options(issue) for issue in codebook.issues),
        tuple(derived),
    )


def _options(issue: Issue) -> tuple[tuple[str, frozenset[str]], ...]:
    """Give each option the words that name it, most words first."""
    named = [
        (option, stem_set(option.replace("-", " ")) - _OPTION_STOP)
        for option in issue.options
    ]
    # An option called "out" or "none" would stand in every second text.
    telling = (n for n in named if n[1] - _TOO_COMMON)
    return tuple(sorted(telling, key=lambda n: -len(n[1])))


def _own_sign(term: str) -> int:
    """Multiply the signs of the words within a term: "export ban" is against."""
    sign = 1
    for operator in find_operators(tokenise(term)):
        if operator.kind in ("further", "against", "less"):
            sign *= operator.sign
    return sign


def _points(question: str, terms: tuple[str, ...], term: str) -> int:
    """Find the sign with which "for the term" answers the question.

    What the question does with its own object is read from the words around it:
    "be lifted" after it, "without paying" before it.
    """
    tokens = tokenise(question)
    hits = PhraseIndex((t, t) for t in terms).find_outermost(tokens)
    if not hits:
        verb = _main_operator(tokens)
        return 1 if verb is None or verb.sign > 0 else -_own_sign(term)
    itself = [hit for hit in hits if hit.label == term]
    longest = max(itself or hits, key=lambda hit: (hit.last - hit.first, -hit.first))
    sign = 1
    for op in find_operators(tokens):
        before = op.last <= longest.first
        close = op.first >= longest.last and (
            op.first == longest.last or tokens.stems[op.first - 1] == "be"
        )
        if op.kind in _QUESTION_KINDS and (before or close):
            sign *= op.sign
    inner = _own_sign(longest.label)
    return 1 if sign > 0 and inner > 0 else sign * inner * _own_sign(term)


def _is_final(pole: str, sign: int, points: Mapping[str, int]) -> bool:
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


def _read_terms(issue: Issue) -> tuple[str, ...]:
    """Take terms from the question: each run of content words and its last word."""
    tokens = tokenise(issue.question)
    verb = _main_operator(tokens)
    taken = set(range(verb.first, verb.last)) if verb else set()
    runs = list(_runs(issue.question, tokens, taken))
    names = [run for run in runs if not run[1]]
    id_words = [w for w in issue.id.split("-") if _is_content(stem(w))]
    terms: list[str] = []
    for words, _ in names or runs:
        terms.extend((" ".join(words), words[-1]))
    if len(id_words) > 1 and not find_operators(tokenise(" ".join(id_words))):
        terms.append(" ".join(id_words))
    if not terms:
        terms = [" ".join(id_words)] if id_words else []
    return tuple(dict.fromkeys(t for t in terms if len(t) >= _SHORTEST_TERM))


def _main_operator(tokens: Tokens) -> Operator | None:
    """Choose the question's verb: what follows "be", else the first that takes a side."""
    signed = [
        op for op in find_operators(tokens) if op.kind in _KINDS and op.kind != "good"
    ]
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
        if index in taken or not _is_content(word):
            if run:
                yield run, named
            run, named = [], True
            continue
        run.append(written)
        named = named and written[:1].isupper()
    if run:
        yield run, named


def _is_content(word: str) -> bool:
    """Tell whether a word can say what a question is about."""
    return word.isalpha() and word not in _STOP and len(word) >= _SHORTEST_TERM


@dataclass(frozen=True)
class Scene:
    """A document prepared once; all readings look into it.

    Attributes:
        tokens: Words and stops.
        covered: Mention at each token that a mention covers.
        operators: Words that are for, against or turn, by place.
        targets: Places that speak of issues, by place.
        conditions: Words that begin a condition, by place.
    """

    tokens: Tokens
    covered: dict[int, Mention]
    operators: Sequence[Operator]
    targets: Sequence[Target]
    conditions: list[Hit[str]]

    @cached_property
    def operator_starts(self) -> list[int]:
        """First token of each operator."""
        return [op.first for op in self.operators]

    @cached_property
    def target_starts(self) -> list[int]:
        """First token of each target."""
        return [target.first for target in self.targets]

    def operators_in(self, low: int, high: int) -> Sequence[Operator]:
        """Give the operators that begin within ``[low, high)``."""
        first = bisect_left(self.operator_starts, low)
        return self.operators[first : bisect_left(self.operator_starts, high)]

    def targets_in(self, low: int, high: int) -> Sequence[Target]:
        """Give the targets that begin within ``[low, high)``."""
        first = bisect_left(self.target_starts, low)
        return self.targets[first : bisect_left(self.target_starts, high)]
