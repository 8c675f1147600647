"""Issues made ready for matching: terms, poles and which way the question points."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from accord.model import Codebook, Issue, Mention
from accord.position.codebook import read_options
from accord.position.meaning.contrasts import leads_to_figure
from accord.position.meaning.memberships import say_membership
from accord.position.meaning.names.kin import with_kin
from accord.position.meaning.names.paraphrases import find_paraphrases
from accord.position.meaning.names.variants import find_variants
from accord.position.meaning.nearby import Nearby
from accord.position.meaning.operators import Operator, find_operators
from accord.position.meaning.pointing import points_of
from accord.position.meaning.questions import is_content, is_final, let_go, read_terms
from accord.position.meaning.roots import root
from accord.position.meaning.standing import Standing, read_standing
from accord.position.meaning.ways.freed import is_burdened, sign_of_freed
from accord.position.phrases import (
    Hit,
    PhraseIndex,
    Tokens,
    stem,
    stem_set,
    tokenise,
)
from accord.position.turned import TurnedIndex

__all__ = [
    "Compiled",
    "Scene",
    "Target",
    "compile_codebook",
    "drop_asked",
    "drop_named",
    "find_targets",
    "term_signs",
]

_CAST = stem_set("against for in to by down yes no unanimously overwhelmingly")
_BEFORE_VERB = stem_set("will would to could must should not")
_KEEPING = stem_set("keep retain hold preserve maintain stay remain")
_GIVING = stem_set("give surrender cede relinquish drop release sell let leave quit")
_MEASURES = stem_set(
    "age wage pay salary price rate fee floor output ceiling threshold cap spending"
)
# Who seals one of these closes it; who seals a deal makes it.
_ARTICLES = stem_set("the a an")
_VOTE, _LEAVE, _TO = stem("vote"), stem("leave"), "to"
_MARKERS = stem_set("before without unless until once if")
_PROVISO_TOKENS = 3
_WAYS = stem_set("border frontier crossing strait coast road valley tunnel mine well")
_DOES = ("further", "against")
# Place of the issue, sign, whether a pole, whether final, whether a deed.
Label = tuple[int, int, bool, bool, bool]


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
        deed: Whether the words are the very deed that the question asks about.
    """

    first: int
    last: int
    issue: int
    sign: int
    pole: bool
    final: bool = False
    deed: bool = False


@dataclass(frozen=True, slots=True)
class Compiled:
    """A codebook ready for matching.

    Attributes:
        codebook: The codebook.
        targets: Terms and poles; the label is issue, sign, and whether it is a pole.
        turned: Poles said the other way round; the label is issue and sign.
        options: For each issue its options, each with the stems that must stand.
        derived: Whether an issue's terms come from its question.
        nearby: Terms in other words.
        letting: The thing of each issue that asks to let go of it, which "keep" is against.
        provisos: What the questions ask under a condition, as marker and word after it.
        standing: Which issues ask for a change.
    """

    codebook: Codebook
    targets: PhraseIndex[Label]
    turned: TurnedIndex[tuple[int, int]]
    options: tuple[tuple[tuple[str, frozenset[str]], ...], ...]
    derived: tuple[bool, ...]
    nearby: Nearby
    letting: Mapping[int, frozenset[str]]
    provisos: frozenset[tuple[str, str]]
    standing: Standing


def find_targets(compiled: Compiled, tokens: Tokens) -> list[Target]:
    """Find where a document speaks of an issue; of one issue, the longer words.

    A pole hides the term that it overlaps, and a longer term a shorter one of
    another issue: they say more.
    """
    hits = _without_inner(compiled.targets.find(tokens), tokens)
    turned = (
        Hit(at, at + 1, (issue, sign, True, False, False))
        for at, (issue, sign) in compiled.turned.find(tokens)
    )
    loose = list(compiled.nearby.find(tokens))
    hits = _without_parts(hits, loose)
    apart = _not_met(loose, hits)
    hits = sorted((*hits, *turned, *apart), key=lambda hit: (hit.first, -hit.last))
    poles: dict[int, set[int]] = {}
    for hit in hits:
        if hit.label[2]:
            poles.setdefault(hit.label[0], set()).update(range(hit.first, hit.last))
    kept: list[Target] = []
    reach: dict[tuple[int, bool], int] = {}
    for hit in hits:
        issue, sign, pole, final, deed = hit.label
        taken = poles.get(issue, ())
        if not pole and any(at in taken for at in range(hit.first, hit.last)):
            continue
        if hit.first >= reach.get((issue, pole), 0):
            reach[issue, pole] = hit.last
            sign *= -1 if not pole and is_burdened(tokens, hit.first, hit.last) else 1
            kept.append(Target(hit.first, hit.last, issue, sign, pole, final, deed))
    return kept


