"""How much of a file is loaded at most."""

from dataclasses import dataclass

__all__ = ["CONTAINER_SUFFIXES", "MAX_CONTAINER_BYTES", "MAX_TEXT_BYTES", "FileLimits"]

#: Bytes of a plain text, a page, or one row. The longest newspaper article known
#: to us is below 300,000 bytes; above this a file is a pile, not a document.
MAX_TEXT_BYTES = 10_000_000
#: Bytes of a PDF or word-processor file, which may carry pictures.
MAX_CONTAINER_BYTES = 50_000_000

CONTAINER_SUFFIXES = frozenset({".pdf", ".docx"})


@dataclass(frozen=True, slots=True)
class FileLimits:
    """Sizes above which an item is refused.

    Attributes:
        text_bytes: Limit for a text, a page, or one row of a ``.jsonl`` file.
        container_bytes: Limit for a PDF or word-processor file.
    """

    text_bytes: int = MAX_TEXT_BYTES
    container_bytes: int = MAX_CONTAINER_BYTES

    def of(self, suffix: str) -> tuple[str, int]:
        """Name the limit for files that end in ``suffix``, and give it in bytes."""
        if suffix in CONTAINER_SUFFIXES:
            return "container_bytes", self.container_bytes
        return "text_bytes", self.text_bytes
