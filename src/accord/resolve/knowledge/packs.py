"""Actor packs: YAML read into entries, every problem collected."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

import yaml

from accord.errors import Problem
from accord.model import Actor, ActorKind, Role
from accord.resolve.knowledge.lexicon import read_yaml
from accord.resolve.knowledge.names import gender_of

__all__ = ["Entry", "check_references", "parse_pack"]

_FIELDS = frozenset(
    """id kind names demonyms capital metonyms part_of speaks_for qid source gender
    roles anonymous called""".split()
)
_ROLE_FIELDS = frozenset("title of from to speaks_for source note".split())
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KINDS = get_args(ActorKind)


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor with the words by which texts mean it.

    Attributes:
        actor: The actor.
        origin: Where the entry stands, as ``file:actors[3]``; for messages.
        demonyms: Adjectives and nouns of belonging, as ``Valdorian``.
        capitals: Spellings of the capital, which may stand for the government.
        metonyms: Seats and by-names that stand for the government.
        speaks_for: Whose position a body states; None if only its own.
        called: Common nouns by which texts speak of it again, as ``alliance``.
        surname: Last name of a person whose pack does not list it as a name of
            its own; it counts only where the text gives more.
    """

    actor: Actor
    origin: str
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    speaks_for: str | None = None
    called: tuple[str, ...] = ()
    surname: str | None = None


def parse_pack(text: str, *, name: str) -> tuple[tuple[Entry, ...], list[Problem]]:
    """Read one YAML pack.

    Args:
        text: The pack.
        name: Its name, for messages.

    Returns:
        The entries that are sound, and every problem with the others. Whether
        the ids they point to exist is not checked here.
    """
    try:
        data = read_yaml(text)
    except yaml.YAMLError as error:
        return (), [Problem(name, f"not YAML: {_one_line(error)}")]
    rows = data.get("actors") if isinstance(data, dict) else None
    if not isinstance(rows, list):
        found = type(data).__name__ if not isinstance(data, dict) else "no such key"
        return (), [Problem(name, f"needs a list under 'actors:', found {found}")]
    problems: list[Problem] = []
    entries: list[Entry] = []
    seen: dict[str, str] = {}
    for number, row in enumerate(rows):
        path = f"{name}:actors[{number}]"
        reader = _Reader(path, row)
        entry = reader.entry(name)
        problems += reader.problems
        if entry is None:
            continue
        if entry.actor.id in seen:
            message = f"{entry.actor.id!r} stands here and at {seen[entry.actor.id]}"
            problems.append(Problem(f"{path}.id", message))
            continue
        seen[entry.actor.id] = path
        entries.append(entry)
    return tuple(entries), problems


def _one_line(error: Exception) -> str:
    """Bring a message into one line."""
    return " ".join(str(error).split())


