"""The knowledge base: actors, the words that mean them, the offices they hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Literal

from accord.errors import ConfigurationError, Problem
from accord.model import Actor, ActorRef, Role, digest, to_json
from accord.resolve.knowledge.names import data_text, keys_of
from accord.resolve.knowledge.packs import Entry, check_references, parse_pack
from accord.resolve.knowledge.tables import add_offices, read_leaders, read_states

__all__ = ["GOVERNMENT_ORGANS", "Form", "FormKind", "KnowledgeBase", "load_knowledge"]

FormKind = Literal["name", "surname", "demonym", "capital", "metonym"]
_HINT = (
    "An actor needs id, kind and names; roles need title and of, with whole dates. "
    "The packs under accord/resolve/data show the format."
)
#: Bodies that state the position of the government they belong to.
GOVERNMENT_ORGANS = frozenset(
    """government ministry cabinet administration department embassy presidency
    chancellery office authorities leadership military army navy delegation""".split()
)
_PACKS = ("institutions.yaml", "people.yaml")
# Where a word means two things, the one that comes first here wins.
_RANK: Mapping[FormKind, int] = {
    "name": 0, "metonym": 1, "capital": 2, "demonym": 3, "surname": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """Words that may mean an actor.

    Attributes:
        actor: Actor id.
        kind: In which way they mean it.
        written: The words as the pack has them.
    """

    actor: str
    kind: FormKind
    written: str

    @property
    def exact(self) -> bool:
        """Whether capitals count: abbreviations, so that "US" is not "us"."""
        letters = self.written.replace(".", "")
        return letters.isupper() and len(letters) <= 5


class KnowledgeBase:
    """Every known actor, ready to be looked up.

    Immutable after it is built, and safe to send to another process.

    Args:
        entries: One per actor; the ids they point to exist.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {
            entry.actor.id: entry
            for entry in sorted(entries, key=lambda entry: entry.actor.id)
        }

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """All actors, by id."""
        return tuple(entry.actor for entry in self._entries.values())

    def actor(self, identity: str) -> Actor | None:
        """Look an actor up by its id; None if there is none."""
        entry = self._entries.get(identity)
        return entry.actor if entry else None

    def ref(self, identity: str) -> ActorRef:
        """Point to an actor by its id."""
        entry = self._entries[identity]
        return entry.actor.ref

    def speaks_for(self, identity: str) -> str | None:
        """Tell whose position a body states; None if only its own.

        A ministry states its government's, whether its pack says so or not.
        """
        entry = self._entries.get(identity)
        if entry is None or entry.speaks_for is not None:
            return entry.speaks_for if entry else None
        if entry.actor.part_of is None or entry.actor.kind != "organisation":
            return None
        words = set(entry.actor.name.lower().split())
        return entry.actor.part_of if words & GOVERNMENT_ORGANS else None

    def is_called(self, identity: str, noun: str) -> bool:
        """Tell whether a text may speak of a body by a common noun."""
        entry = self._entries.get(identity)
        if entry is None:
            return False
        return noun in entry.called or any(
            noun in name.lower().split() for name in entry.actor.names
        )

    def surname(self, identity: str) -> str | None:
        """Return a person's last name, if it is not a name of its own."""
        entry = self._entries.get(identity)
        return entry.surname if entry else None

    @cached_property
    def _fingerprint(self) -> str:
        """Hash of all entries."""
        return digest([to_json(entry) for entry in self._entries.values()])

    def fingerprint(self) -> str:
        """Return a hash that changes whenever an answer may change."""
        return self._fingerprint

    @cached_property
    def forms(self) -> Mapping[str, tuple[tuple[tuple[str, ...], Form], ...]]:
        """Words that mean actors: by first folded word, longest and surest first."""
        table: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
        for entry in self._entries.values():
            for form in _forms(entry):
                keys = keys_of(form.written)
                if keys:
                    table.setdefault(keys[0], []).append((keys, form))
        return {
            first: tuple(sorted(rows, key=_form_order)) for first, rows in table.items()
        }

    def holders(self, title: str, of: str, day: date | None) -> tuple[Actor, ...]:
        """Find who holds an office.

        Args:
            title: As packs write it, in lower case.
            of: Id of the state or body.
            day: When; None for anybody who ever held it.
        """
        return tuple(
            actor
            for actor, role in self.offices_of(of)
            if role.title == title and (day is None or role.holds_on(day))
        )

    def offices_of(self, of: str) -> tuple[tuple[Actor, Role], ...]:
        """List the offices of a state or body, each with who holds or held it."""
        return self._by_body.get(of, ())

    @cached_property
    def _by_body(self) -> Mapping[str, tuple[tuple[Actor, Role], ...]]:
        """Office-holders of each state or body."""
        table: dict[str, list[tuple[Actor, Role]]] = {}
        for actor in self.actors:
            for role in actor.roles:
                table.setdefault(role.of, []).append((actor, role))
        return {of: tuple(rows) for of, rows in table.items()}


def _forms(entry: Entry) -> Iterable[Form]:
    """List the words that mean an actor."""
    identity = entry.actor.id
    groups: tuple[tuple[FormKind, Sequence[str]], ...] = (
        ("name", entry.actor.names),
        ("metonym", entry.metonyms),
        ("capital", entry.capitals),
        ("demonym", entry.demonyms),
        ("surname", [entry.surname] if entry.surname else []),
    )
    for kind, written in groups:
        for words in written:
            yield Form(identity, kind, words.removeprefix("the "))


def _form_order(row: tuple[tuple[str, ...], Form]) -> tuple[int, int, str, str]:
    """Sort forms: longest, surest, then by name for a stable order."""
    keys, form = row
    return (-len(keys), _RANK[form.kind], form.actor, form.written)


@cache
def _packaged() -> tuple[Entry, ...]:
    """Read the packs that ship with Accord; later ones override by id."""
    merged: dict[str, Entry] = {}
    tables = (
        *read_states(data_text("states.csv"), name="states.csv"),
        *read_leaders(data_text("leaders.csv"), name="leaders.csv"),
    )
    merged.update((entry.actor.id, entry) for entry in tables)
    problems: list[Problem] = []
    for pack in _PACKS:
        entries, wrong = parse_pack(data_text(pack), name=pack)
        problems += wrong
        merged.update((entry.actor.id, entry) for entry in entries)
    if problems:
        message = "The actor packs that ship with Accord are broken."
        raise ConfigurationError(message, problems=problems)
    offices = data_text("offices.csv")
    return add_offices(merged.values(), offices, name="offices.csv")


def load_knowledge(packs: Sequence[tuple[str, str]] = ()) -> KnowledgeBase:
    """Load the packs that ship with Accord and a user's own.

    Args:
        packs: Name (for messages) and YAML text of each; a later pack overrides an
            earlier one, and the packaged ones, actor by actor.

    Raises:
        ConfigurationError: With every problem of all packs, each with its place.

    Example:
        >>> load_knowledge().actor("UKR").name
        'Ukraine'
    """
    merged = {entry.actor.id: entry for entry in _packaged()}
    problems: list[Problem] = []
    for name, text in packs:
        entries, wrong = parse_pack(text, name=name)
        problems += wrong
        merged.update((entry.actor.id, entry) for entry in entries)
    if not problems:
        # With entries missing, every pointer to one of them would be a false alarm.
        problems = check_references(tuple(merged.values()))
    if problems:
        message = f"Actor packs with {len(problems)} problem(s):"
        raise ConfigurationError(message, problems=problems, hint=_HINT)
    return KnowledgeBase(merged.values())
