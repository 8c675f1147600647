"""Cases: what a judge of stance is asked about a document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.model import Attribution, Codebook, Span, Statement
from accord.ports import StanceCase
from accord.position.deeds import find_holders
from accord.position.implied import find_anchors, main_issue
from accord.position.page import Page
from accord.position.stance import Words
from accord.position.statements import SILENT, UNNAMED, Holder

__all__ = ["Candidate", "find_candidates", "find_statement_cases"]

# How far before a sentence an issue may have been named, in tokens.
_SCENE_TOKENS = 60
# How many issues one report is held against, the nearest named ones.
_MOST_ISSUES = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody's words, and an issue on which they may take a side.

    Attributes:
        issue: Place of the issue in the codebook.
        case: What the judge is asked.
        statement: What the rules made of the words; None if nothing.
        holder: Whose words, where the rules made nothing of them.
    """

    issue: int
    case: StanceCase
    statement: Statement | None
    holder: Holder | None


def find_statement_cases(
    page: Page,
    codebook: Codebook,
    attributions: Sequence[Attribution],
    statements: Sequence[Statement],
) -> list[Candidate]:
    """Put statements to the judge.

    Args:
        page: The document.
        codebook: The issues.
        attributions: What the statements may stand in.
        statements: What the rules made.

    Returns:
        One case for each statement, in their order.

    Cost:
        Linear in statements and attributions, with a bounded look at the text of each.
    """
    if not statements:
        return []
    finder = _Finder(page, codebook)
    hulls = {attribution.id: attribution.hull for attribution in attributions}
    places = {issue.id: place for place, issue in enumerate(codebook.issues)}
    return [
        finder.of_statement(s, places[s.issue], hulls.get(s.attribution or ""))
        for s in statements
    ]


def find_candidates(
    page: Page,
    codebook: Codebook,
    heard: Sequence[tuple[Attribution, Words]],
    statements: Sequence[Statement],
) -> list[Candidate]:
    """Give what there is to learn from: statements, and reports that made none.

    Args:
        page: The document.
        codebook: The issues.
        heard: Attributions with what was read of their words.
        statements: What the rules made.

    Returns:
        The statements' cases, in their order; behind them those of the reports, each
        against the issues that were named last.
    """
    attributions = [attribution for attribution, _ in heard]
    found = find_statement_cases(page, codebook, attributions, statements)
    finder = _Finder(page, codebook)
    made = {(s.attribution, s.issue) for s in statements}
    for attribution, words in heard:
        if words.act.act.id not in SILENT:
            found += finder.of_report(attribution, made)
    return found


class _Finder:
    """Looks up issues and words around a place.

    Args:
        page: The document.
        codebook: The issues.
    """

    def __init__(self, page: Page, codebook: Codebook) -> None:
        self._page = page
        self._codebook = codebook
        self._main = main_issue(codebook, find_anchors(codebook, page.tokens))

    def of_statement(
        self, statement: Statement, issue: int, hull: Span | None
    ) -> Candidate:
        """Put a statement of the rules."""
        place = self._sentences(hull or statement.evidence.span)
        case = self._case(statement.name, place, issue)
        return Candidate(issue, case, statement, None)

    def of_report(
        self,
        attribution: Attribution,
        made: set[tuple[str | None, str]],
    ) -> Iterator[Candidate]:
        """Put a report against the issues in force, but those with a statement."""
        place = self._sentences(attribution.hull)
        issues = [
            issue
            for issue in self._in_force(place)
            if (attribution.id, self._codebook.issues[issue].id) not in made
        ]
        if not issues:
            return
        for holder in find_holders(self._page, attribution):
            if holder.name == UNNAMED:
                continue
            for issue in issues:
                case = self._case(holder.name, place, issue)
                yield Candidate(issue, case, None, holder)

    def _sentences(self, span: Span) -> range:
        """Find the tokens of the sentences that a span touches."""
        place = self._page.tokens.range(span.start, span.end)
        return self._page.sentence(place) if place else place

    def _in_force(self, place: range) -> list[int]:
        """Name the issues last spoken of, the nearest first."""
        targets = self._page.scene.targets_in(place.start - _SCENE_TOKENS, place.stop)
        issues = list(dict.fromkeys(target.issue for target in reversed(targets)))
        if not issues and self._main is not None:
            issues = [self._main]
        return issues[:_MOST_ISSUES]

    def _case(self, name: str, place: range, issue: int) -> StanceCase:
        """Cut out what the judge reads."""
        tokens = self._page.tokens
        start, end = tokens.starts[place.start], tokens.ends[place.stop - 1]
        words = " ".join(self._page.document.text[start:end].split())
        return StanceCase(words, self._codebook.issues[issue].question, name)