def drop_named(
    targets: Sequence[Target], covered: Mapping[int, Mention]
) -> list[Target]:
    """Leave out terms that are only a part of somebody's name: "Faroe", "the World Bank"."""
    return [
        target
        for target in targets
        if target.pole or not _is_part_of_name(target, covered)
    ]


def _is_part_of_name(target: Target, covered: Mapping[int, Mention]) -> bool:
    """Tell whether a name covers all of a place and more."""
    mention = covered.get(target.first)
    if mention is None or covered.get(target.last - 1) != mention:
        return False
    return mention in (covered.get(target.first - 1), covered.get(target.last))


def _without_parts(
    hits: Sequence[Hit[Label]], loose: Sequence[Hit[tuple[int, int, bool]]]
) -> list[Hit[Label]]:
    """Drop a term of one word within the deed that is asked for: "return the bronzes"."""
    inner = {
        (at, hit.label[0])
        for hit in loose
        if hit.label[2]
        for at in range(hit.first, hit.last)
    }
    return [
        hit
        for hit in hits
        if hit.label[2]
        or hit.last - hit.first > 1
        or (hit.first, hit.label[0]) not in inner
    ]


def _not_met(
    loose: Sequence[Hit[tuple[int, int, bool]]], met: Sequence[Hit[Label]]
) -> Iterator[Hit[Label]]:
    """Give the loose hits that touch nothing that was met word by word."""
    taken = {at for hit in met for at in range(hit.first, hit.last)}
    done = {(hit.first, hit.label[0]) for hit in loose if hit.label[2]}
    longest = sorted(loose, key=lambda hit: (hit.first - hit.last, hit.first))
    for hit in longest:
        place = range(hit.first, hit.last)
        if not any(at in taken for at in place):
            taken.update(place)
            issue, sign, deed = hit.label
            deed = deed or (hit.first, issue) in done
            yield Hit(hit.first, hit.last, (issue, sign, False, False, deed))


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
        and not _is_tally(hit, tokens)
    ]


def _is_tally(hit: Hit[Label], tokens: Tokens) -> bool:
    """Tell "by 104 votes to 77" and "voted against" from a vote that is to be held."""
    at, stems = hit.first, tokens.stems
    if hit.last - at > 1 or not at or stems[at] != _VOTE:
        return False
    verb = at in tokens.inflected or stems[at - 1] in _BEFORE_VERB
    cast = verb and hit.last < len(stems) and stems[hit.last] in _CAST
    return cast or stems[at - 1].isdigit()


def term_signs(issue: Issue) -> dict[str, int]:
    """Tell how whoever is for a term answers the question: 1 is yes, -1 no.

    Example:
        >>> ban = Issue(id="ban", question="Should the ban end?", terms=("ban",))
        >>> term_signs(ban)
        {'ban': -1}
    """
    terms = issue.terms or read_terms(issue)
    return {term: points_of(issue.question, terms, term) for term in terms}


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
        derived.append(not issue.terms)
        points = term_signs(issue)
        phrases.extend(
            (t, (place, sign, False, False, _is_deed(t))) for t, sign in points.items()
        )
        phrases.extend(
            (p, (place, sign, True, False, False)) for p, sign in say_membership(issue)
        )
        for sign, poles in ((1, issue.poles.support), (-1, issue.poles.oppose)):
            phrases.extend(
                (p, (place, sign, True, is_final(p, sign, points), False))
                for p in poles
            )
            turned.extend((p, (place, sign)) for p in poles)
    phrases.extend(
        (p, (place, sign, False, False, True))
        for p, place, sign in find_paraphrases(codebook)
    )
    phrases.extend(
        (p, (place, sign, False, False, _is_deed(p)))
        for p, place, sign in find_variants(codebook)
    )
    return Compiled(
        codebook,
        PhraseIndex(phrases),
        TurnedIndex(turned),
        tuple(read_options(issue) for issue in codebook.issues),
        tuple(derived),
        Nearby(codebook),
        {n: with_kin(t) for n, i in enumerate(codebook.issues) if (t := let_go(i))},
        frozenset(pair for issue in codebook.issues for pair in _provisos(issue)),
        read_standing(codebook),
    )


