"""Quoting: the words behind positions and rules, as evidence of a case."""

from collections.abc import Iterable, Mapping, Sequence

from accord.model import (
    Attribution,
    Dispute,
    Document,
    Mechanism,
    Position,
    Span,
    Statement,
)
from accord.model.negotiation.case import CaseEvidence
from accord.solve.demands import speaks_against
from accord.text import sentences

__all__ = ["Proofs"]

# Words as short as these seldom say by themselves what was said about them.
_SHORT_CHARS = 80
# A passage longer than this is no help to a reader.
_CONTEXT_CHARS = 360


class Proofs:
    """Finds the statements behind positions, and turns them into evidence."""

    def __init__(self, dispute: Dispute) -> None:
        """Index a dispute.

        Args:
            dispute: Everything known.
        """
        self._statements: Mapping[str, Statement] = {
            statement.id: statement
            for dossier in dispute.dossiers
            for statement in dossier.statements
        }
        self._documents: Mapping[str, Document] = {
            dossier.document.id: dossier.document for dossier in dispute.dossiers
        }
        self._attributions: Mapping[str, Attribution] = {
            attribution.id: attribution
            for dossier in dispute.dossiers
            for attribution in dossier.attributions
        }

    def of(self, position: Position) -> list[Statement]:
        """Give the statements that show the position's stance, by date."""
        return [s for s in self._all(position) if s.stance == position.stance]

    def against(
        self, position: Position, proof: Sequence[Statement]
    ) -> list[Statement]:
        """Give the statements that speak against a position that others show."""
        return [s for s in self._all(position) if speaks_against(s, proof)]

    def _all(self, position: Position) -> list[Statement]:
        """Give the statements that a position rests on."""
        found = (self._statements.get(key) for key in position.statements)
        return [statement for statement in found if statement is not None]

    def evidence(self, statements: Iterable[Statement]) -> tuple[CaseEvidence, ...]:
        """Quote statements."""
        return tuple(self._quote(statement) for statement in statements)

    def _quote(self, statement: Statement) -> CaseEvidence:
        document = self._documents.get(statement.document)
        return CaseEvidence(
            text=statement.evidence.text,
            document=statement.document,
            start=statement.evidence.start,
            end=statement.evidence.end,
            outlet=document.outlet if document else None,
            said=statement.when.start if statement.when else None,
            statement=statement.id,
            speaker=statement.name,
            context=self._context(statement, document),
            confidence=statement.confidence,
        )

    def _context(self, statement: Statement, document: Document | None) -> str | None:
        """Find the passage that says who said the words and how."""
        if document is None:
            return None
        words = Span(statement.evidence.start, statement.evidence.end)
        attribution = self._attributions.get(statement.attribution or "")
        if attribution is not None:
            passage = attribution.hull
        elif len(statement.evidence.text) <= _SHORT_CHARS:
            passage = _sentence_around(document.text, words)
        else:
            return None
        start, end = min(passage.start, words.start), max(passage.end, words.end)
        is_more = end - start > words.end - words.start
        return (
            document.text[start:end]
            if is_more and end - start <= _CONTEXT_CHARS
            else None
        )

    def rule(self, mechanism: Mechanism) -> CaseEvidence:
        """Quote the words about a mechanism."""
        document = self._documents.get(mechanism.document)
        return CaseEvidence(
            text=mechanism.evidence.text,
            document=mechanism.document,
            start=mechanism.evidence.start,
            end=mechanism.evidence.end,
            outlet=document.outlet if document else None,
        )


def _sentence_around(text: str, words: Span) -> Span:
    """Find the sentence that holds some words, near enough to be of use."""
    near = Span(
        max(words.start - _CONTEXT_CHARS, 0), min(words.end + _CONTEXT_CHARS, len(text))
    )
    for sentence in sentences(text, near):
        # A sentence that begins where the look does may have begun before.
        is_whole = sentence.start > near.start or near.start == 0
        if is_whole and sentence.start <= words.start and words.end <= sentence.end:
            return sentence
    return words
