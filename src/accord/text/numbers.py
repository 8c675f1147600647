"""Numbers in running English: figures, words and what is half of each.

"2,140", "50bn", "one hundred and six", "two million and a half", "three quarters",
"5 1/2", "¾". One number is the longest stretch that means one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["NUMBER_PATTERN", "SCALES", "NumberFound", "find_numbers", "read_number"]

_UNITS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen
        fourteen fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_PLAIN = _UNITS | _TENS | {"naught": 0}
#: What multiplies the number before it; abbreviations stand after figures only.
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "crore": 1e7, "dozen": 12.0, "dozens": 12.0,
}  # fmt: skip
_SHORT_SCALES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mm": 1e6, "b": 1e9,
    "bn": 1e9, "bln": 1e9, "t": 1e12, "tn": 1e12, "tln": 1e12, "trn": 1e12,
}  # fmt: skip
_ORDINALS = """third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
#: Names of the parts of a whole, with how many of them there are.
_PARTS = {
    "half": 2, "halves": 2, "quarter": 4, "quarters": 4, "hundredth": 100,
    "hundredths": 100, "thousandth": 1000, "thousandths": 1000,
    **{word: number for number, word in enumerate(_ORDINALS, start=3)},
    **{f"{word}s": number for number, word in enumerate(_ORDINALS, start=3)},
}  # fmt: skip
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅙": 1 / 6,
          "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}  # fmt: skip


