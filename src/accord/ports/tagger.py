"""Finds attributions in a document."""

from typing import Protocol

from accord.model import Attribution, Document

__all__ = ["Tagger"]


class Tagger(Protocol):
    """Finds source, cue and content; rules and trained models alike.

    Attributes:
        producer: Its name and version, as ``attribute.rules.v1``; changes whenever
            its output may.
    """

    producer: str

    def tag(self, document: Document) -> tuple[Attribution, ...]:
        """Find the attributions of one document.

        Returns:
            Attributions in text order, none in page furniture.

        Cost:
            Linear in the length of the text.
        """
        ...
