"""The room's lexicon: words with what their forms tell, read from ``data/``."""

from dataclasses import dataclass
from enum import IntFlag
from functools import cache
from importlib.resources import files

__all__ = ["Flag", "Lexicon", "VerbForm", "data_texts", "lexicon", "read_sections"]


class Flag(IntFlag):
    """What a word's form alone tells of its part in a sentence."""

    DETERMINER = 1 << 0
    POSSESSIVE = 1 << 1
    SUBJECT = 1 << 2
    PRONOUN = 1 << 3
    PREPOSITION = 1 << 4
    CONJUNCTION = 1 << 5
    SUBORDINATOR = 1 << 6
    WH = 1 << 7
    BE = 1 << 8
    HAVE = 1 << 9
    DO = 1 << 10
    MODAL = 1 << 11
    NEGATION = 1 << 12
    ADVERB = 1 << 13
    TIME = 1 << 14
    BASE = 1 << 15
    THIRD = 1 << 16
    PAST = 1 << 17
    PARTICIPLE = 1 << 18
    ING = 1 << 19
    CUE = 1 << 20
    NOUN_CUE = 1 << 21
    CAPITAL = 1 << 22
    NUMBER = 1 << 23


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a cue verb.

    Attributes:
        lemma: The verb, with a particle after an underscore.
        form: One of base, third, past, participle, ing; ``past`` where past and
            participle are the same.
        classes: Classes of the verb, as ``say``.
        particle: The particle that must follow; empty if none.
    """

    lemma: str
    form: str
    classes: frozenset[str]
    particle: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of the room.

    Attributes:
        flags: Flags of each known word in lower case.
        verbs: Forms of cue verbs; the one with a particle stands first.
        nouns: Cue nouns, singular and plural, with their singular.
        sets: Word lists by name: adjective, passive, address, according.
    """

    flags: dict[str, int]
    verbs: dict[str, tuple[VerbForm, ...]]
    nouns: dict[str, str]
    sets: dict[str, frozenset[str]]


_CLOSED = {
    "determiner": Flag.DETERMINER,
    "possessive": Flag.POSSESSIVE,
    "subject": Flag.SUBJECT,
    "pronoun": Flag.PRONOUN,
    "preposition": Flag.PREPOSITION,
    "conjunction": Flag.CONJUNCTION,
    "subordinator": Flag.SUBORDINATOR,
    "wh": Flag.WH,
    "be": Flag.BE,
    "have": Flag.HAVE,
    "do": Flag.DO,
    "modal": Flag.MODAL,
    "negation": Flag.NEGATION,
    "adverb": Flag.ADVERB,
    "time": Flag.TIME,
}
_FORM_FLAGS = {
    "base": Flag.BASE,
    "third": Flag.THIRD,
    "past": Flag.PAST,
    "participle": Flag.PARTICIPLE,
    "ing": Flag.ING,
}


@cache
def lexicon() -> Lexicon:
    """Read the lexicon once."""
    flags: dict[str, int] = {}
    words = read_sections("words.txt")
    for name, flag in _CLOSED.items():
        for word in words[name]:
            plain = word.replace("’", "'")
            flags[plain] = flags.get(plain, 0) | flag
    for entry in words["verb"]:
        for form, kind in _inflect(entry):
            flags[form] = flags.get(form, 0) | _FORM_FLAGS[kind]
    verbs = _read_verbs(flags)
    report = read_sections("nouns.txt")
    nouns = {}
    for noun in report["noun"]:
        nouns[noun] = noun
        nouns[_third(noun)] = noun
    for noun in nouns:
        flags[noun] = flags.get(noun, 0) | Flag.NOUN_CUE
    sets = {name: frozenset(items) for name, items in report.items()}
    return Lexicon(flags, verbs, nouns, sets)


DATA_FILES = ("grades.txt", "nouns.txt", "verbs.txt", "words.txt")


def data_texts() -> tuple[str, ...]:
    """Return all data files' text: what the room's output depends on besides code."""
    return tuple(_read(name) for name in DATA_FILES)


@cache
def _read(name: str) -> str:
    """Read one packaged data file."""
    return files("accord.attribute").joinpath("data", name).read_text("utf-8")


def read_sections(name: str) -> dict[str, list[str]]:
    """Read a data file: ``[section]`` lines, words between, ``#`` for comments."""
    text = _read(name)
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("["):
            current = sections.setdefault(line.strip("[] "), [])
        else:
            current.extend(line.split())
    return sections


def _read_verbs(flags: dict[str, int]) -> dict[str, tuple[VerbForm, ...]]:
    """Inflect the cue verbs and note their flags."""
    classes: dict[str, set[str]] = {}
    entries: dict[str, str] = {}
    for kind, words in read_sections("verbs.txt").items():
        for entry in words:
            lemma = entry.split(":")[0].rstrip("+")
            classes.setdefault(lemma, set()).add(kind)
            if len(entry) > len(entries.get(lemma, "")):
                entries[lemma] = entry
    forms: dict[str, dict[str, VerbForm]] = {}
    for lemma, entry in entries.items():
        particle = lemma.partition("_")[2]
        for word, kind in _inflect(entry):
            flags[word] = flags.get(word, 0) | _FORM_FLAGS[kind] | Flag.CUE
            known = forms.setdefault(word, {})
            if lemma not in known:
                known[lemma] = VerbForm(
                    lemma, kind, frozenset(classes[lemma]), particle
                )
    return {
        word: tuple(sorted(known.values(), key=_particle_first))
        for word, known in forms.items()
    }


def _particle_first(form: VerbForm) -> tuple[bool, str]:
    """Sort the forms that need a particle before those that do not."""
    return (not form.particle, form.lemma)


def _inflect(entry: str) -> list[tuple[str, str]]:
    """List the forms of a verb entry with their names; past before participle."""
    parts = entry.split(":")
    doubles = parts[0].endswith("+")
    base = parts[0].rstrip("+").partition("_")[0]
    stem = base + base[-1] if doubles else base
    past = parts[1] if len(parts) > 1 else _past(stem, doubles=doubles)
    participle = parts[2] if len(parts) > 2 else past
    return [
        (base, "base"),
        (_third(base), "third"),
        (past, "past"),
        (participle, "participle"),
        (_ing(stem, doubles=doubles), "ing"),
    ]


def _third(base: str) -> str:
    """Add -s."""
    if base.endswith(("s", "x", "z", "ch", "sh")) or base in {
        "go",
        "do",
        "echo",
        "veto",
    }:
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _past(stem: str, *, doubles: bool) -> str:
    """Add -ed."""
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in "aeiou" and not doubles:
        return stem[:-1] + "ied"
    return stem + "ed"


def _ing(stem: str, *, doubles: bool) -> str:
    """Add -ing."""
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and not doubles:
        return stem[:-1] + "ing"
    return stem + "ing"
