"""Mails (.eml) and pages saved as one file (.mht), through the standard library."""

from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from accord.adapters.formats.html import HtmlFormat
from accord.adapters.formats.lines import lines_of_page
from accord.errors import UnreadableError
from accord.ports import RawItem, RawText

__all__ = ["MailFormat", "SavedPageFormat"]

_MAX_PARTS = 500
_MAX_NAMES = 5


class MailFormat:
    """Reads the text of a mail; what is attached is named, not read."""

    suffixes: tuple[str, ...] = (".eml",)
    producer = "read.mail.v1"

    def parse(self, item: RawItem) -> RawText:
        """Take the text out of a mail, the plain one where there are two.

        Raises:
            UnreadableError: It is no mail, or one without text.
        """
        message = _message(item.data)
        attached = [
            part.get_filename() or part.get_content_type()
            for part in _attached(message)
        ]
        notes: tuple[tuple[str, str], ...] = ()
        if attached:
            names = ", ".join(attached[:_MAX_NAMES])
            note = f"What is attached to this mail was not read: {names}."
            notes = (("attachment", note),)
        name, address = parseaddr(_header(message, "from") or "")
        return RawText(
            text=_text(message),
            title=_header(message, "subject"),
            author=name or address or None,
            outlet=_list_name(_header(message, "list-id")),
            published=_header(message, "date"),
            url=_header(message, "archived-at"),
            notes=notes,
        )


class SavedPageFormat:
    """Reads the page within a file that a browser saved with all its pictures."""

    suffixes: tuple[str, ...] = (".mht", ".mhtml")
    producer = "read.saved-page.v2"

    def parse(self, item: RawItem) -> RawText:
        """Take the article out of the page.

        Raises:
            UnreadableError: No page is in it, or no article in the page.
        """
        message = _message(item.data)
        part = next(
            (p for p in _parts(message) if p.get_content_type() == "text/html"), None
        )
        if part is None:
            reason = "No page is in it."
            raise UnreadableError(reason)
        page = b"\xef\xbb\xbf" + _content(part).encode()
        read = HtmlFormat().parse(RawItem(item.path, ".html", page))
        return replace(read, saved=_header(message, "date"))


def _message(data: bytes) -> EmailMessage:
    """Parse a mail.

    Raises:
        UnreadableError: It has no header, or parts within parts without end.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        if not message.keys() or sum(1 for _ in message.walk()) > _MAX_PARTS:
            reason = f"It is no mail, or one of more than {_MAX_PARTS} parts."
            raise UnreadableError(reason)
    except (
        RecursionError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
    ) as error:
        # The parser raises all of these on hostile headers.
        reason = f"The mail is broken: {type(error).__name__}: {error}."
        raise UnreadableError(reason) from error
    return message


def _header(message: EmailMessage, name: str) -> str | None:
    """Give a header's value; None if it is missing or cannot be read."""
    try:
        value = message[name]
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _parts(message: EmailMessage) -> list[EmailMessage]:
    """Give the parts that hold something themselves."""
    return [part for part in message.walk() if not part.is_multipart()]


def _attached(message: EmailMessage) -> list[EmailMessage]:
    """Give the parts that are files of their own."""
    return [
        part
        for part in _parts(message)
        if part.get_content_disposition() == "attachment"
    ]


def _text(message: EmailMessage) -> str:
    """Give the text: all plain parts, or else all pages.

    Raises:
        UnreadableError: There is none.
    """
    attached = {id(part) for part in _attached(message)}
    bodies = [part for part in _parts(message) if id(part) not in attached]
    for kind in ("text/plain", "text/html"):
        texts = [_content(part) for part in bodies if part.get_content_type() == kind]
        if kind == "text/html":
            texts = [lines_of_page(text) for text in texts]
        joined = "\n\n".join(text for text in texts if text.strip())
        if joined:
            return joined.replace("\r\n", "\n")
    reason = "The mail holds no text."
    raise UnreadableError(reason)


def _content(part: EmailMessage) -> str:
    """Decode a part; a wrong character set is read as far as it goes."""
    data = part.get_payload(decode=True)
    raw = data if isinstance(data, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        return raw.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return raw.decode("utf-8", "replace")


def _list_name(header: str | None) -> str | None:
    """Take the name out of a mailing list's header: ``Name <list.example>``."""
    name = (header or "").partition("<")[0].strip(' "')
    return name or None
