"""Issue codebooks: a user's YAML, and those that ship with the package."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import sqrt

import yaml

from accord.errors import ConfigurationError, Problem
from accord.model import Codebook, Issue, Poles
from accord.position.phrases import PhraseIndex, stem_set, tokenise

__all__ = [
    "choose_codebook",
    "packaged_codebooks",
    "parse_codebook",
    "read_options",
]

_ISSUE_KEYS = frozenset(
    ("id", "question", "description", "terms", "options", "poles", "excludes")
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HINT = (
    "An issue needs an id (lower case, hyphens) and a question; it may have "
    "description, terms, options, poles (support, oppose) and excludes."
)
# Fewer different terms than this are chance; seen on texts of other fields.
_FEWEST_TERMS = 3
# A text of the field has two terms at least, and a pile of the field many such texts:
# "the union" and "workers" stand in coverage of a port that is no wage dispute.
_TERMS_OF_A_TEXT = 2
_SHARE_OF_TEXTS = 0.25
_COUNTED_DOCUMENTS = 20
_OPTION_STOP = stem_set("a an the of with in and to as by")
_TOO_COMMON = stem_set("out no none not other yes one all full part")


class _Reader:
    """Reads a codebook and collects every problem on the way."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def complain(self, where: str, message: str) -> None:
        path = f"{self.name}:{where}" if where else self.name
        self.problems.append(Problem(path, message))

    def unknown_keys(
        self, value: Mapping[object, object], known: frozenset[str], where: str
    ) -> None:
        """Refuse keys that nobody would read."""
        for key in value:
            if key not in known:
                wanted = ", ".join(sorted(known))
                prefix = f"{where}." if where else ""
                self.complain(f"{prefix}{key}", f"unknown key; known are {wanted}.")

    def words(self, value: object, where: str) -> tuple[str, ...]:
        """Read a list of phrases; one phrase alone will do."""
        if value is None:
            return ()
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list):
            self.complain(where, f"expected a list of phrases, got {value!r:.60}.")
            return ()
        kept: list[str] = []
        for index, item in enumerate(items):
            phrase = str(item).strip() if isinstance(item, str | int | float) else ""
            if not phrase:
                self.complain(
                    f"{where}[{index}]", f"expected a phrase, got {item!r:.60}."
                )
            elif phrase not in kept:
                kept.append(phrase)
        return tuple(kept)

    def sentence(self, value: object, where: str, *, required: bool) -> str:
        """Read a text."""
        if value is None and not required:
            return ""
        if not isinstance(value, str) or (required and not value.strip()):
            self.complain(where, f"expected a text, got {value!r:.60}.")
            return ""
        return " ".join(value.split())

    def issue(self, value: object, where: str) -> Issue | None:
        """Read one issue; None if it has no usable id."""
        if not isinstance(value, dict):
            self.complain(
                where, f"expected an issue with id and question, got {value!r:.60}."
            )
            return None
        self.unknown_keys(value, _ISSUE_KEYS, where)
        issue_id = self.sentence(value.get("id"), f"{where}.id", required=True)
        if issue_id and not _ID.fullmatch(issue_id):
            self.complain(
                f"{where}.id",
                f"expected lower-case letters, digits and hyphens, got {issue_id!r}.",
            )
        question = self.sentence(
            value.get("question"), f"{where}.question", required=True
        )
        return Issue(
            id=issue_id,
            question=question,
            description=self.sentence(
                value.get("description"), f"{where}.description", required=False
            ),
            terms=self.words(value.get("terms"), f"{where}.terms"),
            options=self.words(value.get("options"), f"{where}.options"),
            poles=self.poles(value.get("poles"), f"{where}.poles"),
            excludes=self.words(value.get("excludes"), f"{where}.excludes"),
        )

    def poles(self, value: object, where: str) -> Poles:
        """Read the phrases of both sides."""
        if value is None:
            return Poles()
        if not isinstance(value, dict):
            self.complain(where, f"expected support and oppose, got {value!r:.60}.")
            return Poles()
        self.unknown_keys(value, frozenset(("support", "oppose")), where)
        return Poles(
            self.words(value.get("support"), f"{where}.support"),
            self.words(value.get("oppose"), f"{where}.oppose"),
        )

    def cross_check(self, issues: list[tuple[int, Issue]]) -> None:
        """Find double ids, and exclusions of issues that are not there."""
        first: dict[str, int] = {}
        for index, issue in issues:
            if issue.id and issue.id in first:
                self.complain(
                    f"issues[{index}].id",
                    f"{issue.id!r} is already the id of issues[{first[issue.id]}].",
                )
            first.setdefault(issue.id, index)
        for index, issue in issues:
            for place, other in enumerate(issue.excludes):
                if other not in first or other == issue.id:
                    reason = "excludes itself" if other == issue.id else "no such issue"
                    self.complain(
                        f"issues[{index}].excludes[{place}]", f"{reason}: {other!r}."
                    )


