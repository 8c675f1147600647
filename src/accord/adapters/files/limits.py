"""How much of a file is loaded at most."""

from dataclasses import dataclass, field

from accord.errors import UnreadableError

__all__ = [
    "CONTAINER_SUFFIXES",
    "MAX_CONTAINER_BYTES",
    "MAX_DEPTH",
    "MAX_TEXT_BYTES",
    "MAX_UNPACKED_BYTES",
    "Allowance",
    "FileLimits",
]

#: Bytes of a plain text, a page, or one row. The longest newspaper article known
#: to us is below 300,000 bytes; above this a file is a pile, not a document.
MAX_TEXT_BYTES = 10_000_000
#: Bytes of a PDF, word-processor file, book or mail, which may carry pictures.
MAX_CONTAINER_BYTES = 50_000_000
#: Bytes that one file may unpack to, with all files within files.
MAX_UNPACKED_BYTES = 20_000_000_000
#: Archives within archives.
MAX_DEPTH = 3

CONTAINER_SUFFIXES = frozenset(
    {".pdf", ".docx", ".epub", ".rtf", ".eml", ".mht", ".mhtml"}
)


@dataclass(frozen=True, slots=True)
class FileLimits:
    """Sizes above which an item is refused.

    Attributes:
        text_bytes: Limit for a text, a page, or one row of a ``.jsonl`` file.
        container_bytes: Limit for a PDF, word-processor file, book or mail.
        unpacked_bytes: Limit for all that comes out of one archive or crawl.
        depth: Archives within archives.
    """

    text_bytes: int = MAX_TEXT_BYTES
    container_bytes: int = MAX_CONTAINER_BYTES
    unpacked_bytes: int = MAX_UNPACKED_BYTES
    depth: int = MAX_DEPTH

    def of(self, suffix: str) -> tuple[str, int]:
        """Name the limit for files that end in ``suffix``, and give it in bytes."""
        if suffix in CONTAINER_SUFFIXES:
            return "container_bytes", self.container_bytes
        return "text_bytes", self.text_bytes

    def check(self, size: int, suffix: str) -> None:
        """Refuse what is above the limit.

        Raises:
            UnreadableError: It is.
        """
        name, limit = self.of(suffix)
        if size > limit:
            at_least = (
                f"{size:,} bytes" if size != limit + 1 else f"over {limit:,} bytes"
            )
            message = f"It holds {at_least}; the limit is {limit:,}."
            raise UnreadableError(
                message,
                hint=f"Split it into documents, or raise {name} in accord.toml (in "
                f"Python: FileLimits({name}=...)).",
            )


@dataclass(slots=True)
class Allowance:
    """What one file may still unpack to.

    Attributes:
        limit: All it may.
        spent: What it has.
    """

    limit: int
    spent: int = field(default=0)

    def spend(self, size: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            UnreadableError: They are more than may be.
        """
        self.spent += size
        if self.spent > self.limit:
            message = f"It unpacks to more than {self.limit:,} bytes."
            raise UnreadableError(message, hint="Split it, or unpack it yourself.")
