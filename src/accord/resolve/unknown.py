"""Names that nobody knows yet, counted, with a stub to paste into an actor pack."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from accord.model import Attribution, Document, Dossier
from accord.resolve.knowledge.names import gender_of

__all__ = ["Unresolved", "count_unresolved"]

_EXAMPLE_CHARS = 160
_ROLE = "{title: minister, of: ID, from: 2024-01-31, to: null, speaks_for: ID}"


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A speaker that the knowledge base does not have.

    Attributes:
        text: The name, or the words of the text.
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
        "the owner" are left out: no pack can help with them.

    Example:
        >>> count_unresolved([])
        ()
    """
    counts: Counter[str] = Counter()
    documents: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, tuple[Document, Attribution]] = {}
    people: set[str] = set()
    for dossier in sorted(dossiers, key=lambda d: (d.document.path, d.document.id)):
        for attribution in dossier.attributions:
            name = _missing(attribution)
            if name is None:
                continue
            counts[name] += 1
            documents[name].add(dossier.document.id)
            if _is_person(attribution):
                people.add(name)
            first.setdefault(name, (dossier.document, attribution))
    return tuple(
        Unresolved(
            name,
            count,
            len(documents[name]),
            _example(*first[name]),
            _stub(name, person=name in people),
        )
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _missing(attribution: Attribution) -> str | None:
    """Return the name that the knowledge base lacks; None if it lacks none."""
    speaker = attribution.speaker
    if speaker.status == "resolved" and (speaker.actor or "").startswith("text:"):
        return speaker.name
    if speaker.status == "unresolved" and speaker.rule in {"role", "body", "thing"}:
        named = any(letter.isupper() for letter in speaker.name or "")
        return speaker.name if named else None
    return None


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


def _stub(name: str, *, person: bool) -> str:
    """Draft an entry for an actor pack."""
    slug = "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())
    quoted = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    kind, prefix = ("person", "per") if person else ("organisation", "org")
    gender = gender_of(name)
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