def _is_deed(term: str) -> bool:
    """Tell a verb with its object, "join the alliance", from "release of prisoners"."""
    tokens = tokenise(term)
    first = next(iter(find_operators(tokens)), None)
    if first is None or first.first or first.kind not in _DOES:
        return False
    after = tokens.stems[first.last : first.last + 1]
    return not _ARTICLES.isdisjoint(after) or first.last in tokens.capitals


def _provisos(issue: Issue) -> Iterator[tuple[str, str]]:
    """Find "before a truce" in "Should prisoners be freed before a truce?"."""
    stems = tokenise(issue.question).stems
    for at, word in enumerate(stems):
        if word in _MARKERS:
            after = (
                w for w in stems[at + 1 : at + 1 + _PROVISO_TOKENS] if is_content(w)
            )
            yield from ((word, following) for following in after)


def drop_asked(
    compiled: Compiled, tokens: Tokens, conditions: Sequence[Hit[str]]
) -> list[Hit[str]]:
    """Leave out conditions that a question itself holds: they are what is asked."""
    return [
        hit
        for hit in conditions
        if not any(
            (tokens.stems[hit.first], word) in compiled.provisos
            for word in tokens.stems[hit.last : hit.last + _PROVISO_TOKENS]
        )
    ]


@dataclass(frozen=True)
class Scene:
    """A document prepared once; all readings look into it.

    Attributes:
        tokens: Words and stops.
        covered: Mention at each token that a mention covers.
        operators: Words that are for, against or turn, by place.
        targets: Places that speak of issues, by place.
        conditions: Words that begin a condition, by place.
        letting: The thing of each issue that asks to let go of it.
        standing: Which issues ask for a change, which "keep it as it is" is against.
    """

    tokens: Tokens
    covered: dict[int, Mention]
    operators: Sequence[Operator]
    targets: Sequence[Target]
    conditions: list[Hit[str]]
    letting: Mapping[int, frozenset[str]] = field(default_factory=dict)
    standing: Standing = field(default_factory=Standing)

    def sign_of(self, op: Operator, target: Target) -> int:
        """Give the sign with which a word governs a place.

        Where the question asks to let go of a thing, keeping it is against; who lifts
        an age or a price raises it.
        """
        word = self.tokens.stems[op.first]
        if word == _LEAVE and _TO in self.tokens.stems[op.last : target.first]:
            # "Leave the channel to the pilots": nobody leaves the pilots.
            return 0
        place = range(target.first, target.last)
        freed = sign_of_freed(self.tokens, op, place)
        keeps = not target.pole and self.standing.keeps(
            self.tokens, op, place, target.issue
        )
        if freed or keeps:
            return freed or -target.sign
        figure = target.sign > 0 and leads_to_figure(self.tokens, op.first, place)
        if figure or (word == "lift" and not target.pole):
            last = self.tokens.stems[target.last - 1 : target.last + 1]
            return 1 if figure or _MEASURES & set(last) else op.sign
        if word == "seal" and _WAYS & set(
            self.tokens.stems[target.first : target.last]
        ):
            return -1
        given = self.letting.get(target.issue)
        ends = self.tokens.stems[op.last - 1]
        let_go = given and not target.pole and self._is_of(target, given)
        if let_go and (op.kind in _DOES or ends in _KEEPING):
            kept = word in _KEEPING or ends in _KEEPING
            return -1 if kept else 1 if word in _GIVING else op.sign
        return op.sign

    def _is_of(self, target: Target, things: frozenset[str]) -> bool:
        """Tell the thing that is let go, "the port", from the deed, "the lease"."""
        words = self.tokens.stems[target.first : target.last]
        return not things.isdisjoint(map(root, words))

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
