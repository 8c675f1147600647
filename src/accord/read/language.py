"""Which language a text is in: by script, then by function words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml

__all__ = ["detect_language", "language_code"]

#: Characters looked at, from the start.
SAMPLE_CHARS = 20_000
# Fewer words than this say too little.
_NOT_LATIN = re.compile(r"[^\u0000-\u036f]")
_MIN_WORDS = 8
# Function words make up a third or more of prose in these languages; half of that
# must be there, and the best must be ahead of the next.
_MIN_SHARE = 0.15
_MIN_LEAD = 1.15

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("HIRAGANA", "ja"), ("KATAKANA", "ja"), ("HANGUL", "ko"), ("CJK", "zh"),
    ("ARABIC", "ar"), ("HEBREW", "he"), ("GREEK", "el"), ("DEVANAGARI", "hi"),
    ("BENGALI", "bn"), ("THAI", "th"), ("GEORGIAN", "ka"), ("ARMENIAN", "hy"),
    ("TAMIL", "ta"), ("CYRILLIC", "ru"),
)  # fmt: skip
_NAMES: dict[str, str] = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr",
    "français": "fr", "spanish": "es", "español": "es", "italian": "it",
    "portuguese": "pt", "dutch": "nl", "swedish": "sv", "danish": "da",
    "norwegian": "no", "finnish": "fi", "polish": "pl", "czech": "cs",
    "slovak": "sk", "hungarian": "hu", "romanian": "ro", "turkish": "tr",
    "indonesian": "id", "croatian": "hr", "lithuanian": "lt", "russian": "ru",
    "ukrainian": "uk", "arabic": "ar", "hebrew": "he", "greek": "el",
    "chinese": "zh", "japanese": "ja", "korean": "ko", "persian": "fa",
}  # fmt: skip


def detect_language(text: str) -> str | None:
    """Tell the language of a text.

    Returns:
        ISO 639-1 code; None if there are too few words, or no known language is
        clearly ahead.

    Example:
        >>> detect_language("The minister said that it was not the end of the talks.")
        'en'
    """
    sample = text[:SAMPLE_CHARS].lower()
    by_script = _by_script(sample)
    if by_script is not None:
        return by_script
    words = Counter(_WORD.findall(sample))
    total = sum(words.values())
    if total < _MIN_WORDS:
        return None
    scores = sorted(
        (
            (sum(words[word] for word in profile) / total, code)
            for code, profile in _profiles().items()
        ),
        reverse=True,
    )
    (best, code), (second, _) = scores[:2]
    return code if best >= _MIN_SHARE and best >= second * _MIN_LEAD else None


def language_code(name: str | None) -> str | None:
    """Turn what a page or file says (``en-GB``, ``English``) into a code."""
    if not name:
        return None
    lower = name.strip().lower()
    if lower in _NAMES:
        return _NAMES[lower]
    code = re.split(r"[-_]", lower)[0]
    return code if len(code) == 2 and code.isalpha() and code.isascii() else None


@cache
def _profiles() -> Mapping[str, tuple[str, ...]]:
    """Load the function words."""
    source = resources.files("accord.read") / "data" / "languages.yaml"
    loaded = yaml.safe_load(source.read_text(encoding="utf-8"))
    return {code: tuple(dict.fromkeys(line.split())) for code, line in loaded.items()}


def _by_script(sample: str) -> str | None:
    """Tell the language by its letters, if most are not Latin."""
    if sample.isascii():
        return None
    letters = Counter(c for c in _NOT_LATIN.findall(sample) if c.isalpha())
    foreign = sum(letters.values())
    latin = sum(map(str.isalpha, sample)) - foreign
    if foreign <= latin or foreign < _MIN_WORDS:
        return None
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        name = unicodedata.name(letter, "")
        scripts.update({code: count for script, code in _SCRIPTS if script in name})
    if scripts["ja"] * 20 > foreign:
        return "ja"
    code, _ = max(scripts.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    return _refine(code, letters) or None


def _refine(code: str, letters: Mapping[str, int]) -> str:
    """Tell apart languages that share a script, by letters of their own."""
    if code == "ru":
        ukrainian = sum(letters.get(c, 0) for c in "іїєґ")
        russian = sum(letters.get(c, 0) for c in "ыэё")
        if ukrainian > russian:
            return "uk"
        return "ru" if russian else "bg" if letters.get("ъ", 0) else "sr"
    if code == "ar" and any(c in letters for c in "پچژگ"):
        return "fa"
    return code
