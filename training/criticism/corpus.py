"""Sentences of speeches, as cases with whom they criticise.

The texts stay where they are: they are read from a path, used, and never written.

Source: [zaczynska2024].
"""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import yaml

from accord.ports import CriticismCase

#: The meeting of sentences that nobody held.
INVENTED = "invented"

_NONE = "_"
_BRACKETED = re.compile(r"\[(!?)([^\]]+)\]")
_SPACED = (
    (r" ([.,;:?!)’])", r"\1"),
    (r"([(‘“]) ", r"\1"),
    (r" (['’]s|n['’]t)\b", r"\1"),
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a speaker.

    Attributes:
        text: Its words.
        meeting: Where the speech was held.
        speaker: State id of who speaks; None if not known.
        criticises: Whether it finds fault with anybody.
        target: State id of whom; None if nobody or no state.
        named: The places of every state that it names, by state id; invented actors
            go by their names.
    """

    text: str
    meeting: str
    speaker: str | None
    criticises: bool
    target: str | None
    named: dict[str, tuple[tuple[int, int], ...]]

    def case(self, state: str | None = None) -> CriticismCase:
        """Ask about a state that it names; about anybody if None."""
        others = [p for s, places in self.named.items() if s != state for p in places]
        return CriticismCase(
            self.text, self.named[state] if state else (), tuple(sorted(others))
        )

    def asked(self) -> Iterator[str]:
        """Give the states that it names besides the speaker's own."""
        yield from (state for state in sorted(self.named) if state != self.speaker)


def read_sentences(path: Path) -> list[Sentence]:
    """Read the sentences of all meetings."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [_sentence(row) for row in rows]


def _sentence(row: dict) -> Sentence:
    """Read one row."""
    text = " ".join(row["sentence_text"].split())
    for pattern, better in _SPACED:
        text = re.sub(pattern, better, text)
    return Sentence(
        text,
        row["basename"],
        state_id(row["country"]),
        row["A0"] != _NONE,
        state_id(row["A4"]) if row["A2"] == "Country" else None,
        named_states(text),
    )


def invented_sentences(path: Path) -> list[Sentence]:
    """Read sentences with their actors in brackets, "!" before whom they criticise.

    Raises:
        OSError: The file cannot be read.
    """
    lines = yaml.safe_load(path.read_text(encoding="utf-8"))["sentences"]
    return [bracketed(line) for line in lines]


def bracketed(line: str) -> Sentence:
    """Read a sentence with its actors in brackets.

    Example:
        >>> sentence = bracketed("[!Norland] cheated [Velia].")
        >>> sentence.text, sentence.target, sentence.named["Velia"]
        ('Norland cheated Velia.', 'Norland', ((16, 21),))
    """
    text, last, target = "", 0, None
    named: dict[str, list[tuple[int, int]]] = {}
    for name in _BRACKETED.finditer(line):
        text += line[last : name.start()]
        named.setdefault(name[2], []).append((len(text), len(text) + len(name[2])))
        target = name[2] if name[1] else target
        text, last = text + name[2], name.end()
    places = {name: tuple(found) for name, found in named.items()}
    text += line[last:]
    return Sentence(text, INVENTED, None, target is not None, target, places)


def state_id(name: str) -> str | None:
    """Find a state by a name written with low lines."""
    words = re.sub(r"[_()]+", " ", name).lower().split()
    for state, names in _states().items():
        if any(sorted(n.lower().split()) == sorted(words) for n in names):
            return state
    return None


def named_states(text: str) -> dict[str, tuple[tuple[int, int], ...]]:
    """Find the states that a text names: by name, people, capital or seat.

    Example:
        >>> sorted(named_states("The French warned Lima."))
        ['FRA', 'PER']
    """
    found: dict[str, list[tuple[int, int]]] = {}
    pattern, states = _names()
    for match in pattern.finditer(text):
        name = re.sub(r"^[Tt]he ", "", match[0])
        found.setdefault(states[name], []).append(match.span())
    return {state: tuple(places) for state, places in found.items()}


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """Give a pattern for all names, longest first, and the state of each."""
    states: dict[str, str] = {}
    for state, names in _states().items():
        for name in names:
            states.setdefault(name, state)
    ordered = sorted(states, key=lambda name: (-len(name), name))
    names = "|".join(map(re.escape, ordered))
    return re.compile(rf"\b(?:[Tt]he )?(?:{names})\b"), states


@cache
def _states() -> dict[str, tuple[str, ...]]:
    """Read the packaged states with all that stands for them."""
    data = resources.files("accord.resolve") / "data" / "states.csv"
    lines = data.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    columns = ("names", "demonyms", "capital", "metonyms")
    return {
        row["id"]: tuple(n for c in columns for n in (row[c] or "").split("|") if n)
        for row in rows
    }
