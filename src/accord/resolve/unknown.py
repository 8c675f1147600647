"""Names that nobody knows yet, counted, with a stub to paste into an actor pack."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from accord.model import Attribution, Document, Dossier
from accord.resolve.knowledge.lexicon import nouns
from accord.resolve.knowledge.names import gender_of
from accord.text import fold

__all__ = ["Unresolved", "count_unresolved"]

_EXAMPLE_CHARS = 160
_ROLE = "{title: minister, of: ID, from: 2024-01-31, to: null, speaks_for: ID}"


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A speaker that the knowledge base does not have.

    Attributes:
        text: The name, or the words of the text; the longest form of it.
        count: In how many attributions it speaks.
        documents: In how many documents.
        example: A stretch of text around the first one.
        stub_yaml: An entry for an actor pack, to be filled in.
    """

    text: str
    count: int
    documents: int
    example: str
    stub_yaml: str


def count_unresolved(dossiers: Iterable[Dossier]) -> tuple[Unresolved, ...]:
    """Count the speakers that a user could add to the knowledge base.

    Args:
        dossiers: Documents after the resolve stage.

    Returns:
        Names that only the texts know and words with a name in them that could not
        be resolved, the most frequent first. Pronouns, crowds, hidden persons and
        "the owner" are left out: no pack can help with them. One name in several
        spellings is one, and so is a last name with the only full name that ends in
        it; all of them stand in the stub.

    Example:
        >>> count_unresolved([])
        ()
    """
    found: dict[str, _Name] = {}
    for dossier in sorted(dossiers, key=lambda d: (d.document.path, d.document.id)):
        for attribution in dossier.attributions:
            name = _missing(attribution)
            if name is not None:
                entry = found.setdefault(
                    _key(name), _Name(dossier.document, attribution)
                )
                entry.add(name, dossier.document, attribution)
    _join_last_names(found)
    rows = [entry.told() for entry in found.values()]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.text)))


@dataclass
class _Name:
    """One name as it is counted, and where it stood first."""

    document: Document
    attribution: Attribution
    spellings: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    person: bool = False

    def add(self, name: str, document: Document, attribution: Attribution) -> None:
        """Count one more."""
        self.spellings[name] += 1
        self.documents.add(document.id)
        self.person |= _is_person(attribution) and not _is_body(name)

    def told(self) -> Unresolved:
        """Write it down: the longest form, the plainest and most used one of it."""
        names = sorted(
            self.spellings,
            key=lambda n: (-len(n.split()), n.isupper(), -self.spellings[n], n),
        )
        # Capitals and marks fold by themselves in a pack.
        different = list({_key(name): name for name in reversed(names)}.values())[::-1]
        return Unresolved(
            names[0],
            self.spellings.total(),
            len(self.documents),
            _example(self.document, self.attribution),
            _stub(different, person=self.person),
        )


def _key(name: str) -> str:
    """Make spellings of one name equal: capitals, marks, an article before it."""
    folded = fold(name).text
    return folded.removeprefix("the ").removeprefix("a ") or folded


def _join_last_names(found: dict[str, _Name]) -> None:
    """Put a last name that stands alone to the one full name that ends in it."""
    ending: defaultdict[str, list[str]] = defaultdict(list)
    for key, entry in found.items():
        if entry.person and " " in key:
            ending[key.rpartition(" ")[2]].append(key)
    for last, full in ending.items():
        if last in found and len(full) == 1:
            short, whole = found.pop(last), found[full[0]]
            whole.spellings += short.spellings
            whole.documents |= short.documents


def _is_body(name: str) -> bool:
    """Tell "Constitutional Court of Orland" from a person."""
    head = fold(name).text.partition(" of ")[0]
    return head.rpartition(" ")[2] in nouns().endings


def _missing(attribution: Attribution) -> str | None:
    """Return the name that the knowledge base lacks; None if it lacks none."""
    speaker = attribution.speaker
    if speaker.status == "resolved" and (speaker.actor or "").startswith("text:"):
        return speaker.name
    if speaker.status == "unresolved" and speaker.rule in {"role", "body", "thing"}:
        name = speaker.name or ""
        if speaker.rule == "thing" and not _names_a_thing(name):
            return None
        return name if any(letter.isupper() for letter in name) else None
    return None


def _names_a_thing(name: str) -> bool:
    """Tell "Lake Fund" from "A council with two seats", and from "POLL"."""
    words = name.split()
    if not words or words[0].lower() in {"a", "an", "the"} or name[0].islower():
        return False
    return not (len(words) == 1 and name.isupper())


def _is_person(attribution: Attribution) -> bool:
    """Tell whether the text names its speaker as a person."""
    speaker = attribution.speaker
    return speaker.status == "resolved" and speaker.rule != "text-body"


def _example(document: Document, attribution: Attribution) -> str:
    """Cut out the words around an attribution, on one line."""
    part = attribution.source or attribution.content
    start = max(part.start - _EXAMPLE_CHARS // 2, 0)
    text = document.text
    words = text[start : part.start + _EXAMPLE_CHARS].split()
    # Half a word at the edge reads like a spelling mistake.
    if start and not text[start - 1].isspace() and not text[start].isspace():
        words = words[1:]
    return " ".join(words)[:_EXAMPLE_CHARS]


def _stub(names: Sequence[str], *, person: bool) -> str:
    """Draft an entry for an actor pack."""
    slug = "-".join("".join(c if c.isalnum() else " " for c in _key(names[0])).split())
    quoted = ", ".join(
        '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"' for name in names
    )
    kind, prefix = ("person", "per") if person else ("organisation", "org")
    gender = gender_of(names[0])
    lines = [
        f'- id: "{prefix}:{slug}"',
        f"  kind: {kind}  # person, state, organisation, group or outlet",
        f"  names: [{quoted}]",
    ]
    if person:
        lines += [f"  gender: {gender}"] if gender else []
        lines.append(f"  roles: []  # {_ROLE}")
    lines.append("  source: where you have it from")
    return "\n".join(lines) + "\n"