class _Reader:
    """Reads one entry and notes what is wrong with it."""

    def __init__(self, path: str, row: object) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.row: Mapping[str, Any] = row if isinstance(row, dict) else {}
        if not isinstance(row, dict):
            self._note("", f"must be a mapping, is {row!r}")

    def _note(self, key: str, message: str) -> None:
        """Note a problem with a field."""
        dot = "." if key and not key.startswith("[") else ""
        self.problems.append(Problem(f"{self.path}{dot}{key}", message))

    def entry(self, pack: str) -> Entry | None:
        """Read the entry; None if it cannot stand."""
        if self.problems:
            return None
        for key in self.row:
            if key not in _FIELDS:
                self._note(str(key), "unknown field")
        identity, kind = self._word("id"), self._word("kind")
        if identity is None and "id" not in self.row:
            self._note("id", "is missing")
        if kind not in _KINDS:
            self._note("kind", f"must be one of {', '.join(_KINDS)}, is {kind!r}")
        names = self._words("names")
        if not names:
            self._note("names", "needs at least one name")
        roles = self._roles()
        gender = self._word("gender")
        if gender not in {"f", "m", None}:
            self._note("gender", f"must be f or m, is {gender!r}")
        if self.problems or identity is None or not names:
            return None
        person = kind == "person"
        actor = Actor(
            id=identity,
            produced_by=pack,
            kind=kind,  # type: ignore[arg-type]  # checked above
            names=names,
            qid=self._word("qid"),
            gender=gender or (gender_of(names[0]) if person else None),  # type: ignore[arg-type]
            roles=roles,
            part_of=self._word("part_of"),
            anonymous=bool(self.row.get("anonymous", False)),
        )
        last = names[0].split()[-1]
        counts = last.rstrip(".") in {"Jr", "Sr"} or not last.strip("IVX")
        surname = None if counts or last in names or " " not in names[0] else last
        return Entry(
            actor,
            self.path,
            demonyms=self._words("demonyms"),
            capitals=self._words("capital"),
            metonyms=self._words("metonyms"),
            speaks_for=self._word("speaks_for"),
            called=self._words("called"),
            surname=surname if person else None,
        )

    def _word(self, key: str) -> str | None:
        """Read a field that holds one word or name."""
        value = self.row.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self._note(key, f"must be text, is {value!r}{_norway(value)}")
            return None
        return value.strip()

    def _words(self, key: str) -> tuple[str, ...]:
        """Read a field that holds a name or a list of names."""
        value = self.row.get(key)
        if value is None:
            return ()
        listed = value if isinstance(value, list) else [value]
        for number, item in enumerate(listed):
            if not isinstance(item, str) or not item.strip():
                self._note(
                    f"{key}[{number}]", f"must be text, is {item!r}{_norway(item)}"
                )
        return tuple(item.strip() for item in listed if isinstance(item, str))

    def _roles(self) -> tuple[Role, ...]:
        """Read the offices."""
        rows = self.row.get("roles") or []
        if not isinstance(rows, list):
            self._note("roles", f"must be a list, is {rows!r}")
            return ()
        roles = [self._role(number, row) for number, row in enumerate(rows)]
        return tuple(role for role in roles if role is not None)

    def _role(self, number: int, row: object) -> Role | None:
        """Read one office; None if it cannot stand."""
        path = f"roles[{number}]"
        if not isinstance(row, dict):
            self._note(path, f"must be a mapping, is {row!r}")
            return None
        before = len(self.problems)
        for key in row:
            if key not in _ROLE_FIELDS:
                self._note(f"{path}.{key}", "unknown field")
        for key in ("title", "of"):
            if not isinstance(row.get(key), str) or not row[key].strip():
                self._note(f"{path}.{key}", f"must be text, is {row.get(key)!r}")
        begun = self._day(f"{path}.from", row.get("from"))
        ended = self._day(f"{path}.to", row.get("to"))
        if begun and ended and ended < begun:
            self._note(f"{path}.to", f"ends on {ended}, before it begins on {begun}")
        speaks_for = row.get("speaks_for")
        if speaks_for is not None and not isinstance(speaks_for, str):
            self._note(f"{path}.speaks_for", f"must be text, is {speaks_for!r}")
        if len(self.problems) > before:
            return None
        title = row["title"].strip().lower()
        return Role(title, row["of"].strip(), begun, ended, speaks_for)

    def _day(self, path: str, value: object) -> date | None:
        """Read a date, whole or as text; a bare year or month is refused."""
        if value is None:
            return None
        try:
            if isinstance(value, str) and _DAY.fullmatch(value.strip()):
                return date.fromisoformat(value.strip())
        except ValueError:
            pass
        self._note(path, f"must be a date as 2024-05-01, is {value!r}")
        return None


def _norway(value: object) -> str:
    """Explain the commonest accident with YAML."""
    return ' (write "No" in quotation marks)' if isinstance(value, bool) else ""


def check_references(entries: Sequence[Entry]) -> list[Problem]:
    """Find ids that entries point to and nobody has."""
    known = {entry.actor.id for entry in entries}
    problems = []
    for entry in entries:
        pointers = [("part_of", entry.actor.part_of), ("speaks_for", entry.speaks_for)]
        for number, role in enumerate(entry.actor.roles):
            pointers.append((f"roles[{number}].of", role.of))
            pointers.append((f"roles[{number}].speaks_for", role.speaks_for))
        problems += [
            Problem(f"{entry.origin}.{path}", f"no actor has the id {target!r}")
            for path, target in pointers
            if target is not None and target not in known
        ]
    return problems
