"""Mailboxes in one file (.mbox), read as they flow."""

from collections.abc import Iterator
from typing import BinaryIO

from accord.errors import UnreadableError
from accord.ports import About, Bundle, Lost, RawItem

__all__ = ["Mailbox"]

#: Bytes of one mail with all that is attached to it.
MAX_MAIL_BYTES = 50_000_000
_BORDER = b"From "
_QUOTED = b">From "
_LINE_BYTES = 1 << 20


class Mailbox:
    """Mails one after the other, each behind a line that begins with ``From``."""

    def claims(self, name: str, stream: BinaryIO) -> bool:
        """Tell a mailbox by its ending and its first line."""
        return name.endswith((".mbox", ".mbx")) and stream.read(5) == _BORDER

    def unpack(self, bundle: Bundle) -> Iterator[RawItem | Lost]:
        """Give the mails."""
        for number, mail in enumerate(_mails(bundle.stream), start=1):
            path = f"{bundle.path}#{number}"
            if mail is None:
                message = f"The mail holds more than {MAX_MAIL_BYTES:,} bytes."
                yield Lost(path, UnreadableError(message))
            else:
                yield RawItem(path, ".eml", mail, About())


def _mails(stream: BinaryIO) -> Iterator[bytes | None]:
    """Cut a mailbox into mails; None for one that is too large."""
    lines: list[bytes] = []
    size = 0
    after_blank = True
    begun = False
    while line := stream.readline(_LINE_BYTES):
        if after_blank and line.startswith(_BORDER):
            if begun:
                yield b"".join(lines) if size <= MAX_MAIL_BYTES else None
            lines, size, begun = [], 0, True
            continue
        after_blank = not line.strip()
        size += len(line)
        if size <= MAX_MAIL_BYTES:
            lines.append(line[1:] if line.startswith(_QUOTED) else line)
    if begun:
        yield b"".join(lines) if size <= MAX_MAIL_BYTES else None
