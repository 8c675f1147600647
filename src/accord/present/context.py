"""What a row needs beside its own record: the document it is from, the words it joins."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from accord.model import Attribution, Dispute, Document, Statement, When

__all__ = ["Context"]


@dataclass(frozen=True, slots=True)
class Context:
    """Records by id, to look up what another record points to.

    Attributes:
        documents: Documents by id.
        attributions: Attributions by id.
        statements: Statements by id.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    attributions: Mapping[str, Attribution] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        documents: Iterable[Document],
        *,
        attributions: Iterable[Attribution] = (),
        statements: Iterable[Statement] = (),
    ) -> "Context":
        """Index records by their ids."""
        return cls(
            {document.id: document for document in documents},
            {attribution.id: attribution for attribution in attributions},
            {statement.id: statement for statement in statements},
        )

    @classmethod
    def of_dispute(cls, dispute: Dispute) -> "Context":
        """Index everything a dispute holds."""
        return cls.of(
            (d.document for d in dispute.dossiers),
            attributions=(a for d in dispute.dossiers for a in d.attributions),
            statements=(s for d in dispute.dossiers for s in d.statements),
        )

    def path(self, document: str) -> str:
        """Name a document by its path; by its id if it is not here."""
        found = self.documents.get(document)
        return found.path if found else document

    def outlet(self, document: str) -> str | None:
        """Name the outlet of a document; None if unknown."""
        found = self.documents.get(document)
        return found.outlet if found else None

    def published(self, document: str) -> When | None:
        """Date a document; None if unknown."""
        found = self.documents.get(document)
        return found.published if found else None

    def said(self, attribution: Attribution) -> When | None:
        """Date an attribution: the day it was said, else the day of publication."""
        if attribution.said is not None and attribution.said.start is not None:
            return attribution.said
        return self.published(attribution.document)

    def label(self, record: str) -> str:
        """Describe an attribution or a document that a link joins, in a few words."""
        attribution = self.attributions.get(record)
        if attribution is not None:
            return attribution.content.text
        document = self.documents.get(record)
        return (document.title or document.path) if document else record