def parse_codebook(text: str, *, name: str) -> Codebook:
    """Read a codebook from YAML.

    Args:
        text: The file's text: ``issues``, a list; ``name`` if it has one of its own.
        name: Where it comes from, for messages and for the codebook's name.

    Raises:
        ConfigurationError: Anything is wrong; all problems at once, each with its
            path.

    Example:
        >>> text = "issues: [{id: pay, question: 'Should pay rise?'}]"
        >>> book = parse_codebook(text, name="issues.yaml")
        >>> book.issue("pay").question
        'Should pay rise?'
    """
    reader = _Reader(name)
    value = _load(text, reader)
    issues: list[tuple[int, Issue]] = []
    own_name = ""
    if isinstance(value, dict):
        reader.unknown_keys(value, frozenset(("name", "issues")), "")
        own_name = reader.sentence(value.get("name"), "name", required=False)
        rows = value.get("issues")
        if not isinstance(rows, list) or not rows:
            reader.complain("issues", f"expected a list of issues, got {rows!r:.60}.")
            rows = []
        for index, row in enumerate(rows):
            issue = reader.issue(row, f"issues[{index}]")
            if issue is not None:
                issues.append((index, issue))
        reader.cross_check(issues)
    elif isinstance(value, list):
        reader.complain("", "a list alone; write `issues:` above it.")
    elif not reader.problems:
        reader.complain("", f"expected a mapping with issues, got {value!r:.60}.")
    if reader.problems:
        message = f"The codebook {name!r} cannot be used."
        raise ConfigurationError(message, problems=reader.problems, hint=_HINT)
    return Codebook(own_name or name, tuple(issue for _, issue in issues))


def _load(text: str, reader: _Reader) -> object:
    """Parse YAML; a syntax error is a problem like others."""
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark is not None else ""
        reader.complain(where, f"not YAML: {getattr(error, 'problem', None) or error}.")
        return None


@cache
def packaged_codebooks() -> tuple[Codebook, ...]:
    """Give the codebooks that ship with the package, by name."""
    folder = files("accord.position") / "data" / "codebooks"
    found = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".yaml")),
        key=lambda entry: entry.name,
    )
    return tuple(
        parse_codebook(
            entry.read_text(encoding="utf-8"), name=entry.name.removesuffix(".yaml")
        )
        for entry in found
    )


def choose_codebook(texts: Iterable[str]) -> Codebook:
    """Choose the packaged codebook that speaks of what the texts speak of.

    Args:
        texts: Texts of documents, in any order.

    Returns:
        The codebook whose terms are found most, over the root of how many it has;
        the first by name if two are equal. A codebook named ``none`` without
        issues if none has three of its terms in the texts, and two in every fourth.

    Cost:
        Linear in the length of the texts.
    """
    books = packaged_codebooks()
    index = PhraseIndex(
        (term, (place, term))
        for place, book in enumerate(books)
        for term in _terms(book)
    )
    counts: Counter[tuple[int, str]] = Counter()
    on_topic: Counter[int] = Counter()
    number = 0
    for text in texts:
        number += 1
        labels = {hit.label for hit in index.find(tokenise(text))}
        counts.update(labels)
        terms = Counter(place for place, _ in labels)
        on_topic.update(place for place in terms if terms[place] >= _TERMS_OF_A_TEXT)
    scores: list[float] = []
    for place, book in enumerate(books):
        own = [min(n, _COUNTED_DOCUMENTS) for (p, _), n in counts.items() if p == place]
        fits = on_topic[place] >= _SHARE_OF_TEXTS * number
        enough = len(own) >= _FEWEST_TERMS and fits
        scores.append(sum(own) / sqrt(len(_terms(book)) or 1) if enough else 0.0)
    best = max(range(len(books)), key=lambda place: (scores[place], -place), default=0)
    if not books or not scores[best]:
        return Codebook("none", ())
    return books[best]


def _terms(book: Codebook) -> tuple[str, ...]:
    """Give the different terms of a codebook, in its order."""
    return tuple(dict.fromkeys(term for issue in book.issues for term in issue.terms))


def read_options(issue: Issue) -> tuple[tuple[str, frozenset[str]], ...]:
    """Give each option the words that name it, most words first."""
    named = [
        (option, stem_set(option.replace("-", " ")) - _OPTION_STOP)
        for option in issue.options
    ]
    # An option called "out" or "none" would stand in every second text.
    telling = (n for n in named if n[1] - _TOO_COMMON)
    return tuple(sorted(telling, key=lambda n: -len(n[1])))
