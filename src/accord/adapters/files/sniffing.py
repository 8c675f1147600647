"""Telling kinds of files by their first bytes and their endings."""

__all__ = ["UNSUPPORTED", "binary_kind", "suffix_by_content"]

#: Bytes looked at.
SNIFF_BYTES = 8192

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"SQLite format 3", "a SQLite database"),
    (b"{\\rtf", "an RTF file"),
)
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x00\x00\xfe\xff")
# Share of control characters above which bytes are no text.
_MAX_CONTROL_SHARE = 0.1
# A text may hold a stray zero, as a bad export leaves it; a program holds many.
_BYTES_A_ZERO = 200
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b\x85\x96\x97")

#: Endings of files that are text but not prose, and what to do with them.
UNSUPPORTED: dict[str, str] = {
    ".json": "Write one JSON object a line into a .jsonl file, with a field 'text'.",
    ".xml": "Save the article as .html or .txt.",
    ".doc": "Save it as .docx.",
    ".odt": "Save it as .docx.",
    ".yaml": "Codebooks and actor packs are given with --issues and --actors.",
    ".yml": "Codebooks and actor packs are given with --issues and --actors.",
    ".py": "Give only documents.",
    ".js": "Give only documents.",
    ".css": "Give only documents.",
}


def binary_kind(head: bytes) -> str | None:
    """Name the kind of file that is not text, by its first bytes.

    Returns:
        Words such as ``a PNG picture``; None if the bytes look like text.
    """
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith(_BYTE_ORDER_MARKS):
        return None
    sample = head[:SNIFF_BYTES]
    zeros = sample.count(0)
    if zeros:
        # UTF-16 without a mark: nearly every other byte of Latin text is zero.
        even = sample[::2].count(0)
        if zeros * 3 > len(sample) and min(even, zeros - even) * 10 < zeros:
            return None
        if zeros * _BYTES_A_ZERO > len(sample):
            return "binary data"
    controls = sum(1 for b in sample if b < 32 and b not in _TEXT_CONTROLS)
    return "binary data" if controls > len(sample) * _MAX_CONTROL_SHARE else None


def suffix_by_content(head: bytes) -> str:
    """Guess the ending of a file that has none."""
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if b"word/" in head and head.startswith(b"PK\x03\x04"):
        return ".docx"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].lower()
    return ".html" if start.startswith((b"<!doctype html", b"<html")) else ".txt"