def _any(words: Sequence[str]) -> str:
    """Build alternatives, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


#: A space that breaks no line, as such or as a page writes it.
_JOINT = r"(?:[\u00a0\u2009\u202f]|&(?:nbsp|thinsp|\#160|\#8201|\#8239);)"
# 12,345.6 - 12,34,567 - 40 000 (with a no-break space) - 3 1/4 - 0.5 - .5
_FIGURES = (
    r"(?:\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?:\.\d+)?"
    rf"|\d{{1,3}}(?:{_JOINT}\d{{3}}(?!\d)){{1,6}}(?:\.\d+)?"
    r"|\d{1,3}(?:\s\d{3}){0,3}\s000\b|\d+\s{1,2}\d/\d|\d/\d|\d+(?:\.\d+)?[½¼¾⅓⅔⅕⅙⅛⅜⅝⅞]?|\.\d+|[½¼¾⅓⅔⅕⅙⅛⅜⅝⅞])"
)
_SCALE = (
    rf"(?:(?:\s|-)?(?:{_any(list(SCALES))})\b|\s?(?:{_any(list(_SHORT_SCALES))})\b)"
)
_WORD = rf"(?:{_any([*_PLAIN, *SCALES])})\b"
#: A number of more words than this is a list; bounded, to stay linear.
_MOST_WORDS = 12
_LINK = r"(?:\s{1,3}-\s{1,3}|-|\s{1,3}and\s{1,3}|\s{1,3})"
_PART = (
    rf"(?:(?:an?|one|two|three|four|five|\d)(?:\s-\s|\s|-))?(?:{_any(list(_PARTS))})\b"
)
# "and a half", "and three quarters", with the scale that may follow.
_REST = rf"(?:\s{{1,3}}and\s{{1,3}}{_PART}(?!-)(?:\s(?:million|billion|trillion)\b)?)"
_SPELLED = (
    rf"(?:(?:an?\s)?(?:{_any(list(SCALES))})\b|(?:{_any(list(_PLAIN))})\b)"
    rf"(?:{_LINK}{_WORD}){{0,{_MOST_WORDS}}}(?:\spoint(?:\s(?:{_any(list(_PLAIN))})\b){{1,6}})?"
)
_HALVES = rf"(?:half\s{{1,3}}an?\s{{1,3}}(?:{_any(list(SCALES))})|{_PART}(?:\s(?:of\s)?(?:an?\s)?(?:{_any(list(SCALES))})\b)?)"
#: A number, as the source of a regular expression without groups.
NUMBER_PATTERN = rf"(?:{_HALVES}|(?:{_FIGURES}{_SCALE}?(?:{_LINK}{_WORD}){{0,{_MOST_WORDS}}}|{_SPELLED}){_REST}?)"
_NUMBER = re.compile(
    rf"(?<![\w.,/:])(?:(?:(?<![\w-])-|\bminus\s|\bnegative\s))?{NUMBER_PATTERN}"
    r"(?![\d/]|[.,:]\d|(?:st|nd|rd|th)\b|[^\W\d_])"
    # The parts of 5/17/2018, 192.168.1.2 and 22,24,26.
    r"|(?<![\w.,])\d+(?=[./,]\d)|(?<=\d[./,])\d+(?![^\W\d_])",
    re.IGNORECASE,
)
_JOINTS = re.compile(_JOINT)
_TOKEN = re.compile(
    r"-?\d{1,3}(?:\s\d{3}){0,3}\s000\b|-?\d[\d,]*(?:\.\d+)?|\.\d+|[^\W\d_]+"
    r"|[½¼¾⅓⅔⅕⅙⅛⅜⅝⅞]|/|-"
)


@dataclass(frozen=True, slots=True)
class NumberFound:
    """A number in a text.

    Attributes:
        start: First character.
        end: One past the last character.
        value: What it is.
    """

    start: int
    end: int
    value: float


def find_numbers(text: str) -> Iterator[NumberFound]:
    """Find the numbers in a text, whatever they measure.

    Returns:
        Numbers in text order, not overlapping; years, days and telephone numbers
        among them. Ordinals are no numbers, nor is "one" where it stands for a thing.

    Cost:
        Linear.

    Example:
        >>> [n.value for n in find_numbers("one hundred and six of 2,140")]
        [106.0, 2140.0]
    """
    held: NumberFound | None = None
    for found in _each_number(text):
        # "one out of three"
        share = held and text[held.end : found.start] == " out of "
        if held and share and held.value < found.value:
            yield NumberFound(held.start, found.end, held.value / found.value)
            held = None
            continue
        if held:
            yield held
        held = found
    if held:
        yield held


def _each_number(text: str) -> Iterator[NumberFound]:
    """Find numbers, those of a share one by one."""
    for match in _NUMBER.finditer(text):
        if match.group().lower() == "one" and _stands_for_a_thing(text, match):
            continue
        value = read_number(match.group())
        if value is not None:
            yield NumberFound(match.start(), match.end(), value)


# "this one", "one you mentioned", "which one": a pronoun.
_POINTING = re.compile(
    r"\b(?:this|that|the|which|each|every|any|no)\s{1,3}$", re.IGNORECASE
)


def _stands_for_a_thing(text: str, match: re.Match[str]) -> bool:
    """Tell whether "one" is a pronoun."""
    return bool(_POINTING.search(text, max(0, match.start() - 10), match.start()))


@lru_cache(maxsize=4096)
def read_number(words: str) -> float | None:
    """Read one number in figures, words or both.

    Returns:
        None if the words are no number.

    Example:
        >>> read_number("2,140"), read_number("two million and a half")
        (2140.0, 2500000.0)
    """
    tokens = _TOKEN.findall(_JOINTS.sub("", words.lower()))
    negative = bool(tokens) and tokens[0] in {"minus", "negative", "-"}
    if tokens and tokens[0].startswith("-") and len(tokens[0]) > 1:
        negative, tokens[0] = True, tokens[0][1:]
    tokens = [t for t in tokens[negative and tokens[0] in _MINUS :] if t != "-"]
    reader = _Reader(tokens)
    value = reader.read()
    if value is None:
        return None
    # Thirds of millions leave no dust behind the fifteenth digit.
    return float(f"{-value if negative else value:.15g}")


_MINUS = frozenset({"minus", "negative", "-"})


class _Reader:
    """Adds a number up from its words, left to right."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self.tokens = tokens
        self.at = 0
        self.total = 0.0
        self.group: float | None = None
        self.scale = 1.0

    def read(self) -> float | None:
        """Read all the words; None if one of them is no part of a number."""
        if not self.tokens:
            return None
        while self.at < len(self.tokens):
            if not self._step(self.tokens[self.at]):
                return None
            self.at += 1
        return self.total + (self.group or 0.0)

    def _step(self, token: str) -> bool:
        """Take one word in; False if it is no part of a number."""
        if token in {"and", "a", "an", "of"}:
            return True
        if token in _PLAIN:
            self._add(float(_PLAIN[token]))
        elif token[0].isdigit() or token[0] == ".":
            self._add(float(re.sub(r"[,\s]", "", token)))
        elif token in _SIGNS:
            self._add(_SIGNS[token])
        elif token in SCALES or token in _SHORT_SCALES:
            self._multiply(SCALES.get(token) or _SHORT_SCALES[token])
        elif token in _PARTS:
            self._part(_PARTS[token])
        elif token == "/":  # noqa: S105 - a word
            return self._divide()
        elif token == "point":  # noqa: S105 - a word
            self._decimals()
        else:
            return False
        return True

    def _add(self, value: float) -> None:
        """Count a plain number into the group."""
        self.group = (self.group or 0.0) + value

    def _multiply(self, scale: float) -> None:
        """Multiply the group by a scale; from a thousand on it is counted off."""
        if self.group is None and self.total and self.scale >= 1e5:
            # "three lakh crore", "hundred thousand million"
            self.total *= scale
            return
        group = 1.0 if self.group is None else self.group
        if scale < 1e3:
            self.group = group * scale
            return
        self.total, self.group, self.scale = self.total + group * scale, None, scale

    def _part(self, parts: int) -> None:
        """Take a part of a whole: of the one before it, or of the last scale."""
        before = self.tokens[self.at - 1] if self.at else ""
        if self.at >= 1 and (before in _PLAIN or before.isdigit()):
            several = float(_PLAIN.get(before) or before)
            self.group = (self.group or several) - several
        else:
            several = 1.0
        share = several / parts
        last = self.at + 1 == len(self.tokens)
        if last and self.group is None and self.scale > 1 and self.total:
            self.total += share * self.scale
        else:
            self.group = (self.group or 0.0) + share

    def _divide(self) -> bool:
        """Read "4/5", alone or after a whole number."""
        if self.at == 0 or self.at + 1 >= len(self.tokens):
            return False
        above, below = self.tokens[self.at - 1], self.tokens[self.at + 1]
        if not (above.isdigit() and below.isdigit() and int(below)):
            return False
        self.group = (self.group or 0.0) - int(above) + int(above) / int(below)
        self.at += 1
        return True

    def _decimals(self) -> None:
        """Read the words after "point"."""
        words = self.tokens[self.at + 1 :]
        digits = "".join(str(_PLAIN.get(word, "")) for word in words)
        self.at += len(words)
        self.group = (self.group or 0.0) + float(f"0.{digits or 0}")
