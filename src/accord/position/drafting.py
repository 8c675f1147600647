"""Drafts of codebooks: what a pile of texts keeps being for and against."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from accord.model import Codebook, Issue
from accord.position.acts import act_hits, acts
from accord.position.meaning.operators import find_operators
from accord.position.meaning.roots import root
from accord.position.phrases import SENTENCE_END, Tokens, stem_set, tokenise
from accord.text import sentences

__all__ = ["IssueDraft", "draft_issues", "to_codebook"]

_DETERMINERS = stem_set(
    "the a an this that these those its their his her our my any all some more of another "
    "both shorter longer bigger smaller every single each second lower higher further full partial eventual lasting possible "
    "immediate complete such planned proposed"
)
# "wants to pay compensation" is about compensation.
_VERBS = stem_set(
    "pay get give take make keep sign lift build close send shape hold join provide "
    "introduce impose allow return start stop end halt"
)
# Words that end a noun phrase. "of" may stand in one, once.
_ENDS = stem_set(
    "in on at for to from with by about against over under into until after before since "
    "and or but if unless because while as than that which who whom when where be have do "
    "will would can could may might must should not never no said say also it he she they "
    "we i you there him them us me what how why up out off down away back so only even "
    "late early soon today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday "
    "january february march april june july august september october november december"
)
_EMPTY_HEADS = stem_set(
    "plan proposal idea move decision measure thing way day week month year time people "
    "government country city town minister party side state official president group question "
    "demand call end part number member reporter statement word need support role right "
    "use cost case fact result result step offer claim issue problem report body leader "
    "first last next same other such two three one many several lot kind percent"
)
# What begins a noun phrase of its own: the word before it is no noun ("suspend it").
_OBJECTS = stem_set("the a an it them their his her its our this these")
_SIDED_ACTS = frozenset(
    "demand call-for propose offer promise agree accept reject refuse support threaten "
    "criticise praise insist protest".split()
)
_PHRASE_TOKENS = 5
_REACH_TOKENS = 3
_FEWEST_TEXTS = 2
_MOST_EXAMPLES = 3
_LONGEST_EXAMPLE = 240
_SHORTEST_WORD = 3
_MOST_TERMS = 5


@dataclass
class IssueDraft:
    """Something that people in a pile are for or against.

    Attributes:
        phrase: The words most often used for it.
        terms: Those and others that share its last noun, most frequent first.
        support: How many times something was wanted of it, or it was welcomed.
        oppose: How many times it was refused or blamed.
        texts: In how many texts.
        examples: Sentences, up to three.
        article: What stands before the phrase most often: "a", "the", or nothing.
    """

    phrase: str
    terms: tuple[str, ...]
    support: int
    oppose: int
    texts: int
    examples: tuple[str, ...]
    article: str = ""


@dataclass
class _Cluster:
    """Phrases with the same last noun, as they are counted."""

    phrases: Counter[str] = field(default_factory=Counter)
    signs: Counter[int] = field(default_factory=Counter)
    texts: set[int] = field(default_factory=set)
    examples: dict[str, int] = field(default_factory=dict)
    articles: Counter[str] = field(default_factory=Counter)

    def rank(self) -> tuple[int, int, int]:
        """Rank what is both wanted and refused first, then what many texts hold."""
        contested = min(self.signs[1], self.signs[-1])
        return (-len(self.texts) - 2 * contested, -self.signs.total(), 0)


def draft_issues(texts: Iterable[str], *, most: int = 8) -> list[IssueDraft]:
    """Find what a pile is for and against, again and again.

    A noun phrase counts where it follows a word that takes a side ("rejected the new
    toll"); phrases with the same last noun are taken together. What two texts or more
    hold is kept, the contested first. Nothing here knows what the dispute is about: two
    names of one thing stay two, and what nobody is for or against is missed.

    Args:
        texts: Texts of documents.
        most: How many issues to keep at most.

    Returns:
        Drafts, the most contested and frequent first.

    Cost:
        Linear in the length of the texts.

    Example:
        >>> pile = ["Ann backs the river toll.", "Bob rejected the river toll."]
        >>> [(d.phrase, d.support, d.oppose) for d in draft_issues(pile)]
        [('river toll', 1, 1)]
    """
    clusters: dict[str, _Cluster] = {}
    for number, text in enumerate(texts):
        for found, sign, example in _sided_phrases(text):
            cluster = clusters.setdefault(found.head, _Cluster())
            cluster.phrases[found.text] += 1
            cluster.articles[found.article] += 1
            cluster.signs[sign] += 1
            cluster.texts.add(number)
            cluster.examples.setdefault(example, number)
    kept = [
        (cluster.rank(), head, cluster)
        for head, cluster in clusters.items()
        if len(cluster.texts) >= _FEWEST_TEXTS
    ]
    kept.sort(key=lambda row: row[:2])
    return [_draft(cluster) for _, _, cluster in kept[:most]]


def to_codebook(drafts: Sequence[IssueDraft], *, name: str) -> Codebook:
    """Make a codebook of drafts, for a person to correct.

    The question is the plainest there is, "Should there be ...?"; poles are left empty,
    since which words stand for a side is for a person to say.

    Example:
        >>> pile = ["Ann backs a river toll.", "Bob rejected the river toll."]
        >>> to_codebook(draft_issues(pile), name="draft").issues[0].question
        'Should there be a river toll?'
    """
    issues: list[Issue] = []
    taken: set[str] = set()
    for draft in drafts:
        words = "".join(c if c.isascii() and c.isalnum() else " " for c in draft.phrase)
        issue_id = "-".join(words.lower().split()) or f"issue-{len(issues) + 1}"
        if issue_id in taken:
            continue
        taken.add(issue_id)
        issues.append(
            Issue(
                id=issue_id,
                question=_question(draft),
                description=(
                    f"Draft: for it {draft.support}, against it {draft.oppose} times, "
                    f"in {draft.texts} texts. Put the question as you mean it."
                ),
                terms=draft.terms,
            )
        )
    return Codebook(name, tuple(issues))


def _question(draft: IssueDraft) -> str:
    """Ask for the thing; for one that everybody calls "the ...", whether to accept it."""
    if draft.article == "the":
        return f"Should the {draft.phrase} be accepted?"
    article = f"{draft.article} " if draft.article else ""
    if article and draft.phrase[0].lower() in "aeiou":
        article = "an "
    return f"Should there be {article}{draft.phrase}?"


def _article(cluster: _Cluster) -> str:
    """Tell how a thing is spoken of: one of its kind, the one there is, or neither."""
    if cluster.articles["a"]:
        return "a"
    return "the" if cluster.articles["the"] > cluster.articles[""] else ""


def _draft(cluster: _Cluster) -> IssueDraft:
    """Write a cluster down."""
    ordered = sorted(
        cluster.phrases, key=lambda p: (-cluster.phrases[p], -len(p.split()), p)
    )
    # A bare noun stands for too much where a longer phrase was used as well.
    telling = [p for p in ordered if len(p.split()) > 1] or ordered
    return IssueDraft(
        phrase=telling[0],
        terms=tuple(telling[:_MOST_TERMS]),
        support=cluster.signs[1],
        oppose=cluster.signs[-1],
        texts=len(cluster.texts),
        examples=tuple(cluster.examples)[:_MOST_EXAMPLES],
        article=_article(cluster),
    )


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase: its words, the root of the last, and "a", "the" or nothing."""

    text: str
    head: str
    article: str


def _sided_phrases(text: str) -> Iterator[tuple[_Phrase, int, str]]:
    """Give noun phrases that follow a word for or against them, sign and sentence."""
    tokens = tokenise(text)
    spans = [(s.start, s.end) for s in sentences(text)]
    signs = _signs(tokens)
    place = 0
    for last in sorted(signs):
        found = _phrase_after(tokens, text, last)
        if found is None:
            continue
        start = tokens.starts[last - 1]
        while place < len(spans) - 1 and spans[place][1] <= start:
            place += 1
        example = " ".join(text[slice(*spans[place])].split())[:_LONGEST_EXAMPLE]
        yield found, signs[last], example


def _signs(tokens: Tokens) -> dict[int, int]:
    """Map the token after each word that takes a side to its sign."""
    signs: dict[int, int] = {}
    for op in find_operators(tokens):
        if op.kind in ("hold_for", "hold_against", "further", "against"):
            signs.setdefault(op.last, op.sign)
    for hit in act_hits(tokens):
        name, sign = hit.label
        if name in _SIDED_ACTS and sign and not acts()[name].informs:
            signs[hit.last] = sign
    return signs


def _phrase_after(tokens: Tokens, text: str, begin: int) -> _Phrase | None:
    """Read the noun phrase after a token."""
    stems = tokens.stems
    first = begin
    while first < len(stems) and (
        stems[first] in _DETERMINERS or _is_verb(stems, first)
    ):
        if first - begin >= _REACH_TOKENS:
            return None
        first += 1
    last = first
    while last < min(len(stems), first + _PHRASE_TOKENS) and _is_inner(tokens, last):
        last += 1
    words = [text[tokens.starts[at] : tokens.ends[at]] for at in range(first, last)]
    if not words or stems[last - 1] in _EMPTY_HEADS or len(words[-1]) < _SHORTEST_WORD:
        return None
    after = stems[last] if last < len(stems) else ""
    if after == "'s" or (first == begin and after in _OBJECTS):
        return None
    if all(word[:1].isupper() for word in words):
        # A name is who, not what.
        return None
    if words[-1].endswith(("'s", "’s", "ly", "ing", "ed")):
        return None
    phrase = " ".join(word.lower() if word.istitle() else word for word in words)
    lead = set(stems[begin:first])
    article = "a" if lead & {"a", "an"} and not words[-1].endswith("s") else ""
    article = article or ("the" if lead & {"the", "this", "that"} else "")
    return _Phrase(phrase, root(stems[last - 1]), article)


def _is_verb(stems: Sequence[str], at: int) -> bool:
    """Tell "pay compensation" from "pay"."""
    return stems[at] in _VERBS and at + 1 < len(stems) and stems[at + 1] not in _ENDS


def _is_inner(tokens: Tokens, at: int) -> bool:
    """Tell whether a token may stand within a noun phrase."""
    word = tokens.stems[at]
    return (
        word != SENTENCE_END
        and word.isalpha()
        and word not in _ENDS
        and word not in _DETERMINERS
    )
