"""Rich text (.rtf), read by its own control words."""

import codecs
import re
from dataclasses import dataclass

from accord.errors import UnreadableError
from accord.ports import RawItem, RawText

__all__ = ["RtfFormat"]

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"  # 1, 2: a control word and its number
    rb"|\\'([0-9a-fA-F]{2})"  # 3: a byte of the code page
    rb"|\\([^a-zA-Z])"  # 4: a control sign
    rb"|([{}])"  # 5: a group's border
    rb"|([^\\{}\r\n]+)"  # 6: text
)
# Groups that hold no text of the document.
_ASIDE = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer "
    b"footerl footerr footerf fldinst listtable listoverridetable rsidtbl generator "
    b"themedata colorschememapping datastore latentstyles xmlnstbl mmathpr bkmkstart "
    b"bkmkend nonshppict filetbl revtbl pgdsctbl annotation atnid atnauthor".split()
)
_WORDS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n",
    b"column": "\n", b"cell": "\t", b"tab": "\t", b"emdash": "—", b"endash": "–",
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"bullet": "•", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
_SIGNS = {b"~": "\xa0", b"_": "‑", b"-": "", b"\n": "\n", b"\r": "\n"}
_CODE_PAGES = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850", b"ansi": "cp1252"}
#: Groups within groups; word processors write a few dozen.
MAX_DEPTH = 2000


class RtfFormat:
    """Reads the text of an .rtf file; notes come last, headers and footers not at all."""

    suffixes: tuple[str, ...] = (".rtf",)
    producer = "read.rtf.v2"

    def parse(self, item: RawItem) -> RawText:
        """Take the text out of an .rtf file.

        Raises:
            UnreadableError: It is no RTF, nested without end, or holds no text.
        """
        if item.data.lstrip()[:5].lower() != b"{\\rtf":
            message = "It is no RTF, whatever its name says."
            raise UnreadableError(message)
        text = _Reader().read(item.data)
        if not text.strip():
            message = "The RTF holds no text."
            raise UnreadableError(message)
        return RawText(text=text)


@dataclass(slots=True)
class _Group:
    """What holds within a group.

    Attributes:
        aside: Whether its text belongs to no page.
        skip: Characters to leave out after each character given by number.
        note: Whether its text is a note's.
    """

    aside: bool = False
    skip: int = 1
    note: bool = False


class _Reader:
    """Walks through the control words once."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._notes: list[str] = []
        self._bytes = bytearray()
        self._page = "cp1252"
        self._to_skip = 0
        self._stack = [_Group()]

    def read(self, data: bytes) -> str:
        """Give the text, one paragraph a line."""
        position = 0
        while match := _TOKEN.search(data, position):
            position = match.end()
            word, number, byte, sign, border, text = match.groups()
            if word is None and byte is None and text is None:
                self._flush()
            if word is not None:
                position += self._word(word, number)
            elif byte is not None:
                self._add_bytes(bytes((int(byte, 16),)))
            elif sign is not None:
                self._sign(sign)
            elif border is not None:
                self._border(border)
            else:
                self._add_bytes(text)
        self._flush()
        joined = "".join([*self._pieces, "\n", *self._notes])
        # Two halves of one character beyond the first plane.
        joined = joined.encode("utf-16-le", "surrogatepass").decode(
            "utf-16-le", "replace"
        )
        lines = joined.split("\n")
        return "\n".join(line.strip(" \t") for line in lines).strip("\n")

    def _word(self, word: bytes, number: bytes | None) -> int:
        """Obey a control word; give the bytes of data to leave out behind it."""
        if word == b"u" and number is not None:
            self._flush()
            self._add_unicode(int(number))
            return 0
        self._flush()
        if word == b"bin" and number is not None:
            return max(0, int(number))
        group = self._stack[-1]
        if word in _ASIDE:
            group.aside = True
        elif word == b"footnote":
            group.note = True
            self._add("\n")
        elif word == b"uc" and number is not None:
            group.skip = min(8, max(0, int(number)))
        elif word == b"ansicpg" and number is not None:
            self._set_page(f"cp{number.decode()}")
        elif word in _CODE_PAGES:
            self._set_page(_CODE_PAGES[word])
        elif word in _WORDS:
            self._add(_WORDS[word])
        return 0

    def _sign(self, sign: bytes) -> None:
        """Obey a control sign."""
        if sign == b"*":
            self._stack[-1].aside = True
        elif sign in b"\\{}":
            self._add(sign.decode())
        else:
            self._add(_SIGNS.get(sign, ""))

    def _border(self, border: bytes) -> None:
        """Begin or end a group."""
        self._to_skip = 0
        if border == b"{":
            if len(self._stack) > MAX_DEPTH:
                message = f"The RTF has groups more than {MAX_DEPTH:,} deep."
                raise UnreadableError(message)
            above = self._stack[-1]
            self._stack.append(_Group(above.aside, above.skip, above.note))
        elif len(self._stack) > 1:
            self._stack.pop()

    def _set_page(self, name: str) -> None:
        """Take a code page, if there is one of that name."""
        try:
            self._page = codecs.lookup(name).name
        except LookupError:
            self._page = "cp1252"

    def _add_unicode(self, number: int) -> None:
        """Add a character given by its number; halves of a pair come one by one."""
        self._add(chr(number % 65536))
        self._to_skip = self._stack[-1].skip

    def _add_bytes(self, data: bytes) -> None:
        """Keep bytes of the code page, less those that stand in for a character."""
        dropped = min(self._to_skip, len(data))
        self._to_skip -= dropped
        if not self._stack[-1].aside:
            self._bytes += data[dropped:]

    def _flush(self) -> None:
        """Decode the bytes kept so far: a character may be more than one."""
        if self._bytes:
            self._part().append(self._bytes.decode(self._page, "replace"))
            self._bytes.clear()

    def _add(self, text: str) -> None:
        """Add text to the document."""
        if not self._stack[-1].aside:
            self._part().append(text)

    def _part(self) -> list[str]:
        """Give the part of the text that is being read."""
        return self._notes if self._stack[-1].note else self._pieces
